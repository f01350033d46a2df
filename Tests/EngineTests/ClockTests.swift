import Engine
import Ledger
import Rulebook
import Testing

@Suite struct `A clock that is set back` {
    private let hour = 60

    /// A house in which a letter was written at two o'clock, and whose clock says one.
    private func house() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        house.setClock(morning.adding(minutes: hour))
        try await house.write("A")
        house.setClock(morning)
        return house
    }

    private func recorded(_ house: ExampleHouse) async -> [Instant] { await house.journal.entries(after: 0, limit: 100).map(\.recorded) }

    @Test func `records nothing earlier than what was recorded before, nor in a house that is opened again`() async throws {
        let house = try await house()
        try await house.write("B")
        #expect(await recorded(house) == recorded(house).sorted())
        #expect(await recorded(house).last == morning.adding(minutes: hour))
        let again = try await ExampleHouse(on: house.journal, at: morning.adding(minutes: -hour))
        try await again.write("C")
        #expect(await recorded(house) == recorded(house).sorted())
        again.setClock(morning.adding(minutes: 2 * hour))
        try await again.write("D")
        #expect(await recorded(house).last == morning.adding(minutes: 2 * hour), "it goes on once the clock is there again")
    }

    @Test func `refuses no edit and no act of what was touched in the hour that comes again`() async throws {
        let house = try await house()
        #expect(await why(house.do(.edit, "A", [("title", .text("again"))])) == nil)
        #expect(await why(house.do(.seal, "A")) == nil)
        #expect(house.letter("A")?.title == "again")
        let row = try #require(house.chancery.published.picture.row(ID<Letter>(house.number("A"))))
        #expect(row.happened == morning.adding(minutes: hour), "after what was done to it before, and no later than that")
        // Opened again, the journal says the same.
        let again = try await ExampleHouse(on: house.journal, at: morning)
        #expect(again.letter("A")?.title == "again")
    }

    @Test func `leaves what nobody had touched at the time that it says`() async throws {
        let house = try await house()
        try await house.write("B")
        #expect(house.chancery.published.picture.row(ID<Letter>(house.number("B")))?.happened == morning)
    }

    @Test func `lets a proposal be made and confirmed that is about such a record`() async throws {
        let house = try await house()
        #expect(try await house.do(.burn, "A", [("urn", .text("attic"))]).get().proposal != nil)
        house.setClock(morning.adding(minutes: -5))
        #expect(await why(house.do(.confirm, "TWO-1", kind: "pending_act", by: "CHIEF")) == nil)
        #expect(house.letter("A")?.gone != nil)
    }

    @Test func `takes what somebody says of the time as it always does`() async throws {
        let house = try await house()
        #expect(await why(house.do(.edit, "A", [("title", .text("x"))], happened: morning)) == "older_than_record")
        #expect(await why(house.do(.edit, "A", [("title", .text("x"))], happened: morning.adding(minutes: hour))) == "not_yet")
    }
}

@Suite struct `A record that was read` {
    @Test func `is not written over by whoever read it before another changed it`() async throws {
        let house = try await ExampleHouse()
        try await house.staff()
        try await house.write("A")
        let read = house.head
        #expect(await why(house.do(.edit, "A", [("title", .text("mine"))]) { $0.ifEntry = read }) == nil)
        #expect(await why(house.do(.edit, "A", [("title", .text("theirs"))]) { $0.ifEntry = read }) == "changed_since")
        #expect(await why(house.do(.seal, "A") { $0.ifEntry = read }) == "changed_since")
        #expect(house.letter("A")?.title == "mine")
        #expect(await why(house.do(.edit, "NEW", [("title", .text("new")), ("pages", .integer(1))]) { $0.ifEntry = 0 }) == nil)
        #expect(await why(house.do(.edit, "NEW", [("title", .text("newer"))]) { $0.ifEntry = 0 }) == "changed_since")
    }

    @Test func `is named with its entry in an act that is sent as JSON`() throws {
        func read(_ text: String) throws -> Int? {
            try ActRequest.reading(
                JSON(parsing: "{\"act\":\"edit\",\"actor\":\"A\",\"records\":[{\"kind\":\"letter\",\"code\":\"A\",\"if_entry\":\(text)}]}"))[
                    0
                ]
                .proposals[0].ifEntry
        }
        #expect(try read("381") == 381)
        for wrong in ["-1", "\"381\"", "null"] { #expect(throws: Refusal.self) { try read(wrong) } }
    }
}
