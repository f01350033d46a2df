import Ledger
import Rulebook

/// One sentence while its placeholders are filled: what a fact is written as rests on what stands beside it.
///
/// Of moments on the same clocks the last alone says whose clocks they are; of the two ends of a span within one day the last alone
/// says the day. A sentence that stands for itself begins with a capital, whatever name it begins with.
struct Sentence {
    private let places: [Place]
    private let end: String
    private let spoken: Set<Fact>
    private let isRaised: Bool

    /// A placeholder and the words before it.
    private struct Place {
        let before: String
        let whole: String
        let fact: Fact?
        /// The words to choose from by whether the number is one: `day`, `days`. Empty for most.
        let forms: [String]

        var moment: Moment? {
            if forms.isEmpty, case .moment(let moment) = fact?.content { moment } else { nil }
        }
    }

    /// - Parameters:
    ///   - spoken: the texts among the facts that are the language's own words.
    ///   - isRaised: whether the sentence stands for itself, and so begins with a capital.
    init(_ sentence: String, _ facts: [Fact], spoken: Set<Fact> = [], raised isRaised: Bool = false) {
        self.spoken = spoken
        self.isRaised = isRaised
        var places: [Place] = []
        var rest = sentence[...]
        while let start = rest.firstIndex(of: "{"), let close = rest[start...].firstIndex(of: "}") {
            let parts = rest[rest.index(after: start)..<close].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            places.append(
                Place(
                    before: String(rest[..<start]), whole: String(rest[start...close]), fact: facts.first { $0.name == parts[0] },
                    forms: parts.count == 3 ? Array(parts[1...]) : []))
            rest = rest[rest.index(after: close)...]
        }
        self.places = places
        end = String(rest)
    }

    func filled(in phrases: Phrases, _ naming: (Reference) -> String) -> String {
        var result = ""
        for (index, place) in places.enumerated() {
            result += place.before
            guard let fact = place.fact else {
                result += place.whole
                continue
            }
            if !place.forms.isEmpty {
                result += place.forms[fact.content == .number(1) ? 0 : 1]
            } else if let moment = place.moment {
                result += phrases.moment(moment, form(of: moment, at: index, after: result, phrases))
            } else {
                let text = phrases.text(fact.content, naming)
                result += isRaised && isSpoken(fact) && Sentence.begins(after: result) ? text.raised : text
            }
        }
        result += end
        return isRaised && places.first?.before.isEmpty != true ? result.raised : result
    }

    private func form(of moment: Moment, at index: Int, after result: String, _ phrases: Phrases) -> Conventions.MomentForm {
        let later = places[(index + 1)...].first { $0.moment != nil }
        guard let next = later?.moment, next.zone == moment.zone else {
            return result.count(where: { $0 == "(" }) > result.count(where: { $0 == ")" }) ? .inBrackets : .whole
        }
        let isSpan = places[index + 1].moment != nil && places[index + 1].before == " \(phrases.until) "
        return isSpan && next.day == moment.day ? .clock : .withoutZone
    }

    /// Whether it is said in the language's own words, and not as somebody wrote it.
    private func isSpoken(_ fact: Fact) -> Bool {
        switch fact.content {
        case .text, .local: spoken.contains(fact)
        default: true
        }
    }

    private static func begins(after text: String) -> Bool {
        text.isEmpty || [". ", "? ", "! "].contains { text.hasSuffix($0) }
    }
}

extension String {
    /// The text with its first letter a capital; signs that stand before it stay.
    package var raised: String {
        guard let first = firstIndex(where: { !Sentence.opening.contains($0) }), self[first].isLowercase else { return self }
        return self[..<first] + self[first].uppercased() + self[index(after: first)...]
    }
}

extension Sentence {
    fileprivate static let opening: Set<Character> = ["\u{2068}", "“", "\"", "("]
}
