import Engine
import Ledger
import Rulebook
import Testing

@Suite struct `Taking an entry back` {
    private func house() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        try await house.write("A")
        return house
    }

    @Test func `makes what was added, changed or taken away as it was before`() async throws {
        let house = try await house()
        let changed = try await house.do(.edit, "A", [("title", .text("x")), ("copies", .list([.text("A")]))]).get()
        #expect(await house.takeBack(changed.sequence) == nil)
        #expect(house.letter("A")?.title == "A" && house.letter("A")?.copies == [])
        let added = try await house.do(.edit, "B", [("title", .text("b"))]).get()
        #expect(await house.takeBack(added.sequence) == nil)
        #expect(house.letter("B") == nil)
        let removed = try await house.do(.remove, "A").get()
        #expect(await house.takeBack(removed.sequence) == nil)
        #expect(house.letter("A")?.title == "A" && house.letter("A")?.pages == 1)
    }

    @Test func `gives a record its code again`() async throws {
        let house = try await house()
        let renamed = try await house.do(.edit, "A", [("code", .text("X"))]).get()
        #expect(house.letter("A") == nil)
        #expect(await house.takeBack(renamed.sequence) == nil)
        #expect(house.letter("A") != nil && house.letter("X") == nil)
    }

    @Test func `gives back codes that were exchanged by way of a third`() async throws {
        let house = try await house()
        try await house.write("B")
        let (a, b) = (house.number("A"), house.number("B"))
        let proposals = [("A", "X"), ("B", "A"), ("X", "B")].map {
            ActRequest.Proposal(kind: "letter", code: $0, contents: [("code", .text($1))])
        }
        let request = ActRequest(act: .edit, by: ExampleHouse.session("CLERK"), proposals: proposals)
        let exchanged = try await house.chancery.perform(request).get()
        #expect(house.number("A") == b && house.number("B") == a)
        #expect(await house.takeBack(exchanged.sequence) == nil)
        #expect(house.number("A") == a && house.number("B") == b && house.letter("X") == nil)
    }

    @Test func `undoes nothing that another house has written meanwhile`() async throws {
        let house = try await house()
        let changed = try await house.do(.edit, "A", [("title", .text("x"))]).get()
        let other = try await ExampleHouse(on: house.journal, seed: 2)
        _ = try await other.do(.edit, "A", [("pages", .integer(9))]).get()
        #expect(await house.takeBack(changed.sequence) == "changed_meanwhile")
        #expect(house.letter("A")?.title == "x" && house.letter("A")?.pages == 9)
    }

    @Test func `is for who wrote it, of an entry that there is`() async throws {
        let house = try await house()
        let changed = try await house.do(.edit, "A", [("title", .text("x"))]).get()
        #expect(await house.takeBack(changed.sequence, by: "BOTH") == "not_your_entry")
        #expect(await house.takeBack(999) == "not_your_entry")
        #expect(house.letter("A")?.title == "x")
    }

    @Test func `undoes nobody's later work`() async throws {
        let house = try await house()
        let changed = try await house.do(.edit, "A", [("title", .text("x"))]).get()
        _ = try await house.do(.edit, "A", [("pages", .integer(9))], by: "BOTH").get()
        #expect(await house.takeBack(changed.sequence) == "no_take_back")
        #expect(house.letter("A")?.title == "x")
    }

    @Test func `what was done in the world is taken back as long as its act allows`() async throws {
        let house = try await house()
        let sealed = try await house.do(.seal, "A").get()
        house.setClock(morning.adding(minutes: 11))
        #expect(await house.takeBack(sealed.sequence) == "no_take_back")
        house.setClock(morning.adding(minutes: 10))
        #expect(await house.takeBack(sealed.sequence) == nil)
        #expect(house.letter("A")?.sealed == nil && house.letter("A")?.state == .draft)
        let arrived = try await house.do(.arrive, "N", [("title", .text("n"))]).get()
        #expect(await house.takeBack(arrived.sequence) == "no_take_back")
    }

    @Test func `what only acts write is not taken back by hand`() async throws {
        let house = try await house()
        _ = try await house.do(.seal, "A").get()
        let closed = await why(house.do(.takeBack, "A") { $0.values = [("sealed", .absent)] })
        #expect(closed == "only_by_act")
    }
}

@Suite struct `An act's key` {
    private func house() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        return house
    }

    @Test func `is written once, also where it is sent again while it is under way`() async throws {
        let house = try await house()
        let receipts = await withTaskGroup(of: Receipt?.self) { group in
            for _ in 0..<8 {
                group.addTask { try? await house.do(.arrive, "", [("title", .text("x"))], key: "k").get() }
            }
            return await group.reduce(into: [Receipt?]()) { $0.append($1) }
        }
        #expect(Set(receipts.map { $0?.sequence }) == [house.head])
        #expect(receipts.count { $0?.wasWritten == false } == 1)
        #expect(house.chancery.published.picture.all(Letter.self).count == 1)
    }

    @Test func `is none where it is left out`() async throws {
        let house = try await house()
        for _ in 0..<2 { #expect(await why(house.do(.arrive, "", [("title", .text("x"))])) == nil) }
        #expect(house.chancery.published.picture.all(Letter.self).count == 2)
    }
}
