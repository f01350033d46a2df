/// One field of a kind: where it lives, what it is called outside the code, what it may hold.
///
/// Fields and kinds can be inlined into the rooms that list them: there the compiler knows the record's type, and a journal is
/// read several times faster.
public struct Field<Record: Entity>: Sendable {
    /// The name in columns, JSON and phrases (`field.<kind>.<name>`): frozen.
    public let name: String
    /// Where the field lives in the record, by which rooms speak of it; nil for a field of the heading.
    public let path: (any AnyKeyPath & Sendable)?
    public let shape: Shape
    public let isRequired: Bool
    /// Whether the house alone reads it: it is on no page, in no list or sheet, and programs are not told it.
    public let isInner: Bool
    /// What it means beyond its shape; nil where nobody but its room need know.
    public let meaning: Meaning?
    /// Present exactly on personal fields.
    public let processing: Processing?
    /// Whether the field is about persons and is therefore sealed in the journal.
    public var isPersonal: Bool { processing != nil }
    /// Whether the journal seals it: what is about persons, and free texts beside it, which may tell of them whatever they were meant for.
    public var isSealed: Bool

    /// Reads where the record lies: to hand it over would copy it for every field.
    @usableFromInline let read: @Sendable (UnsafePointer<Record>) -> Value
    @usableFromInline let write: @Sendable (inout Record, Value) -> Bool

    public enum Requirement: Sendable { case required, inner }

    /// A field that is not about an identified person.
    @inlinable
    public init<Content: FieldValue>(
        _ name: String, _ path: any (WritableKeyPath<Record, Content> & Sendable), _ requirement: Requirement? = nil,
        means meaning: Meaning? = nil
    ) {
        let home = FieldHome(path)
        self.init(
            name, path, nil, requirement, meaning, blank: .blank, get: { home.content(at: $0) }, set: { home.set($0, in: &$1) })
    }

    /// A field about an identified person, with the reason for holding it.
    @inlinable
    public init<Content: FieldValue>(
        _ name: String, _ path: any (WritableKeyPath<Record, Personal<Content>> & Sendable), _ processing: Processing,
        _ requirement: Requirement? = nil, means meaning: Meaning? = nil
    ) {
        let home = FieldHome(path)
        self.init(
            name, path, processing, requirement, meaning, blank: .blank, get: { home.content(at: $0).content },
            set: { home.set(Personal($0), in: &$1) })
    }

    /// A field of the heading: a key path through the protocol's requirement would be a computed one. Left blank it holds what the
    /// kind begins with: a case of illness is restricted unless somebody says otherwise.
    @inlinable
    init<Content: FieldValue>(
        heading name: String, _ path: any (WritableKeyPath<Heading<Record>, Content> & Sendable), _ requirement: Requirement? = nil,
        means meaning: Meaning
    ) {
        let home = FieldHome(path)
        self.init(
            name, nil, nil, requirement, meaning, blank: home.content(of: Record().heading),
            get: { home.content(of: $0.pointee.heading) }, set: { home.set($0, in: &$1.heading) })
    }

    /// - Parameter blank: what the field holds where nobody has said anything.
    @inlinable
    init<Content: FieldValue>(
        _ name: String, _ path: (any AnyKeyPath & Sendable)?, _ processing: Processing?, _ requirement: Requirement?,
        _ meaning: Meaning?, blank: Content, get: @escaping @Sendable (UnsafePointer<Record>) -> Content,
        set: @escaping @Sendable (Content, inout Record) -> Void
    ) {
        self.name = name
        self.path = path
        shape = Content.shape
        isRequired = requirement == .required
        isInner = requirement == .inner
        self.meaning = meaning
        self.processing = processing
        isSealed = processing != nil
        read = { get($0).value }
        write = { record, value in
            guard let content = value == .absent ? blank : Content(value) else { return false }
            set(content, &record)
            return true
        }
    }
}

extension Field {
    /// The same, of a free text that may tell of the person whom the record is about: it is read with the record, and erased with the person.
    public var sealed: Field {
        var field = self
        field.isSealed = true
        return field
    }
}

/// All fields of a kind in their order: first those of every record's ``Heading``, then the kind's own.
public struct Fields<Record: Entity>: Sendable {
    public let all: [Field<Record>]
    @usableFromInline let places: [String: Int]

    /// - Parameter saysOfSomebody: whether its records are about somebody though nothing but what is assumed of them may tell of it.
    @inlinable
    public init(saysOfSomebody: Bool = false, _ own: Field<Record>...) {
        // What is assumed of somebody is said of them.
        let tells = saysOfSomebody || own.contains(where: \.isSealed)
        all = Fields.heading.map { tells && $0.meaning == .assumption ? $0.sealed : $0 } + own
        places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })
    }

    /// The name of the field that lives there; empty where the kind lists none.
    public func name(of path: any AnyKeyPath & Sendable) -> String {
        all.first { $0.path.map { $0 as AnyKeyPath == path as AnyKeyPath } ?? false }?.name ?? ""
    }

    @inlinable
    static var heading: [Field<Record>] {
        [
            Field(heading: "code", \.code, .required, means: .code),
            Field(heading: "owner", \.ownerReference, means: .owner),
            Field(heading: "classification", \.classification, means: .classification),
            Field(heading: "assumed", \.assumed, means: .assumption),
        ]
    }
}

/// The owner as a field: a reference to a body, whose Swift type stands above the ledger.
@usableFromInline
struct OwnerReference: FieldValue {
    @usableFromInline static var shape: Shape { .reference("body") }
    @usableFromInline static var blank: OwnerReference { OwnerReference(number: 0) }
    @usableFromInline let number: UInt32
    @usableFromInline init(number: UInt32) { self.number = number }
    @usableFromInline
    init?(_ value: Value) {
        guard case .reference(let number) = value else { return nil }
        self.number = number
    }
    @usableFromInline var value: Value { number == 0 ? .absent : .reference(number) }
}
