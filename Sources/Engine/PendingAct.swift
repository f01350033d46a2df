package import Ledger
package import Rulebook

/// An act that takes two officers and that one has proposed: it means nothing until another, who sees exactly what it would change,
/// confirms it.
package struct PendingAct: Entity {
    package static let slot = 203
    package static let code = "pending_act"
    package static let file = "pending-acts"
    package static let fields = Fields<PendingAct>(
        Field("act", \.act, .required, means: .act),
        Field("proposer", \.proposer, .required, means: .actor),
        Field("proposer_account", \.proposerAccount, .inner),
        Field("proposer_inviter", \.proposerInviter, .inner),
        Field("proposer_way", \.proposerWay, .inner),
        Field("reason", \.reason).sealed,
        Field("proposed", \.proposed, .required),
        Field("expires", \.expires, .required),
        Field("state", \.state),
        Field("decided", \.decided),
        Field("decider", \.decider, means: .actor),
        Field("kinds", \.kinds, means: .kinds),
        Field("count", \.count),
        Field("subjects", \.subjects, .inner),
        Field("records", \.records, .inner).sealed,
        Field("meaning", \.meaning, .inner).sealed)
    package static func spokenOf(by record: PendingAct) -> [String] { record.subjects }

    package enum State: String, Choice {
        case open = "awaiting_second"
        case confirmed, turnedDown = "turned_down", withdrawn
    }

    package var heading = Heading<PendingAct>()
    /// The code of the act that is proposed.
    package var act = ""
    /// The code of the officer who proposed it.
    package var proposer = ""
    /// The code of the account that proposed it; blank at the closed house.
    package var proposerAccount = ""
    /// The accounts by whose codes they had come in, one a line; blank where the folder of the data let them in.
    package var proposerInviter = ""
    package var proposerWay = ""
    package var reason = ""
    package var proposed = Moment.blank
    /// When it can no longer be confirmed.
    package var expires = Moment.blank
    package var state = State.open
    package var decided: Moment?
    /// The code of the officer who confirmed or refused it.
    package var decider = ""
    /// Of which kinds the records are that were asked for, and how many: this stays when what was asked is erased.
    package var kinds: [String] = []
    package var count: Int?
    /// Whom it touches, by their names, `person/P-1`.
    package var subjects: [String] = []
    /// What was asked, as JSON: read by the house alone.
    package var records = ""
    /// What it would change, as JSON: confirmed is this and nothing else.
    package var meaning = ""

    package init() {}

    /// Hours in which it can be confirmed.
    static let hours = 72

    /// Says in the open of what kinds and how many records it asks for.
    mutating func tellWhatIsAsked() {
        guard let asked = (try? JSON(parsing: records))?.list else { return }
        kinds = Set(asked.compactMap { $0["kind"]?.text }).sorted()
        count = asked.count
    }

    /// The accounts that may have been in the hands of whoever proposed it.
    package var hands: Set<String> { Set(proposerInviter.split(separator: "\n").map(String.init) + [proposerAccount]).subtracting([""]) }
}

extension ActName {
    /// Asking for what takes two officers.
    package static let propose = ActName("propose")
    package static let confirm = ActName("confirm")
    package static let turnDown = ActName("turn_down")
    package static let withdrawProposal = ActName("withdraw_proposal")
}

/// What only these acts write of a proposal.
private let decided: [Fill<PendingAct>] = [.field(\.state), .field(\.decided), .field(\.decider)]

/// Another officer lets it be done; what that means the house adds.
package let confirming = Act(.confirm, changes: PendingAct.self, fills: decided, standing: .preparation) { pending, doing throws(Refusal) in
    try pending.refuseToProposer(doing)
} decide: { pending, doing throws(Refusal) in
    pending.decide(.confirmed, doing)
}

/// Another officer does not let it be done.
package let turningDown = Act(.turnDown, changes: PendingAct.self, fills: decided, standing: .preparation) {
    pending, doing throws(Refusal) in
    try pending.refuseToProposer(doing)
} decide: { pending, doing throws(Refusal) in
    pending.decide(.turnedDown, doing)
}

/// Who proposed it thinks better of it.
package let withdrawing = Act(.withdrawProposal, changes: PendingAct.self, fills: decided, standing: .preparation) {
    pending, doing throws(Refusal) in
    try pending.refuseOver(at: doing.happened)
    guard pending.proposer == doing.officerCode else { throw Refusal(.notOwnProposal, [Fact("proposer", pending.proposer)]) }
} decide: { pending, doing throws(Refusal) in
    pending.decide(.withdrawn, doing)
}

extension PendingAct {
    /// Refuses to decide on what is decided, or too old.
    fileprivate func refuseOver(at now: Instant) throws(Refusal) {
        guard state == .open, now < expires.instant else { throw Refusal(.proposalOver, [Fact("code", heading.code)]) }
    }

    /// Refuses it to whoever proposed it.
    fileprivate func refuseToProposer(_ doing: Doing<PendingAct>) throws(Refusal) {
        try refuseOver(at: doing.happened)
        guard proposer != doing.officerCode else { throw Refusal(.ownProposal, [Fact("code", heading.code)]) }
    }

    fileprivate mutating func decide(_ state: State, _ doing: Doing<PendingAct>) {
        self.state = state
        // One of an earlier release tells it here: what was asked is still known, and may be gone with this act.
        if count == nil { tellWhatIsAsked() }
        decided = doing.moment
        decider = doing.officerCode
    }
}
