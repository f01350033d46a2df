import Engine
import Ledger
import Rulebook
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Until it is on the disk` {
    private func house() async throws -> (ExampleHouse, Door) {
        let journal = MemoryJournal()
        let door = Door(to: journal)
        let house = try await ExampleHouse(on: journal, behind: door)
        try await house.staff()
        return (house, door)
    }

    /// Long enough for whoever goes on without waiting to have gone on.
    private func aWhile() async throws { try await Task.sleep(for: .milliseconds(200)) }

    @Test func `nothing is shown, though time has brought something new`() async throws {
        let (house, door) = try await house()
        await door.shut()
        async let written = house.do(.edit, "A", [("title", .text("a"))])
        await door.knocked()
        house.setClock(noon)
        #expect(await house.chancery.current().picture.find(Letter.self, "A") == nil)
        await door.open()
        #expect(await why(written) == nil)
        #expect(house.letter("A") != nil)
    }

    @Test func `what comes later waits its turn`() async throws {
        let (house, door) = try await house()
        await door.shut()
        async let first = house.do(.edit, "A", [("title", .text("a"))])
        await door.knocked()
        async let second = house.do(.edit, "B", [("title", .text("b"))])
        // It is decided on as soon as the house knows of it, ahead of the disk.
        let removal = ActRequest(
            act: .remove, by: ExampleHouse.session("CLERK"), proposals: [.init(kind: "letter", code: "B", removes: true)])
        while await why(house.chancery.preview(removal)) != nil { await Task.yield() }
        try await aWhile()
        #expect(await door.queue == 1)
        await door.open()
        #expect(await [why(first), why(second)] == [nil, nil])
        #expect(house.letter("A") != nil && house.letter("B") != nil)
    }

    @Test func `an act that is sent again under its key is not begun again`() async throws {
        let (house, door) = try await house()
        await door.shut()
        async let first = house.do(.arrive, "", [("title", .text("a"))], key: "k")
        await door.knocked()
        async let second = house.do(.arrive, "", [("title", .text("a"))], key: "k")
        try await aWhile()
        #expect(await door.queue == 1)
        await door.open()
        let receipts = try await [first.get(), second.get()]
        #expect(receipts.map(\.wasWritten) == [false, true] && receipts[0].sequence == receipts[1].sequence)
        #expect(house.chancery.published.picture.all(Letter.self).count == 1)
    }

    @Test func `what finds no room has not been done, and being turned away is not told as if it were kept`() async throws {
        let (house, door) = try await house()
        await door.fill()
        #expect(await why(house.do(.edit, "A", [("title", .text("a"))])) == "no_space")
        #expect(await why(house.do(.turnIn, "T", [("title", .text("t"))])) == "no_space")
        #expect(house.letter("A") == nil && house.letter("T") == nil)
    }
}
