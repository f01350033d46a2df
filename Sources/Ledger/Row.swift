/// One version of one record, boxed: shared by every snapshot that holds it.
public final class Row<Record: Entity>: AnyRow {
    public let record: Record
    public let happened: Instant
    public let sequence: Int

    @inlinable
    public init(_ record: Record, happened: Instant, sequence: Int) {
        self.record = record
        self.happened = happened
        self.sequence = sequence
    }

    public var slot: Int { Record.slot }
    public var number: UInt32 { record.heading.id.number }
    public var code: String { record.heading.code }
    public var classification: Classification { record.heading.classification }
    public var dataSubject: UInt32? { Record.dataSubject(of: record) }
    public var spokenOf: [String] { Record.spokenOf(by: record) }

    public func value(_ place: Int) -> Value { Record.value(place, of: record) }
    public var values: [Value] { Record.values(of: record) }
    public func keys(of index: Int) -> [UInt64] { Record.keys(of: index, for: record) }
    public func isEqual(to other: any AnyRow) -> Bool { (other as? Row)?.record == record }
    public func stamped(happened: Instant, sequence: Int) -> any AnyRow { Row(record, happened: happened, sequence: sequence) }
}

/// A version of a record of some kind.
public protocol AnyRow: AnyObject, Sendable {
    var slot: Int { get }
    var number: UInt32 { get }
    var code: String { get }
    var classification: Classification { get }
    /// When this version became true in the world.
    var happened: Instant { get }
    /// The entry that wrote this version.
    var sequence: Int { get }
    var dataSubject: UInt32? { get }
    /// The records of which it speaks by their names.
    var spokenOf: [String] { get }
    /// The content of the kind's field at that place.
    func value(_ place: Int) -> Value
    /// The contents of all the kind's fields, in their order.
    var values: [Value] { get }
    func keys(of index: Int) -> [UInt64]
    func isEqual(to other: any AnyRow) -> Bool
    func stamped(happened: Instant, sequence: Int) -> any AnyRow
}

extension AnyRow {
    public var reference: Reference { Reference(slot: slot, number: number) }
}
