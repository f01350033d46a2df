package import Ledger

/// Who changed what, and why: a record's versions with what each altered.
package struct Alteration: Sendable {
    package let entry: Entry
    /// What whoever did it said of it; nil where it was about somebody who was erased.
    package let words: Entry.Words?
    package let reference: Reference
    package let before: (any AnyRow)?
    package let after: (any AnyRow)?

    /// The columns whose content differs.
    package func columns(of kind: Kind) -> [Int] {
        kind.columns.indices.filter { (before?.value($0) ?? .absent) != (after?.value($0) ?? .absent) }
    }
}

/// Reads histories and differences out of a journal.
package struct Historian: Sendable {
    private let journal: any Journal
    private let register: Register

    package init(_ journal: any Journal, register: Register) {
        self.journal = journal
        self.register = register
    }

    /// Every alteration of one record, or of all, in the order of what happened.
    ///
    /// - Parameters:
    ///   - kind: the kind's code; nil for all kinds.
    ///   - after: only what happened later than this.
    ///   - upTo: only what happened no later than this.
    package func alterations(
        kind: String? = nil, number: UInt32? = nil, after: Instant = .distantPast, upTo: Instant = .distantFuture
    ) async throws(JournalFailure) -> [Alteration] {
        let keys = try await journal.keys()
        let versions = try await journal.versions(kind: kind, number: number)
        var last: [Reference: any AnyRow] = [:]
        var found: [(version: StoredRecord, reference: Reference, before: (any AnyRow)?, after: (any AnyRow)?)] = []
        for version in versions where version.happened <= upTo {
            guard let slot = register.kind(version.change.kind)?.slot else { continue }
            let reference = Reference(slot: slot, number: version.change.number)
            let row = try register.row(version, keys: keys)
            if version.happened > after { found.append((version, reference, last[reference], row)) }
            last[reference] = row
        }
        let entries = try await entries(Set(found.map(\.version.sequence)))
        return found.compactMap { version, reference, before, after in
            entries[version.sequence].map { entry in
                Alteration(entry: entry, words: entry.words(keys: keys), reference: reference, before: before, after: after)
            }
        }
    }

    /// How high a record was ever classified; nil where there is nothing of it.
    package func strictest(of reference: Reference) async throws(JournalFailure) -> Classification? {
        guard let kind = register.kind(slot: reference.slot) else { return nil }
        var strictest: Classification?
        for version in try await journal.versions(kind: kind.code, number: reference.number) {
            // Whether its personal fields can be opened makes no difference to how it is classified.
            guard let row = try register.row(version, keys: KeyRing()) else { continue }
            if row.classification.grade >= strictest?.grade ?? 0 { strictest = row.classification }
        }
        return strictest
    }

    /// What one entry altered, if it is that actor's and alters no more records than that; nil otherwise.
    package func alterations(of sequence: Int, by actor: String, atMost most: Int) async throws(JournalFailure) -> [Alteration]? {
        guard let entry = try await journal.entries(after: sequence - 1, limit: 1).first, entry.sequence == sequence,
            entry.actor == actor, entry.changes.count <= most
        else { return nil }
        var found: [Alteration] = []
        for change in entry.changes {
            found += try await alterations(kind: change.kind, number: change.number).filter { $0.entry.sequence == sequence }
        }
        return found
    }

    private func entries(_ wanted: Set<Int>) async throws(JournalFailure) -> [Int: Entry] {
        var entries: [Int: Entry] = [:]
        for sequence in wanted.sorted() {
            for entry in try await journal.entries(after: sequence - 1, limit: 1) { entries[entry.sequence] = entry }
        }
        return entries
    }
}
