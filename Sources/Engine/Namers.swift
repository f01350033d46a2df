import Ledger

/// Who names the records that an act takes away: found in one walk through the whole house for all of them, and kept as the draft
/// goes on. To walk once for each would cost as much as both together, the act and the house, multiplied.
struct Namers {
    private var namers: [Reference: Set<Reference>]

    /// - Parameter wanted: the records that are asked for.
    init(of wanted: Set<Reference>, in picture: Picture) {
        namers = Dictionary(uniqueKeysWithValues: wanted.map { ($0, []) })
        let codes = Set(wanted.compactMap { picture.register.kind(slot: $0.slot)?.code })
        for kind in picture.register.kinds where kind.columns.contains(where: { $0.shape.target.map(codes.contains) ?? false }) {
            picture[slot: kind.slot].forEach { note($0, of: picture.register) }
        }
    }

    /// Whether it knows who names a record.
    func knows(_ record: Reference) -> Bool { namers[record] != nil }

    /// The first of those who name a record, but for itself.
    func first(of record: Reference) -> Reference? { namers[record]?.min() }

    /// Takes in that a record was another before, or is no more.
    mutating func take(_ before: (any AnyRow)?, _ after: (any AnyRow)?, of register: Register) {
        if let before {
            for named in register.references(from: before) { namers[named]?.remove(before.reference) }
        }
        if let after { note(after, of: register) }
    }

    private mutating func note(_ row: any AnyRow, of register: Register) {
        for named in register.references(from: row) where named != row.reference { namers[named]?.insert(row.reference) }
    }
}
