import Ledger
import Rulebook

/// Where others write to the same journal: their entries are taken in, and what was decided without them is decided again.
extension Chancery {
    /// Takes in what others write, as they write it, until the journal no longer tells.
    package func follow() async {
        for await _ in journal.follow() {
            guard !isWriting else { continue }
            isWriting = true
            await catchUp([])
            await write()
        }
    }

    /// Takes in the entries that others have written.
    ///
    /// - Parameter undecided: what was refused its place in the chain because of them: it is decided again, with what waits behind it.
    func catchUp(_ undecided: [Decided]) async {
        let entries: [Entry]
        let newest: [Reference: Int]
        let keys: KeyRing
        do throws(JournalFailure) {
            entries = try await othersEntries()
            newest = try await newestVersions(of: entries)
            keys = try await journal.keys()
        } catch { breakDown(error) }
        // From here nothing suspends: nobody decides on a ceremony that is half way.
        let asked = undecided + waiting
        undo(asked)
        waiting = []
        do throws(JournalFailure) { try takeIn(entries, newest, keys) } catch { breakDown(error) }
        let keyed = Dictionary(entries.map { ($0.idempotencyKey, $0) }) { $1 }
        for decided in asked { decideAgain(decided, keyed) }
    }

    /// Entries that are read at once.
    private static let page = 500

    private func othersEntries() async throws(JournalFailure) -> [Entry] {
        var found: [Entry] = []
        var last = published.head.sequence
        while true {
            let page = try await journal.entries(after: last, limit: Self.page)
            found += page
            guard let end = page.last?.sequence, page.count == Self.page else { return found }
            last = end
        }
    }

    /// The entry of the version that is the record's newest, of each record that is not there, or is not at the end of these entries: what
    /// is told late of it does not bring it back.
    private func newestVersions(of entries: [Entry]) async throws(JournalFailure) -> [Reference: Int] {
        var newest: [Reference: Int] = [:]
        var removed: Set<Reference> = []
        for stored in entries.flatMap(\.changes) {
            guard let slot = house.register.kind(stored.kind)?.slot else { continue }
            let reference = Reference(slot: slot, number: stored.number)
            if stored.body == nil { removed.insert(reference) }
            guard newest[reference] == nil, picture[reference] == nil || removed.contains(reference) else { continue }
            newest[reference] = try await journal.versions(kind: stored.kind, number: stored.number).last?.sequence
        }
        return newest
    }

    private func takeIn(_ entries: [Entry], _ newest: [Reference: Int], _ keys: KeyRing) throws(JournalFailure) {
        guard let last = entries.last else { return }
        for entry in entries {
            var changes: [Change] = []
            for stored in entry.changes {
                guard let slot = house.register.kind(stored.kind)?.slot else { throw .unreadable("kind \(stored.kind)") }
                let reference = Reference(slot: slot, number: stored.number)
                let record = StoredRecord(change: stored, sequence: entry.sequence, happened: entry.happened)
                let row = try house.register.row(record, keys: keys)
                // A version that was true earlier than the one held does not become current.
                let isCurrent =
                    picture[reference].map { $0.happened <= entry.happened } ?? (newest[reference] ?? entry.sequence == entry.sequence)
                guard isCurrent else { continue }
                changes.append(row.map { Change($0) } ?? Change(removing: reference))
            }
            if !entry.erases.isEmpty { lastErasure = entry.sequence }
            _ = take(changes, at: entry.sequence)
        }
        recorded = entries.map(\.recorded).reduce(recorded, max)
        scribe.follow(to: Head(sequence: last.sequence, hash: last.hash), keys: keys)
        show(outcome)
        announce()
    }

    private func decideAgain(_ decided: Decided, _ keyed: [String: Entry]) {
        let (asked, answer) = (decided.asked, decided.answer)
        let decision: Deciding.Decision
        let happened: Instant
        do throws(Denial) {
            switch asked {
            case .news: throw .journal(.notAtHead)
            case .act(let request):
                if !request.idempotencyKey.isEmpty, let entry = keyed[request.idempotencyKey] {
                    return answer.resume(returning: self.answer(to: request, by: entry))
                }
                happened = deciding.happened(request, in: picture)
                decision = try deciding.decide(request, on: findings, happened: happened)
            case .turnedAway(let request, let denial):
                happened = deciding.happened(request, in: picture)
                // Whatever others wrote, somebody was turned away.
                guard let told = deciding.told(of: request, denial, on: findings, happened: happened) else {
                    // Others have kept it already: whoever asked is told why they were refused.
                    return answer.resume(returning: .success(.known(published.head.sequence)))
                }
                decision = told
            }
        } catch { return answer.resume(returning: .failure(error)) }
        enqueue(asked, decision, happened: happened, answer)
    }
}
