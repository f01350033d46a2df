import Engine
import Ledger
import Rulebook
import Testing

@Suite struct `What stops an act` {
    private func staffed(at start: Instant = morning) async throws -> ExampleHouse {
        let house = try await ExampleHouse(at: start)
        try await house.staff()
        return house
    }

    @Test func `a slip of what it writes stops it, and one of what that names, but no other's`() async throws {
        let house = try await staffed()
        _ = try await house.do(.edit, "EMPTY", [("title", .text("e"))]).get()
        try await house.write("A")
        try await house.write("B", [("answers", .text("EMPTY"))])
        #expect(await why(house.do(.seal, "EMPTY")) == "CMD-01")
        #expect(await why(house.do(.seal, "B")) == "CMD-01")
        #expect(await why(house.do(.seal, "A")) == nil)
    }

    @Test func `a slip that the act itself mends does not stop it, one that it makes does`() async throws {
        let house = try await staffed()
        _ = try await house.do(.edit, "EMPTY", [("title", .text("e"))]).get()
        #expect(await why(house.do(.seal, "EMPTY", [("pages", .integer(3))])) == nil)
        try await house.write("A")
        #expect(await why(house.do(.seal, "A", [("pages", .integer(0))])) == "CMD-01")
        #expect(house.letter("A")?.sealed == nil)
    }

    @Test func `only what stops stops, and only the acts that it says`() async throws {
        let house = try await staffed()
        try await house.write("ODD", [("title", .text("odd"))])
        try await house.write("HOT", [("title", .text("hot"))])
        try await house.write("A", [("answers", .text("HOT")), ("copies", .list([.text("ODD")]))])
        for code in ["ODD", "HOT", "A"] { #expect(await why(house.do(.seal, code)) == nil) }
    }

    @Test(
        arguments: [(["free"], nil), (["free", "free"], nil), (["free", "held"], "CMD-01"), (["held", "free"], "CMD-01")]
            as [([String], String?)])
    func `what is free is held back by nothing, and frees nothing else`(titles: [String], answer: String?) async throws {
        let house = try await staffed()
        let proposals = titles.enumerated().map { place, title in
            ActRequest.Proposal(kind: "letter", code: "T-\(place)", contents: [("title", .text(title)), ("pages", .integer(0))])
        }
        let request = ActRequest(act: .turnIn, by: ExampleHouse.session("CLERK"), proposals: proposals)
        #expect(await why(house.chancery.perform(request)) == answer)
        #expect((house.letter("T-0")?.sealedBy == "CLERK") == (answer == nil))
    }

    @Test func `what has happened is kept whatever the rules say of it`() async throws {
        let house = try await staffed()
        #expect(await why(house.do(.arrive, "A", [("title", .text("without pages"))])) == nil)
        #expect(house.chancery.published.slips.all.map(\.rule) == ["CMD-01"])
    }

    @Test func `who is stopped is told of where the act says so, and nowhere else`() async throws {
        let house = try await staffed()
        #expect(await why(house.do(.turnIn, "T", [("title", .text("t"))], key: "k")) == "CMD-01")
        #expect(house.letter("T")?.sealedBy == "turned away by CLERK")
        #expect(await house.journal.entry(idempotencyKey: "k") == nil)
        _ = try await house.do(.edit, "A", [("title", .text("a"))]).get()
        let head = house.head
        #expect(await why(house.do(.seal, "A")) == "CMD-01")
        let written = await house.journal.entries(after: head, limit: 9)
        #expect(written.map(\.act) == ["note_refusal"] && house.letter("A")?.sealed == nil)
    }

    @Test func `with a reason it is overridden by who may, and by nobody else`() async throws {
        let house = try await staffed()
        _ = try await house.do(.edit, "A", [("title", .text("a"))]).get()
        #expect(await why(house.do(.seal, "A", by: "CHIEF")) == "CMD-01")
        #expect(await why(house.do(.seal, "A", by: "CLERK", override: "because")) == "not_entitled")
        #expect(await why(house.do(.seal, "A", by: "CHIEF", override: "because")) == nil)
    }

    @Test func `who may is asked of the day on which it is done, and of today`() async throws {
        let yesterday = morning.adding(minutes: -24 * 60)
        let house = try await staffed(at: yesterday)
        try await house.give("NEW", [("desk", .text("CMD")), ("chief", .flag(true)), ("chief_from", .text("2025-10-14"))])
        try await house.give("OLD", [("desk", .text("CMD")), ("chief", .flag(true)), ("chief_until", .text("2025-10-13"))])
        for code in ["A", "B", "C", "D"] { _ = try await house.do(.edit, code, [("title", .text(code))]).get() }
        house.setClock(morning)
        func seal(_ code: String, _ officer: String, _ happened: Instant?) async -> String? {
            await why(house.do(.seal, code, by: officer, override: "because", happened: happened))
        }
        #expect(await seal("A", "OLD", nil) == "not_entitled")
        #expect(await seal("A", "OLD", yesterday) == "not_entitled")
        #expect(await seal("B", "NEW", yesterday) == "not_entitled")
        #expect(await seal("B", "NEW", nil) == nil)
        #expect(await seal("C", "CHIEF", yesterday) == nil)
    }
}

@Suite struct `When it happened` {
    private func house() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        house.setClock(morning.adding(minutes: 60))
        return house
    }

    @Test func `nothing happens in time to come, but a fact's clock may be a little ahead`() async throws {
        let house = try await house()
        let ahead = house.now.adding(minutes: 5)
        #expect(await why(house.do(.edit, "A", [("title", .text("a"))], happened: ahead)) == "not_yet")
        #expect(await why(house.do(.arrive, "A", [("title", .text("a"))], happened: house.now.adding(minutes: 11))) == "not_yet")
        #expect(await why(house.do(.arrive, "A", [("title", .text("a"))], happened: ahead)) == nil)
        let row = try #require(house.chancery.published.picture.row(ID<Letter>(house.number("A"))))
        #expect(row.happened == house.now)
    }

    @Test func `it is kept as it was told`() async throws {
        let house = try await house()
        let before = house.now.adding(minutes: -30)
        _ = try await house.do(.edit, "A", [("title", .text("a"))], happened: before).get()
        #expect(house.chancery.published.picture.row(ID<Letter>(house.number("A")))?.happened == before)
    }

    @Test func `nothing newer is overwritten by what happened before it`() async throws {
        let house = try await house()
        try await house.write("A")
        let before = house.now.adding(minutes: -30)
        #expect(await why(house.do(.edit, "A", [("title", .text("x"))], happened: before)) == "older_than_record")
        #expect(await why(house.do(.seal, "A", happened: before)) == "older_than_record")
        #expect(await why(house.do(.seal, "A", happened: house.now)) == nil)
    }

    @Test func `one act writes so many records and no more`() async throws {
        let house = try await house()
        let proposals = (0...2_000).map { ActRequest.Proposal(kind: "officer", code: "O-\($0)") }
        func ask(_ proposals: [ActRequest.Proposal]) async -> String? {
            await why(house.chancery.perform(ActRequest(act: .edit, by: ExampleHouse.session("CLERK"), proposals: proposals)))
        }
        #expect(await ask(proposals) == "too_many_records")
        #expect(await ask(Array(proposals.dropFirst())) == nil)
    }
}
