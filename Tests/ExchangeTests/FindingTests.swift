import Exchange
import Ledger
import Phrases
import Rulebook
import Testing

@Suite struct `Findings in words` {
    private static let all: [Problem] =
        [
            .unknownFile, .unknownColumn(nearest: []), .unknownColumn(nearest: ["name"]), .missingColumn("name"),
            .repeatedColumn(field: "name"),
            .repeatedCode("A", firstRow: 2), .requiredIsBlank, .notAnInteger("x"), .notADay("x"), .notAFlag("x"),
            .unknownWord("x", candidates: ["y"]), .unknownReference("x", kind: "party", nearest: []),
            .unknownReference("x", kind: "party", nearest: ["y"]), .notAccepted, .badText, .unclosedQuote, .strayQuote,
            .ragged(expected: 2, found: 1), .errorInCell("#REF!"), .unsafeName("../x"),
        ] + Problem.MomentMistake.allCases.map { .notAMoment("x", $0) } + Problem.LimitedThing.allCases.map { .tooLarge($0, limit: 1) }
        + Problem.FormatMistake.allCases.map { .wrongFormat($0) }
        + [
            .notJSON(.unfinished, offset: 1), .missing("zone"), .unknownMember("x"), .wrongType("zone"), .unknownFormat(2),
            .unknownZone("x"),
            .notADay("opens", text: "x"), .notATime("clock", text: "x"), .closesBeforeItOpens,
        ].map { .notAPack($0) }

    @Test(arguments: Language.delivered)
    func `every finding has its sentence in every language, with all facts filled in`(language: Language) throws {
        let phrases = try Phrases.delivered(language)
        for problem in Self.all {
            let finding = Finding(problem, file: "guests.csv", row: 2, column: "name")
            let sentence = finding.sentence(in: phrases)
            #expect(sentence != finding.phrase)
            #expect(!sentence.contains("{"), "\(finding.phrase): \(sentence)")
        }
        #expect(Finding(.badText, file: "a.csv").place(in: phrases) == "a.csv")
        #expect(Finding(.badText, file: "a.csv", row: 12).place(in: phrases).contains("12"))
    }
}
