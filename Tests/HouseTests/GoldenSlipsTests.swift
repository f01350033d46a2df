import Engine
import Foundation
import House
import Ledger
import Phrases
import Rulebook
import Testing

/// What is wrong with the Hanoi ceremony on the day on which it is shown, slip by slip and in both languages, as somebody has read it and found
/// it right. A rule that finds something else, or says it otherwise, is seen here before it is seen on a wall.
@Suite struct `The slips of 14 October 2025` {
    private static let list = Hanoi.root.appending(path: "Tests/HouseTests/Golden/slips-2025-10-14.txt")
    /// Named where the list is to be written anew instead of held.
    private static let renewal = "CHANCERY_RENEW"

    @Test func `are those of the list, and are said as it says`() async throws {
        let found = try await Self.lines()
        if ProcessInfo.processInfo.environment[Self.renewal] != nil {
            try (found.joined(separator: "\n") + "\n").write(to: Self.list, atomically: true, encoding: .utf8)
        }
        let listed = try String(contentsOf: Self.list, encoding: .utf8).split(separator: "\n").map(String.init)
        let difference = found.difference(from: listed)
        let told = difference.map { change in
            switch change {
            case .remove(_, let line, _): "- \(line)"
            case .insert(_, let line, _): "+ \(line)"
            }
        }
        #expect(
            told.isEmpty,
            """
            \(told.joined(separator: "\n"))
            Where that is as it should be, write the list anew and look at its difference:
            \(Self.renewal)=1 swift test --filter GoldenSlipsTests
            """)
    }

    /// Each slip by rule and variant, severity and subjects, and below it what is said of it.
    private static func lines() async throws -> [String] {
        let opening = try await Hanoi.base.opening("2025-10-14")
        let voices = try Language.delivered.map { Voice(try Phrases.delivered($0)) }.sorted {
            $0.phrases.language.rawValue > $1.phrases.language.rawValue
        }
        let blocks = houseRulebook.check(opening.picture, at: opening.moment).map { slip in
            let rule = slip.variant.isEmpty ? slip.rule : "\(slip.rule):\(slip.variant)"
            let subjects = slip.subjects.map { name(of: $0, in: opening.picture) }
            let said = voices.map { "  \($0.phrases.language.rawValue): \(plain($0.explanation(of: slip, in: opening.picture)))" }
            return (head: ([rule, slip.severity.rawValue] + subjects).joined(separator: " "), said: said)
        }
        return blocks.sorted { $0.head < $1.head }.flatMap { [$0.head] + $0.said }
    }

    private static func name(of subject: Reference, in picture: Picture) -> String {
        "\(picture.register.kind(slot: subject.slot)?.code ?? "?")/\(picture.code(of: subject) ?? "?")"
    }

    /// Without the signs that keep a name of another direction apart: nobody sees them in a list.
    private static func plain(_ sentence: String) -> String {
        String(String.UnicodeScalarView(sentence.unicodeScalars.filter { !("\u{2066}"..."\u{2069}").contains($0) }))
    }
}
