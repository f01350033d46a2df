import GRDB
import Ledger

/// What the journal says was erased. The list beside it explains nothing: whoever holds the file may write into it.
struct Erasures {
    let identities: Set<KeyIdentity>
    /// An earlier release told of an erasure by its act alone: whom it was about, and the last entry that erased them.
    private let ofOld: [UInt32: Int]

    init(_ database: Database) throws {
        identities = try SQLiteJournal.erasures(database)
        // Whom a record was about that it blanked is told by what was sealed of the record before.
        let rows = try SQLRow.fetchAll(
            database,
            sql: """
                SELECT (SELECT subject FROM change AS before WHERE before.kind = change.kind AND before.number = change.number
                  AND before.sequence < change.sequence AND before.subject IS NOT NULL ORDER BY before.sequence DESC LIMIT 1) AS whom,
                max(change.sequence)
                FROM entry JOIN change USING (sequence) WHERE erases = '' AND change.sealed IS NULL AND (act = 'erase'
                  OR act = 'confirm' AND EXISTS(SELECT 1 FROM change AS proposal WHERE proposal.sequence = entry.sequence
                    AND proposal.kind = 'pending_act' AND json_extract(proposal.body, '$.act') = 'erase'))
                GROUP BY whom HAVING whom IS NOT NULL
                """)
        ofOld = Dictionary(uniqueKeysWithValues: rows.map { (UInt32(clamping: $0[0] as Int64), $0[1] as Int) })
    }

    /// Whether what of a text does not open was erased.
    ///
    /// - Parameter parts: by which keys are known under which it lies.
    func explain(_ parts: [KeyIdentity?], of sealed: StoredChange.Sealed, sequence: Int) -> Bool {
        if parts.allSatisfy({ $0.map(identities.contains) ?? false }) { return true }
        return ofOld[sealed.dataSubject].map { $0 > sequence } ?? false
    }
}
