import Foundation
import House
import Ledger
import Phrases
import Rulebook
import Testing

@Suite struct `Refusals as the sources throw them` {
    @Test(arguments: Language.delivered) func `give every fact of which their sentence tells`(language: Language) throws {
        let phrases = try Phrases.delivered(language)
        for thrown in try Thrown.all() {
            let sentence = phrases.sentences["refusal.\(thrown.code)"] ?? ""
            let told = Set(sentence.matches(of: /\{(\w+)(?:\|[^}]*)?\}/).map { String($0.output.1) })
            #expect(
                told.isSubset(of: thrown.facts), "\(thrown.path) gives no \(told.subtracting(thrown.facts).sorted()) with \(thrown.code)")
        }
    }

    @Test func `are all of those that the rooms list`() throws {
        let thrown = Set(try Thrown.all().map(\.code))
        #expect(Set(houseRefusals.flatMap { $0.codes }).subtracting(thrown).sorted() == [])
    }
}

/// A refusal where a source makes it, and the names of the facts that it gives there.
private struct Thrown {
    let path: String
    let code: String
    let facts: Set<String>

    static func all() throws -> [Thrown] {
        let codes = houseRefusals.map { Self.codes(of: $0) }.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        return try Repository.files(under: "Sources", ending: ".swift").flatMap { path in
            let text = try Repository.text(path)
            return text.contains("Refusal") ? found(in: text.replacing(/\/\/.*/, with: ""), path, codes) : []
        }
    }

    /// The codes by the names that Swift has for them: `SigningRefusal.tableClosed`.
    private static func codes<Code: RefusalCode>(of type: Code.Type) -> [String: String] {
        Dictionary(uniqueKeysWithValues: Code.allCases.map { ("\(type).\($0)", $0.rawValue) })
    }

    private static func found(in text: String, _ path: String, _ codes: [String: String]) -> [Thrown] {
        text.matches(of: /\b(Refusal|self\.init)\(\s*(\w*Refusal)?\.(\w+)\b/).compactMap { match in
            let (_, made, owner, name) = match.output
            // What names no list is the engine's or the house's own.
            let owners = owner.map { [String($0)] } ?? ["EngineRefusal", "HouseRefusal"]
            guard let code = owners.compactMap({ codes["\($0).\(name)"] }).first else {
                #expect(made != "Refusal", "\(path): \(match.output.0) is on no list")
                return nil
            }
            let opening = text[match.range.lowerBound...].firstIndex(of: "(") ?? match.range.upperBound
            let argument = text[opening..<end(of: opening, in: text)]
            let more = text[argument.endIndex...].prefixMatch(of: /\)\.with\(Fact\(\s*"(\w+)"/).map { [String($0.output.1)] } ?? []
            return Thrown(path: path, code: code, facts: facts(in: argument).union(more).union(facts(namedIn: argument, of: text)))
        }
    }

    private static func facts(in text: some StringProtocol) -> Set<String> {
        Set(String(text).matches(of: /(?:Fact|named)\(\s*"(\w+)"/).map { String($0.output.1) })
    }

    /// The facts of those lists that stand elsewhere in the file, under names that are used here.
    private static func facts(namedIn argument: Substring, of text: String) -> Set<String> {
        let names = Set(argument.matches(of: /(?:^|[^.\w"])([a-z]\w*)\b/).map { String($0.output.1) })
        return names.reduce(into: []) { facts, name in
            for place in text.ranges(of: "let \(name) = ") {
                let line = text[place.upperBound...].prefix { $0 != "\n" }
                facts.formUnion(self.facts(in: line))
                guard let opening = line.firstIndex(of: "[") else { continue }
                facts.formUnion(self.facts(in: text[opening..<end(of: opening, in: text)]))
            }
            for place in text.ranges(of: "func \(name)(") {
                let brace = text[end(of: text.index(before: place.upperBound), in: text)...].firstIndex(of: "{") ?? text.endIndex
                facts.formUnion(self.facts(in: text[brace..<end(of: brace, in: text)]))
            }
        }
    }

    /// The place of the bracket that closes the one at `opening`; the text's end where none does.
    private static func end(of opening: String.Index, in text: String) -> String.Index {
        var depth = 0
        var place = opening
        while place < text.endIndex {
            if "([{".contains(text[place]) { depth += 1 }
            if ")]}".contains(text[place]) { depth -= 1 }
            if depth == 0 { return place }
            place = text.index(after: place)
        }
        return place
    }
}
