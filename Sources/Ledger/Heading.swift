/// Who may know of a record: the public, the house, a named circle, or a grade of State secrecy.
///
/// The three grades are those of the host's law on State secrets (mật, tối mật, tuyệt mật).
public enum Classification: String, Choice {
    case `internal`, `public`, restricted, confidential, secret, topSecret = "top_secret"

    /// The higher, the fewer may know.
    public var grade: Int {
        switch self {
        case .public: 0
        case .internal: 1
        case .restricted: 2
        case .confidential: 3
        case .secret: 4
        case .topSecret: 5
        }
    }
}

/// What every record carries whatever its kind: identity, code, owner, classification, and what of it is assumed.
public struct Heading<Kind>: Hashable, Sendable {
    public var id: ID<Kind>
    /// Short, human, stable; unique in its kind.
    public var code: String
    /// The number of the body that answers for the record; 0 while nobody was named.
    public var owner: UInt32 {
        get { ownerReference.number }
        set { ownerReference = OwnerReference(number: newValue) }
    }
    @usableFromInline var ownerReference: OwnerReference
    public var classification: Classification
    /// What of the record is an assumption and not a published fact; whoever shows the record shows this.
    public var assumed: String

    public init(_ code: String = "", id: ID<Kind> = ID(0)) {
        self.id = id
        self.code = code
        ownerReference = .blank
        classification = .internal
        assumed = ""
    }
}
