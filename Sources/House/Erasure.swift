package import Ledger
package import Parties
import Rulebook

/// Erasing a person: first an entry that the record's personal fields are blank from now on, then the key's destruction.
/// In this order a crash in between leaves a key without use, never a person half erased without a trace.
package struct Erasure {
    private let journal: any Journal

    package init(_ journal: any Journal) { self.journal = journal }

    /// - Returns: the sequence of the entry that tells of the erasure.
    package func erase(
        _ person: ID<Person>, in opening: Opening, actor: String, reason: String, now: Instant
    ) async throws(JournalFailure) -> Int {
        let register = opening.picture.register
        let sequence = opening.head.sequence + 1
        let mine = register.kinds.flatMap { kind in
            var rows: [(Kind, any AnyRow)] = []
            if kind.columns.contains(where: \.isPersonal) {
                opening.picture[slot: kind.slot].forEach { if $0.dataSubject == person.number { rows.append((kind, $0)) } }
            }
            return rows
        }
        let stored = mine.map { kind, row in
            StoredChange(kind: kind.code, number: row.number, body: kind.text(of: row).open.written)
        }
        let entry = Entry(
            sequence: sequence, happened: max(now, mine.map { $0.1.happened }.max() ?? now), recorded: now, actor: actor,
            act: ActName.erase.rawValue, reason: reason, idempotencyKey: "", changes: stored, previous: opening.head.hash)
        try await journal.append([entry], keys: [])
        try await journal.destroyKey(of: person.number)
        return sequence
    }
}
