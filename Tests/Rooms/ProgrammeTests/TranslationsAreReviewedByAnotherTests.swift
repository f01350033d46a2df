import Ledger
import Parties
import Programme
import RulebookTesting
import Testing

@Suite struct `PRG-11 Translations are reviewed by another` {
    private var given = Given.programme()
    private let translator: ID<Person>
    private let reviewer: ID<Person>

    init() {
        translator = given.add(Person("T"))
        reviewer = given.add(Person("R"))
    }

    private mutating func text(_ fill: (inout PrintedText) -> Void) -> ID<PrintedText> {
        given.add(
            PrintedText("MENU") { [translator, reviewer] in
                $0.language = "ru"
                $0.text = "перезагрузка"
                $0.translator = translator
                $0.reviewer = reviewer
                $0.reviewed = day("2025-10-10")
                $0.reviewedText = "перезагрузка"
                $0.due = day("2025-10-20")
                fill(&$0)
            })
    }

    @Test mutating func `the translator reviews the own text`() {
        _ = text { $0.reviewer = $0.translator }
        #expect(given.finds(translationsAreReviewedByAnother) == ["PRG-11:same MENU"])
    }

    @Test mutating func `another has reviewed it`() {
        _ = text { _ in }
        #expect(given.finds(translationsAreReviewedByAnother) == [])
    }

    @Test mutating func `the text was changed after its review`() {
        _ = text { $0.text = "перегрузка" }
        #expect(given.finds(translationsAreReviewedByAnother) == ["PRG-11:changed MENU"])
    }

    @Test mutating func `translator and reviewer are asked for three days before the printer is`() {
        let text = text {
            $0.translator = nil
            $0.reviewed = nil
        }
        #expect(given.finds(translationsAreReviewedByAnother) == [])
        given.now = Instant("2025-10-17T00:00:00Z")!
        #expect(given.finds(translationsAreReviewedByAnother) == ["PRG-11:translator MENU"])
        given.change(text) { [translator] in $0.translator = translator }
        #expect(given.finds(translationsAreReviewedByAnother) == ["PRG-11:reviewer MENU"])
    }

    @Test mutating func `printing without a reviewer is found at once`() {
        _ = text {
            $0.reviewer = nil
            $0.printed = hanoi("2025-10-14T08:00")
        }
        #expect(given.finds(translationsAreReviewedByAnother) == ["PRG-11:reviewer MENU"])
    }

    @Test mutating func `a text in the host's language needs neither`() {
        _ = text {
            $0.language = "vi"
            $0.translator = nil
            $0.due = nil
        }
        #expect(given.finds(translationsAreReviewedByAnother) == [])
    }
}
