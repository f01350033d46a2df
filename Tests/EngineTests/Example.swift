import Engine
import Ledger
import Rulebook
import RulebookTesting
import Synchronization

/// A house of the tests, as small as can be: letters that are sealed, kept at one desk, and keepers who say who may do what.
struct Letter: Entity {
    static let slot = 1
    static let code = "letter"
    static let file = "letters"
    static let fields = Fields<Letter>(
        Field("title", \.title, .required), Field("pages", \.pages), Field("answers", \.answers), Field("state", \.state),
        Field("sealed", \.sealed), Field("sealed_by", \.sealedBy), Field("gone", \.gone),
        Field("sender", \.sender, Processing(.accreditation, basis: .publicTask, seenBy: ["SEC"], kept: .daysAfterClosing(30))))
    static func dataSubject(of record: Letter) -> UInt32? { record.id.number }

    enum State: String, Choice { case draft, closed }

    var heading = Heading<Letter>()
    var title = ""
    var pages = 0
    var answers: ID<Letter>?
    var state = State.draft
    var sealed: Moment?
    var sealedBy = ""
    /// When it was burnt.
    var gone: Moment?
    var sender = Personal<String>()
    init() {}
}

/// Who may do what: an account, which is an officer's too unless it says so.
struct Keeper: Entity {
    static let slot = 2
    static let code = "keeper"
    static let file = "keepers"
    static let fields = Fields<Keeper>(
        Field("desk", \.desk), Field("ceiling", \.ceiling), Field("administers", \.administers), Field("mere_account", \.isMereAccount),
        Field("chief", \.isChief), Field("person", \.person))

    var heading = Heading<Keeper>()
    var desk = ""
    var ceiling = Classification.internal
    var administers = false
    var isMereAccount = false
    var isChief = false
    /// Whose office it is, by a number.
    var person = 0
    init() {}

    var desks: Set<String> { Set(desk.split(separator: "+").map(String.init)) }
}

/// The days of this house begin where it says.
struct Clockwork: Entity {
    static let slot = 3
    static let code = "clockwork"
    static let file = "clockworks"
    static let fields = Fields<Clockwork>(Field("zone", \.zone, .required))
    var heading = Heading<Clockwork>()
    var zone = ""
    init() {}
}

extension ActName {
    static let seal = ActName("seal")
    static let arrive = ActName("arrive")
    static let burn = ActName("burn")
    static let turnIn = ActName("turn_in")
}

enum ExampleRefusal: String, RefusalCode { case sealedAlready = "sealed_already", ownPower = "own_power", noSuchDesk = "no_such_desk" }

/// In the world: a letter is closed.
let sealing = Act(
    .seal, changes: Letter.self, asks: [.may(\.pages)], fills: [.words(\.state, .closed), .field(\.sealed), .field(\.sealedBy)],
    takenBackWithin: 10
) { letter, _ throws(Refusal) in
    if letter.sealed != nil { throw Refusal(ExampleRefusal.sealedAlready) }
} decide: { letter, doing throws(Refusal) in
    letter.state = .closed
    letter.sealed = letter.sealed ?? doing.moment
    letter.sealedBy = doing.officerCode
}

/// A fact: a letter has come, perhaps in answer to another.
let arriving = Act(
    .arrive, makes: Letter.self,
    from: [.record(Letter.self) { letter, other, _ in letter.answers = other.id }], asks: [.must(\.title), .may(\.answers)], standing: .fact
) { _, _ throws(Refusal) in }

/// In the world, making a record: who is stopped is told of all the same.
let turningIn = Act(
    .turnIn, makes: Letter.self, asks: [.must(\.title), .may(\.pages)], fills: [.field(\.sealedBy)],
    turnedAway: { letter, doing in letter.sealedBy = "turned away by \(doing.officerCode)" }
) { letter, doing throws(Refusal) in letter.sealedBy = doing.officerCode }

/// It takes two.
let burning = Act(.burn, changes: Letter.self, fills: [.field(\.gone)], standing: .preparation, officers: .two) {
    letter, doing throws(Refusal) in
    letter.gone = doing.moment
}

/// A letter without pages is neither sealed nor turned in.
let lettersHavePages = Rule("CMD-01", .stop, about: Letter.self, stops: [.seal, .turnIn]) { letter, see in
    if letter.pages == 0, letter.title != "envelope" { see.slip(on: letter.reference, mend: .edit(letter.id, "pages")) }
}

/// By noon there is a letter.
let noon = Instant("2025-10-14T05:00:00Z")!
let aLetterByNoon = Rule("CMD-02", .mind) { see in
    if see.hasCome(noon), see.all(Letter.self).isEmpty { see.slip(since: noon, mend: .add(Letter.self)) }
}

struct ExampleOffices: Offices {
    let guarded: Set<Int> = [Keeper.slot]
    let administered: Set<Int> = [Keeper.slot]

    func rights(of account: String, in picture: Picture, on day: Day) -> Rights? {
        picture.find(Keeper.self, account).map {
            Rights(desks: $0.desks, ceiling: $0.ceiling, administers: $0.administers)
        }
    }

    func accounts(in picture: Picture) -> [String] { picture.all(Keeper.self).map(\.heading.code) }

    func isStaffed(_ picture: Picture) -> Bool { picture.all(Keeper.self).contains { !$0.isMereAccount } }

    func isOfficer(_ code: String, in picture: Picture) -> Bool { picture.find(Keeper.self, code).map { !$0.isMereAccount } ?? false }

    func isOnePerson(_ officer: String, _ other: String, in picture: Picture) -> Bool {
        let person = picture.find(Keeper.self, officer)?.person ?? 0
        return person != 0 && person == picture.find(Keeper.self, other)?.person
    }

    func mayOverride(_ officer: String, in picture: Picture, on day: Day) -> Bool { picture.find(Keeper.self, officer)?.isChief ?? false }

    func refuseMeaningless(_ draft: Draft) throws(Refusal) {
        for change in draft.changes {
            guard let keeper = (change.row as? Row<Keeper>)?.record, !keeper.desks.isSubset(of: ["CMD", "SEC"]) else { continue }
            throw Refusal(ExampleRefusal.noSuchDesk)
        }
    }

    func refuseSelfMade(_ draft: Draft, by bearer: Permitting) throws(Refusal) {
        for change in draft.changes {
            guard let code = (change.row as? Row<Keeper>)?.code, code == bearer.authority.account else { continue }
            throw Refusal(ExampleRefusal.ownPower)
        }
    }

    func kindsOfPower(in draft: Draft, before: Picture) -> [Kind] {
        draft.changes.contains { $0.reference.slot == Keeper.slot && $0.row != nil } ? [Kind(Keeper.self)] : []
    }
}

let exampleRegister = Register(
    [Kind(Letter.self), Kind(Keeper.self), Kind(Clockwork.self), Kind(PendingAct.self)],
    zoneKeeper: ZoneKeeper(Clockwork.self) { Zones.named($0.zone) })

let example = Constitution(
    exampleRegister, Rulebook([lettersHavePages, aLetterByNoon]),
    [sealing, arriving, turningIn, burning, confirming, turningDown, withdrawing],
    rooms: [([Kind(Letter.self), Kind(Clockwork.self)], ["CMD"]), ([Kind(Keeper.self), Kind(PendingAct.self)], []), ([], ["SEC"])],
    presiding: "CMD", offices: ExampleOffices())

let morning = Instant("2025-10-14T01:00:00Z")!

/// A house that stands open in memory, with a clock that is set by hand.
struct ExampleHouse {
    final class Hands: Sendable {
        let time: Mutex<Instant>
        init(_ time: Instant) { self.time = Mutex(time) }
    }

    let journal: MemoryJournal
    let chancery: Chancery
    private let hands: Hands

    var now: Instant { hands.time.withLock { $0 } }

    /// - Parameter journal: one that another house stands on too.
    init(on journal: MemoryJournal = MemoryJournal(), seed: UInt64 = 1, at start: Instant = morning) async throws {
        let hands = Hands(start)
        self.hands = hands
        self.journal = journal
        let dice = Mutex(SeededDice(seed: seed))
        chancery = Chancery(
            try await Opening.opened(journal, register: exampleRegister, now: start), of: example, journal: journal,
            ceiling: .secret, dice: Dice { dice.withLock { $0.next() } }, clock: { hands.time.withLock { $0 } },
            breakDown: { preconditionFailure("\($0)") })
    }

    func setClock(_ time: Instant) { hands.time.withLock { $0 = time } }

    /// Keepers by their codes: two administrators, a chief, a clerk, a guard of another desk, one of both, and a mere account.
    func staff() async throws {
        for (code, contents) in [
            ("ADM-A", [("administers", JSON.flag(true)), ("person", .integer(1))]),
            ("ADM-B", [("administers", .flag(true)), ("person", .integer(2)), ("desk", .text("CMD"))]),
            ("CHIEF", [("chief", .flag(true)), ("desk", .text("CMD")), ("person", .integer(3))]),
            ("CLERK", [("desk", .text("CMD")), ("person", .integer(4))]), ("GUARD", [("desk", .text("SEC"))]),
            ("BOTH", [("desk", .text("CMD+SEC"))]), ("BOX", [("desk", .text("CMD")), ("mere_account", .flag(true))]),
        ] {
            try await give(code, contents)
        }
    }

    /// Gives power as it can be given where there is nobody else yet: straight into the journal's first entries.
    func give(_ code: String, _ contents: [(String, JSON)]) async throws {
        let picture = chancery.published.picture
        let draft = try Drafting.draft([.init(kind: "keeper", code: code, contents: contents)], on: picture, happened: now)
        let news = draft.changes.map { News($0.reference, code: code, happened: now, row: $0.row, isCurrent: true) }
        let entries = try await chancery.note(
            news, on: chancery.published.head, by: .dataFolder(for: "FOUNDER"), reason: "", replays: true)
        precondition(entries == 1)
    }

    /// By an account with the session of its holder, who is the officer of the same code.
    static func session(_ account: String, isProved: Bool = true) -> Authority {
        Authority(officer: account, account: account, way: .session("s-\(account)"), isProved: isProved)
    }

    func `do`(
        _ act: ActName, _ code: String = "", kind: String = "letter", _ contents: [(String, JSON)] = [], by account: String = "CLERK",
        isProved: Bool = true, key: String = "", override: String = "", happened: Instant? = nil,
        with change: (inout ActRequest.Proposal) -> Void = { _ in }
    ) async -> Result<Receipt, Denial> {
        var proposal = ActRequest.Proposal(kind: kind, code: code, contents: contents, removes: act == .remove)
        change(&proposal)
        return await chancery.perform(
            ActRequest(
                act: act, by: Self.session(account, isProved: isProved), happened: happened, idempotencyKey: key, overrideReason: override,
                proposals: [proposal]))
    }

    func letter(_ code: String) -> Letter? { chancery.published.picture.find(Letter.self, code) }
}

/// Why it was not done: a refusal's code, the stopping rules, or what else; nil where it was.
func why(_ result: Result<some Any, Denial>) -> String? {
    switch result {
    case .success: nil
    case .failure(.refused(let refusal)): refusal.code
    case .failure(.stopped(let slips)): slips.map(\.rule).joined(separator: " ")
    case .failure(.needsProof): "needs_proof"
    case .failure(.noSpace): "no_space"
    case .failure(.journal(let failure)): "\(failure)"
    }
}
