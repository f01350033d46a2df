import Engine
import Ledger
import Rulebook
import Testing

@Suite struct `Bounds of what is said with an act` {
    private func refusal(_ members: String, kind: String = "letter", code: String = "A") -> String? {
        let text = #"{"act": "edit", "actor": "CLERK"\#(members), "records": [{"kind": "\#(kind)", "code": "\#(code)"}]}"#
        do {
            _ = try ActRequest.reading(JSON(parsing: text))
            return nil
        } catch { return (error as? Refusal)?.code }
    }

    private func letters(_ count: Int, _ letter: String = "a") -> String { String(repeating: letter, count: count) }

    @Test(arguments: ["reason", "override"])
    func `a reason is as long as the bound and no longer, in letters of any length`(member: String) {
        #expect(refusal(#", "\#(member)": "\#(letters(2_000))""#) == nil)
        #expect(refusal(#", "\#(member)": "\#(letters(2_000, "ữ"))""#) == nil)
        #expect(refusal(#", "\#(member)": "\#(letters(2_001))""#) == "reason_too_long")
        #expect(refusal(#", "\#(member)": "\#(letters(900_000))""#) == "reason_too_long")
    }

    @Test func `a key is printable and no longer than the bound`() {
        #expect(refusal(#", "key": "\#(letters(128))""#) == nil)
        #expect(refusal(#", "key": "\#(letters(129))""#) == "bad_key")
        for key in [#"a\nb"#, #"\u0000"#, "khóa", #"\u007f"#] { #expect(refusal(#", "key": "\#(key)""#) == "bad_key", "\(key)") }
    }

    @Test func `names and codes are no longer than the bound`() {
        #expect(refusal("", code: letters(1_000)) == nil)
        #expect(refusal("", code: letters(1_001)) == "name_too_long")
        #expect(refusal("", kind: letters(1_001)) == "name_too_long")
    }

    @Test func `the house itself refuses the same, whichever way an act comes`() async throws {
        let house = try await ExampleHouse()
        try await house.staff()
        func ask(reason: String = "", override: String = "", key: String = "", code: String = "A") async -> String? {
            let proposal = ActRequest.Proposal(kind: "letter", code: code, contents: [("title", .text(code))])
            return await why(
                house.chancery.perform(
                    ActRequest(
                        act: .edit, by: ExampleHouse.session("CLERK"), reason: reason, idempotencyKey: key, overrideReason: override,
                        proposals: [proposal])))
        }
        #expect(await ask(reason: letters(2_001)) == "reason_too_long")
        #expect(await ask(override: letters(2_001)) == "reason_too_long")
        #expect(await ask(key: letters(401)) == "bad_key")
        #expect(await ask(key: "a\u{0}") == "bad_key")
        #expect(await ask(code: letters(201)) == "code_not_one_line")
        #expect(await ask(code: letters(1_001)) == "name_too_long")
        #expect(await ask(reason: letters(2_000), override: letters(2_000), key: letters(400)) == nil)
        #expect(await ask(code: letters(200)) == nil)
    }

    @Test func `all that one act writes together is no more than the bound, however little is sent`() async throws {
        let house = try await ExampleHouse()
        try await house.staff()
        func ask(_ records: Int, _ letter: String) async -> String? {
            let title = JSON.text(letters(100_000, letter))
            let proposals = (0..<records).map {
                ActRequest.Proposal(kind: "letter", code: "L-\($0)", contents: [("title", title), ("pages", .integer(1))])
            }
            return await why(house.chancery.perform(ActRequest(act: .edit, by: ExampleHouse.session("CLERK"), proposals: proposals)))
        }
        #expect(await ask(41, "a") == nil)
        #expect(await ask(42, "b") == "act_too_large")
        #expect(await ask(42, "a") == nil, "what stands already is not written anew")
    }

    @Test func `a list holds no more than a text may`() async throws {
        let house = try await ExampleHouse()
        try await house.staff()
        try await house.write("A")
        func ask(_ count: Int) async -> String? {
            let copies = JSON.list(Array(repeating: .text("A"), count: count))
            return await why(house.do(.edit, "L", [("title", .text("t")), ("pages", .integer(1)), ("copies", copies)]))
        }
        // Each reference counts as eight bytes.
        #expect(await ask(12_500) == nil)
        #expect(await ask(12_501) == "text_too_long")
    }

    @Test func `whoever may change nothing is told so before anything they sent is read`() async throws {
        let house = try await ExampleHouse()
        try await house.staff()
        func may(_ account: String) -> String? {
            do throws(Denial) {
                try house.chancery.mayAct(ExampleHouse.session(account))
                return nil
            } catch {
                guard case .refused(let refusal) = error else { return "" }
                return refusal.code
            }
        }
        #expect(may("CLERK") == nil)
        #expect(may("NOBODY-AT-ALL") == "may_change_nothing")
    }
}
