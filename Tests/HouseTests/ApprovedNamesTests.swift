import House
import Ledger
import Parties
import Programme
import RulebookTesting
import Testing

@Suite struct `PTY-02 Texts use approved names` {
    private var given = Given(kinds: houseRegister.kinds)
    private let china: ID<Party>

    init() {
        let china = given.add(
            Party("CHN") {
                $0.nameEnglish = "China"
                $0.nameVietnamese = "Trung Quốc"
                $0.aliases = ["Tàu"]
                $0.forbiddenAliases = ["Republic of China"]
            })
        let contact = given.add(Contact("MISSION"))
        given.add(
            OfficialName("CHN-EN") {
                $0.party = china
                $0.language = .english
                $0.text = "People's Republic of China"
                $0.approvedBy = contact
                $0.approvedOn = day("2025-10-01")
            })
        self.china = china
    }

    private mutating func plate(_ text: String, _ language: String = "en", kind: PrintedText.Sort = .namePlate) -> [String] {
        given.add(
            PrintedText("T") {
                $0.kind = kind
                $0.party = china
                $0.language = language
                $0.text = text
            })
        return given.finds(printedTextsUseApprovedNames)
    }

    private mutating func announcement(_ vietnamese: String, _ english: String) -> [String] {
        given.add(
            Cue("Q") {
                $0.kind = .announcement
                $0.party = china
                $0.textVietnamese = vietnamese
                $0.textEnglish = english
            })
        return given.finds(announcementsUseApprovedNames)
    }

    @Test mutating func `a plate says the approved name`() {
        #expect(plate("PEOPLE'S REPUBLIC OF CHINA") == [])
    }

    @Test mutating func `a plate says a forbidden name`() {
        #expect(plate("Republic of China").contains("PTY-02:forbidden T CHN"))
    }

    @Test mutating func `a plate says a name that was not approved`() {
        #expect(plate("China") == ["PTY-02:unapproved T CHN"])
    }

    @Test mutating func `a plate says nobody's name`() {
        #expect(plate("Delegation") == ["PTY-02:unnamed T CHN"])
    }

    @Test mutating func `a menu for the party need not name it`() {
        #expect(plate("Menu", kind: .menu) == [])
    }

    @Test mutating func `the register's names count once the party confirmed them`() {
        #expect(plate("Trung Quốc", "vi") == ["PTY-02:unapproved T CHN"])
        given.change(china) { $0.namesStatus = .confirmed }
        #expect(given.finds(printedTextsUseApprovedNames) == [])
    }

    @Test mutating func `the announcer would say a forbidden name`() {
        #expect(
            announcement("Quốc ca của đoàn", "The national anthem of the Republic of China").contains("PTY-02:forbidden_en Q CHN"))
    }

    @Test mutating func `the announcer would say what people call it`() {
        #expect(announcement("Mời đoàn Tàu", "Please rise.") == ["PTY-02:unapproved_vi Q CHN"])
    }

    @Test mutating func `the announcer says the approved name, or none`() {
        #expect(announcement("Xin mời quý vị đứng dậy.", "The anthem of the People's Republic of China.") == [])
    }

    @Test mutating func `a party's names ask again about its own texts only`() {
        _ = plate("China")
        given.add(PrintedText("OTHER") { $0.language = "en" })
        #expect(given.asksAgain(printedTextsUseApprovedNames, after: china) { $0.namesStatus = .confirmed } == ["PTY-02 T"])
    }
}
