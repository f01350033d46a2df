import Engine
import Ledger
import Testing

@Suite struct `A try that was not done` {
    private func tries(_ house: ExampleHouse) -> [RefusedTry] { house.chancery.published.picture.all(RefusedTry.self) }

    private func house() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        _ = try await house.do(.edit, "EMPTY", [("title", .text("empty"))]).get()
        return house
    }

    @Test func `of an act in the world leaves who tried what, and which rule stopped it`() async throws {
        let house = try await house()
        #expect(await why(house.do(.seal, "EMPTY")) == "CMD-01")
        let tried = try #require(tries(house).first)
        #expect(tried.act == "seal" && tried.about == "letter/EMPTY" && tried.officer == "CLERK" && tried.account == "CLERK")
        #expect(tried.why == "CMD-01" && tried.times == 1 && tried.first.instant == morning)
        #expect(house.letter("EMPTY")?.sealed == nil)
        let last = try #require(await house.journal.entries(after: house.chancery.published.head.sequence - 1, limit: 1).first)
        #expect(last.act == "note_refusal" && last.idempotencyKey == "")
    }

    @Test func `is counted again after a minute, and told anew after an hour`() async throws {
        let house = try await house()
        for (minute, times) in [(0, [1]), (0, [1]), (1, [2]), (61, [2, 1])] {
            house.setClock(morning.adding(minutes: minute))
            #expect(await why(house.do(.seal, "EMPTY")) == "CMD-01")
            #expect(tries(house).map(\.times) == times, "minute \(minute)")
        }
    }

    @Test func `is told where the act itself refuses or its doer may not, and not where something was mistyped`() async throws {
        let house = try await house()
        #expect(await why(house.do(.seal, "NONE")) == "unknown_record")
        #expect(await why(house.do(.seal, "EMPTY", [("pages", .text("many"))])) == "bad_value")
        #expect(tries(house).isEmpty)
        #expect(await why(house.do(.seal, "EMPTY", by: "GUARD")) == "not_yours")
        #expect(await why(house.do(.seal, "EMPTY", override: "now")) == "not_entitled")
        #expect(await why(house.do(.seal, "EMPTY", [("pages", .integer(1))])) == nil)
        #expect(await why(house.do(.seal, "EMPTY")) == "sealed_already")
        #expect(tries(house).map(\.why) == ["not_yours", "not_entitled", "sealed_already"])
    }

    @Test func `fills no journal, whatever somebody tries`() async throws {
        let house = try await house()
        for number in 0..<70 {
            _ = try await house.do(.edit, "E-\(number)", [("title", .text("empty"))]).get()
            #expect(await why(house.do(.seal, "E-\(number)")) == "CMD-01")
            #expect(await why(house.do(.seal, "made up \(number)", by: "GUARD")) == "not_yours")
        }
        #expect(tries(house).count { $0.officer == "CLERK" } == 20)
        #expect(await why(house.do(.turnIn, "E-2", [("title", .text("empty"))], override: "now")) == "not_entitled")
        #expect(tries(house).count { $0.officer == "CLERK" } == 21, "those of one act hide none of another")
        #expect(tries(house).filter { $0.officer == "GUARD" }.map(\.about) == [""])
    }

    @Test func `is hidden from whoever may not know of what it was about`() async throws {
        let house = try await house()
        try await house.give("HIGH", [("desk", .text("CMD")), ("ceiling", .text("secret"))])
        _ = try await house.do(.edit, "EMPTY", [("classification", .text("secret"))], by: "HIGH").get()
        #expect(await why(house.do(.seal, "EMPTY", by: "HIGH")) == "CMD-01")
        #expect(tries(house).map(\.heading.classification) == [.secret])
    }

    @Test func `is written by nobody`() async throws {
        let house = try await house()
        #expect(await why(house.do(.seal, "EMPTY")) == "CMD-01")
        #expect(await why(house.do(.remove, "TRY-1", kind: "refused_try", by: "ADM-B")) == "not_yours")
        #expect(
            await why(
                house.chancery.perform(
                    ActRequest(act: .remove, actor: "CLERK", proposals: [.init(kind: "refused_try", code: "TRY-1", removes: true)])))
                != nil)
        #expect(tries(house).count == 1)
    }
}
