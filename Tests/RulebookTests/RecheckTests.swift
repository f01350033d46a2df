import Foundation
import Ledger
import Rulebook
import RulebookTesting
import Testing

/// A kind of the tests.
struct Guest: Entity {
    static let slot = 1
    static let code = "guest"
    static let file = "guests"
    static let fields = Fields<Guest>(Field("room", \.room), Field("rank", \.rank), Field("leaves", \.leaves))
    static let indexes = [byRoom]
    static let byRoom = Index<Guest>(0) { $0.room }
    var heading = Heading<Guest>()
    var room: ID<Room>?
    var rank = 0
    var leaves: Moment?
    init() {}
}

struct Room: Entity {
    static let slot = 2
    static let code = "room"
    static let file = "rooms"
    static let fields = Fields<Room>(Field("beds", \.beds))
    var heading = Heading<Room>()
    var beds = 0
    init() {}
}

let bedsSuffice = Rule("LOD-90", .fix, about: Room.self) { room, see in
    let guests = see.count(Guest.byRoom, room.id)
    if guests > room.beds { see.slip(on: room.reference, facts: [Fact("guests", guests)], mend: .edit(room.id, "beds")) }
}

let nobodyShares = Rule("LOD-91", .stop, about: Guest.self, stops: [ActName("lodge")]) { guest, see in
    guard let room = guest.room, guest.rank > 3 else { return }
    for other in see.each(Guest.byRoom, room) where other.id != guest.id {
        see.slip(on: guest.reference, other.reference, mend: .edit(guest.id, "room"))
    }
}

let everybodyHasLeft = Rule("LOD-92", .mind, about: Guest.self) { guest, see in
    guard let leaves = guest.leaves, see.hasCome(leaves.instant) else { return }
    see.slip(on: guest.reference, since: leaves.instant, mend: .remove(guest.reference))
}

let aGuestIsThere = Rule("LOD-93", .mind) { see in
    if see.count(Guest.self) == 0 { see.slip(mend: .add(Guest.self)) }
}

let theSuiteIsBig = Rule("LOD-94", .mind) { see in
    if let suite = see.find(Room.self, "SUITE"), suite.beds < 2 { see.slip(on: suite.reference, mend: .edit(suite.id, "beds")) }
}

/// Every guest in a room tells the same of it.
let guestsHaveABed = Rule("LOD-95", .fix, about: Guest.self, stops: [ActName("lodge")]) { guest, see in
    guard let room = see[guest.room], room.beds == 0 else { return }
    see.slip(on: room.reference, facts: [Fact("guest", guest.id)], mend: .edit(room.id, "beds"))
}

let exampleRules = Rulebook([bedsSuffice, nobodyShares, everybodyHasLeft, aGuestIsThere, theSuiteIsBig, guestsHaveABed])

@Suite struct `An exact recheck` {
    private var given = Given(at: "2025-10-14T00:00:00Z", kinds: [Kind(Guest.self), Kind(Room.self)])
    private let single: ID<Room>
    private let double: ID<Room>
    private let guest: ID<Guest>

    init() {
        let single = given.add(Room("SINGLE") { $0.beds = 1 })
        double = given.add(Room("DOUBLE") { $0.beds = 2 })
        guest = given.add(Guest("A") { $0.room = single })
        given.add(Guest("B") { $0.room = single })
        self.single = single
    }

    @Test func `finds what is wrong and nothing else`() {
        #expect(given.finds(bedsSuffice) == ["LOD-90 SINGLE"])
        #expect(given.finds(aGuestIsThere) == [])
    }

    @Test func `asks again about both rooms when a guest moves, and not when a guest's rank changes`() {
        let double = double
        #expect(given.asksAgain(bedsSuffice, after: guest) { $0.room = double } == ["LOD-90 DOUBLE", "LOD-90 SINGLE"])
        #expect(given.asksAgain(bedsSuffice, after: guest) { $0.rank = 5 } == [])
    }

    @Test func `asks about a record that did not exist as soon as it does`() {
        var findings = RuleAnswers(exampleRules, of: given.picture, at: given.now)
        var next = given
        next.add(Room("SUITE") { $0.beds = 1 })
        let suite = next.picture.find(Room.self, "SUITE")!
        let recheck = findings.apply([Change(suite)], giving: next.picture)
        #expect(recheck.asked.map(\.rule) == ["LOD-90", "LOD-94"])
        #expect(recheck.appeared.map(\.rule) == ["LOD-94"])
    }

    @Test func `wakes by itself when an answer's time is over`() {
        var next = given
        next.change(guest) { $0.leaves = hanoi("2025-10-27T12:00") }
        var findings = RuleAnswers(exampleRules, of: next.picture, at: next.now)
        #expect(findings.advance(to: Instant("2025-10-27T04:59:59Z")!).asked.isEmpty)
        let recheck = findings.advance(to: Instant("2025-10-27T05:00:00Z")!)
        #expect(recheck.asked.map(\.rule) == ["LOD-92"])
        let since = Instant("2025-10-27T05:00:00Z")!
        #expect(recheck.appeared.map(\.since) == [since])
        #expect(findings.advance(to: Instant("2025-10-01T00:00:00Z")!).gone.map(\.rule) == ["LOD-92"])
    }

    @Test func `remembers since when a slip has been open`() {
        var findings = RuleAnswers(exampleRules, of: given.picture, at: given.now)
        var row = given.picture[single]!
        row.beds = 0
        var later = given.picture
        let change = Change(row, happened: Instant("2025-10-20T00:00:00Z")!)
        later.apply([change])
        let before = findings.slips.first { $0.rule == "LOD-90" }?.since
        findings.apply([change], giving: later)
        #expect(findings.slips.first { $0.rule == "LOD-90" }?.since == before)
    }

    @Test func `keeps a slip open until the last answer that tells of it is another`() {
        var next = given
        next.change(single) { $0.beds = 0 }
        let findings = RuleAnswers(Rulebook([guestsHaveABed]), of: next.picture, at: next.now)
        #expect(findings.slips.map(\.facts) == [[Fact("guest", guest)]])
        let other = next.picture.find(Guest.self, "B")!.id
        var (once, twice) = (findings, findings)
        var draft = next
        draft.change(guest) { $0.room = nil }
        let first = once.apply([Change(draft.picture[guest]!)], giving: draft.picture)
        #expect(first.gone.isEmpty && first.appeared.isEmpty)
        #expect(once.slips.map(\.facts) == [[Fact("guest", other)]])
        #expect(!findings.judge([Change(draft.picture[guest]!)], giving: draft.picture, for: ActName("lodge")).replaces(findings.slips[0]))
        draft.change(other) { $0.room = nil }
        let both = [Change(draft.picture[guest]!), Change(draft.picture[other]!)]
        #expect(twice.apply(both, giving: draft.picture).gone.map(\.rule) == ["LOD-95"])
        #expect(twice.slips.isEmpty)
        #expect(findings.judge(both, giving: draft.picture, for: ActName("lodge")).replaces(findings.slips[0]))
    }

    @Test func `keeps since when a slip has been open though another answer tells of it now`() {
        for (leaving, coming) in [("A", "B"), ("B", "A")] {
            var next = given
            next.change(single) { $0.beds = 0 }
            let single = single
            let (one, other) = (next.picture.find(Guest.self, leaving)!.id, next.picture.find(Guest.self, coming)!.id)
            next.change(other) { $0.room = nil }
            var findings = RuleAnswers(Rulebook([guestsHaveABed]), of: next.picture, at: next.now)
            let since = findings.slips[0].since
            next.change(one) { $0.room = nil }
            next.change(other) { $0.room = single }
            let changes = [one, other].map { Change(next.picture[$0]!, happened: Instant("2025-10-20T00:00:00Z")!) }
            findings.apply(changes, giving: next.picture)
            #expect(findings.slips.map(\.since) == [since])
        }
    }

    @Test func `judges a draft without keeping anything of it`() {
        let findings = RuleAnswers(exampleRules, of: given.picture, at: given.now)
        var draft = given
        draft.change(guest) { $0.rank = 4 }
        let slips = findings.judge([Change(draft.picture[guest]!)], giving: draft.picture, for: ActName("lodge")).slips
        #expect(slips.map(\.rule) == ["LOD-91"])
        #expect(findings.judge([Change(draft.picture[guest]!)], giving: draft.picture, for: ActName("feed")).slips.isEmpty)
        #expect(findings.slips.map(\.rule) == ["LOD-90"])
    }

    @Test(arguments: [21, 22, 23] as [UInt64])
    func `finds over thousands of random changes what a full check finds`(seed: UInt64) {
        var dice = SeededDice(seed: seed)
        var picture = given.picture
        var now = given.now
        var findings = RuleAnswers(exampleRules, of: picture, at: now)
        for step in 0..<3000 {
            let change = randomChange(&dice)
            picture.apply([change])
            findings.apply([change], giving: picture)
            if step.isMultiple(of: 7) {
                now = now.adding(minutes: Int.random(in: 0...90, using: &dice))
                findings.advance(to: now)
            }
            let full = exampleRules.check(picture, at: now).map(\.identity)
            #expect(findings.slips.map(\.identity) == full, "seed \(seed), step \(step)")
        }
    }

    private func randomChange(_ dice: inout SeededDice) -> Change {
        let number = UInt32.random(in: 1...12, using: &dice)
        switch Int.random(in: 0..<10, using: &dice) {
        case 0: return Change(removing: Reference(slot: Guest.slot, number: number))
        case 1: return Change(removing: Reference(slot: Room.slot, number: number % 4 + 1))
        case 2, 3:
            return Change(
                Room(number % 5 == 0 ? "SUITE" : "R\(number)", id: number % 4 + 1) { $0.beds = Int.random(in: 0...3, using: &dice) })
        default:
            return Change(
                Guest("G\(number)", id: number) {
                    $0.room = ID(UInt32.random(in: 1...4, using: &dice))
                    $0.rank = Int.random(in: 0...5, using: &dice)
                    let minutes = Int.random(in: 0...20_000, using: &dice)
                    $0.leaves = Bool.random(using: &dice) ? Moment(given.now.adding(minutes: minutes), in: .gmt) : nil
                })
        }
    }
}
