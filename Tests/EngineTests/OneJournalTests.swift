import Engine
import Foundation
import Ledger
import Rulebook
import Testing

@Suite struct `Houses on one journal` {
    private func two() async throws -> (ExampleHouse, ExampleHouse) {
        let first = try await ExampleHouse()
        try await first.staff()
        return (first, try await ExampleHouse(on: first.journal, seed: 2))
    }

    @Test func `an act that another house has overtaken is decided again and written`() async throws {
        let (first, second) = try await two()
        #expect(await why(first.do(.edit, "A", [("title", .text("first"))])) == nil)
        #expect(await why(second.do(.edit, "B", [("title", .text("second"))])) == nil)
        #expect(second.letter("A")?.title == "first" && second.letter("B")?.title == "second")
        #expect(await first.journal.head() == second.chancery.published.head)
        #expect(await why(first.do(.edit, "C", [("title", .text("third"))])) == nil)
        #expect(first.letter("B")?.title == "second")
        let verification = await first.journal.verify()
        #expect(verification.damage == [] && verification.records == first.chancery.published.picture.count)
    }

    @Test func `what means nothing any more after the other's entry is refused, and nothing of it stays`() async throws {
        let (first, second) = try await two()
        _ = try await first.do(.edit, "A", [("title", .text("first")), ("pages", .integer(1))]).get()
        #expect(await why(second.do(.seal, "A")) == "unknown_record", "the second has not heard of it yet")
        _ = try await second.do(.edit, "B", [("title", .text("other")), ("pages", .integer(2))]).get()
        #expect(await why(first.do(.seal, "A")) == nil)
        #expect(await why(second.do(.seal, "A")) == "sealed_already")
        #expect(second.letter("A")?.state == .closed)
        #expect(await first.journal.head() == second.chancery.published.head)
    }

    @Test func `one key is written once, whichever house it was sent to`() async throws {
        let (first, second) = try await two()
        _ = try await first.do(.edit, "A", [("title", .text("one"))], key: "k").get()
        let again = try await second.do(.edit, "A", [("title", .text("one"))], key: "k").get()
        #expect(again.wasWritten)
        #expect(await why(second.do(.arrive, "", [("title", .text("x"))], key: "k")) == "key_used")
    }

    @Test func `acts that are sent to both at once all find their place, and both houses come to the same`() async throws {
        let (first, second) = try await two()
        let results = await withTaskGroup(of: String?.self) { group in
            for place in 0..<30 {
                group.addTask {
                    await why((place % 2 == 0 ? first : second).do(.edit, "L-\(place)", [("title", .text("\(place)"))]))
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.allSatisfy { $0 == nil || $0 == "notAtHead" }, "\(results)")
        let written = results.count { $0 == nil }
        #expect(written >= 10)
        _ = try await first.do(.edit, "LAST-A", [("title", .text("a"))]).get()
        _ = try await second.do(.edit, "LAST-B", [("title", .text("b"))]).get()
        let opened = try await LoadedCeremony.opened(first.journal, register: exampleRegister, now: morning)
        #expect(second.chancery.published.head == opened.head)
        #expect(second.chancery.published.picture.all(Letter.self) == opened.picture.all(Letter.self))
        #expect(opened.picture.all(Letter.self).count == written + 2)
    }

    @Test(.timeLimit(.minutes(1))) func `who follows hears of what others write, and its slips with it`() async throws {
        let (first, second) = try await two()
        let following = Task { await second.chancery.follow() }
        defer { following.cancel() }
        let publications = await second.chancery.publications()
        _ = try await first.do(.edit, "A", [("title", .text("empty"))]).get()
        for await sequence in publications where sequence >= first.chancery.published.head.sequence { break }
        #expect(second.letter("A")?.title == "empty")
        #expect(second.chancery.published.slips.all.map(\.rule) == ["CMD-01"])
    }

    @Test func `a late report that others wrote does not become current, nor come back to life`() async throws {
        let (first, second) = try await two()
        _ = try await first.do(.edit, "A", [("title", .text("new"))]).get()
        _ = try await second.do(.edit, "B", [("title", .text("x"))]).get()
        let reference = try #require(second.letter("A")).reference
        let early = morning.adding(minutes: -60)
        var old = Letter("A", id: reference.number)
        old.title = "old"
        let told = News(reference, code: "A", happened: early, row: Row(old, happened: early, sequence: 0), isCurrent: false)
        func tell(_ house: ExampleHouse) async throws -> Int? {
            try await house.chancery.note(
                [told], on: house.chancery.published.head, by: .dataFolder(for: "CLERK"), reason: "late", replays: true)?.entries
        }
        #expect(try await tell(second) == 1)
        _ = try await first.do(.edit, "C", [("title", .text("y"))]).get()
        #expect(first.letter("A")?.title == "new")
        _ = try await first.do(.remove, "A").get()
        #expect(try await tell(second) == nil, "worked out on a head that is no longer the last")
        _ = try await second.do(.edit, "D", [("title", .text("z"))]).get()
        #expect(second.letter("A") == nil)
        #expect(try await tell(second) == 1)
        _ = try await first.do(.edit, "E", [("title", .text("z"))]).get()
        #expect(first.letter("A") == nil)
    }
}

@Suite struct `A day from a seed` {
    private func day(seed: UInt64) async throws -> [Entry] {
        let house = try await ExampleHouse(seed: seed)
        try await house.staff()
        for place in 0..<10 {
            house.setClock(morning.adding(minutes: place))
            _ = try await house.do(.edit, "L-\(place)", [("title", .text("letter \(place)"))]).get()
            _ = try await house.do(.edit, "L-\(place)", [("sender", .text("somebody"))], by: "BOTH").get()
        }
        return await house.journal.entries(after: 0, limit: 1_000)
    }

    @Test func `is played again to the same bytes, the seals of what is about people among them`() async throws {
        let entries = try await day(seed: 7)
        #expect(entries.flatMap(\.changes).contains { $0.sealed != nil })
        #expect(try await day(seed: 7) == entries)
        #expect(try await day(seed: 8) != entries)
    }
}

@Suite struct `What readers look at` {
    @Test func `is taken without the actor, and is another as soon as time has changed what the rules say`() async throws {
        let house = try await ExampleHouse()
        #expect(house.chancery.published.slips.all.isEmpty)
        #expect(house.chancery.published.holdsUntil == noon)
        house.setClock(noon.adding(minutes: -1))
        #expect(await house.chancery.current().slips.all.isEmpty)
        house.setClock(noon)
        #expect(await house.chancery.current().slips.all.map(\.rule) == ["CMD-02"])
        #expect(house.chancery.published.holdsUntil == .distantFuture)
        try await house.staff()
        _ = try await house.do(.edit, "A", [("title", .text("t")), ("pages", .integer(1))]).get()
        #expect(await house.chancery.current().slips.all.isEmpty)
    }

    @Test func `has the zone of the record that says it`() async throws {
        let house = try await ExampleHouse()
        try await house.staff()
        #expect(house.chancery.published.picture.zone == .gmt)
        _ = try await house.do(.edit, "C", kind: "clockwork", [("zone", .text("Asia/Ho_Chi_Minh"))]).get()
        #expect(house.chancery.published.picture.zone.identifier == "Asia/Ho_Chi_Minh")
        let opened = try await LoadedCeremony.opened(house.journal, register: exampleRegister, now: morning)
        #expect(opened.picture.zone.identifier == "Asia/Ho_Chi_Minh")
        #expect(try await LoadedCeremony.zone(of: house.journal, register: exampleRegister).identifier == "Asia/Ho_Chi_Minh")
        _ = try await house.do(.remove, "C", kind: "clockwork").get()
        #expect(house.chancery.published.picture.zone == .gmt)
    }
}

@Suite struct `What others wrote meanwhile` {
    private func told(_ code: String, _ number: UInt32, happened: Instant, isCurrent: Bool = true) -> News {
        var letter = Letter(code, id: number)
        letter.title = code
        return News(
            Reference(slot: Letter.slot, number: number), code: code, happened: happened,
            row: Row(letter, happened: happened, sequence: 0), isCurrent: isCurrent)
    }

    private func tell(_ house: ExampleHouse, _ news: [News]) async throws -> Int? {
        try await house.chancery.note(news, on: house.chancery.published.head, by: .dataFolder(for: "CLERK"), reason: "", replays: true)?
            .entries
    }

    @Test(.timeLimit(.minutes(1))) func `is taken in whole, however much it is`() async throws {
        let first = try await ExampleHouse()
        try await first.staff()
        try await first.write("A")
        let second = try await ExampleHouse(on: first.journal, seed: 2)
        first.setClock(morning.adding(minutes: 2_000))
        second.setClock(first.now)
        let number = first.number("A")
        let following = Task { await second.chancery.follow() }
        defer { following.cancel() }
        let publications = await second.chancery.publications()
        #expect(try await tell(first, (1...1_001).map { told("A-\($0)", number, happened: morning.adding(minutes: $0)) }) == 1_001)
        for await sequence in publications where sequence >= first.head { break }
        #expect(second.letter("A-1001")?.title == "A-1001")
        #expect(await second.chancery.published.head == first.journal.head())
    }

    @Test func `does not bring back what they removed and told an old tale of, all at once`() async throws {
        let first = try await ExampleHouse()
        try await first.staff()
        try await first.write("A")
        let second = try await ExampleHouse(on: first.journal, seed: 2)
        #expect(second.letter("A") != nil)
        let number = first.number("A")
        _ = try await first.do(.remove, "A").get()
        #expect(try await tell(first, [told("A", number, happened: morning.adding(minutes: -60), isCurrent: false)]) == 1)
        #expect(first.letter("A") == nil)
        _ = try await second.do(.edit, "B", [("title", .text("b"))]).get()
        #expect(second.letter("A") == nil)
        let opened = try await LoadedCeremony.opened(first.journal, register: exampleRegister, now: morning)
        #expect(opened.picture.find(Letter.self, "A") == nil)
    }
}
