import GRDB
import Ledger

/// What the journal, and the list beside it, say was erased.
struct Erasures {
    let identities: Set<KeyIdentity>
    /// An earlier release told of an erasure by its act alone: whom it was about, and the last entry that erased them.
    private let ofOld: [UInt32: Int]

    init(_ database: Database, list: Set<KeyIdentity>) throws {
        identities = try SQLiteJournal.erasures(database).union(list)
        let rows = try SQLRow.fetchAll(
            database,
            sql: """
                SELECT number, max(sequence) FROM change JOIN entry USING (sequence)
                WHERE act = 'erase' AND erases = '' AND change.sealed IS NULL GROUP BY number
                """)
        ofOld = Dictionary(uniqueKeysWithValues: rows.map { (UInt32(clamping: $0[0] as Int64), $0[1] as Int) })
    }

    /// Whether a text that does not open was erased.
    func explain(_ sealed: StoredChange.Sealed, sequence: Int) -> Bool {
        if let name = sealed.key, let identity = KeyIdentity(name), identities.contains(identity) { return true }
        return ofOld[sealed.dataSubject].map { $0 > sequence } ?? false
    }
}
