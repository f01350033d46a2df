import Addresses
import Engine
import Furniture
import Ledger
import Mounting
import Paperwork
import Phrases
import Rulebook

/// What a page tells of a proposal: who may let it be done, and what was done by it.
extension FrontDesk {
    /// Who may confirm an open proposal, and where; and where nobody can, what to do.
    func whoMayConfirm(_ pending: PendingAct, _ reader: Reader, _ visitor: Visitor) async -> [String] {
        // Within a part of the ceremony nobody sees who else there is.
        guard !reader.sight.isLimited, reader.now < pending.expires.instant, let row = reader.picture.row(pending.id) else { return [] }
        var able: [String] = []
        var ofOneHand: [String] = []
        for account in house.accounts.all(in: reader.picture) where account.code != pending.proposerAccount {
            let office = account.officer ?? account.code
            guard let rights = house.rights(of: account.code, in: reader.picture, at: reader.now),
                house.constitution.lets(rights, confirm: pending),
                rights.sees(row, in: reader.picture), office != pending.proposer,
                !house.constitution.offices.isOnePerson(pending.proposer, office, in: reader.picture)
            else { continue }
            if await isOfOneHand(account.code, pending) { ofOneHand.append(office) } else { able.append(office) }
        }
        if !able.isEmpty { return [reader.phrases("proposal.who", [Fact("names", names(able, reader))])] }
        let nobody = reader.phrases("proposal.nobody")
        guard !ofOneHand.isEmpty else { return [nobody] }
        return [reader.phrases("proposal.one_hand", [Fact("names", names(ofOneHand, reader))]), nobody]
    }

    /// Whether an account let the proposer in, or came in by one of the same hands. Of whoever has never signed in nobody knows it yet.
    private func isOfOneHand(_ account: String, _ pending: PendingAct) async -> Bool {
        guard !pending.hands.contains(account) else { return true }
        guard let known = try? await credentials.has(account), known, let hands = try? await credentials.letIn(account) else {
            return false
        }
        return hands.contains(Authority.unknownHand) || !pending.hands.isDisjoint(with: hands)
    }

    private func names(_ offices: [String], _ reader: Reader) -> String {
        let named = offices.prefix(Self.mostTouched).map(reader.office)
        let more = offices.count - named.count
        return more > 0
            ? named.joined(separator: ", ") + " · " + reader.phrases("preview.more", [Fact("count", more)]) : named.joined(separator: ", ")
    }

    /// Whom a proposal that was decided touched, as far as the reader may still know of them.
    func touched(_ number: UInt32, of kind: Kind, _ reader: Reader) -> [String] {
        guard kind.slot == PendingAct.slot, let pending = reader.picture[ID<PendingAct>(number)], pending.state != .open else { return [] }
        let seen = subjects(of: pending, reader)
        guard !seen.isEmpty else { return [] }
        let names = seen.prefix(Self.mostTouched).map(reader.name).joined(separator: ", ")
        let isErased = pending.state == .confirmed && pending.act == ActName.erase.rawValue
        return [reader.phrases(isErased ? "proposal.erased" : "proposal.touched", [Fact("count", seen.count), Fact("names", names)])]
    }

    private func subjects(of pending: PendingAct, _ reader: Reader) -> [Reference] {
        pending.subjects.compactMap { name -> Reference? in
            let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
            guard parts.count == 2, let slot = reader.picture.register.kind(parts[0])?.slot else { return nil }
            return reader.picture[slot: slot].number(of: parts[1]).map { Reference(slot: slot, number: $0) }
        }.filter(reader.sees)
    }

    /// People whom a proposal names one by one.
    private static let mostTouched = 20

    /// What was done by a proposal that was confirmed, with the way to it; to whoever asked for a list, where they fetch it.
    func whatWasDone(
        by pending: PendingAct, _ past: [Alteration], _ reader: Reader, _ visitor: Visitor
    ) async throws(JournalFailure) -> [ToldPart] {
        guard pending.state == .confirmed, let entry = past.last(where: { $0.decides(pending) })?.entry else { return [] }
        let changed = try await served.changed(by: entry.sequence).compactMap { change in
            reader.picture.register.kind(change.kind).map { Reference(slot: $0.slot, number: change.number) }
        }.filter { $0.slot != PendingAct.slot }
        // Of whom is erased, everything changes that spoke of them: their own record says it for all.
        let records = pending.act == ActName.erase.rawValue ? subjects(of: pending, reader) : changed.filter(reader.sees)
        let act = "act.\(pending.act)"
        var lines: [(label: String, content: ToldPart.Content)] = [
            (reader.phrases("field.pending_act.act"), .text(reader.phrases.has(act) ? reader.phrases(act) : pending.act)),
            (reader.phrases("proposal.done_as"), .text(reader.phrases.grouped(entry.sequence))),
        ]
        if !records.isEmpty { lines.append((reader.phrases("exports.records", [Fact("count", records.count)]), .records(records))) }
        for export in changed.compactMap({ reader.picture[$0].flatMap { house.exports.export($0, in: reader.picture) } })
        where export.isOfHouse && reader.sees(export.reference) {
            let isAsking = export.askedBy.flatMap(reader.picture.code) == visitor.actor
            let asker = export.askedBy.map { reader.name($0) } ?? reader.office(of: pending.proposer)
            let words = reader.phrases(isAsking ? "proposal.fetch" : "proposal.fetch_other", isAsking ? [] : [Fact("asker", asker)])
            lines.append((reader.phrases("proposal.copies"), .place(.export(export.code), words)))
        }
        return [ToldPart("done", reader.phrases("proposal.done"), lines)]
    }
}

extension Alteration {
    /// Whether it is how a proposal was confirmed.
    fileprivate func decides(_ pending: PendingAct) -> Bool {
        (after as? Row<PendingAct>)?.record.state == .confirmed && (before as? Row<PendingAct>)?.record.state != .confirmed
    }
}
