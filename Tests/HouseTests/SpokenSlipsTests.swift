import Engine
import Foundation
import House
import Ledger
import Phrases
import Rulebook
import RulebookTesting
import Testing

@Suite struct `What is said of slips` {
    @Test(arguments: ["2025-10-14", "2025-10-20", "2025-10-25", "2025-10-27"])
    func `reads as a person writes in both languages, for every slip of Hanoi`(day: String) async throws {
        let opening = try await Hanoi.base.opening(day)
        let slips = houseRulebook.check(opening.picture, at: opening.moment)
        #expect(!slips.isEmpty)
        for slip in slips { #expect(Reading.faults(of: slip, in: opening.picture) == [], "\(slip.rule) \(slip.variant)") }
    }

    @Test(arguments: Language.delivered) func `names a signer by the office held and a delegation by its party once`(language: Language)
        async throws
    {
        let opening = try await Hanoi.base.opening("2025-10-14")
        let voice = Voice(try Phrases.delivered(language))
        let said = houseRulebook.check(opening.picture, at: opening.moment).map { voice.explanation(of: $0, in: opening.picture) }
        let (signer, togo) =
            language == .vietnamese
            ? ("Bộ trưởng Bộ Công an [VNM-02]", "Đoàn Tô-gô [TGO] ") : ("Minister of Public Security [VNM-02]", "Delegation of Togo [TGO] ")
        #expect(said.contains { $0.hasPrefix(signer) })
        #expect(said.contains { $0.hasPrefix(togo) })
    }

    @Test func `says the zone once, and the day of a span of hours once`() throws {
        let zone = TimeZone(identifier: "Asia/Ho_Chi_Minh")!
        func moment(_ text: String) -> Moment { Moment(Instant(text)!, in: zone) }
        let facts = [
            Fact("post", "POST"), Fact("needed", 10), Fact("listed", 10), Fact("ready", 9), Fact("from", moment("2025-10-25T00:00:00Z")),
            Fact("to", moment("2025-10-25T07:00:00Z")),
        ]
        let vietnamese = try Phrases.delivered(.vietnamese)("rule.SEC-01.slip.short", facts)
        let english = try Phrases.delivered(.english)("rule.SEC-01.slip.short", facts)
        #expect(vietnamese.contains("từ 07:00 đến 14:00 ngày 25/10/2025 (giờ Hà Nội)"))
        #expect(english.contains("from 07:00 to 14:00 on 25 October 2025 (Hanoi time)"))
        let night = facts.dropLast() + [Fact("to", moment("2025-10-25T19:00:00Z"))]
        #expect(
            try Phrases.delivered(.english)("rule.SEC-01.slip.short", Array(night)).contains(
                "from 07:00 on 25 October 2025 to 02:00 on 26 October 2025 (Hanoi time)"))
    }

    @Test func `says a time of another zone with its own zone, and in open brackets without further brackets`() throws {
        let at = Moment(Instant("2025-10-25T00:00:00Z")!, in: TimeZone(identifier: "Asia/Ho_Chi_Minh")!)
        let there = Moment(at.instant, in: TimeZone(identifier: "Europe/Paris")!)
        let phrases = Phrases(.english, sentences: try Phrases.delivered(.english).sentences.merging(["x": "at {a} ({b})"]) { $1 })
        #expect(
            phrases("x", [Fact("a", at), Fact("b", there)])
                == "at 07:00 on 25 October 2025 (Hanoi time) (02:00 on 25 October 2025, Paris time)")
    }

    @Test(arguments: Language.delivered) func `names languages, zones and times of a note by words`(language: Language) throws {
        let phrases = try Phrases.delivered(language)
        let said = [
            Fact.Content.languages(["ar 2/3", "en>fr", "xx"]), .zone("Asia/Ho_Chi_Minh"), .local("2025-10-26T04:00"), .local("at four"),
        ].map {
            phrases.text($0) { _ in "" }
        }
        #expect(
            said
                == (language == .vietnamese
                    ? ["tiếng Ả-rập 2/3, tiếng Anh → tiếng Pháp, xx", "Hà Nội", "04:00 ngày 26/10/2025", "at four"]
                    : ["Arabic 2/3, English → French, xx", "Hanoi", "04:00 on 26 October 2025", "at four"]))
    }

    @Test func `a code that somebody wrote is not raised at the head of a refusal, a kind is`() throws {
        let voice = Voice(try Phrases.delivered(.english))
        let refusal = Refusal(EngineRefusal.notEntitled, [Fact("actor", "alice"), Fact("rule", "SGN-01")])
        #expect(voice.refusal(refusal) { _ in "" }.hasPrefix("alice may not override"))
    }

    @Test func `a word is said as its field means it`() throws {
        for language in Language.delivered {
            let voice = Voice(try Phrases.delivered(language))
            func word(_ word: String, _ kind: String, _ field: String) throws -> String {
                let kind = try #require(houseRegister.kind(kind))
                return voice.word(word, of: kind.columns[try #require(kind.place(of: field))], kind)
            }
            #expect(try word("medical", "incident", "kind") != voice.phrases("word.medical"))
            #expect(try word("medical", "role_access", "role") == voice.phrases("word.medical"))
        }
    }
}
