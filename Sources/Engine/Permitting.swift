package import Ledger
package import Rulebook

/// Whether somebody may write what they ask: judged once, whoever asks by whatever way - on what was given, and on what it would make.
package struct Permitting {
    package let authority: Authority
    package let rights: Rights
    /// The ceremony as it stands.
    package let picture: Picture
    package let now: Instant
    package let house: Constitution

    init(_ authority: Authority, in picture: Picture, of house: Constitution, now: Instant) {
        self.authority = authority
        self.picture = picture
        self.house = house
        self.now = now
        rights = authority.rights(in: picture, of: house, at: now)
    }

    /// Whether they may know of a record: what is hidden is to them as if it were not there.
    func sees(_ reference: Reference) -> Bool {
        guard let row = picture[reference], let kind = picture.register.kind(slot: reference.slot) else { return true }
        return house.shows(kind, to: rights) && house.shows(row, to: rights) && rights.sees(row, in: picture)
    }

    /// What they may know of.
    var outlook: Outlook {
        let rights = rights
        return Outlook(sees: sees, seen: { picture in picture.without(rights.hidden(in: picture)) }, letOut: refuseUnseen)
    }

    /// Refuses before anything is worked out: whoever is nobody here, what is not theirs to write, and what they have to prove
    /// themselves for.
    func admit(_ request: ActRequest, _ act: Act?) throws(Denial) {
        do {
            try refuseStrangers(isPreparation: act.map { $0.standing == .preparation } ?? true)
            for proposal in request.proposals { try refuseOthers(proposal, act) }
        } catch { throw .refused(error) }
        let kinds = request.proposals.compactMap { picture.register.kind($0.kind) }
        let isDangerous = act.map(house.needsProof) ?? false || kinds.contains(where: house.needsProof)
        guard authority.isProved || !isDangerous else { throw .needsProof }
    }

    /// What is done is answered for by somebody who is on record: an officer, or for what is only prepared an account.
    func refuseStrangers(isPreparation: Bool) throws(Refusal) {
        guard authority.way != .opener, !house.offices.isOfficer(authority.officer, in: picture) else { return }
        // Where a ceremony has no officers yet there is nobody who could be named; the first is not written by one of them.
        guard authority.way != .dataFolder || house.offices.isStaffed(picture) else { return }
        let day = picture.zone.day(at: now)
        let isAccount =
            authority.account.map { $0 == authority.officer && house.offices.rights(of: $0, in: picture, on: day) != nil } ?? false
        guard isPreparation, isAccount else {
            throw Refusal(.actorUnknown, [Fact("actor", authority.officer.isEmpty ? "—" : authority.officer)])
        }
    }

    /// Refuses kinds and fields that are not theirs, by what was given.
    private func refuseOthers(_ proposal: ActRequest.Proposal, _ act: Act?) throws(Refusal) {
        guard let named = picture.register.kind(proposal.kind) else { return }
        guard house.shows(named, to: rights) else { throw notYours(named) }
        let kind = act.flatMap { picture.register.kind(slot: $0.slot) } ?? named
        let isTheirs =
            act.map { house.lets(rights, do: $0) } ?? (house.lets(rights, change: kind) || Permitting.aboutSlips.contains(kind.slot))
        guard isTheirs else { throw notYours(kind) }
        if let number = picture[slot: named.slot].number(of: proposal.code), sees(Reference(slot: named.slot, number: number)) {
            let row = picture[Reference(slot: named.slot, number: number)]
            try refuseBeyondScope(row, named, picture)
            if let act, let row, let owner = act.owner(of: row), !rights.audits, !authority.holdsDataFolder,
                picture.code(of: owner) != authority.officer
            {
                throw notYours(named)
            }
        }
        let given = proposal.contents.map(\.column) + proposal.values.map(\.column)
        for column in kind.columns where given.contains(column.name) && !rights.sees(column) {
            throw Refusal(.notYours, [Fact("kind", .word(kind.code)), Fact("field", column.name)])
        }
    }

    private static let aboutSlips: Set<Int> = [Waiver.slot, Assignment.slot]

    /// Refuses what they may not write, by what it would make.
    ///
    /// - Parameter act: nil for preparation, which writes nothing that its sender does not see. What an act writes beyond what it was
    ///   given is its own meaning.
    func permit(_ draft: Draft, _ act: Act?) throws(Refusal) {
        for change in draft.changes {
            guard let kind = picture.register.kind(slot: change.reference.slot) else { continue }
            let before = picture[change.reference]
            // Nothing is lifted out of the sight of whoever lifts it.
            if let row = change.row, !rights.sees(row), before.map(rights.sees) ?? true {
                throw Refusal(
                    .aboveOwnCeiling, [Fact("field", "classification"), Fact("ceiling", .word(rights.ceiling.rawValue))])
            }
            if act == nil || act?.slot == kind.slot {
                try refuseBeyondScope(before, kind, picture)
                try refuseBeyondScope(change.row, kind, draft.picture)
            }
            guard act == nil else { continue }
            guard mayPrepare(kind, [before, change.row]) else { throw notYours(kind) }
            if let before, !rights.sees(before, in: picture) { throw notYours(kind) }
            for (place, column) in kind.columns.enumerated() {
                let (old, new) = (before?.value(place) ?? .absent, change.row?.value(place) ?? .absent)
                guard old != new, change.row != nil else { continue }
                guard rights.sees(column) || before == nil && new == kind.blank(place) else {
                    throw Refusal(.notYours, [Fact("kind", .word(kind.code)), Fact("field", column.name)])
                }
                try refuseHidden(old, new, column, kind, change.row?.code ?? "")
            }
        }
    }

    /// What was removed is, to whoever may not know of it, as if it had never been.
    func refuseUnseen(_ removed: [any AnyRow]) throws(Refusal) {
        for row in removed {
            guard let kind = picture.register.kind(slot: row.slot) else { continue }
            guard house.shows(kind, to: rights), rights.sees(row, in: picture) else {
                throw Refusal(.unknownRecord, [Fact("kind", .word(kind.code)), Fact("code", row.code)])
            }
            try refuseBeyondScope(row, kind, picture)
        }
    }

    /// Whoever lets something out sees all of it: of what is hidden nothing is told, not even that it is there. Who confirms it need not.
    private func refuseUnseen(_ disclosure: Disclosure) throws(Refusal) {
        let unseen = Refusal(.unseenInList, [Fact("kind", .word(disclosure.kind))])
        guard let kind = picture.register.kind(disclosure.kind), house.shows(kind, to: rights) else { throw unseen }
        for name in disclosure.columns {
            guard let column = kind.place(of: name).map({ kind.columns[$0] }), rights.sees(column) else {
                throw Refusal(.notYours, [Fact("kind", .word(kind.code)), Fact("field", name)])
            }
        }
        for number in disclosure.numbers {
            let reference = Reference(slot: kind.slot, number: number)
            guard picture[reference] != nil, sees(reference) else { throw unseen }
        }
    }

    /// Whoever is limited to the records of one party or body writes those alone: what is nobody's is only looked at.
    private func refuseBeyondScope(_ row: (any AnyRow)?, _ kind: Kind, _ picture: Picture) throws(Refusal) {
        guard let scope = rights.scope, let row, !scope.owns(row, in: picture) else { return }
        throw Refusal(.beyondScope, [Fact("kind", .word(kind.code)), Fact("code", row.code)])
    }

    /// Whether they may prepare records of a kind: at a desk of its room; of what people decide about a slip also at the desk that owns it.
    private func mayPrepare(_ kind: Kind, _ rows: [(any AnyRow)?]) -> Bool {
        if house.lets(rights, change: kind) { return true }
        guard Permitting.aboutSlips.contains(kind.slot) else { return false }
        return rows.compactMap { $0 }.allSatisfy { row in
            let name = (row as? Row<Waiver>)?.record.rule ?? (row as? Row<Assignment>)?.record.rule ?? ""
            return house.rulebook.rules.first { $0.id == name }.map { house.lets(rights, tend: $0.desk) } ?? false
        }
    }

    /// What is newly named must be known: of what is hidden nothing is told, not even that it is there.
    private func refuseHidden(_ old: Value, _ new: Value, _ column: Kind.Column, _ kind: Kind, _ code: String) throws(Refusal) {
        let known = picture.register.references(in: old, column.shape)
        for named in picture.register.references(in: new, column.shape) where !known.contains(named) && !sees(named) {
            throw Refusal(
                .unknownReference,
                [
                    Fact("kind", .word(kind.code)), Fact("code", code), Fact("field", column.name),
                    Fact("target", .word(column.shape.target ?? "")), Fact("value", picture.code(of: named) ?? ""),
                ])
        }
    }

    private func notYours(_ kind: Kind) -> Refusal { Refusal(.notYours, [Fact("kind", .word(kind.code)), Fact("field", "")]) }
}

extension Constitution {
    /// Whether an act is done only by somebody who has just proved who they are.
    package func needsProof(_ act: Act) -> Bool { act.officers == .two || act.name == .confirm || offices.guarded.contains(act.slot) }

    /// Whether records of a kind are prepared only by somebody who has.
    package func needsProof(_ kind: Kind) -> Bool { offices.guarded.contains(kind.slot) }
}
