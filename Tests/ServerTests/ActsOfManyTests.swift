import Addresses
import Engine
import Foundation
import House
import Ledger
import Rulebook
import Server
import Testing

@Suite struct `An act for several ticked records` {
    private let plans = Address.act(ActAddress("approve_plan"))

    private func house() async throws -> OpenHouse {
        let house = try await OpenHouse()
        for code in ["P-1", "P-2", "P-3"] {
            try await house.write(
                "plan", code, [("title_vi", .text("Đề án")), ("title_en", .text("Plan \(code)")), ("status", .text("drafting"))])
        }
        try await house.write(
            "plan", "P-9",
            [("title_vi", .text("Kín")), ("title_en", .text("Hushed")), ("status", .text("drafting")), ("classification", .text("secret"))])
        try await house.act("approve_plan", "plan", "P-3")
        return house
    }

    private func ticked(_ codes: String...) -> [(String, String)] {
        [("of", "plans"), ("back", Address.list(ListQuery("plans")).text)] + codes.map { ("code", $0) }
    }

    private func status(_ house: OpenHouse, _ code: String) -> String? {
        let picture = house.chancery.published.picture
        guard let kind = picture.register.kind("plan"), let number = picture[slot: kind.slot].number(of: code),
            let place = kind.place(of: "status"), case .text(let word)? = picture[slot: kind.slot][number]?.value(place)
        else { return nil }
        return word
    }

    @Test func `is offered on their list, and asks once for all, saying which it leaves out and why`() async throws {
        let house = try await house()
        defer { house.close() }
        let token = try await house.token(.account("CHIEF"))
        let list = await house.get(.list(ListQuery("plans")), token).text
        #expect(list.contains("formaction=\"\(plans.text)\"") && list.contains("name=\"code\" value=\"P-1\""))
        let asked = try await house.post(plans, token, ticked("P-1", "P-2", "P-3", "P-1") + [("stage", "ask")])
        #expect(asked.status == .fine && asked.text.contains("name=\"to-document_number\""))
        #expect(asked.text.components(separatedBy: "name=\"code\"").count == 3, "each once, and not what it cannot be done to")
        #expect(asked.text.contains("1 record is left out") && asked.text.contains("Plan P-3"))
        #expect(status(house, "P-1") == "drafting")
    }

    @Test func `is done to all of them in one entry, and taken back as one`() async throws {
        let house = try await house()
        defer { house.close() }
        let token = try await house.token(.account("CHIEF"))
        let before = house.chancery.published.head.sequence
        let sent = ticked("P-1", "P-2") + [("to-document_number", "2222"), ("reason", "one meeting")]
        let stopped = try await house.post(plans, token, sent)
        #expect(stopped.status == .refused && stopped.text.contains("CMD-09") && stopped.text.contains("value=\"2222\""))
        #expect(status(house, "P-1") == "drafting" && status(house, "P-2") == "drafting")
        let done = try await house.post(plans, token, sent + [("override", "the Prime Minister decided")])
        #expect(done.status == .fine && done.text.contains("2 records"))
        #expect(status(house, "P-1") == "in_force" && status(house, "P-2") == "in_force")
        let written = house.chancery.published.head.sequence
        #expect(written > before)
        let back = try await house.post(.undo(entry: written), token, [])
        #expect(back.status != .refused && status(house, "P-1") == "drafting" && status(house, "P-2") == "drafting")
    }

    @Test func `is everything or nothing`() async throws {
        let house = try await house()
        defer { house.close() }
        let token = try await house.token(.account("CHIEF"))
        // Between the question and the answer somebody else approved one of them: it is left out, and the rest is done.
        try await house.act("approve_plan", "plan", "P-2")
        let done = try await house.post(plans, token, ticked("P-1", "P-2") + [("override", "decided")])
        #expect(done.status == .fine && done.text.contains("1 record"))
        let none = try await house.post(plans, token, ticked("P-2", "P-3") + [("override", "decided")])
        #expect(none.text.contains("cannot be done to any"))
    }

    @Test func `knows nothing of what its sender may not know, and is not for who may not do it`() async throws {
        let house = try await house()
        defer { house.close() }
        let (own, other) = (try await house.token(.account("CHIEF")), try await house.token(Rights(desks: ["PTY"], ceiling: .internal)))
        let hidden = try await house.post(plans, own, ticked("P-9", "NONE") + [("stage", "ask")])
        #expect(hidden.status == .refused && !hidden.text.contains("Hushed") && !hidden.text.contains("P-9"))
        #expect(try await house.post(plans, other, ticked("P-1") + [("stage", "ask")]).status == .notFound)
        #expect(await !house.get(.list(ListQuery("plans")), other).text.contains("formaction"))
        let strange = try await house.post(
            .act(ActAddress("sign")), own, [("of", "bodies"), ("code", "BCA"), ("stage", "ask")])
        #expect(strange.status == .notFound)
    }
}
