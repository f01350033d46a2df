package import Ledger
package import Rulebook

/// Whether somebody may have a pack written: it writes what they could have written by a form or a sheet, and nothing else.
package struct PackJudging {
    let deciding: Deciding
    let findings: RuleAnswers
    let authority: Authority

    private var picture: Picture { findings.picture }
    private var permitting: Permitting {
        Permitting(authority, in: picture, of: deciding.house, now: deciding.now)
    }

    /// Whether it is told as it was recorded elsewhere, by whoever holds the folder of the data: then the house only listens.
    ///
    /// - Parameter isFirst: whether the journal is empty, or the pack is to be taken as if it were.
    func isTold(_ isFirst: Bool) -> Bool { isFirst && authority.holdsDataFolder }

    /// What they may know of while their pack is read; nil where nothing could be kept from them.
    package func sight(isFirst: Bool) -> PackSight? {
        guard authority.way != .dataFolder, !isTold(isFirst) else { return nil }
        let permitting = permitting
        return PackSight(
            seesKind: { permitting.house.shows($0, to: permitting.rights) }, seesColumn: permitting.rights.sees,
            sees: { [permitting] in permitting.sees($0) })
    }

    /// Refuses before anything is read: whoever is nobody here, and whoever could write nothing of a pack, whatever it holds. Whoever holds
    /// the folder of the data may have it read by anybody's name: they are asked for an officer once there is something to write.
    package func admit(isFirst: Bool) throws(Denial) {
        guard !isTold(isFirst), authority.way != .dataFolder else { return }
        try refuseUnable()
    }

    private func refuseUnable() throws(Denial) {
        let permitting = permitting
        do { try permitting.refuseStrangers(isPreparation: true) } catch { throw .refused(error) }
        let mayChange = picture.register.kinds.contains { kind in
            deciding.house.lets(permitting.rights, change: kind) && deciding.house.actOnly.wayIn(to: kind.slot) == nil
        }
        guard mayChange else { throw .refused(Refusal(.mayChangeNothing)) }
    }

    /// The ceremony with the pack taken in, or why it is not.
    func judged(_ news: [News], isFirst: Bool) throws(Denial) -> Draft {
        let draft = draft(news)
        do { try refuseFuture(news) } catch { throw .refused(error) }
        guard !isTold(isFirst) else { return draft }
        try refuseUnable()
        guard authority.isProved || deciding.house.offices.guarded.isDisjoint(with: draft.changes.map(\.reference.slot)) else {
            throw .needsProof
        }
        do {
            try refuseOlder(news)
            try permitting.permit(draft, nil)
            try refuseMeaningless(draft)
            try deciding.refuseAboveCeiling(draft)
            try deciding.house.actOnly.refuse(draft, before: picture)
            // A pack is nobody's second officer, and waives nothing that its bearer could not.
            try Judgement.refuse(
                ActRequest(act: .load, by: authority, proposals: []), draft, before: picture, of: deciding.house, now: deciding.now)
            try refusePower(draft)
        } catch { throw .refused(error) }
        return draft
    }

    private func draft(_ news: [News]) -> Draft {
        var after = picture
        after.apply(news.inOrder.filter(\.isCurrent).map(\.change))
        return Draft(changes: news.map(\.change), picture: after)
    }

    private func refuseFuture(_ news: [News]) throws(Refusal) {
        let now = deciding.now
        for one in news where one.happened > now {
            throw Refusal(notYet: one.happened, at: now, in: picture)
        }
    }

    /// History is written anew by nobody but whoever holds the folder of the data.
    private func refuseOlder(_ news: [News]) throws(Refusal) {
        guard authority.way != .dataFolder, let old = news.first(where: { !$0.isCurrent }) else { return }
        throw Refusal(older: old.code, than: old.reference, in: picture)
    }

    /// Refuses what a form would not take either: content that no reader could make sense of, and removing what others name.
    private func refuseMeaningless(_ draft: Draft) throws(Refusal) {
        let drafting = Drafting(on: picture, happened: deciding.now)
        for change in draft.changes {
            guard let kind = picture.register.kind(slot: change.reference.slot) else { continue }
            let before = picture[change.reference]
            let code = change.row?.code ?? before?.code ?? ""
            if let row = change.row {
                try drafting.refuseMeaningless(row.values, kind, before, ActRequest.Proposal(kind: kind.code, code: code))
            } else if draft.picture[change.reference] == nil, let user = draft.picture.firstReferrer(of: change.reference) {
                throw Refusal(.stillReferredTo, [Fact("kind", .word(kind.code)), Fact("code", code), Fact("by", .record(user))])
            }
        }
    }

    private func refusePower(_ draft: Draft) throws(Refusal) {
        let permitting = permitting
        try deciding.house.offices.refuseSelfMade(draft, by: permitting)
        guard permitting.takesTwo(draft, nil) else { return }
        guard permitting.isAlone(draft, nil) else { throw Refusal(.powerByPack) }
        guard authority.holdsDataFolder else { throw Refusal(.secondOfficerMissing) }
    }
}

/// What whoever brings a pack may know of. Of the rest they are told nothing: it is asked before anything is compared with the house.
package struct PackSight: Sendable {
    package let seesKind: @Sendable (Kind) -> Bool
    package let seesColumn: @Sendable (Kind.Column) -> Bool
    package let sees: @Sendable (Reference) -> Bool
}

extension Refusal {
    /// What happened before the newest content of a record.
    package init(older code: String, than record: Reference, in picture: Picture) {
        let kind = picture.register.kind(slot: record.slot)?.code ?? ""
        let since = Moment(picture[record]?.happened ?? .distantPast, in: picture.zone)
        self.init(.olderThanRecord, [Fact("kind", .word(kind)), Fact("code", code), Fact("since", since)])
    }

    /// What happened later than it is now, told on the ceremony's clocks.
    init(notYet happened: Instant, at now: Instant, in picture: Picture) {
        self.init(.notYet, [Fact("happened", Moment(happened, in: picture.zone)), Fact("now", Moment(now, in: picture.zone))])
    }
}
