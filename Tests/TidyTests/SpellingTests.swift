import Foundation
import Testing

@Suite struct `The house's spelling` {
    private let advice: [(pattern: String, advice: String)] = [
        ("try!", "throw, or answer the error"), ("as!", "use a conditional cast and say what follows"),
        ("fatalError(", "throw a typed error"), ("@unchecked Sendable", "use a value or an actor"),
        ("nonisolated(unsafe)", "use a value or an actor"), ("// MARK", "let small files tell their stories without banners"),
        ("#if DEBUG", "the house that is tested is the house that runs"),
    ]

    @Test func `holds in every source`() throws {
        var breaches: [Breach] = []
        for path in Repository.files(under: "Sources", ending: ".swift") {
            for (place, line) in try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                for (pattern, advice) in advice where line.contains(pattern) {
                    breaches.append(Breach(path: path, line: place + 1, advice: "\(pattern): \(advice)"))
                }
                if line.contains("TODO"), !line.contains("#") {
                    breaches.append(Breach(path: path, line: place + 1, advice: "a TODO names its issue's number"))
                }
            }
        }
        #expect(breaches.isEmpty, "\(breaches)")
    }

    @Test func `no force unwrap stands outside the tests`() throws {
        var breaches: [Breach] = []
        for path in Repository.files(under: "Sources", ending: ".swift") {
            for (place, line) in try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
                let plain = code.replacing(/"(?:[^"\\]|\\.)*"/, with: "\"\"")
                if plain.contains(/[\w\)\]]!(?:[\.\)\],: ]|$)/), !plain.contains("!=") {
                    breaches.append(Breach(path: path, line: place + 1, advice: "answer the absence instead of unwrapping it"))
                }
            }
        }
        #expect(breaches.isEmpty, "\(breaches)")
    }

    @Test func `a kind is one file that bears its name, and so is a rule`() throws {
        for path in Repository.files(under: "Sources", ending: ".swift")
        where path.contains("/Rules/") && !path.hasSuffix("CrossRoomRules.swift") {
            let rules = try Repository.text(path).matches(of: /(?m)^package let (\w+) = Rule\(/)
            #expect(rules.count <= 1, "\(path)")
            guard let rule = rules.first else { continue }
            let name = String(path.split(separator: "/").last!.dropLast(6))
            #expect(rule.output.1.lowercased() == name.lowercased(), "\(path)")
        }
    }

    @Test func `every rule's file begins its manual with a sentence and ends it with a source`() throws {
        for path in Repository.files(under: "Sources", ending: ".swift")
        where path.contains("/Rules/") && !path.hasSuffix("CrossRoomRules.swift") {
            let text = try Repository.text(path)
            guard text.contains("= Rule(") else { continue }
            #expect(text.contains(/(?m)^\/\/\/ \w/), "\(path)")
            #expect(text.contains("/// Source:"), "\(path)")
        }
    }

    @Test func `nothing that is built, run or tested reads outside the repository`() throws {
        for path in Repository.files(under: "Sources", ending: ".swift") + Repository.files(under: "scripts", ending: ".py")
            + Repository.files(under: "scripts", ending: ".sh")
        {
            #expect(try !Repository.text(path).contains("../shared"), "\(path)")
        }
    }
}
