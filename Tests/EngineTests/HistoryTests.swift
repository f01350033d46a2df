import Engine
import Ledger
import RulebookTesting
import Testing

/// A journal of which no entry is read whole.
private struct HeadsAlone: JournalDouble {
    let inner: MemoryJournal

    func entries(after sequence: Int, limit: Int) async throws(JournalFailure) -> [Entry] { throw .unreadable("an entry was read whole") }
}

@Suite struct `A history` {
    private let letters = Kind(Letter.self)

    private func historian(_ house: ExampleHouse) -> Historian { Historian(HeadsAlone(inner: house.journal), register: exampleRegister) }

    @Test func `tells who altered what in a record, and reads no entry whole`() async throws {
        let house = try await ExampleHouse()
        try await house.staff()
        try await house.write("A")
        let edited = try await house.do(.edit, "A", [("title", .text("x")), ("sender", .text("Mẫu"))], by: "BOTH").get()
        let removed = try await house.do(.remove, "A").get()
        let told = try await historian(house).alterations(kind: "letter", number: 1)
        #expect(told.map(\.entry.actor) == ["CHIEF", "BOTH", "CLERK"])
        #expect(told.suffix(2).map(\.entry.sequence) == [edited.sequence, removed.sequence])
        #expect(told[1].columns(of: letters).map { letters.columns[$0].name } == ["title", "sender"])
        #expect(told[0].before == nil && told[2].after == nil)
        let opened = try await LoadedCeremony.opened(HeadsAlone(inner: house.journal), register: exampleRegister, now: morning)
        #expect(opened.recorded == told.last?.entry.recorded)
    }

    @Test func `of one entry is told to whoever wrote it, step by step, and where it is not too long`() async throws {
        let house = try await ExampleHouse()
        try await house.staff()
        for code in ["A", "B"] { try await house.write(code) }
        let proposals = [("A", "1"), ("B", "2"), ("A", "3")].map {
            ActRequest.Proposal(kind: "letter", code: $0, contents: [("title", .text($1))])
        }
        let request = ActRequest(act: .edit, by: ExampleHouse.session("CLERK"), proposals: proposals)
        let sequence = try await house.chancery.perform(request).get().sequence
        let told = try #require(try await historian(house).alterations(of: sequence, by: "CLERK", atMost: 3))
        #expect(told.map { ($0.before as? Row<Letter>)?.record.title } == ["A", "B", "1"])
        #expect(told.map { ($0.after as? Row<Letter>)?.record.title } == ["1", "2", "3"])
        let longer = try await historian(house).alterations(of: sequence, by: "CLERK", atMost: 2)
        let another = try await historian(house).alterations(of: sequence, by: "CHIEF", atMost: 3)
        #expect(longer == nil && another == nil)
    }
}
