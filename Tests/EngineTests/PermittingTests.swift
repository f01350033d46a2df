import Engine
import Ledger
import Rulebook
import Testing

@Suite struct `Who may write` {
    private func staffed() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        return house
    }

    @Test func `whoever is nobody here writes nothing, with whatever session`() async throws {
        let house = try await staffed()
        #expect(await why(house.do(.edit, "A", [("title", .text("a"))], by: "STRANGER")) == "actor_unknown")
        #expect(await why(house.do(.arrive, "A", [("title", .text("a"))], by: "STRANGER")) == "actor_unknown")
        #expect(await why(house.do(.edit, "A", [("title", .text("a"))], as: .dataFolder(for: "STRANGER"))) == "actor_unknown")
        #expect(house.letter("A") == nil)
    }

    @Test func `an account that is no officer's prepares in its own name, and does nothing in the world`() async throws {
        let house = try await staffed()
        #expect(await why(house.do(.edit, "A", [("title", .text("a")), ("pages", .integer(1))], by: "BOX")) == nil)
        #expect(await why(house.do(.seal, "A", by: "BOX")) == "actor_unknown")
        let borrowed = Authority(officer: "STRANGER", account: "BOX", way: .session("s"), isProved: true)
        #expect(await why(house.do(.edit, "A", [("title", .text("b"))], as: borrowed)) == "actor_unknown")
        #expect(await why(house.do(.seal, "A", by: "CLERK")) == nil)
    }

    @Test func `where there are no officers yet, only who holds the folder of the data goes unnamed`() async throws {
        let house = try await ExampleHouse()
        try await house.give("BOX", [("desk", .text("CMD")), ("mere_account", .flag(true))])
        #expect(await why(house.do(.edit, "A", [("title", .text("a")), ("pages", .integer(1))], as: .dataFolder(for: "FOUNDER"))) == nil)
        #expect(await why(house.do(.seal, "A", by: "BOX")) == "actor_unknown")
        #expect(await why(house.do(.seal, "A", as: .dataFolder(for: "FOUNDER"))) == nil)
    }

    @Test func `whoever opened the house looks after it, and has no desk`() async throws {
        let house = try await staffed()
        let opener = Authority(officer: "OPENER", account: nil, way: .opener, isProved: true)
        let proposed = try await house.do(.edit, "NEW", kind: "keeper", [("desk", .text("CMD"))], as: opener).get()
        #expect(proposed.proposal != nil)
        #expect(await why(house.do(.edit, "A", [("title", .text("a"))], as: opener)) == "not_yours")
    }

    @Test func `records are changed at a desk of their room alone`() async throws {
        let house = try await staffed()
        #expect(await why(house.do(.edit, "A", [("title", .text("a"))], by: "GUARD")) == "not_yours")
        #expect(await why(house.do(.arrive, "A", [("title", .text("a"))], by: "GUARD")) == "not_yours")
        #expect(await why(house.do(.edit, "A", [("title", .text("a"))], by: "BOTH")) == nil)
        #expect(await why(house.do(.edit, "A", kind: "nonsense", by: "CLERK")) == "unknown_kind")
    }

    @Test func `who may do what is there for administrators alone`() async throws {
        let house = try await staffed()
        #expect(await why(house.do(.edit, "GUARD", kind: "keeper", [("desk", .text("CMD"))], by: "CLERK")) == "not_yours")
        #expect(await why(house.do(.arrive, "GUARD", kind: "keeper", [("title", .text("x"))], by: "CLERK")) == "not_yours")
        #expect(await why(house.do(.arrive, "GUARD", kind: "keeper", [("title", .text("x"))], by: "ADM-B")) == nil)
        #expect(await why(house.do(.arrive, "GUARD", kind: "keeper", [("title", .text("x"))], by: "ADM-A")) == "not_yours")
    }

    @Test func `who may do what, and what takes two, is changed only by somebody who has just proved themselves`() async throws {
        let house = try await staffed()
        try await house.write("A")
        func ask(_ isProved: Bool) async -> [String?] {
            [
                await why(house.do(.edit, "GUARD", kind: "keeper", [("desk", .text("CMD"))], by: "ADM-A", isProved: isProved)),
                await why(house.do(.burn, "A", by: "CLERK", isProved: isProved)),
                await why(house.do(.hire, "A", [("desk", .text("CMD"))], by: "ADM-B", isProved: isProved)),
                await why(house.do(.seal, "A", by: "CLERK", isProved: isProved)),
            ]
        }
        #expect(await ask(false) == ["needs_proof", "needs_proof", "needs_proof", nil])
        let unproved = ExampleHouse.session("CHIEF", isProved: false)
        #expect(await ask(true) == [nil, nil, nil, "sealed_already"])
        #expect(await house.decide(.confirm, "TWO-2", by: "CHIEF", as: unproved) == "needs_proof")
        #expect(await house.decide(.turnDown, "TWO-2", by: "CHIEF", as: unproved) == "needs_proof")
        #expect(await house.decide(.withdrawProposal, "TWO-2", by: "CLERK", as: ExampleHouse.session("CLERK", isProved: false)) == nil)
    }

    @Test func `a field about people is written at the desks that see it`() async throws {
        let house = try await staffed()
        let sender: [(String, JSON)] = [("title", .text("a")), ("sender", .text("somebody"))]
        #expect(await why(house.do(.edit, "A", sender, by: "CLERK")) == "not_yours")
        #expect(await why(house.do(.arrive, "A", sender, by: "CLERK")) == "not_yours")
        #expect(await why(house.do(.arrive, "A", sender, by: "BOTH")) == nil)
        #expect(await why(house.do(.edit, "A", [("title", .text("b"))], by: "CLERK")) == nil)
        #expect(house.letter("A")?.sender.content == "somebody")
        #expect(await why(house.do(.remove, "A", by: "CLERK")) == nil, "who keeps a record takes it away with all that is in it")
    }

    @Test func `what the house alone reads nobody writes`() async throws {
        let house = try await staffed()
        try await house.write("A")
        _ = try await house.do(.burn, "A").get()
        #expect(await why(house.do(.edit, "TWO-1", kind: "pending_act", [("meaning", .text("x"))], by: "CHIEF")) == "not_yours")
        #expect(await why(house.do(.edit, "TWO-1", kind: "pending_act", [("reason", .text("x"))], by: "CHIEF")) == "only_by_act")
        #expect(await why(house.do(.edit, "TWO-1", kind: "pending_act", [("reason", .text("x"))], by: "BOTH")) == "only_by_act")
        try await house.give("NOBODY", [])
        #expect(await why(house.do(.edit, "TWO-1", kind: "pending_act", [("reason", .text("x"))], by: "NOBODY")) == "not_yours")
    }
}

@Suite struct `What is hidden from whoever writes` {
    private let secret: [(String, JSON)] = [("classification", .text("secret"))]

    private func staffed() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        try await house.write("S", secret)
        try await house.write("OPEN")
        return house
    }

    @Test func `nobody lifts a record out of their own sight`() async throws {
        let house = try await staffed()
        #expect(await why(house.do(.edit, "A", [("title", .text("a"))] + secret)) == "above_own_ceiling")
        #expect(await why(house.do(.edit, "OPEN", secret)) == "above_own_ceiling")
        #expect(await why(house.do(.arrive, "A", [("title", .text("a"))] + secret)) == "above_own_ceiling")
        #expect(house.letter("OPEN")?.heading.classification == .internal)
    }

    @Test func `nothing is written above what the installation may hold`() async throws {
        let house = try await staffed()
        let top: [(String, JSON)] = [("title", .text("a")), ("classification", .text("top_secret"))]
        #expect(await why(house.do(.edit, "A", top, as: .dataFolder(for: "CHIEF"))) == "above_ceiling")
        #expect(house.letter("S")?.heading.classification == .secret)
    }

    @Test func `it is as if it were not there, but for its code`() async throws {
        let house = try await staffed()
        #expect(await why(house.do(.edit, "S", [("title", .text("x"))])) == "code_taken")
        #expect(await why(house.do(.remove, "S")) == "unknown_record")
        #expect(await why(house.do(.remove, "NONE")) == "unknown_record")
        #expect(await why(house.do(.remove, "OPEN")) == nil)
        #expect(await why(house.do(.seal, "S")) == "unknown_record")
        #expect(await why(house.do(.arrive, "A", [("title", .text("a")), ("answers", .text("S"))])) == "unknown_reference")
        #expect(await why(house.do(.pack, "S", [("content", .text("x"))])) == "unknown_record")
        #expect(house.letter("S")?.title == "S")
    }

    @Test func `it is not named by its number either, where it was not named before`() async throws {
        let house = try await staffed()
        let (hidden, seen) = (Value.reference(house.number("S")), Value.reference(house.number("OPEN")))
        #expect(
            await why(house.do(.edit, "A", [("title", .text("a"))]) { $0.values = [("copies", .list([hidden]))] }) == "unknown_reference")
        #expect(await why(house.do(.arrive, "A", [("title", .text("a"))]) { $0.values = [("answers", hidden)] }) == "unknown_reference")
        #expect(await why(house.do(.arrive, "B", [("title", .text("b"))]) { $0.values = [("answers", seen)] }) == nil)
        _ = try await house.do(.edit, "B", as: .dataFolder(for: "CHIEF")) { $0.values = [("copies", .list([hidden]))] }.get()
        #expect(await why(house.do(.edit, "B") { $0.values = [("copies", .list([hidden, seen]))] }) == nil, "it was named there already")
        #expect(house.letter("B")?.copies.count == 2)
    }

    @Test func `who may do what is not named by whoever may not know of it`() async throws {
        let house = try await staffed()
        #expect(await why(house.do(.edit, "OPEN", [("bearer", .text("GUARD"))], by: "CLERK")) == "unknown_reference")
        #expect(await why(house.do(.edit, "OPEN", [("bearer", .text("GUARD"))], by: "ADM-B")) == nil)
    }

    @Test func `what an act writes beyond what it was given is its own meaning`() async throws {
        let house = try await staffed()
        _ = try await house.do(.edit, "OPEN", [("answers", .text("S"))], as: .dataFolder(for: "CHIEF")).get()
        #expect(await why(house.do(.seal, "OPEN")) == nil)
        #expect(house.letter("S")?.state == .read && house.letter("S")?.heading.classification == .secret)
    }

    @Test func `what somebody may not know of is not told by an act that begins from a record`() async throws {
        let house = try await staffed()
        _ = try await house.do(.edit, "OPEN", [("answers", .text("S"))], as: .dataFolder(for: "CHIEF")).get()
        #expect(await why(house.do(.pack, "OPEN", [("content", .text("x"))])) == nil)
        #expect(house.chancery.published.picture.find(Parcel.self, "PARCEL-1")?.letter == house.letter("OPEN")?.id)
    }
}

@Suite struct `What is decided about slips` {
    private let later = Moment(morning.adding(minutes: 600), in: Zones.named("Asia/Ho_Chi_Minh")!).description

    private func house() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        try await house.give("GUARD-CHIEF", [("desk", .text("SEC")), ("chief", .flag(true))])
        return house
    }

    private func take(_ house: ExampleHouse, _ rule: String, by account: String, _ code: String = "T") async -> String? {
        await why(house.do(.edit, code, kind: "assignment", [("rule", .text(rule)), ("officer", .text(account))], by: account))
    }

    @Test func `slips are taken on at the desk that owns them, or at the one that presides`() async throws {
        let house = try await house()
        #expect(await take(house, "CMD-01", by: "GUARD") == "not_yours")
        #expect(await take(house, "CMD-99", by: "GUARD") == "not_yours")
        #expect(await take(house, "SEC-01", by: "GUARD") == nil)
        #expect(await take(house, "SEC-01", by: "CLERK", "U") == nil)
        #expect(await take(house, "CMD-01", by: "GUARD") == "not_yours", "nor is one's own made another's")
        #expect(await take(house, "CMD-01", by: "CLERK", "V") == nil)
        #expect(await take(house, "SEC-01", by: "GUARD", "V") == "not_yours", "nor another's one's own")
    }

    private func waive(
        _ house: ExampleHouse, _ rule: String, of letter: String = "A", approver: String, by account: String
    ) async -> String? {
        await why(
            house.do(
                .edit, "W-\(rule)-\(letter)", kind: "waiver",
                [
                    ("rule", .text(rule)), ("subjects", .list([.text("letter/\(letter)")])), ("approver", .text(approver)),
                    ("reason", .text("r")),
                    ("ends", .text(later)),
                ], by: account))
    }

    @Test func `only who could override a stop waives it, in their own name`() async throws {
        let house = try await house()
        #expect(await waive(house, "CMD-01", approver: "CLERK", by: "CLERK") == "waiver_not_entitled")
        #expect(await waive(house, "CMD-01", approver: "CHIEF", by: "CLERK") == "waiver_not_entitled")
        #expect(await waive(house, "CMD-01", approver: "GUARD-CHIEF", by: "GUARD-CHIEF") == "not_yours")
        #expect(await waive(house, "SEC-01", approver: "GUARD-CHIEF", by: "GUARD-CHIEF") == nil)
        #expect(await waive(house, "CMD-01", approver: "CHIEF", by: "CHIEF") == nil)
    }

    @Test func `a waived slip stops nothing until the waiver ends`() async throws {
        let house = try await house()
        for code in ["A", "B", "C"] { _ = try await house.do(.edit, code, [("title", .text(code))]).get() }
        #expect(await why(house.do(.seal, "A")) == "CMD-01")
        for code in ["A", "B"] { #expect(await waive(house, "CMD-01", of: code, approver: "CHIEF", by: "CHIEF") == nil) }
        #expect(await why(house.do(.seal, "C")) == "CMD-01")
        house.setClock(morning.adding(minutes: 599))
        #expect(await why(house.do(.seal, "A")) == nil)
        house.setClock(morning.adding(minutes: 600))
        #expect(await why(house.do(.seal, "B")) == "CMD-01")
    }

    @Test func `a slip that the act itself makes may be waived beforehand`() async throws {
        let house = try await house()
        try await house.write("A")
        #expect(await why(house.do(.seal, "A", [("pages", .integer(0))])) == "CMD-01")
        #expect(await waive(house, "CMD-01", approver: "CHIEF", by: "CHIEF") == nil)
        #expect(await why(house.do(.seal, "A", [("pages", .integer(0))])) == nil)
    }
}
