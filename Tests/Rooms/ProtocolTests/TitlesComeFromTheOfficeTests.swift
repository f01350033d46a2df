import Ledger
import Parties
import Protocol
import RulebookTesting
import Testing

@Suite struct `PRO-09 Titles come from the office` {
    private var given = Given.ceremonial()
    private let office: ID<Office>
    private let use: ID<TitleUse>

    init() {
        office = given.add(
            Office("PM-JPN") {
                $0.titleEnglish = "Prime Minister of Japan"
                $0.titleConfirmedOn = day("2025-10-10")
                $0.takenOn = day("2024-10-01")
            })
        use = given.add(
            TitleUse("T1") { [office] in
                $0.office = office
                $0.language = "en"
                $0.title = "Prime Minister of Japan"
                $0.due = hanoi("2025-10-25T14:00")
            })
    }

    @Test func `as the office's record has it`() {
        #expect(given.finds(titlesComeFromTheOffice) == [])
    }

    @Test mutating func `the Prime Minister is called President`() {
        given.change(use) { $0.title = "President of Japan" }
        #expect(given.finds(titlesComeFromTheOffice) == ["PRO-09:spelling T1"])
    }

    @Test mutating func `a title typed by hand`() {
        given.change(use) { $0.office = nil }
        #expect(given.finds(titlesComeFromTheOffice) == ["PRO-09:typed T1"])
    }

    @Test mutating func `the office is left before the day`() {
        given.change(office) { $0.leftOn = day("2025-10-21") }
        #expect(given.finds(titlesComeFromTheOffice) == ["PRO-09:former T1"])
    }

    @Test mutating func `the delegation has not confirmed the spelling a day before`() {
        given.change(office) { $0.titleConfirmedOn = nil }
        #expect(given.finds(titlesComeFromTheOffice) == [])
        given.now = Instant("2025-10-24T07:00:00Z")!
        #expect(given.finds(titlesComeFromTheOffice) == ["PRO-09:unconfirmed T1"])
    }

    @Test mutating func `the title as given is right in every language`() {
        given.change(office) { $0.titleAsGiven = "内閣総理大臣" }
        given.change(use) {
            $0.language = "ja"
            $0.title = "内閣総理大臣"
        }
        #expect(given.finds(titlesComeFromTheOffice) == [])
    }

    @Test func `the office's record asks again about the uses of its title`() {
        #expect(given.asksAgain(titlesComeFromTheOffice, after: office) { $0.titleEnglish = "Prime Minister" } == ["PRO-09 T1"])
    }
}
