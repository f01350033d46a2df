import Engine
import Ledger
import Rulebook
import Testing

/// A key answers for what was asked under it: nobody is told that something was done which never was.
@Suite struct `Under an act's one key` {
    private func house() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        return house
    }

    @Test func `another record is not the same act`() async throws {
        let house = try await house()
        #expect(await why(house.do(.edit, "A", [("title", .text("a"))], key: "k")) == nil)
        #expect(await why(house.do(.edit, "B", [("title", .text("a"))], key: "k")) == "key_used")
        #expect(house.letter("B") == nil)
        #expect(try await house.do(.edit, "A", [("title", .text("a"))], key: "k").get().wasWritten)
    }

    @Test func `another content is not the same act, nor is it about another record`() async throws {
        let house = try await house()
        #expect(await why(house.do(.edit, "A", [("title", .text("a")), ("pages", .integer(1))], key: "k")) == nil)
        #expect(await why(house.do(.edit, "A", [("title", .text("b")), ("pages", .integer(1))], key: "k")) == "key_used")
        #expect(house.letter("A")?.title == "a")
        #expect(await why(house.do(.seal, "A", key: "l")) == nil)
        #expect(await why(house.do(.edit, "A", [("title", .text("a"))], key: "l")) == "key_used")
    }

    @Test func `what is sent at once is done once, or refused where it is something else`() async throws {
        let house = try await house()
        let results = await withTaskGroup(of: String.self) { group in
            for place in 0..<20 {
                group.addTask {
                    let code = place % 2 == 0 ? "A" : "B"
                    return "\(code) \(await why(house.do(.edit, code, [("title", .text("t"))], key: "k")) ?? "done")"
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let done = Set(results.filter { $0.hasSuffix("done") })
        #expect(done.count == 1, "\(results)")
        #expect((house.letter("A") == nil) != (house.letter("B") == nil))
        #expect(results.allSatisfy { $0.hasSuffix("done") || $0.hasSuffix("key_used") }, "\(results)")
    }
}
