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
        Field("sealed", \.sealed), Field("sealed_by", \.sealedBy), Field("gone", \.gone), Field("urn", \.urn),
        Field("witness", \.witness), Field("copies", \.copies), Field("bearer", \.bearer), Field("starts", \.starts, means: .starts),
        Field("ends", \.ends, means: .ends),
        Field("lent_from", \.lentFrom, means: .starts), Field("lent_to", \.lentTo, means: .ends),
        Field("postage", \.postage, means: .money),
        Field("sender", \.sender, aboutSenders), Field("sender_age", \.senderAge, aboutSenders))
    static func dataSubject(of record: Letter) -> UInt32? { record.id.number }
    private static let aboutSenders = Processing(.accreditation, basis: .publicTask, seenBy: ["SEC"], kept: .daysAfterClosing(30))

    enum State: String, Choice { case draft, read, closed }

    var heading = Heading<Letter>()
    var title = ""
    var pages = 0
    var answers: ID<Letter>?
    var state = State.draft
    var sealed: Moment?
    var sealedBy = ""
    /// When it was burnt.
    var gone: Moment?
    /// Where its ashes are.
    var urn = ""
    var witness: ID<Officer>?
    var copies: [ID<Letter>] = []
    var bearer: ID<Keeper>?
    var starts: Day?
    var ends: Day?
    var lentFrom: Moment?
    var lentTo: Moment?
    var postage = 0
    var sender = Personal<String>()
    var senderAge = Personal<Int>()
    init() {}
}

/// Who may do what: an account, which is an officer's too unless it says so.
struct Keeper: Entity {
    static let slot = 2
    static let code = "keeper"
    static let file = "keepers"
    static let fields = Fields<Keeper>(
        Field("desk", \.desk), Field("ceiling", \.ceiling), Field("administers", \.administers), Field("mere_account", \.isMereAccount),
        Field("chief", \.isChief), Field("chief_from", \.chiefFrom), Field("chief_until", \.chiefUntil), Field("person", \.person),
        Field("box", \.box),
        Field("name", \.name, Processing(.accreditation, basis: .publicTask, seenBy: ["CMD"], kept: .daysAfterClosing(30))))
    static func dataSubject(of record: Keeper) -> UInt32? { record.id.number + 10_000 }

    var heading = Heading<Keeper>()
    var desk = ""
    var ceiling = Classification.internal
    var administers = false
    var isMereAccount = false
    var isChief = false
    var chiefFrom: Day?
    var chiefUntil: Day?
    /// Whose office it is, by a number.
    var person = 0
    /// What they find when they begin.
    var box: ID<Letter>?
    var name = Personal<String>()
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

/// Somebody who is named on letters.
struct Officer: Entity {
    static let slot = 4
    static let code = "officer"
    static let file = "officers"
    static let fields = Fields<Officer>(Field("title", \.title))
    var heading = Heading<Officer>()
    var title = ""
    init() {}
}

/// What comes about by being packed, and in no other way.
struct Parcel: Entity {
    static let slot = 5
    static let code = "parcel"
    static let file = "parcels"
    static let fields = Fields<Parcel>(
        Field("content", \.content), Field("letter", \.letter), Field("label", \.label), Field("packed", \.packed))
    var heading = Heading<Parcel>()
    var content = ""
    var letter: ID<Letter>?
    var label = ""
    var packed: Moment?
    init() {}
}

extension ActName {
    static let seal = ActName("seal")
    static let arrive = ActName("arrive")
    static let burn = ActName("burn")
    static let turnIn = ActName("turn_in")
    static let pack = ActName("pack")
    static let hire = ActName("hire")
}

enum ExampleRefusal: String, RefusalCode { case sealedAlready = "sealed_already", ownPower = "own_power", noSuchDesk = "no_such_desk" }

/// In the world: a letter is closed.
let sealing = Act(
    .seal, changes: Letter.self, asks: [.may(\.pages)],
    fills: [.words(\.state, .closed), .field(\.sealed), .field(\.sealedBy), .field(\.witness)],
    takenBackWithin: 10
) { letter, _ throws(Refusal) in
    if letter.sealed != nil { throw Refusal(ExampleRefusal.sealedAlready) }
} decide: { letter, doing throws(Refusal) in
    letter.state = .closed
    letter.sealed = letter.sealed ?? doing.moment
    letter.sealedBy = doing.officerCode
    if let id = letter.answers, var answered = doing.picture[id], answered.state == .draft {
        answered.state = .read
        doing.writes(answered)
    }
}

/// A fact: a letter has come, perhaps in answer to another.
let arriving = Act(
    .arrive, makes: Letter.self,
    from: [
        .record(Letter.self) { letter, other, _ in letter.answers = other.id },
        .record(Keeper.self) { letter, keeper, _ in letter.urn = keeper.desk },
    ], asks: [.must(\.title), .may(\.answers), .may(\.starts), .may(\.sender)], standing: .fact
) { _, _ throws(Refusal) in }

/// In the world, making a record: who is stopped is told of all the same.
let turningIn = Act(
    .turnIn, makes: Letter.self, orChanges: true, from: [.record(Letter.self) { letter, other, _ in letter.answers = other.id }],
    spares: { $0.title == "free" }, twoOfficersWhere: { $0.title == "bequest" },
    asks: [.must(\.title), .may(\.pages)], fills: [.field(\.sealedBy)], sealsWhatItAsked: true,
    turnedAway: { letter, doing in letter.sealedBy = "turned away by \(doing.officerCode)" }
) { letter, doing throws(Refusal) in letter.sealedBy = doing.officerCode }

/// It takes two.
let burning = Act(.burn, changes: Letter.self, asks: [.may(\.urn)], fills: [.field(\.gone)], standing: .preparation, officers: .two) {
    letter, doing throws(Refusal) in
    letter.gone = doing.moment
    if letter.urn.isEmpty { letter.urn = doing.picture.find(Officer.self, "SEXTON")?.title ?? "" }
}

/// The only way in which a parcel comes about.
let packing = Act(
    .pack, makes: Parcel.self, from: [.record(Letter.self) { parcel, letter, _ in parcel.letter = letter.id }],
    asks: [.must(\.content), .may(\.letter)], fills: [.field(\.packed)], isOnlyWay: true, standing: .preparation
) { parcel, doing throws(Refusal) in parcel.packed = doing.moment }

/// Somebody is made a keeper, perhaps by a letter: what gives power without being an edit.
let hiring = Act(.hire, makes: Keeper.self, from: [.record(Letter.self) { _, _, _ in }], asks: [.may(\.desk)], standing: .preparation) {
    _, _ throws(Refusal) in
}

/// A letter is forgotten, its title with it.
let erasing = Act(.erase, changes: Letter.self, standing: .preparation, officers: .two) { letter, _ throws(Refusal) in
    letter.title = ""
    letter.sender = Personal()
}

/// A letter without pages is neither sealed nor turned in; that it comes cannot be helped.
let lettersHavePages = Rule("CMD-01", .stop, about: Letter.self, stops: [.seal, .turnIn, .arrive]) { letter, see in
    if letter.pages == 0, letter.title != "envelope" { see.slip(on: letter.reference, mend: .edit(letter.id, "pages")) }
}

/// An odd letter is sealed all the same.
let lettersAreNotOdd = Rule("CMD-03", .mind, about: Letter.self, stops: [.seal]) { letter, see in
    if letter.title == "odd" { see.slip(on: letter.reference, mend: .edit(letter.id, "title")) }
}

/// What is too hot to be packed may be sealed.
let parcelsAreNotHot = Rule("SEC-01", .stop, about: Letter.self, stops: [.pack]) { letter, see in
    if letter.title == "hot" { see.slip(on: letter.reference, mend: .edit(letter.id, "title")) }
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
        picture.find(Keeper.self, account).flatMap {
            $0.desk == "closed" ? nil : Rights(desks: $0.desks, ceiling: $0.ceiling, administers: $0.administers)
        }
    }

    func accounts(in picture: Picture) -> [String] { picture.all(Keeper.self).map(\.heading.code) }

    func isStaffed(_ picture: Picture) -> Bool { picture.all(Keeper.self).contains { !$0.isMereAccount } }

    func isOfficer(_ code: String, in picture: Picture) -> Bool { picture.find(Keeper.self, code).map { !$0.isMereAccount } ?? false }

    func isOnePerson(_ officer: String, _ other: String, in picture: Picture) -> Bool {
        let person = picture.find(Keeper.self, officer)?.person ?? 0
        return person != 0 && person == picture.find(Keeper.self, other)?.person
    }

    func mayOverride(_ officer: String, in picture: Picture, on day: Day) -> Bool {
        guard let keeper = picture.find(Keeper.self, officer), keeper.isChief else { return false }
        return keeper.chiefFrom.map { $0 <= day } ?? true && keeper.chiefUntil.map { day <= $0 } ?? true
    }

    func refuseMeaningless(_ draft: Draft) throws(Refusal) {
        for change in draft.changes {
            guard let keeper = (change.row as? Row<Keeper>)?.record, !keeper.desks.isSubset(of: ["CMD", "SEC", "closed"]) else { continue }
            throw Refusal(ExampleRefusal.noSuchDesk)
        }
    }

    func refuseSelfMade(_ draft: Draft, by bearer: Permitting) throws(Refusal) {
        for change in draft.changes {
            guard let code = (change.row as? Row<Keeper>)?.code, code == bearer.authority.account else { continue }
            throw Refusal(ExampleRefusal.ownPower)
        }
    }

    func kindsOfPower(in draft: Draft, by bearer: Permitting) -> [Kind] {
        let isPower = draft.changes.contains { $0.reference.slot == Keeper.slot && $0.row != nil }
        let isEmbassy = draft.changes.contains { ($0.row as? Row<Officer>)?.record.title == "ambassador" }
        return (isPower ? [Kind(Keeper.self)] : []) + (isEmbassy ? [Kind(Officer.self)] : [])
    }
}

let exampleRegister = Register(
    [
        Kind(Letter.self), Kind(Keeper.self), Kind(Clockwork.self), Kind(Officer.self), Kind(Parcel.self), Kind(Waiver.self),
        Kind(Assignment.self), Kind(PendingAct.self), Kind(RefusedTry.self),
    ],
    zoneKeeper: ZoneKeeper(Clockwork.self) { Zones.named($0.zone) }, people: Letter.code)

let example = Constitution.example()

extension Constitution {
    /// The house of the tests, with more rules than it has.
    static func example(also more: [Rule] = []) -> Constitution {
        Constitution(
            exampleRegister, Rulebook([lettersHavePages, aLetterByNoon, lettersAreNotOdd, parcelsAreNotHot] + more),
            [sealing, arriving, turningIn, burning, packing, hiring, erasing, confirming, turningDown, withdrawing],
            rooms: [
                ([Kind(Letter.self), Kind(Clockwork.self), Kind(Officer.self), Kind(Parcel.self)], ["CMD"]),
                ([Kind(Keeper.self), Kind(PendingAct.self), Kind(Waiver.self), Kind(Assignment.self)], []), ([], ["SEC"]),
            ],
            presiding: "CMD", offices: ExampleOffices())
    }
}

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

    /// - Parameters:
    ///   - journal: one that another house stands on too.
    ///   - door: what stands before it, and can be shut.
    ///   - sleep: how it waits.
    init(
        on journal: MemoryJournal = MemoryJournal(), behind door: Door? = nil, seed: UInt64 = 1, at start: Instant = morning,
        of constitution: Constitution = example, sleep: Sleep = .machine
    ) async throws {
        let hands = Hands(start)
        self.hands = hands
        self.journal = journal
        let dice = Mutex(SeededDice(seed: seed))
        chancery = Chancery(
            try await LoadedCeremony.opened(journal, register: exampleRegister, now: start), of: constitution,
            journal: door ?? journal as any Journal, ceiling: .secret, dice: Dice { dice.withLock { $0.next() } }, sleep: sleep,
            clock: { hands.time.withLock { $0 } },
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
            news, on: chancery.published.head, by: .dataFolder(for: "FOUNDER"), reason: "", replays: true)?.entries
        precondition(entries == 1)
    }

    /// By an account with the session of its holder, who is the officer of the same code.
    static func session(_ account: String, isProved: Bool = true) -> Authority {
        Authority(officer: account, account: account, way: .session("s-\(account)"), isProved: isProved)
    }

    func `do`(
        _ act: ActName, _ code: String = "", kind: String = "letter", _ contents: [(String, JSON)] = [], by account: String = "CLERK",
        as authority: Authority? = nil, isProved: Bool = true, key: String = "", override: String = "", happened: Instant? = nil,
        with change: (inout ActRequest.Proposal) -> Void = { _ in }
    ) async -> Result<Receipt, Denial> {
        var proposal = ActRequest.Proposal(kind: kind, code: code, contents: contents, removes: act == .remove)
        change(&proposal)
        return await chancery.perform(
            ActRequest(
                act: act, by: authority ?? Self.session(account, isProved: isProved), happened: happened, idempotencyKey: key,
                overrideReason: override, proposals: [proposal]))
    }

    /// A letter that stands in the house, with a page so that nothing stops it.
    func write(_ code: String, _ contents: [(String, JSON)] = [], as authority: Authority = .dataFolder(for: "CHIEF")) async throws {
        _ = try await self.do(.edit, code, [("title", .text(code)), ("pages", .integer(1))] + contents, as: authority).get()
    }

    /// A record as an earlier house may have left it: told by a pack to which nothing is said.
    func tell<Record: Entity>(_ record: Record) async throws {
        let picture = chancery.published.picture
        let number = picture.find(Record.self, record.heading.code)?.heading.id.number ?? picture.nextNumber(slot: Record.slot)
        var record = record
        record.heading.id = ID(number)
        let reference = Reference(slot: Record.slot, number: number)
        let news = News(
            reference, code: record.heading.code, happened: now, row: Row(record, happened: now, sequence: 0), isCurrent: true)
        let entries = try await chancery.note(
            [news], on: chancery.published.head, by: .dataFolder(for: "FOUNDER"), reason: "", replays: true)?.entries
        precondition(entries == 1)
    }

    func number(_ code: String) -> UInt32 { letter(code)?.id.number ?? 0 }
    var head: Int { chancery.published.head.sequence }
    func pending(_ code: String = "TWO-1") -> PendingAct? { chancery.published.picture.find(PendingAct.self, code) }

    func takeBack(_ entry: Int, by account: String = "CLERK") async -> String? {
        var request = ActRequest(act: .takeBack, by: Self.session(account), proposals: [])
        request.takesBack = entry
        return await why(chancery.perform(request))
    }

    /// Another officer, by their account, decides on what was proposed first.
    func decide(_ act: ActName, _ code: String = "TWO-1", by account: String, as authority: Authority? = nil) async -> String? {
        await why(self.do(act, code, kind: "pending_act", by: account, as: authority))
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
