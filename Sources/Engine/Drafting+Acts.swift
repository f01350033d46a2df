import Ledger
import Rulebook

/// How an act becomes changes: its inputs are put into the record that it is about or makes, and it completes that record itself.
extension Drafting {
    /// The draft of an act done to each of these records.
    ///
    /// - Parameter isTurnedAway: whether stops forbid it, and what is written is that somebody was turned away.
    static func done(
        _ act: Act, _ proposals: [ActRequest.Proposal], by officer: String, on picture: Picture, happened: Instant, acts: [Act],
        isTurnedAway: Bool = false, outlook: Outlook = .whole
    ) throws(Refusal) -> Draft {
        var drafting = Drafting(on: picture, happened: happened, outlook: outlook)
        for proposal in proposals {
            do { try drafting.perform(act, proposal, by: officer, acts, isTurnedAway) } catch {
                // Of many it must be known which.
                throw proposals.count == 1 ? error : error.with(Fact("among", proposal.code))
            }
        }
        return try drafting.finished()
    }

    private mutating func perform(
        _ act: Act, _ proposal: ActRequest.Proposal, by officer: String, _ acts: [Act], _ isTurnedAway: Bool
    ) throws(Refusal) {
        guard let kind = picture.register.kind(slot: act.slot) else { throw Refusal(.unknownKind, [Fact("kind", proposal.kind)]) }
        let setting = try setting(of: act, kind, proposal, by: officer)
        try refuseOlder(setting.before, kind, proposal)
        try refuseChangedSince(setting.origin.flatMap { picture[$0] } ?? setting.before, kind, proposal)
        try act.refuseBarred(setting)
        var values = act.beginning(setting.origin == nil ? setting : setting.seen(seenPicture())).values
        var proposal = proposal
        proposal.code = setting.code
        try fill(&values, kind, proposal)
        let given = proposal.contents.map(\.column) + proposal.values.map(\.column)
        try refuseOthersColumns(given, of: act, kind, acts, isNew: setting.before == nil)
        for input in act.asks where input.isRequired {
            guard let place = kind.place(of: input.column) else { continue }
            guard values[place] == .absent || kind.columns[place].emptyWord.map({ values[place] == .text($0) }) ?? false else { continue }
            throw Refusal(.inputMissing, [Fact("act", act.name.rawValue), Fact("kind", .word(kind.code)), Fact("field", input.column)])
        }
        let wished = try row(kind, setting.number, values, proposal)
        // Before the act looks at what it is to let out: whatever it finds there would tell of what is hidden.
        if let disclosure = act.discloses(writing: wished) { try outlook.letOut(disclosure) }
        try refuseMadeUp(given, wished, act, kind, by: officer)
        var outcome = try act.decide(wished, setting)
        if isTurnedAway { outcome = outcome.first?.row.flatMap { act.turnedAway($0, setting) }.map { [Change($0)] } ?? [] }
        for change in outcome {
            guard let row = change.row, let kind = picture.register.kind(slot: row.slot) else { continue }
            let before = picture[change.reference]
            // Whoever is erased keeps a record without what every record of its kind must have; and though nothing of them stands in it any
            // more, earlier entries may hold something: the erasure is written all the same.
            let erases = act.name == .erase
            if !erases { try refuseMeaningless(row.values, kind, before, proposal) }
            if erases || before?.isEqual(to: row) != true { take(change) }
        }
        if !isTurnedAway { try refuseAltered(given, wished, by: outcome.first?.row, act, kind) }
    }

    /// What an act is about: a record that is there, or one to be made, from another or from nothing.
    private func setting(
        of act: Act, _ kind: Kind, _ proposal: ActRequest.Proposal, by officer: String
    ) throws(Refusal) -> Act.Setting {
        guard let named = picture.register.kind(proposal.kind) else { throw Refusal(.unknownKind, [Fact("kind", proposal.kind)]) }
        let found = picture[slot: named.slot].number(of: proposal.code).map { Reference(slot: named.slot, number: $0) }
            .flatMap { outlook.sees($0) ? $0 : nil }
        let isOrigin = act.origins.contains(named.slot) && (named.slot != act.slot || proposal.isOrigin || !act.changesRecords)
        if isOrigin, let found { return made(by: act, kind, "", from: found, by: officer) }
        guard named.slot == act.slot else {
            if act.origins.contains(named.slot) {
                throw Refusal(.unknownRecord, [Fact("kind", .word(named.code)), Fact("code", proposal.code)])
            }
            throw Refusal(.actAboutOtherKind, [Fact("act", act.name.rawValue), Fact("kind", .word(named.code))])
        }
        if let found {
            guard act.changesRecords else { throw Refusal(.actMakesNew, facts(act, proposal)) }
            return Act.Setting(
                picture: picture, before: picture[found], number: found.number, code: proposal.code, officer: officer, happened: happened)
        }
        guard act.makesRecords else { throw Refusal(.unknownRecord, [Fact("kind", .word(named.code)), Fact("code", proposal.code)]) }
        return made(by: act, kind, proposal.code, from: nil, by: officer)
    }

    private func made(by act: Act, _ kind: Kind, _ code: String, from origin: Reference?, by officer: String) -> Act.Setting {
        let number = picture.nextNumber(slot: kind.slot)
        return Act.Setting(
            picture: picture, before: nil, origin: origin, number: number, code: code.isEmpty ? freeCode(kind, number) : code,
            officer: officer, happened: happened)
    }

    /// A code for a record that an act makes: its kind and its number, or the next that nobody has.
    private func freeCode(_ kind: Kind, _ number: UInt32) -> String {
        let word = kind.code.uppercased().replacing("_", with: "-")
        var number = number
        while picture[slot: kind.slot].number(of: "\(word)-\(number)") != nil { number += 1 }
        return "\(word)-\(number)"
    }

    /// Refuses to write what another act means: each act fills in its own.
    private func refuseOthersColumns(_ given: [String], of act: Act, _ kind: Kind, _ acts: [Act], isNew: Bool) throws(Refusal) {
        let own = Set(act.fills.map(\.column)).union(act.asks.map(\.column))
        for other in acts where other.slot == kind.slot {
            guard let column = other.fills.map(\.column).first(where: { given.contains($0) && !own.contains($0) }) else { continue }
            throw Refusal(.onlyByAct, [Fact("act", other.name.rawValue), Fact("field", column)])
        }
        // Nor is anything slipped in that whoever does the act was not asked: what is decided is not changed in the same stroke.
        let strange = given.filter { !own.contains($0) }.compactMap { kind.place(of: $0) }.first { !(isNew && kind.columns[$0].isCommon) }
        if let stranger = strange.map({ kind.columns[$0].name }) {
            throw Refusal(.notAsked, [Fact("act", act.name.rawValue), Fact("kind", .word(kind.code)), Fact("field", stranger)])
        }
    }

    /// What an act fills in may be given as it truly was, and not otherwise: no time to come, and no name but one's own.
    private func refuseMadeUp(
        _ given: [String], _ wished: any AnyRow, _ act: Act, _ kind: Kind, by officer: String
    ) throws(Refusal) {
        let filled = Set(act.fills.map(\.column))
        let judged = given.filter { filled.contains($0) || act.standing == .fact }
        let latest = act.standing == .fact ? happened.adding(minutes: Deciding.mostAhead) : happened
        for column in judged {
            guard let place = kind.place(of: column) else { continue }
            switch wished.value(place) {
            case .moment(let moment) where moment.instant > latest:
                throw Refusal(notYet: moment.instant, at: happened, in: picture).with(Fact("field", column))
            case .day(let day) where day > picture.zone.day(at: latest):
                throw Refusal(notYet: picture.zone.start(of: day), at: happened, in: picture).with(Fact("field", column))
            case .reference(let number) where filled.contains(column) && kind.columns[place].shape == .reference("officer"):
                guard let slot = picture.register.kind("officer")?.slot, picture[slot: slot].number(of: officer) != number else { continue }
                throw Refusal(.otherwiseByAct, [Fact("act", act.name.rawValue), Fact("kind", .word(kind.code)), Fact("field", column)])
            default: continue
            }
        }
    }

    /// What somebody gave is never altered without a word: where the act means something else, it is refused. What was left blank the
    /// act may fill in.
    private func refuseAltered(
        _ given: [String], _ wished: any AnyRow, by outcome: (any AnyRow)?, _ act: Act, _ kind: Kind
    ) throws(Refusal) {
        for column in given {
            guard let place = kind.place(of: column), let outcome, outcome.value(place) != wished.value(place),
                wished.value(place) != .absent
            else { continue }
            throw Refusal(
                .otherwiseByAct, [Fact("act", act.name.rawValue), Fact("kind", .word(kind.code)), Fact("field", column)])
        }
    }

    private func facts(_ act: Act, _ proposal: ActRequest.Proposal) -> [Fact] {
        [Fact("act", act.name.rawValue), Fact("code", proposal.code)]
    }
}

extension Act.Setting {
    /// The same, where nothing is taken over from what whoever acts may not know of.
    fileprivate func seen(_ picture: Picture) -> Act.Setting {
        Act.Setting(
            picture: picture, before: before, origin: origin, number: number, code: code, officer: officer, happened: happened)
    }
}
