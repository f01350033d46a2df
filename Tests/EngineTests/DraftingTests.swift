import Engine
import Ledger
import Rulebook
import Testing

@Suite struct `What makes a record meaningless` {
    private func house() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        try await house.write("A")
        return house
    }

    private func edit(_ house: ExampleHouse, _ column: String, _ value: JSON) async -> String? {
        await why(house.do(.edit, "A", [(column, value)]))
    }

    private func moment(_ minutes: Int) -> JSON {
        .text(Moment(morning.adding(minutes: minutes), in: Zones.named("Asia/Ho_Chi_Minh")!).description)
    }

    @Test(arguments: [("A\nB", false), ("A\u{200B}B", false), ("A\u{0}", false), ("A\u{2028}B", false), ("Mã số 1/2", true)])
    func `takes a code that is one line and can be read`(code: String, isTaken: Bool) async throws {
        let house = try await ExampleHouse()
        try await house.staff()
        #expect(await why(house.do(.edit, code, [("title", .text("t"))])) == (isTaken ? nil : "code_not_one_line"))
        #expect(await why(house.do(.edit, String(repeating: "c", count: 201), [("title", .text("t"))])) == "code_not_one_line")
        #expect(await why(house.do(.edit, String(repeating: "c", count: 200), [("title", .text("t"))])) == nil)
    }

    @Test func `is refused field by field, each with its own reason`() async throws {
        let house = try await house()
        #expect(await edit(house, "nonsense", .text("x")) == "unknown_field")
        #expect(await why(house.do(.edit, "A") { $0.values = [("nonsense", .text("x"))] }) == "unknown_field")
        #expect(await edit(house, "pages", .text("many")) == "bad_value")
        #expect(await edit(house, "answers", .integer(1)) == "bad_value")
        #expect(await why(house.do(.edit, "A") { $0.values = [("pages", .text("many"))] }) == "bad_value")
        #expect(await edit(house, "answers", .text("NONE")) == "unknown_reference")
        #expect(await edit(house, "answers", .text("A")) == nil)
        #expect(await edit(house, "answers", .null) == nil)
        #expect(await edit(house, "title", .text("")) == "field_is_required")
        #expect(await why(house.do(.edit, "", [("title", .text("x"))])) == "field_is_required")
        #expect(await why(house.do(.edit, "NEW", [("pages", .integer(1))])) == "field_is_required")
    }

    @Test func `a text or a number may be large, but not beyond meaning`() async throws {
        let house = try await house()
        #expect(await edit(house, "title", .text(String(repeating: "a", count: 100_000))) == nil)
        #expect(await edit(house, "title", .text(String(repeating: "a", count: 100_001))) == "text_too_long")
        #expect(await why(house.do(.arrive, "N", [("title", .text(String(repeating: "a", count: 100_001)))])) == "text_too_long")
        #expect(await edit(house, "pages", .integer(1_000_000_000)) == nil)
        #expect(await edit(house, "pages", .integer(1_000_000_001)) == "number_too_large")
        #expect(await edit(house, "pages", .integer(-1_000_000_001)) == "number_too_large")
        #expect(await edit(house, "postage", .integer(1_000_000_000_000_000)) == nil)
        #expect(await edit(house, "postage", .integer(1_000_000_000_000_001)) == "number_too_large")
    }

    @Test func `nothing ends before it begins, whichever of the two is given`() async throws {
        let house = try await house()
        #expect(await why(house.do(.edit, "A", [("starts", .text("2025-10-02")), ("ends", .text("2025-10-01"))])) == "ends_before_start")
        #expect(await why(house.do(.edit, "A", [("starts", .text("2025-10-02")), ("ends", .text("2025-10-02"))])) == nil)
        #expect(await edit(house, "ends", .text("2025-10-01")) == "ends_before_start")
        #expect(await edit(house, "starts", .text("2025-10-03")) == "ends_before_start")
        #expect(await why(house.do(.edit, "A", [("lent_from", moment(1)), ("lent_to", moment(0))])) == "ends_before_start")
        #expect(await why(house.do(.edit, "A", [("lent_from", moment(0)), ("lent_to", moment(1))])) == nil)
    }

    @Test func `what an earlier house let stand does not bar what has nothing to do with it`() async throws {
        let house = try await house()
        var old = Letter("OLD")
        old.title = String(repeating: "a", count: 100_001)
        old.pages = 2_000_000_000
        old.starts = Day("2025-10-02")
        old.ends = Day("2025-10-01")
        try await house.tell(old)
        #expect(await why(house.do(.edit, "OLD", [("state", .text("read"))])) == nil)
    }

    @Test func `who is erased keeps a record without what it must have, and is forgotten though nothing of it changes`() async throws {
        let house = try await house()
        _ = try await house.do(.edit, "A", [("sender", .text("somebody"))], by: "BOTH").get()
        #expect(await house.journal.keys().count == 1)
        #expect(await why(house.do(.erase, "A")) == nil)
        #expect(await house.decide(.confirm, by: "CHIEF") == nil)
        #expect(house.letter("A")?.title == "")
        #expect(await house.journal.keys().count == 0)
        let head = house.head
        #expect(await why(house.do(.erase, "A")) == nil)
        #expect(await house.decide(.confirm, "TWO-2", by: "CHIEF") == nil)
        #expect(house.head == head + 2)
    }
}

@Suite struct `The wishes of an act` {
    private func house() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        for code in ["A", "B", "C"] { try await house.write(code) }
        return house
    }

    private func edit(_ house: ExampleHouse, _ codes: [(String, String)]) async -> String? {
        let proposals = codes.map { ActRequest.Proposal(kind: "letter", code: $0, contents: [("code", .text($1))]) }
        return await why(house.chancery.perform(ActRequest(act: .edit, by: ExampleHouse.session("CLERK"), proposals: proposals)))
    }

    @Test func `codes may be exchanged, but none is left with two`() async throws {
        let house = try await house()
        let (a, b) = (house.number("A"), house.number("B"))
        #expect(await edit(house, [("A", "B")]) == "code_taken")
        #expect(await edit(house, [("C", "B")]) == "code_taken")
        #expect(await edit(house, [("A", "X"), ("C", "X")]) == "code_taken")
        #expect(await edit(house, [("C", "X"), ("A", "X")]) == "code_taken")
        #expect(await edit(house, [("A", "X"), ("B", "A"), ("X", "B")]) == nil)
        #expect(house.number("A") == b && house.number("B") == a)
    }

    @Test func `a code that shall be new is`() async throws {
        let house = try await house()
        #expect(await why(house.do(.edit, "A", [("title", .text("x"))]) { $0.isNew = true }) == "code_taken")
        #expect(await why(house.do(.edit, "N", [("title", .text("x"))]) { $0.isNew = true }) == nil)
        #expect(await why(house.do(.edit, "A", [("title", .text("x"))])) == nil)
    }

    @Test func `nothing is written over what has changed since`() async throws {
        let house = try await house()
        #expect(await why(house.do(.edit, "A", [("pages", .integer(7))]) { $0.expected = [("pages", .integer(6))] }) == "changed_meanwhile")
        #expect(await why(house.do(.remove, "A") { $0.expected = [("pages", .integer(6))] }) == "changed_meanwhile")
        #expect(await why(house.do(.edit, "A", [("pages", .integer(7))]) { $0.expected = [("pages", .integer(1))] }) == nil)
    }

    @Test func `what is still named is not taken away, but for what names itself`() async throws {
        let house = try await house()
        _ = try await house.do(.edit, "A", [("answers", .text("B"))]).get()
        _ = try await house.do(.edit, "C", [("copies", .list([.text("C"), .text("A")]))]).get()
        #expect(await why(house.do(.remove, "B")) == "still_referred_to")
        #expect(await why(house.do(.remove, "A")) == "still_referred_to")
        #expect(await why(house.do(.remove, "C")) == nil)
        #expect(await why(house.do(.remove, "A")) == nil)
        #expect(await why(house.do(.remove, "B")) == nil)
    }

    @Test func `what is as wished already writes nothing`() async throws {
        let house = try await house()
        let head = house.head
        #expect(try await house.do(.edit, "A", [("title", .text("A"))]).get().wasWritten)
        #expect(house.head == head)
    }
}

@Suite struct `What an act is about` {
    private func house() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        try await house.write("A")
        return house
    }

    private func parcel(_ house: ExampleHouse, _ code: String) -> Parcel? { house.chancery.published.picture.find(Parcel.self, code) }

    @Test func `a record that is there, or one from which it begins, or a new one`() async throws {
        let house = try await house()
        #expect(await why(house.do(.pack, "A", [("content", .text("x"))])) == nil)
        #expect(parcel(house, "PARCEL-1")?.letter == house.letter("A")?.id)
        #expect(await why(house.do(.pack, "P", kind: "parcel", [("content", .text("x"))])) == nil)
        #expect(parcel(house, "P")?.letter == nil)
        #expect(await why(house.do(.arrive, "A", [("title", .text("x"))])) == nil)
        #expect(house.letter("LETTER-2")?.answers == house.letter("A")?.id)
        #expect(await why(house.do(.turnIn, "A", [("title", .text("y"))])) == nil)
        #expect(house.letter("A")?.title == "y")
        #expect(await why(house.do(.turnIn, "A", [("title", .text("z")), ("pages", .integer(1))]) { $0.isOrigin = true }) == nil)
        #expect(house.letter("LETTER-3")?.title == "z" && house.letter("A")?.title == "y")
    }

    @Test func `and nothing else`() async throws {
        let house = try await house()
        _ = try await house.do(.pack, "P", kind: "parcel", [("content", .text("x"))]).get()
        #expect(await why(house.do(.arrive, "P", kind: "parcel", [("title", .text("x"))])) == "act_about_other_kind")
        #expect(await why(house.do(.seal, "P", kind: "parcel")) == "act_about_other_kind")
        #expect(await why(house.do(.pack, "NONE", [("content", .text("x"))])) == "unknown_record")
        #expect(await why(house.do(.seal, "NONE")) == "unknown_record")
        #expect(await why(house.do(.pack, "P", kind: "parcel", [("content", .text("y"))])) == "act_makes_new")
        #expect(await why(house.do(ActName("dance"), "A")) == "unknown_act")
        #expect(await why(house.do(.seal, "A", kind: "nonsense")) == "unknown_kind")
    }

    @Test func `what it cannot do without is given, and what bars it bars it`() async throws {
        let house = try await house()
        #expect(await why(house.do(.arrive, "N")) == "input_missing")
        #expect(await why(house.do(.arrive, "N", [("title", .text("x"))])) == nil)
        #expect(await why(house.do(.seal, "A")) == nil)
        #expect(await why(house.do(.seal, "A")) == "sealed_already")
    }

    @Test func `each act fills in its own, and is given what it asks for`() async throws {
        let house = try await house()
        #expect(await why(house.do(.arrive, "N", [("title", .text("x")), ("sealed_by", .text("CLERK"))])) == "only_by_act")
        #expect(await why(house.do(.arrive, "N", [("title", .text("x")), ("postage", .integer(1))])) == "not_asked")
        #expect(await why(house.do(.seal, "A", [("assumed", .text("x"))])) == "not_asked")
        #expect(await why(house.do(.arrive, "N", [("title", .text("x")), ("assumed", .text("x"))])) == nil)
        #expect(await why(house.do(.arrive, "M", [("title", .text("x")), ("nonsense", .text("x"))])) == "unknown_field")
    }

    @Test func `what it fills in may be given as it was, in no time to come and in no other's name`() async throws {
        let house = try await house()
        for code in ["CLERK", "CHIEF"] { _ = try await house.do(.edit, code, kind: "officer").get() }
        let zone = Zones.named("Asia/Ho_Chi_Minh")!
        func moment(_ minutes: Int) -> JSON { .text(Moment(morning.adding(minutes: minutes), in: zone).description) }
        #expect(await why(house.do(.seal, "A", [("sealed", moment(1))])) == "not_yet")
        #expect(await why(house.do(.seal, "A", [("witness", .text("CHIEF"))])) == "otherwise_by_act")
        #expect(await why(house.do(.seal, "A", [("sealed_by", .text("CHIEF"))])) == "otherwise_by_act")
        #expect(await why(house.do(.arrive, "N", [("title", .text("x")), ("starts", .text("2025-10-15"))])) == "not_yet")
        #expect(await why(house.do(.arrive, "N", [("title", .text("x")), ("starts", .text("2025-10-14"))])) == nil)
        #expect(
            await why(
                house.do(.seal, "A", [("sealed", moment(-5)), ("witness", .text("CLERK"))]) { $0.values = [("sealed_by", .absent)] }) == nil
        )
        #expect(house.letter("A")?.sealed?.instant == morning.adding(minutes: -5))
        #expect(house.letter("A")?.sealedBy == "CLERK")
    }

    @Test func `somebody who is turned away is told of as they are, whatever was given`() async throws {
        let house = try await house()
        let given: [(String, JSON)] = [("title", .text("x")), ("sealed_by", .text("CLERK"))]
        #expect(await why(house.do(.turnIn, "N", given)) == "CMD-01")
        #expect(house.letter("N")?.sealedBy == "turned away by CLERK")
    }
}
