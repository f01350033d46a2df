package import Ledger
package import Rulebook

/// An act in the world that somebody tried and that was stopped or refused: nothing came of it, and that it was tried is known.
package struct RefusedTry: Entity {
    package static let slot = 204
    package static let code = "refused_try"
    package static let file = "refused-tries"
    package static let fields = Fields<RefusedTry>(
        Field("act", \.act, .required, means: .act),
        Field("about", \.about),
        Field("officer", \.officer, .required),
        Field("account", \.account),
        Field("why", \.why, .required),
        Field("first", \.first, .required),
        Field("last", \.last, .required),
        Field("times", \.times, .required))
    package static func spokenOf(by record: RefusedTry) -> [String] { [record.about] }
    package static let indexes = [byOfficer]
    package static let byOfficer = Index<RefusedTry>(0) { $0.officer }

    package var heading = Heading<RefusedTry>()
    /// The code of the act.
    package var act = ""
    /// What it was to be done to: `signing_slot/Q-VNM`; of many the first.
    package var about = ""
    /// The code of the officer who tried.
    package var officer = ""
    package var account = ""
    /// The ids of the rules that stopped it, or the code of the refusal.
    package var why = ""
    package var first = Moment.blank
    package var last = Moment.blank
    /// How often it was tried so; what was tried again within a minute is not counted.
    package var times = 0

    package init() {}
}

extension ActName {
    /// Keeping that an act was tried and not done.
    package static let noteRefusal = ActName("note_refusal")
}

/// Whether a try that was not done leaves a trace, and which.
struct Traces {
    let house: Constitution
    let picture: Picture
    let now: Instant
    /// Whether whoever tried may know of a record: of what they may not nothing is told, not even that it was there to be tried.
    let sees: (Reference) -> Bool

    /// Minutes in which the same is told as one.
    private static let span = 60
    /// Traces of one act by one officer in that time: more of them tell nothing new, and those of one act leave room for those of others.
    private static let most = 20

    /// What is written of an act in the world that was stopped, or refused by the act itself or for want of authority; nil where nothing is.
    /// Mistakes in what was given leave none.
    func trace(of request: ActRequest, _ act: Act, _ denial: Denial) -> Draft? {
        guard act.standing == .world, let why = Self.why(denial) else { return nil }
        let about = about(request)
        let recent = picture.each(RefusedTry.byOfficer, request.actor).filter {
            $0.officer == request.actor && now < $0.last.instant.adding(minutes: Self.span)
        }
        let same = recent.last { $0.act == act.name.rawValue && $0.about == about && $0.why == why }
        // A button that is pressed in anger fills no journal: the more often it was, the longer it leaves no further trace.
        if let same, now < same.last.instant.adding(minutes: min(same.times, Self.span - 1)) { return nil }
        guard same != nil || recent.count(where: { $0.act == act.name.rawValue }) < Self.most else { return nil }
        let moment = Moment(now, in: picture.zone)
        var tried = same ?? fresh()
        if same == nil {
            tried.act = act.name.rawValue
            tried.about = about
            tried.officer = request.actor
            tried.account = request.authority.account ?? ""
            tried.why = why
            tried.first = moment
            tried.heading.classification = strictest(request)
        }
        tried.last = moment
        tried.times += 1
        let change = Change(tried, happened: now)
        var after = picture
        after.apply([change])
        return Draft(changes: [change], picture: after)
    }

    private func fresh() -> RefusedTry {
        let number = picture.nextNumber(slot: RefusedTry.slot)
        var code = "TRY-\(number)"
        while picture.find(RefusedTry.self, code) != nil { code += "-" }
        return RefusedTry(code, id: number)
    }

    /// The first record that it was to be done to, of those that there are and that whoever tried may know; a code alone may be any text.
    private func about(_ request: ActRequest) -> String {
        known(request).first.flatMap { row in picture.register.kind(slot: row.slot).map { "\($0.code)/\(row.code)" } } ?? ""
    }

    /// As high as what it was about: who may not know of that does not learn of it here.
    private func strictest(_ request: ActRequest) -> Classification {
        known(request).map(\.classification).reduce(.internal) { $0.grade >= $1.grade ? $0 : $1 }
    }

    private func known(_ request: ActRequest) -> [any AnyRow] {
        request.proposals.compactMap { proposal in
            guard let kind = picture.register.kind(proposal.kind), let number = picture[slot: kind.slot].number(of: proposal.code) else {
                return nil
            }
            let reference = Reference(slot: kind.slot, number: number)
            return sees(reference) ? picture[reference] : nil
        }
    }

    private static func why(_ denial: Denial) -> String? {
        switch denial {
        case .stopped(let slips): Set(slips.map(\.rule)).sorted().joined(separator: " ")
        case .refused(let refusal):
            // What the engine refuses is a mistake in what was given, but for who may do it.
            EngineRefusal(rawValue: refusal.code).map { [.notEntitled, .notYours, .beyondScope].contains($0) } ?? true
                ? refusal.code : nil
        case .needsProof, .noSpace, .journal: nil
        }
    }
}
