/// A kind of thing that the ceremony knows, as a plain value.
///
/// A kind describes its fields once; columns, JSON, search, history, schema and the register of processing follow from it.
public protocol Entity: Hashable, Sendable {
    /// The kind's number in this process, stored nowhere. A new kind has it counted out: ``Register/nextSlot()``.
    static var slot: Int { get }
    /// The kind's wire code, frozen for ever: `party`.
    static var code: String { get }
    /// The name of the kind's file in a pack, without its ending: `parties`.
    static var file: String { get }
    static var fields: Fields<Self> { get }
    static var indexes: [Index<Self>] { get }
    /// The person whom the personal fields of this record are about: they are sealed under that person's key.
    static func dataSubject(of record: Self) -> UInt32?
    /// The records of which it speaks by their names, `person/P-1`: what is sealed of it goes with whom they are about.
    static func spokenOf(by record: Self) -> [String]
    /// The content of the field at that place. Whoever reads records without their type asks the kind, which the compiler knows
    /// where the kind is written: that is several times faster than to read through generic code.
    static func value(_ place: Int, of record: Self) -> Value
    /// The contents of all fields in their order.
    static func values(of record: Self) -> [Value]
    /// The keys under which that index holds the record.
    static func keys(of index: Int, for record: Self) -> [UInt64]

    /// A blank record.
    init()
    var heading: Heading<Self> { get set }
}

extension Entity {
    public static var indexes: [Index<Self>] { [] }
    public static func dataSubject(of record: Self) -> UInt32? { nil }
    public static func spokenOf(by record: Self) -> [String] { [] }
    @inlinable public static func value(_ place: Int, of record: Self) -> Value {
        withUnsafePointer(to: record) { fields.all[place].read($0) }
    }
    @inlinable public static func values(of record: Self) -> [Value] {
        withUnsafePointer(to: record) { place in fields.all.map { $0.read(place) } }
    }
    @inlinable public static func keys(of index: Int, for record: Self) -> [UInt64] { indexes[index].keys(record) }

    /// A record of that code, filled in.
    public init(_ code: String, id: UInt32 = 0, _ fill: (inout Self) -> Void = { _ in }) {
        self.init()
        heading.code = code
        heading.id = ID(id)
        fill(&self)
    }

    @inlinable public var id: ID<Self> { heading.id }
    @inlinable public var code: String { heading.code }
    @inlinable public var reference: Reference { Reference(slot: Self.slot, number: heading.id.number) }
}
