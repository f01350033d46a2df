import Foundation
public import Ledger
public import Rulebook

/// A language of the interface. A third language is a folder of phrase files and one line here.
public enum Language: String, Sendable, CaseIterable {
    case vietnamese = "vi", english = "en"
}

/// Every sentence of the house in one language, by its key, with placeholders for facts.
///
/// A placeholder is `{name}`; `{name|day|days}` chooses the word that goes with a number: one, or any other.
public struct Phrases: Sendable {
    public let language: Language
    public let sentences: [String: String]

    public init(_ language: Language, sentences: [String: String]) {
        self.language = language
        self.sentences = sentences
    }

    /// What is wrong with the phrase files: found at start and never shown to a visitor.
    public struct Mistake: Error, CustomStringConvertible {
        public let description: String
    }

    /// Reads all phrase files of a language that were delivered with the program.
    public static func delivered(_ language: Language) throws -> Phrases {
        let folder = Bundle.module.bundleURL.appending(path: "Languages/\(language.rawValue)")
        var sentences: [String: String] = [:]
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        for file in files.filter({ $0.pathExtension == "json" }).sorted(by: { $0.path < $1.path }) {
            let name = file.lastPathComponent
            guard let members = try JSON(parsing: Data(contentsOf: file)).members else { throw Mistake(description: "\(name): no object") }
            for member in members {
                guard let sentence = member.value.text else { throw Mistake(description: "\(name): \(member.name) is no text") }
                guard (sentences[member.name] ?? sentence) == sentence else {
                    throw Mistake(description: "\(name): \(member.name) is said differently elsewhere")
                }
                sentences[member.name] = sentence
            }
        }
        return Phrases(language, sentences: sentences)
    }

    /// The sentence of a key, its placeholders filled with facts; the key itself where nobody has written the sentence.
    public func callAsFunction(_ key: String, _ facts: [Fact] = [], naming: (Reference) -> String = { "#\($0.number)" }) -> String {
        guard let sentence = sentences[key] else { return key }
        return filled(sentence, facts, naming)
    }

    public func has(_ key: String) -> Bool { sentences[key] != nil }

    private func filled(_ sentence: String, _ facts: [Fact], _ naming: (Reference) -> String) -> String {
        var result = ""
        var rest = sentence[...]
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            result += rest[..<start]
            let parts = rest[rest.index(after: start)..<end].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let fact = facts.first { $0.name == parts[0] }
            switch (fact, parts.count) {
            case (let fact?, 3): result += parts[isOne(fact) ? 1 : 2]
            case (let fact?, _): result += text(fact.content, naming)
            case (nil, _): result += rest[start...end]
            }
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private func isOne(_ fact: Fact) -> Bool { fact.content == .number(1) }

    /// A fact in the reader's convention.
    public func text(_ content: Fact.Content, _ naming: (Reference) -> String) -> String {
        switch content {
        case .record(let reference): naming(reference)
        case .records(let references): references.map(naming).joined(separator: ", ")
        case .number(let number): grouped(number)
        case .money(let amount): language == .vietnamese ? "\(grouped(amount)) đồng" : "VND \(grouped(amount))"
        case .text(let text): text
        case .day(let day): self.day(day)
        case .moment(let moment): self.moment(moment)
        case .word(let word): self("word.\(word)")
        }
    }

    /// Thousands grouped: `1.500.000` in Vietnamese, `1,500,000` in English.
    public func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        groups.insert(rest, at: 0)
        return (number < 0 ? "-" : "") + groups.joined(separator: language == .vietnamese ? "." : ",")
    }

    /// `25/10/2025` in Vietnamese, `25 October 2025` in English.
    public func day(_ day: Day) -> String {
        let (year, month, number) = day.civil
        switch language {
        case .vietnamese: return "\(twoDigits(number))/\(twoDigits(month))/\(year)"
        case .english: return "\(number) \(Phrases.englishMonths[month - 1]) \(year)"
        }
    }

    /// The time on the clocks of its zone, and which zone that is.
    public func moment(_ moment: Moment) -> String {
        let clock = "\(twoDigits(moment.minuteOfDay / 60)):\(twoDigits(moment.minuteOfDay % 60))"
        let city = sentences["zone.\(moment.zone)"] ?? Phrases.city(of: moment.zone)
        switch language {
        case .vietnamese: return "\(clock) ngày \(day(moment.day)) (giờ \(city))"
        case .english: return "\(clock) on \(day(moment.day)) (\(city) time)"
        }
    }

    /// What a zone is called that the language has no name for: `America/New_York` by its city.
    private static func city(of zone: String) -> String {
        zone.split(separator: "/").last.map { $0.replacingOccurrences(of: "_", with: " ") } ?? zone
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
