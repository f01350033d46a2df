import Engine
import House
import Ledger
import Phrases
import Programme
import Rulebook
import RulebookTesting
import Testing

/// Each refusal with facts such as it is thrown with; what acts really throw is read wherever a test has one refused.
@Suite struct `What is said of refusals` {
    @Test func `reads as a person writes in both languages, for every refusal of the house`() async throws {
        let picture = try await Hanoi.base.opening("2025-10-14").picture
        let sentences = try Phrases.delivered(.english).sentences
        let refusals = houseRefusals.flatMap { Self.refusals(of: $0, saying: sentences, in: picture) }
        #expect(refusals.count > 150)
        for refusal in refusals { #expect(Reading.faults(of: refusal, in: picture) == [], "\(refusal.code)") }
    }

    @Test(arguments: Language.delivered) func `says when it was on the ceremony's clocks, and what a record is called`(language: Language)
        async throws
    {
        let picture = try await Hanoi.base.opening("2025-10-14").picture
        let voice = Voice(try Phrases.delivered(language))
        let early = Refusal(EngineRefusal.notYet, [Fact("happened", hanoi("2025-10-14T09:30")), Fact("now", hanoi("2025-10-14T08:00"))])
        let said = voice.refusal(early, in: picture)
        #expect(said.contains(language == .vietnamese ? "09:30 ngày 14/10/2025" : "09:30 on 14 October 2025"))
        #expect(said.contains(language == .vietnamese ? "(giờ Hà Nội)" : "(Hanoi time)"))
        let gala = try #require(picture.find(Session.self, "P-GALA"))
        let used = voice.refusal(Refusal(EngineRefusal.stillReferredTo, [Fact("code", "BANQ"), Fact("by", gala.id)]), in: picture)
        #expect(
            used.contains(language == .vietnamese ? "Tiệc chiêu đãi của Chủ tịch nước [P-GALA]" : "Banquet hosted by the State President"))
    }

    @Test func `is found out where a fact is missing, is empty or is a code of what has a name`() async throws {
        let picture = try await Hanoi.base.opening("2025-10-14").picture
        func faults(_ facts: [Fact]) -> [String] { Reading.faults(of: Refusal(HouseRefusal.erasedWhileHeld, facts), in: picture) }
        #expect(faults([Fact("person", "P-1")]).contains { $0.hasPrefix("en: an unfilled place") })
        #expect(faults([Fact("person", "P-1"), Fact("hold", "")]).contains { $0.hasPrefix("en: a hole") })
        #expect(faults([Fact("person", "P-BCD-BCA-HEAD"), Fact("hold", "H-1")]) == ["the person is called by its code"])
        #expect(faults([Fact("person", "P-1"), Fact("hold", "approve_plan")]).contains { $0.hasPrefix("vi: approve_plan has a name") })
    }

    private static func refusals<Code: RefusalCode>(
        of type: Code.Type, saying sentences: [String: String], in picture: Picture
    ) -> [Refusal] {
        Code.allCases.map { code in
            let names = (sentences["refusal.\(code.rawValue)"] ?? "").matches(of: /\{(\w+)(?:\|[^}]*)?\}/).map { String($0.output.1) }
            return Refusal(code, names.map { Fact($0, sample($0, in: picture)) })
        }
    }

    /// Something that a fact of that name may hold.
    private static func sample(_ name: String, in picture: Picture) -> Fact.Content {
        switch name {
        case "count", "most", "longest", "entry", "read", "core", "officers", "place": .number(12)
        case "happened", "now", "since", "sent", "ended": .moment(hanoi("2025-10-14T09:30"))
        case "first", "last": .day(day("2025-10-25"))
        case "kind", "target": .word("session")
        case "ceiling": .word(Classification.secret.rawValue)
        case "field": .text("starts")
        case "act": .text("call")
        default: record(of: name, in: picture).map { .record($0) } ?? .text("X-1")
        }
    }

    /// The first record of the kind of that name.
    private static func record(of name: String, in picture: Picture) -> Reference? {
        guard let kind = picture.register.kind(name) else { return nil }
        return (1..<picture.nextNumber(slot: kind.slot)).lazy.map { Reference(slot: kind.slot, number: $0) }.first { picture[$0] != nil }
    }
}
