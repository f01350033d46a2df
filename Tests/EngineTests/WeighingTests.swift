import Engine
import Foundation
import Ledger
import Rulebook
import RulebookTesting
import Synchronization
import Testing

/// A rule that looks at a letter called `SLOW` until the test lets it go on: so that what happens meanwhile happens meanwhile.
private final class Brake: Sendable {
    private let state = Mutex((begun: 0, free: 0))

    /// How often somebody has begun to look.
    var begun: Int { state.withLock { $0.begun } }

    /// Lets the next look go on.
    func release() { state.withLock { $0.free += 1 } }

    fileprivate func look() {
        let turn = state.withLock {
            $0.begun += 1
            return $0.begun
        }
        while state.withLock({ $0.free }) < turn { Thread.sleep(forTimeInterval: 0.001) }
    }

    /// Returns when somebody looks for so manieth time.
    func looks(_ times: Int) async {
        while begun < times { try? await Task.sleep(for: .milliseconds(2)) }
    }

    var house: Constitution {
        let slow = Rule("LET-90", .mind, about: Letter.self) { letter, _ in if letter.title == "SLOW" { self.look() } }
        return Constitution.example(also: [slow, lettersDoNotFlood, lettersLookAround])
    }
}

/// How many there were.
private final class Tally: Sendable {
    private let number = Mutex(0)
    var count: Int { number.withLock { $0 } }
    func add() { number.withLock { $0 += 1 } }
}

/// One letter that is wrong in thousands of ways.
private let lettersDoNotFlood = Rule("LET-91", .mind, about: Letter.self) { letter, see in
    guard letter.title == "FLOOD" else { return }
    for number in 1...UInt32(5_000) {
        see.slip(
            on: letter.reference, Reference(slot: Officer.slot, number: number), mend: .edit(letter.id, "title"))
    }
}

/// A letter that looks at every other, as a rule over pairs would.
private let lettersLookAround = Rule("LET-92", .mind, about: Letter.self) { letter, see in
    guard letter.title == "PRY" else { return }
    for _ in 0..<20 { _ = see.all(Letter.self) }
}

@Suite struct `A large act costs its maker and not the house` {
    private let brake = Brake()

    private func house(behind door: Door? = nil, sleep: Sleep = .machine) async throws -> ExampleHouse {
        let house = try await ExampleHouse(behind: door, of: brake.house, sleep: sleep)
        try await house.staff()
        return house
    }

    private func large(
        _ letters: Int = 60, _ titles: [String: String] = [:], isNew: Bool = false, by account: String = "CLERK"
    ) -> ActRequest {
        ActRequest(
            act: .edit, by: ExampleHouse.session(account),
            proposals: (0..<letters).map { number in
                let code = "L-\(number)"
                var proposal = ActRequest.Proposal(
                    kind: "letter", code: code, contents: [("title", .text(titles[code] ?? "A letter")), ("pages", .integer(1))])
                proposal.isNew = isNew
                return proposal
            })
    }

    @Test func `while it is weighed others write, and it is weighed again on what they wrote`() async throws {
        let house = try await house()
        async let answer = house.chancery.perform(large(60, ["L-7": "SLOW"]))
        await brake.looks(1)
        try await house.write("SMALL")
        #expect(house.letter("SMALL") != nil && house.letter("L-7") == nil)
        brake.release()
        await brake.looks(2)
        brake.release()
        let receipt = try await answer.get()
        #expect(receipt.sequence == house.head && receipt.records.count == 60)
        #expect(house.letter("SMALL") != nil && house.letter("L-59")?.title == "A letter")
    }

    @Test func `it is decided on what stands when it is written`() async throws {
        let house = try await house()
        async let answer = house.chancery.perform(large(60, ["L-7": "SLOW"], isNew: true))
        await brake.looks(1)
        try await house.write("L-30")
        brake.release()
        let refused = await answer
        #expect(why(refused) == "code_taken")
        #expect(house.letter("L-7") == nil && house.letter("L-30") != nil)
    }

    @Test func `where others write each time, whoever asked is told to come again, and nothing is written`() async throws {
        // They wait for it the last time, but no time at all.
        let house = try await house(sleep: Sleep { _ in })
        async let answer = house.chancery.perform(large(60, ["L-7": "SLOW"]))
        for round in 1...4 {
            await brake.looks(round)
            try await house.write("SMALL-\(round)")
            brake.release()
        }
        let refused = await answer
        #expect(why(refused) == "busy")
        #expect(house.letter("L-7") == nil && house.letter("SMALL-4") != nil)
        #expect(await why(house.chancery.perform(large())) == nil, "the next is weighed")
    }

    @Test func `where others have often come before, they wait for it the last time`() async throws {
        let house = try await house(sleep: Sleep { _ in try? await Task.sleep(for: .seconds(300)) })
        async let answer = house.chancery.perform(large(60, ["L-7": "SLOW"]))
        for round in 1...3 {
            await brake.looks(round)
            try await house.write("SMALL-\(round)")
            brake.release()
        }
        await brake.looks(4)
        async let small: Void = house.write("SMALL-4")
        try await Task.sleep(for: .milliseconds(100))
        #expect(house.letter("SMALL-4") == nil, "it waits")
        brake.release()
        let receipt = try await answer.get()
        #expect(receipt.records.count == 60 && house.letter("L-7") != nil)
        try await small
        #expect(house.letter("SMALL-4") != nil && house.head == receipt.sequence + 1)
    }

    @Test(.timeLimit(.minutes(5)))
    func `a move to another zone, which asks every rule afresh, is weighed beside everybody else`() async throws {
        let house = try await house()
        async let letters = house.chancery.perform(large(900, ["L-7": "SLOW"]))
        await brake.looks(1)
        brake.release()
        _ = try await letters.get()
        async let moved = house.do(.edit, "C", kind: "clockwork", [("zone", .text("Asia/Ho_Chi_Minh"))], by: "CLERK")
        await brake.looks(2)
        try await house.write("SMALL")
        #expect(house.letter("SMALL") != nil && house.chancery.published.picture.zone == .gmt)
        brake.release()
        await brake.looks(3)
        brake.release()
        let receipt = try await moved.get()
        #expect(receipt.sequence == house.head && house.chancery.published.picture.zone.identifier == "Asia/Ho_Chi_Minh")
    }

    @Test func `while a large one is looked at, what it would do is told beside everybody else`() async throws {
        let house = try await house()
        async let answer = house.chancery.preview(large(60, ["L-7": "SLOW"]))
        await brake.looks(1)
        try await house.write("SMALL")
        #expect(await house.chancery.current().picture.find(Letter.self, "SMALL") != nil)
        brake.release()
        #expect(try await answer.get().changes.count == 60)
        #expect(house.letter("L-7") == nil)
    }

    @Test func `what waited for its turn is looked at as things stand when that comes`() async throws {
        let house = try await house()
        async let first = house.chancery.preview(large(60, ["L-7": "SLOW"]))
        await brake.looks(1)
        async let second = house.chancery.preview(large(60, isNew: true))
        try await Task.sleep(for: .milliseconds(100))
        try await house.write("L-30")
        brake.release()
        #expect(try await first.get().changes.count == 60)
        #expect(await why(second) == "code_taken")
    }

    @Test func `large ones are weighed one after another, and of too many the last are told at once`() async throws {
        let house = try await house()
        let first = Task { await house.chancery.perform(large(60, ["L-7": "SLOW"])) }
        await brake.looks(1)
        let turnedAway = Tally()
        let others = (0..<12).map { _ in
            Task {
                let answer = await why(house.chancery.preview(large()))
                if answer == "busy" { turnedAway.add() }
                return answer
            }
        }
        while turnedAway.count < 8 { try await Task.sleep(for: .milliseconds(2)) }
        brake.release()
        #expect(await why(first.value) == nil)
        var answers: [String?] = []
        for other in others { answers.append(await other.value) }
        #expect(answers.count { $0 == "busy" } == 8 && answers.count { $0 == nil } == 4)
    }

    @Test func `whoever sends many large ones keeps nobody else waiting for them`() async throws {
        let house = try await house()
        let first = Task { await house.chancery.perform(large(60, ["L-7": "SLOW"])) }
        await brake.looks(1)
        let more = (0..<4).map { number in Task { await house.chancery.perform(large(60, ["L-\(number)": "Mine"])) } }
        try await Task.sleep(for: .milliseconds(100))
        let other = Task { await house.chancery.perform(large(60, ["L-9": "Another's"], by: "BOTH")) }
        try await Task.sleep(for: .milliseconds(100))
        brake.release()
        let sequence = try await other.value.get().sequence
        #expect(try await first.value.get().sequence < sequence)
        for one in more { #expect(try await one.value.get().sequence > sequence) }
    }

    @Test func `what a preview would cost too much of is refused like the act`() async throws {
        let house = try await house()
        #expect(await why(house.chancery.preview(large(1, ["L-0": "FLOOD"]))) == "too_many_slips")
        #expect(await why(house.chancery.preview(large(60, ["L-0": "FLOOD"]))) == "too_many_slips")
    }

    @Test(arguments: [1, 60]) func `an act that makes too many slips is refused in words, and leaves nothing behind`(letters: Int)
        async throws
    {
        let house = try await house()
        try await house.write("BEFORE")
        let before = (house.head, await house.chancery.current().slips.all)
        let result = await house.chancery.perform(large(letters, ["L-0": "FLOOD"]))
        guard case .failure(.refused(let refusal)) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(refusal.code == "too_many_slips")
        #expect(refusal.facts.contains(Fact("rule", "LET-91")))
        #expect(refusal.facts.contains { $0.name == "count" && $0.content == .number(5_000) })
        #expect(house.letter("L-0") == nil && house.head == before.0)
        #expect(await house.chancery.current().slips.all == before.1)
        try await house.write("AFTER")
        #expect(house.head == before.0 + 1)
    }

    @Test func `an act for which the rules would look too much is refused with the rule that does`() async throws {
        let house = try await house()
        for part in 0..<2 {
            let letters = (0..<1_000).map {
                ActRequest.Proposal(kind: "letter", code: "P-\(part)-\($0)", contents: [("title", .text("x")), ("pages", .integer(1))])
            }
            #expect(await why(house.chancery.perform(ActRequest(act: .edit, by: ExampleHouse.session("CLERK"), proposals: letters))) == nil)
        }
        let prying = large(100, Dictionary(uniqueKeysWithValues: (0..<100).map { ("L-\($0)", "PRY") }))
        guard case .failure(.refused(let refusal)) = await house.chancery.perform(prying) else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.code == "too_much_work" && refusal.facts.contains(Fact("rule", "LET-92")))
        #expect(house.letter("L-0") == nil)
    }

    @Test func `what was weighed leaves the slips that a check from the beginning finds`() async throws {
        let house = try await house()
        _ = try await house.chancery.perform(large(200)).get()
        try await house.write("SMALL")
        let blank = ActRequest(
            act: .edit, by: ExampleHouse.session("CLERK"),
            proposals: (0..<120).map {
                .init(kind: "letter", code: "L-\($0)", contents: [("pages", .integer($0.isMultiple(of: 3) ? 0 : 2))])
            })
        _ = try await house.chancery.perform(blank).get()
        let published = await house.chancery.current()
        #expect(published.slips.all.map(\.identity) == brake.house.rulebook.check(published.picture, at: house.now).map(\.identity))
        #expect(published.slips.all.count >= 40)
    }

    @Test func `a large act sent twice under one key is done once`() async throws {
        let house = try await house()
        var request = large(60, ["L-7": "SLOW"])
        request.idempotencyKey = "k"
        let asked = request
        async let one = house.chancery.perform(asked)
        await brake.looks(1)
        async let two = house.chancery.perform(asked)
        brake.release()
        let answers = (try await one.get().sequence, try await two.get().sequence)
        #expect(answers.0 == answers.1 && answers.0 == house.head)
    }

    @Test func `what a full disk did not take of a large act is taken back`() async throws {
        let journal = MemoryJournal()
        let door = Door(to: journal)
        let house = try await ExampleHouse(on: journal, behind: door, of: brake.house)
        try await house.staff()
        try await house.write("BEFORE")
        await door.fill()
        #expect(await why(house.chancery.perform(large())) == "no_space")
        let published = await house.chancery.current()
        #expect(house.letter("L-0") == nil && house.letter("BEFORE") != nil)
        #expect(published.slips.all.map(\.identity) == brake.house.rulebook.check(published.picture, at: house.now).map(\.identity))
    }
}
