import Foundation
import House
import Ledger
import Phrases
import Rulebook
import Testing

@Suite struct `Every sentence stands in every language` {
    private let languages: [Phrases]

    init() throws { languages = try Language.delivered.map(Phrases.delivered) }

    private func missing(_ keys: [String]) -> [String] {
        languages.flatMap { phrases in keys.filter { !phrases.has($0) }.map { "\(phrases.language.rawValue): \($0)" } }
    }

    @Test func `the languages have the same keys`() {
        let all = Set(languages.flatMap(\.sentences.keys))
        #expect(missing(all.sorted()) == [])
    }

    @Test func `each kind and field has its name`() {
        let keys = houseRegister.kinds.flatMap { kind in
            ["kind.\(kind.code)", "kind.\(kind.code).many"] + kind.columns.dropFirst(4).map { "field.\(kind.code).\($0.name)" }
        }
        #expect(missing(keys) == [])
    }

    @Test func `a sentence can say each kind, act and desk by its word`() {
        let words = houseRegister.kinds.map(\.code) + houseActs.map(\.name.rawValue) + houseDesks
        for phrases in languages {
            let unsaid = words.filter { phrases.text(.word($0), { _ in "" }).hasPrefix("word.") }
            #expect(unsaid.sorted() == [])
        }
    }

    @Test func `what is written in another direction turns nothing beside it`() {
        let phrases = languages[0]
        let plain = "Bộ Công an"
        #expect(phrases.text(.text(plain), { _ in "" }) == plain)
        #expect(phrases.text(.text("a\u{202E}b"), { _ in "" }) == "\u{2068}a\u{202E}b\u{2069}")
        #expect(phrases.text(.text("a\u{2069}\u{202E}b"), { _ in "" }) == "\u{2068}a\u{202E}b\u{2069}", "nor does it close what holds it")
        #expect(phrases.text(.record(Reference(slot: 1, number: 1)), { _ in "\u{202E}x" }) == "\u{2068}\u{202E}x\u{2069}")
    }

    @Test func `the pages keep nothing in a browser but cookies`() throws {
        for path in Repository.files(under: "Sources/Server/Assets", ending: ".js") where !path.contains("htmx") {
            let script = try Repository.text(path)
            for store in ["localStorage", "sessionStorage", "indexedDB"] { #expect(!script.contains(store), "\(path): \(store)") }
        }
    }

    @Test func `each word of a closed set has its name`() {
        let keys = Set(houseRegister.kinds.flatMap { $0.columns.flatMap { words($0.shape) } }).map { "word.\($0)" }
        #expect(missing(keys.sorted()) == [])
    }

    @Test func `a word that a field says otherwise, and a name for use in sentences, are of a kind that has them`() {
        for phrases in languages {
            let astray = phrases.sentences.keys.filter { key in
                let parts = key.split(separator: ".").map(String.init)
                if parts[0] == "word", parts.count == 4 {
                    guard let kind = houseRegister.kind(parts[1]), let place = kind.place(of: parts[2]) else { return true }
                    return !words(kind.columns[place].shape).contains(parts[3])
                }
                guard parts[0] == "kind", ["inline", "of_party"].contains(parts.last) else { return false }
                guard let kind = houseRegister.kind(parts[1]) else { return true }
                return phrases(key).contains("{sort}") && kind.place(of: .sort) == nil
            }
            #expect(astray.sorted() == [])
        }
    }

    private func words(_ shape: Shape) -> [String] {
        switch shape {
        case .choice(let words): words
        case .list(let inner): words(inner)
        default: []
        }
    }

    @Test func `each rule says what must hold, what is wrong and what puts it right`() {
        let keys = houseRulebook.rules.flatMap { ["rule.\($0.id)", "rule.\($0.id).mend"] + slipKeys(of: $0) }
        #expect(missing(Set(keys).sorted()) == [])
    }

    @Test func `no slip is spoken of that no rule finds`() {
        let keys = Set(
            houseRulebook.rules.flatMap { rule in
                ["rule.\(rule.id)", "rule.\(rule.id).mend"] + slipKeys(of: rule) + rule.variants.map { "rule.\(rule.id).mend.\($0)" }
            })
        for phrases in languages {
            let stale = phrases.sentences.keys.filter { $0.hasPrefix("rule.") && !keys.contains($0) }
            #expect(stale.sorted() == [])
        }
    }

    private func slipKeys(of rule: Rule) -> [String] {
        let variants = rule.variants.isEmpty ? [""] : rule.variants
        return variants.map { $0.isEmpty ? "rule.\(rule.id).slip" : "rule.\(rule.id).slip.\($0)" }
    }

    @Test func `each act and each refusal has its sentence`() throws {
        #expect(missing(houseActs.flatMap { ["act.\($0.name.rawValue)", "act.\($0.name.rawValue).means"] }) == [])
        let codes = houseRefusals.flatMap { $0.codes }
        #expect(Set(codes).count > 100)
        #expect(missing(Set(codes).sorted().map { "refusal.\($0)" }) == [])
    }

    @Test func `no refusal is spoken of that nothing throws`() {
        let codes = Set(houseRefusals.flatMap { $0.codes })
        for phrases in languages {
            let stale = phrases.sentences.keys.filter { $0.hasPrefix("refusal.") && !codes.contains(String($0.dropFirst(8))) }
            #expect(stale.sorted() == [])
        }
    }

    @Test func `all languages fill in the same facts`() {
        func placeholders(_ sentence: String) -> Set<String> {
            Set(sentence.matches(of: /\{(\w+)(?:\|[^}]*)?\}/).map { String($0.output.1) })
        }
        for other in languages.dropFirst() {
            for (key, sentence) in languages[0].sentences where !key.hasPrefix("cli.") && !key.hasPrefix("convention.") {
                #expect(placeholders(sentence) == placeholders(other(key)), "\(other.language.rawValue): \(key)")
            }
        }
    }
}
