public import Foundation

/// The whole ceremony at one moment: every kind's table. A value; copying it is a snapshot or the start of a draft.
public struct Picture: Sendable {
    public let register: Register
    @usableFromInline private(set) var tables: Tables
    /// The zone in which the ceremony's days begin and end.
    public var zone: TimeZone
    /// The last entry in this picture.
    public var sequence = 0
    /// Where it is noted at which kinds somebody looks; nil where nobody asks.
    public var reads: Reads?

    public init(_ register: Register, zone: TimeZone) {
        self.register = register
        self.zone = zone
        tables = Tables(
            (0..<register.slotCount).map { slot in
                let kind = register.kind(slot: slot)
                return Table(indexCount: kind?.indexCount ?? 0, links: kind?.links ?? [])
            })
    }

    @inlinable
    public subscript(slot slot: Int) -> Table {
        note(slot)
        return tables[slot]
    }

    @inlinable
    func note(_ slot: Int) {
        if let reads { reads.note(slot) }
    }

    @inlinable
    public subscript<Record: Entity>(id: ID<Record>) -> Record? { row(id)?.record }

    @inlinable
    public func row<Record: Entity>(_ id: ID<Record>) -> Row<Record>? {
        note(Record.slot)
        return tables[Record.slot][id.number].map { unsafeDowncast($0, to: Row<Record>.self) }
    }

    public subscript(reference: Reference) -> (any AnyRow)? {
        guard reference.slot < tables.count else { return nil }
        note(reference.slot)
        return tables[reference.slot][reference.number]
    }

    /// The record of that code.
    @inlinable
    public func find<Record: Entity>(_ type: Record.Type, _ code: String) -> Record? {
        note(Record.slot)
        return tables[Record.slot].number(of: code).flatMap { self[ID<Record>($0)] }
    }

    /// All records of a kind in the order in which they were first written.
    @inlinable
    public func all<Record: Entity>(_ type: Record.Type) -> [Record] {
        note(Record.slot)
        var records: [Record] = []
        records.reserveCapacity(tables[Record.slot].count)
        tables[Record.slot].forEach { records.append(unsafeDowncast($0, to: Row<Record>.self).record) }
        return records
    }

    /// The records in a bucket of an index.
    @inlinable
    public func each<Record: Entity>(_ index: Index<Record>, _ key: some IndexKey) -> [Record] {
        note(Record.slot)
        return tables[Record.slot].bucket(index.slot, key.indexBits).compactMap { self[ID<Record>($0)] }
    }

    /// The code by which people know a record.
    public func code(of reference: Reference) -> String? { self[reference]?.code }

    public var count: Int { tables.all.reduce(0) { $0 + $1.count } }

    /// The number that the next new record of a kind will get.
    public func nextNumber(slot: Int) -> UInt32 { tables[slot].lastNumber + 1 }

    /// Says that a kind's numbers up to this one were given, though their records may be gone.
    public mutating func reserve(_ number: UInt32, slot: Int) { tables[slot].lastNumber = max(tables[slot].lastNumber, number) }

    /// The records that are classified higher than this. Asks only tables that hold any.
    public func references(above classification: Classification) -> [Reference] {
        var found: [Reference] = []
        for table in tables.all where table.holds(above: classification) {
            table.forEach { if $0.classification.grade > classification.grade { found.append($0.reference) } }
        }
        return found
    }

    /// The ceremony as if these records were not in it; what names them names nothing.
    public func without(_ hidden: [Reference]) -> Picture {
        var rest = self
        // That something is hidden is not noted: it would tell of it.
        rest.reads = nil
        rest.apply(hidden.map { Change(removing: $0) })
        // Whoever may not know the record of the zone lives by its clocks all the same.
        rest.zone = zone
        rest.reads = reads
        return rest
    }

    /// Applies changes; where one is of the record that says it, the zone of the days goes with it. Never refuses: deciding came before.
    public mutating func apply(_ changes: [Change]) {
        for change in changes {
            let before = self[change.reference]
            if let row = change.row {
                tables[change.reference.slot].put(row, replacing: before)
            } else if let before {
                tables[change.reference.slot].remove(before)
            }
        }
        guard let keeper = register.zoneKeeper, changes.contains(where: { $0.reference.slot == keeper.slot }) else { return }
        zone = keeper.zone(in: self)
    }
}

/// One record's new version, or its removal.
public struct Change: Sendable {
    public let reference: Reference
    /// Nil removes the record.
    public let row: (any AnyRow)?

    public init(_ row: any AnyRow) {
        reference = row.reference
        self.row = row
    }

    public init<Record: Entity>(_ record: Record, happened: Instant = .distantPast, sequence: Int = 0) {
        self.init(Row(record, happened: happened, sequence: sequence))
    }

    public init(removing reference: Reference) {
        self.reference = reference
        row = nil
    }
}
