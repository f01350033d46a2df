import Ledger
import Rulebook

/// What takes two officers: how an act becomes a proposal, and a proposal the act again.
enum Proposing {
    /// The proposal that stands for the act until another confirms it.
    static func pending(_ request: ActRequest, _ act: Act?, _ draft: Draft, in picture: Picture, at now: Instant) -> Draft {
        let number = picture.nextNumber(slot: PendingAct.slot)
        var code = "TWO-\(number)"
        while picture.find(PendingAct.self, code) != nil { code += "-" }
        var pending = PendingAct(code, id: number)
        pending.heading.classification = draft.changes.flatMap { [$0.row, picture[$0.reference]] }.compactMap { $0?.classification }
            .reduce(.internal) { $0.grade >= $1.grade ? $0 : $1 }
        pending.act = request.act.rawValue
        pending.proposer = request.authority.officer
        pending.proposerAccount = request.authority.account ?? ""
        pending.proposerInviter = request.authority.letInBy.joined(separator: "\n")
        pending.proposerWay = request.authority.way.written
        pending.reason = request.reason
        pending.proposed = Moment(now, in: picture.zone)
        pending.expires = Moment(now.adding(minutes: PendingAct.hours * 60), in: picture.zone)
        // What is due is everybody's, and names nobody.
        pending.subjects = act?.forgetsByDate == true ? [] : subjects(of: draft, in: picture, with: request.former.removed.keys)
        pending.records = request.written(in: picture, act).written
        pending.tellWhatIsAsked()
        pending.meaning = meaning(of: draft, act, before: picture).written
        let change = Change(pending, happened: now)
        var after = picture
        after.apply([change])
        return Draft(changes: [change], picture: after)
    }

    /// Whom a draft touches, by their names; and those of whom no record stands any more.
    private static func subjects(of draft: Draft, in picture: Picture, with removed: some Sequence<String>) -> [String] {
        guard let people = picture.register.people else { return [] }
        let rows = draft.changes.flatMap { [picture[$0.reference], $0.row] }.compactMap { $0 }
        let numbers = rows.reduce(into: Set<UInt32>()) { $0.formUnion(draft.picture.subjects(of: $1)) }
        let names = numbers.compactMap { number in
            let person = Reference(slot: people.slot, number: number)
            return (draft.picture.code(of: person) ?? picture.code(of: person)).map { "\(people.code)/\($0)" }
        }
        return Set(names).union(removed).sorted()
    }

    /// What waits is read by whoever may confirm it, at whatever desk: nothing about a person waits there.
    static func refusePersonal(_ request: ActRequest, _ act: Act?, in picture: Picture) throws(Refusal) {
        for proposal in request.proposals {
            let given = proposal.contents.map(\.column) + proposal.values.map(\.column)
            guard let kind = act.flatMap({ picture.register.kind(slot: $0.slot) }) ?? picture.register.kind(proposal.kind),
                let column = kind.columns.first(where: { $0.isPersonal && given.contains($0.name) })
            else { continue }
            throw Refusal(.personalInProposal, [Fact("kind", .word(kind.code)), Fact("field", column.name)])
        }
    }

    /// What is asked for by a proposal, in the power of who proposed it.
    static func request(of pending: PendingAct) throws(Refusal) -> ActRequest {
        let over = Refusal(.proposalOver, [Fact("code", pending.heading.code)])
        guard let json = try? JSON(parsing: pending.records), let records = json.list, let way = Authority.Way(pending.proposerWay) else {
            throw over
        }
        let authority = Authority(
            officer: pending.proposer, account: pending.proposerAccount.isEmpty ? nil : pending.proposerAccount, way: way, isProved: true)
        let proposals = records.compactMap(ActRequest.Proposal.init(written:))
        guard proposals.count == records.count else { throw over }
        return ActRequest(act: ActName(pending.act), by: authority, reason: pending.reason, proposals: proposals)
    }

    /// What a draft would change, as it is compared at the moment of confirming: in which records, as they were left by which entry, so that
    /// nothing of them may change meanwhile. What an act fills in by itself is told by when it is done; what erases by date, by what it counted.
    static func meaning(of draft: Draft, _ act: Act?, before: Picture) -> JSON {
        let filled = Set((act?.fills ?? []).filter(\.words.isEmpty).map(\.column))
        let counts = act?.forgetsByDate == true
        func isMoment(_ name: String, of kind: Kind) -> Bool { kind.place(of: name).map { kind.columns[$0].shape == .moment } ?? false }
        return .list(
            draft.changes.filter { !counts || $0.reference.slot == act?.slot }.map { change in
                guard let kind = draft.picture.register.kind(slot: change.reference.slot) else { return .null }
                let stands = before[change.reference]
                // The number of what is new, and its code where the act gives it one, come about when it is written.
                let own: Set<String> = kind.slot == act?.slot ? filled.filter { name in !counts || isMoment(name, of: kind) } : []
                let skips = own.union(act != nil && stands == nil ? ["code"] : [])
                let number = stands == nil ? 0 : change.reference.number
                var members: [JSON.Member] = [
                    .init("kind", .text(kind.code)), .init("number", .integer(Int64(number))),
                    .init("since", .integer(Int64(stands?.sequence ?? 0))),
                ]
                for (place, column) in kind.columns.enumerated() where !column.isPersonal && !skips.contains(column.name) {
                    guard let value = change.row?.value(place), value != .absent else { continue }
                    members.append(.init(column.name, JSON(value)))
                }
                return .object(members)
            })
    }
}

extension ActRequest {
    /// What was asked, with other records by their codes.
    fileprivate func written(in picture: Picture, _ act: Act?) -> JSON {
        .list(
            proposals.map { proposal in
                let kind = act.flatMap { picture.register.kind(slot: $0.slot) } ?? picture.register.kind(proposal.kind)
                var contents = proposal.contents.map { JSON.Member($0.column, $0.value) }
                for (column, value) in proposal.values {
                    guard let shape = kind?.columns.first(where: { $0.name == column })?.shape else { continue }
                    contents.append(.init(column, picture.register.written(value, shape) { picture.code(of: $0) }))
                }
                return .object([
                    .init("kind", .text(proposal.kind)), .init("code", .text(proposal.code)), .init("new", .flag(proposal.isNew)),
                    .init("origin", .flag(proposal.isOrigin)), .init("removes", .flag(proposal.removes)), .init("set", .object(contents)),
                ])
            })
    }
}

extension ActRequest.Proposal {
    fileprivate init?(written json: JSON) {
        guard let kind = json["kind"]?.text, let code = json["code"]?.text, case .object(let contents)? = json["set"] else { return nil }
        self.init(kind: kind, code: code, contents: contents.map { ($0.name, $0.value) }, removes: json["removes"] == .flag(true))
        isNew = json["new"] == .flag(true)
        isOrigin = json["origin"] == .flag(true)
    }
}
