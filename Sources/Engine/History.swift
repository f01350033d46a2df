package import Ledger

/// Who changed what, and why: a record's versions with what each altered.
package struct Alteration: Sendable {
    package let entry: EntryHead
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
        let steps = try await steps(kind, number, keys) { $0.happened > after && $0.happened <= upTo }
        let heads = try await journal.heads(of: Set(steps.map(\.sequence)).sorted())
        let known = Dictionary(heads.map { ($0.sequence, (head: $0, words: $0.words(keys: keys))) }) { $1 }
        return steps.compactMap { step in
            known[step.sequence].map { entry in
                Alteration(entry: entry.head, words: entry.words, reference: step.reference, before: step.before, after: step.after)
            }
        }
    }

    /// From one version of a record to the next.
    private struct Step {
        let sequence: Int
        let reference: Reference
        let before: (any AnyRow)?
        let after: (any AnyRow)?
    }

    /// The versions that are wanted, each with the one before it.
    private func steps(
        _ kind: String?, _ number: UInt32?, _ keys: KeyRing, where isWanted: (StoredRecord) -> Bool
    ) async throws(JournalFailure) -> [Step] {
        var last: [Reference: any AnyRow] = [:]
        var steps: [Step] = []
        for version in try await journal.versions(kind: kind, number: number) {
            guard let slot = register.kind(version.change.kind)?.slot else { continue }
            let reference = Reference(slot: slot, number: version.change.number)
            let row = try register.row(version, keys: keys)
            if isWanted(version) {
                steps.append(Step(sequence: version.sequence, reference: reference, before: last[reference], after: row))
            }
            last[reference] = row
        }
        return steps
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
        guard let head = try await journal.heads(of: [sequence]).first, head.actor == actor else { return nil }
        let changed = try await journal.changed(by: sequence, limit: most + 1)
        guard changed.count <= most else { return nil }
        let keys = try await journal.keys()
        let words = head.words(keys: keys)
        var known: [ChangedRecord: ArraySlice<Step>] = [:]
        for record in changed where known[record] == nil {
            known[record] = try await steps(record.kind, record.number, keys) { $0.sequence == sequence }[...]
        }
        // One after another as the entry has them: what it changed twice is two steps, with others between them.
        return changed.compactMap { known[$0]?.popFirst() }.map { step in
            Alteration(entry: head, words: words, reference: step.reference, before: step.before, after: step.after)
        }
    }
}
