public import Ledger
import Phrases
public import Rulebook

/// Reads what is said of slips and refusals as a person would, and says what such a person would not have written.
public enum Reading {
    private static let voices = Language.delivered.map { Voice(try! Phrases.delivered($0)) }

    /// What is wrong with the words of a slip in the delivered languages, and with the way to its mending.
    public static func faults(of slip: Slip, in picture: Picture) -> [String] {
        // A rule that a test has made up has no phrases; that those of the house have theirs is tried elsewhere.
        let spoken = voices.filter { $0.phrases.has("rule.\(slip.rule)") }.flatMap { voice in
            [voice.explanation(of: slip, in: picture), voice.mending(of: slip, in: picture)].flatMap { sentence in
                faults(of: sentence, in: voice.phrases.language).map { "\(voice.phrases.language.rawValue): \($0): \(sentence)" }
            }
        }
        return spoken + mendFaults(of: slip, in: picture)
    }

    /// A mend that leads to a form must lead to a field that the form has.
    private static func mendFaults(of slip: Slip, in picture: Picture) -> [String] {
        guard case .edit(let reference, let field) = slip.mend else { return [] }
        guard let kind = picture.register.kind(slot: reference.slot) else { return ["the mend's record is of no kind"] }
        return kind.place(of: field) == nil ? ["\(kind.code) has no field \(field)"] : []
    }

    /// What is wrong with the words of a refusal in the delivered languages, and with what its facts call by a code though it has a name.
    public static func faults(of refusal: Refusal, in picture: Picture) -> [String] {
        faults(of: refusal, calling: { $0.name($1, in: picture) }) + codesOfNamed(refusal, in: picture)
    }

    /// The same where nobody has the records at hand: of these it is not asked what they are called.
    public static func faults(of refusal: Refusal) -> [String] { faults(of: refusal, calling: { _, _ in "R" }) }

    /// A refusal by its code, and after it what a reader would stumble over in its words.
    public static func told(_ refusal: Refusal) -> String { ([refusal.code] + faults(of: refusal)).joined(separator: " | ") }

    private static func faults(of refusal: Refusal, calling name: (Voice, Reference) -> String) -> [String] {
        // A refusal that a test has made up has no phrase; that those of the house have theirs is tried elsewhere.
        voices.filter { $0.phrases.has("refusal.\(refusal.code)") }.flatMap { voice in
            let sentence = voice.refusal(refusal) { name(voice, $0) }
            return faults(of: sentence, for: refusal, voice.phrases).map { "\(voice.phrases.language.rawValue): \($0): \(sentence)" }
        }
    }

    private static func faults(of sentence: String, for refusal: Refusal, _ phrases: Phrases) -> [String] {
        let texts = refusal.facts.compactMap { fact in if case .text(let text) = fact.content { text } else { nil } }
        let opening = sentence.drop { "“\"(\u{2068}".contains($0) }
        var faults = faults(of: sentence, in: phrases.language).filter { fault in
            switch fault {
            // What somebody wrote stands as they wrote it, and who is told of zones is told their names.
            case beginsSmall: !texts.contains { !$0.isEmpty && opening.hasPrefix($0) }
            case zoneOfPrograms: !refusal.facts.contains { $0.name == "zone" }
            default: true
            }
        }
        if sentence.last != "." { faults.append("no full stop") }
        // A fact without content leaves a hole.
        if sentence.contains(/[ ][ .,;:]|[“"][”"]|\(\)/) { faults.append("a hole") }
        for word in sentence.matches(of: /\b[a-z]+(?:_[a-z]+)+\b/).map({ String($0.output) }) {
            if ["field", "act", "kind", "word"].contains(where: { phrases.has("\($0).\(word)") }) { faults.append("\(word) has a name") }
        }
        return faults
    }

    private static func codesOfNamed(_ refusal: Refusal, in picture: Picture) -> [String] {
        refusal.facts.compactMap { fact in
            guard case .text(let code) = fact.content, let kind = picture.register.kind(fact.name),
                picture[slot: kind.slot].number(of: code) != nil
            else { return nil }
            return "the \(fact.name) is called by its code"
        }
    }

    private static let beginsSmall = "begins small"
    private static let zoneOfPrograms = "a zone as programs write it"

    static func faults(of sentence: String, in language: Language) -> [String] {
        var faults: [String] = []
        func find(_ fault: String, _ pattern: Regex<some Any>) { if sentence.contains(pattern) { faults.append(fault) } }
        if sentence.drop(while: { "“\"(\u{2068}".contains($0) }).first?.isLowercase == true { faults.append(beginsSmall) }
        find("an unfilled place", /[{}]|(?:rule|word|kind|refusal)\.\w/)
        find("a day as programs write it", /\d{4}-\d\d-\d\d/)
        find(zoneOfPrograms, /\b(?:Africa|America|Asia|Australia|Europe|Pacific)\/\w+/)
        find("a language by its code", /(?:: |, |\()(?:ar|zh|en|fr|ru|es|vi)(?=[,.)>\s]|$)/)
        find("a party said twice", /(?:của|of) ([^\[\]]+) \[[^\]]+\] (?:của|of) \1(?=\W)/)
        // A code in capitals may spell the word before it: `gate GATE`.
        let words = sentence.split { $0.isWhitespace }
        if zip(words, words.dropFirst()).contains(where: { $1.allSatisfy(\.isLetter) && $0.lowercased() == $1 }) {
            faults.append("a word twice in a row")
        }
        find("a zone said twice", /(?:giờ Hà Nội|Hanoi time).*(?:giờ Hà Nội|Hanoi time)/)
        if language == .vietnamese {
            faults += unled(
                sentence, /(?<before>[^\s(]+) \d\d:\d\d/, by: ["lúc", "từ", "đến", "là", "chỉ", "trước", "đúng:", "cầu", "ghi"],
                "an hour without lúc")
            faults += unled(sentence, /(?<before>[^\s(]+) \d\d\/\d\d\/\d{4}/, by: ["ngày", "đêm"], "a day without ngày")
        }
        return faults
    }

    private static func unled(_ sentence: String, _ pattern: Regex<(Substring, before: Substring)>, by leads: Set<String>, _ fault: String)
        -> [String]
    {
        sentence.matches(of: pattern).map { String($0.output.before) }.filter { !leads.contains($0.lowercased()) }.map {
            "\(fault) (\($0))"
        }
    }
}
