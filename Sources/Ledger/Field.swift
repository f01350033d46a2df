/// One field of a kind: where it lives, what it is called outside the code, what it may hold.
///
/// Fields and kinds can be inlined into the rooms that list them: there the compiler knows the record's type, and a journal is
/// read several times faster.
public struct Field<Record: Entity>: Sendable {
    /// The name in columns, JSON and phrases (`field.<kind>.<name>`): frozen.
    public let name: String
    public let shape: Shape
    public let isRequired: Bool
    /// Present exactly on personal fields.
    public let processing: Processing?
    /// Whether the field is about persons and is therefore sealed in the journal.
    public var isPersonal: Bool { processing != nil }

    @usableFromInline let read: @Sendable (Record) -> Value
    @usableFromInline let write: @Sendable (inout Record, Value) -> Bool

    public enum Requirement: Sendable { case required }

    /// A field that is not about an identified person.
    @inlinable
    public init<Content: FieldValue>(
        _ name: String, _ path: any (WritableKeyPath<Record, Content> & Sendable), _ requirement: Requirement? = nil
    ) {
        self.name = name
        shape = Content.shape
        isRequired = requirement == .required
        processing = nil
        read = { $0[keyPath: path].value }
        write = { record, value in
            guard value != .absent else {
                record[keyPath: path] = .blank
                return true
            }
            guard let content = Content(value) else { return false }
            record[keyPath: path] = content
            return true
        }
    }

    /// A field about an identified person, with the reason for holding it.
    @inlinable
    public init<Content: FieldValue>(
        _ name: String, _ path: any (WritableKeyPath<Record, Personal<Content>> & Sendable), _ processing: Processing,
        _ requirement: Requirement? = nil
    ) {
        self.name = name
        shape = Content.shape
        isRequired = requirement == .required
        self.processing = processing
        read = { $0[keyPath: path].content.value }
        write = { record, value in
            guard value != .absent else {
                record[keyPath: path] = Personal()
                return true
            }
            guard let content = Content(value) else { return false }
            record[keyPath: path] = Personal(content)
            return true
        }
    }
}

/// All fields of a kind in their order: first those of every record's ``Heading``, then the kind's own.
public struct Fields<Record: Entity>: Sendable {
    public let all: [Field<Record>]
    @usableFromInline let places: [String: Int]

    @inlinable
    public init(_ own: Field<Record>...) {
        all = Fields.heading + own
        places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })
    }

    @inlinable
    static var heading: [Field<Record>] {
        [
            Field("code", \.heading.code, .required),
            Field("owner", \.heading.ownerReference),
            Field("classification", \.heading.classification),
            Field("assumed", \.heading.assumed),
        ]
    }
}

/// The owner as a field: a reference to a body, whose Swift type stands above the ledger.
@usableFromInline
struct OwnerReference: FieldValue {
    @usableFromInline static var shape: Shape { .reference("body") }
    @usableFromInline static var blank: OwnerReference { OwnerReference(number: 0) }
    @usableFromInline let number: UInt32
    init(number: UInt32) { self.number = number }
    @usableFromInline
    init?(_ value: Value) {
        guard case .reference(let number) = value else { return nil }
        self.number = number
    }
    @usableFromInline var value: Value { number == 0 ? .absent : .reference(number) }
}

extension Heading {
    @usableFromInline
    var ownerReference: OwnerReference {
        get { OwnerReference(number: owner) }
        set { owner = newValue.number }
    }
}
