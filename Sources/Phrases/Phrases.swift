import Foundation
public import Ledger
public import Rulebook

/// Every sentence of the house in one language, by its key, with placeholders for facts.
///
/// A placeholder is `{name}`; `{name|day|days}` chooses the word that goes with a number: one, or any other.
public struct Phrases: Sendable {
    public let language: Language
    public let sentences: [String: String]
    /// Keys of sentences that nobody has written in the language yet; they are said as in the language that stands in for it.
    public let missing: Set<String>
    private let conventions: Conventions

    public init(_ language: Language, sentences: [String: String], missing: Set<String> = []) {
        conventions = Conventions(sentences)
        self.language = language
        self.sentences = sentences
        self.missing = missing
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
            try sentences.merge(read(file)) { said, again in
                guard said == again else {
                    throw Mistake(description: "\(file.lastPathComponent): “\(again)” is said differently elsewhere")
                }
                return said
            }
        }
        return Phrases(language, sentences: sentences)
    }

    /// Reads a further language from one file, named by the language's code: `fr.json`.
    ///
    /// - Parameter other: in whose words it is said what the file does not say.
    /// - Throws: ``Mistake`` where the name is no code of a language, or the file no object of texts, or says what no page asks for.
    public static func read(_ path: String, inPlaceOf other: Phrases) throws -> Phrases {
        let file = URL(filePath: path)
        guard file.pathExtension == "json", let language = Language(rawValue: file.deletingPathExtension().lastPathComponent),
            !Language.delivered.contains(language)
        else { throw Mistake(description: "\(file.lastPathComponent): no code of a further language, as in fr.json") }
        let own = try read(file)
        if let stranger = own.keys.filter({ other.sentences[$0] == nil }).min() {
            throw Mistake(description: "\(file.lastPathComponent): \(stranger) is a key that nothing asks for")
        }
        return Phrases(
            language, sentences: other.sentences.merging(own) { $1 }, missing: Set(other.sentences.keys).subtracting(own.keys))
    }

    private static func read(_ file: URL) throws -> [String: String] {
        let name = file.lastPathComponent
        guard let members = try JSON(parsing: Data(contentsOf: file)).members else { throw Mistake(description: "\(name): no object") }
        var sentences: [String: String] = [:]
        for member in members {
            guard let sentence = member.value.text else { throw Mistake(description: "\(name): \(member.name) is no text") }
            guard sentences.updateValue(sentence, forKey: member.name) == nil else {
                throw Mistake(description: "\(name): \(member.name) is said twice")
            }
        }
        return sentences
    }

    /// The sentence of a key, its placeholders filled with facts; the key itself where nobody has written the sentence.
    public func callAsFunction(_ key: String, _ facts: [Fact] = [], naming: (Reference) -> String = { "#\($0.number)" }) -> String {
        guard let sentence = sentences[key] else { return key }
        return Sentence(sentence, facts).filled(in: self, naming)
    }

    /// The same where it stands for itself, as the reason of a slip does: it begins with a capital.
    ///
    /// - Parameter spoken: the texts among the facts that are the language's own words, and not as somebody wrote them.
    func sentence(_ key: String, _ facts: [Fact] = [], spoken: Set<Fact> = [], naming: (Reference) -> String) -> String {
        guard let sentence = sentences[key] else { return key }
        return Sentence(sentence, facts, spoken: spoken, raised: true).filled(in: self, naming)
    }

    public func has(_ key: String) -> Bool { sentences[key] != nil }

    private func names(_ references: [Reference], _ naming: (Reference) -> String) -> String {
        references.map { naming($0).isolated }.joined(separator: ", ")
    }

    /// A fact in the reader's convention.
    public func text(_ content: Fact.Content, _ naming: (Reference) -> String) -> String {
        switch content {
        case .record(let reference): naming(reference).isolated
        case .records(let references): names(references, naming)
        case .some(let references, let count):
            count > references.count
                ? self("list.and_more", [Fact("names", names(references, naming)), Fact("more", count - references.count)])
                : names(references, naming)
        case .number(let number): grouped(number)
        case .money(let amount): conventions.money(amount)
        case .text(let text): text.isolated
        case .day(let day): self.day(day)
        case .moment(let moment): self.moment(moment)
        case .local(let text): Moment("\(text)[UTC]").map { conventions.moment($0, city: "", .withoutZone) } ?? text.isolated
        case .zone(let zone): city(of: zone)
        case .languages(let codes): codes.map(language).joined(separator: ", ")
        // A word of the house's own is also what a kind of record is called, an act or a desk.
        case .word(let word): self(["word", "kind", "act", "desk"].map { "\($0).\(word)" }.first(where: has) ?? "word.\(word)")
        }
    }

    /// Thousands grouped, as the language groups them.
    public func grouped(_ number: Int) -> String { conventions.grouped(number) }

    /// What words are compared by, so that they stand in the order of the language's alphabet.
    public func order(of text: String) -> String { conventions.collation.key(of: text) }

    public func day(_ day: Day) -> String { conventions.day(day) }

    /// The time on the clocks of its zone, and which zone that is.
    public func moment(_ moment: Moment) -> String { self.moment(moment, .whole) }

    func moment(_ moment: Moment, _ form: Conventions.MomentForm) -> String {
        conventions.moment(moment, city: city(of: moment.zone), form)
    }

    /// The word between the ends of a span of time.
    var until: String { conventions.until }

    /// What a zone is called; one that the language has no name for by its city: `America/New_York`.
    private func city(of zone: String) -> String {
        sentences["zone.\(zone)"] ?? zone.split(separator: "/").last.map { $0.replacingOccurrences(of: "_", with: " ") } ?? zone
    }

    /// Languages by their names, in the direction that stands between them: `ar 2/3`, `en>fr`. What is no known code stays.
    func language(_ text: String) -> String {
        text.split(separator: ">", omittingEmptySubsequences: false).map { side in
            side.split(separator: " ", omittingEmptySubsequences: false).map { sentences["language.\($0)"] ?? String($0) }.joined(
                separator: " ")
        }.joined(separator: " → ").trimmingCharacters(in: .whitespaces).isolated
    }
}
