import Engine
import Ledger
import Rulebook
import Testing

@Suite struct `Acts given as JSON` {
    private func read(_ text: String) throws -> [ActRequest] { try ActRequest.reading(JSON(parsing: text)) }

    /// The place and the member that are complained of; nil where there is nothing to complain of.
    private func complaint(_ text: String) throws -> [Fact]? {
        do {
            _ = try read(text)
            return nil
        } catch let refusal as Refusal {
            #expect(refusal.code == "bad_request")
            return refusal.facts
        }
    }

    private func bad(_ place: Int, _ member: String) -> [Fact] { [Fact("place", place), Fact("member", member)] }

    private func act(_ members: String, _ name: String = "edit") -> String { #"{"act": "\#(name)", "actor": "CLERK"\#(members)}"# }
    private let records = #", "records": [{"kind": "letter", "code": "A"}]"#

    @Test func `are one or a list of them, with all that was said`() throws {
        let words = #", "reason": "r", "key": "k", "override": "o", "happened": "2025-10-14T01:00:00Z""#
        let set = #", "records": [{"kind": "letter", "code": "A", "set": {"title": "a"}}]"#
        let request = try #require(try read(act(words + set)).first)
        #expect(request.act == .edit && request.actor == "CLERK" && request.reason == "r" && request.idempotencyKey == "k")
        #expect(request.overrideReason == "o" && request.happened == morning)
        let proposal = try #require(request.proposals.first)
        #expect(proposal.kind == "letter" && proposal.code == "A" && !proposal.removes && !proposal.isOrigin)
        #expect(proposal.contents.map(\.column) == ["title"] && proposal.contents.map(\.value) == [.text("a")])
        let list = try read("[\(act(records)), \(act(records, "remove"))]")
        #expect(list.map(\.act) == [.edit, .remove] && list.map { $0.proposals.map(\.removes) } == [[false], [true]])
        #expect(list.first?.reason == "" && list.first?.happened == nil)
    }

    @Test func `say what is wrong, and in which of them`() throws {
        #expect(try complaint("1") == bad(1, ""))
        #expect(try complaint("[\(act(records)), 1]") == bad(2, ""))
        #expect(try complaint(act(records + #", "colour": "red""#)) == bad(1, "colour"))
        #expect(try complaint(#"{"actor": "CLERK"\#(records)}"#) == bad(1, "act"))
        #expect(try complaint(act(records, "")) == bad(1, "act"))
        #expect(try complaint(act(records, "take_back")) == bad(1, "act"))
        #expect(try complaint(#"{"act": "edit"\#(records)}"#) == bad(1, "actor"))
        #expect(try complaint(#"{"act": "edit", "actor": ""\#(records)}"#) == bad(1, "actor"))
        for name in ["reason", "key", "override"] { #expect(try complaint(act(records + #", "\#(name)": 1"#)) == bad(1, name)) }
        #expect(try complaint(act(records + #", "happened": "soon""#)) == bad(1, "happened"))
        #expect(try complaint(act(records + #", "happened": 1"#)) == bad(1, "happened"))
        #expect(try complaint(act("")) == bad(1, "records"))
        #expect(try complaint(act(#", "records": []"#)) == bad(1, "records"))
        #expect(try complaint(act(#", "records": "A""#)) == bad(1, "records"))
    }

    private func one(_ record: String, _ name: String = "edit") -> String { act(#", "records": [\#(record)]"#, name) }

    @Test func `name what they are about, preparation always by kind and code`() throws {
        #expect(try complaint(one("1")) == bad(1, "records"))
        #expect(try complaint(one(#"{"kind": "letter", "code": "A", "colour": "red"}"#)) == bad(1, "records"))
        #expect(try complaint(one(#"{"kind": "letter", "code": "A", "set": 1}"#)) == bad(1, "records.set"))
        #expect(try complaint(one(#"{"code": "A"}"#)) == bad(1, "records.kind"))
        #expect(try complaint(one(#"{"kind": "letter"}"#)) == bad(1, "records.code"))
        #expect(try complaint(one(#"{"kind": "letter", "code": ""}"#)) == bad(1, "records.code"))
        #expect(try complaint(one(#"{"about": "letter/A"}"#)) == bad(1, "records.kind"))
        #expect(try complaint(one(#"{"kind": "letter", "code": "A"}"#)) == nil)
    }

    @Test func `in the world also by what they begin from, or leave the code to the house`() throws {
        let about = try #require(try read(one(#"{"about": "letter/A/B"}"#, "arrive")).first?.proposals.first)
        #expect(about.kind == "letter" && about.code == "A/B" && about.isOrigin)
        let free = try #require(try read(one(#"{"kind": "letter"}"#, "arrive")).first?.proposals.first)
        #expect(free.kind == "letter" && free.code == "" && !free.isOrigin)
        #expect(try complaint(one(#"{"kind": "letter", "code": "A"}"#, "arrive")) == nil)
        #expect(try complaint(one(#"{"kind": "letter", "code": ""}"#, "arrive")) == bad(1, "records.code"))
        #expect(try complaint(one(#"{"kind": "letter", "code": 1}"#, "arrive")) == bad(1, "records.code"))
        for wrong in [
            #""about": "letter""#, #""about": 1"#, #""about": "letter/A", "kind": "letter""#, #""about": "letter/A", "code": "A""#,
        ] {
            #expect(try complaint(one("{\(wrong)}", "arrive")) == bad(1, "records.about"), "\(wrong)")
        }
    }
}
