import Committee
import Ledger
import Parties
import Protocol
import RulebookTesting
import Testing

@Suite struct `PRO-05 Precedence follows its rule` {
    private var given = Given.ceremonial()
    private let algeria: ID<Party>
    private let cote: ID<Party>
    private let vietnam: ID<Party>
    private let precedence: ID<Precedence>

    init() {
        algeria = given.add(Party("DZA") { $0.nameEnglish = "Algeria" })
        cote = given.add(Party("CIV") { $0.nameEnglish = "Côte d'Ivoire" })
        vietnam = given.add(Party("VNM") { $0.nameEnglish = "Viet Nam" })
        precedence = given.add(Precedence("SIGNING") { [algeria, cote, vietnam] in $0.order = [algeria, cote, vietnam] })
    }

    private mutating func override(_ fill: (inout PrecedenceOverride) -> Void = { _ in }) {
        given.add(
            PrecedenceOverride("HOST-FIRST") { [precedence, vietnam] in
                $0.precedence = precedence
                $0.party = vietnam
                $0.position = 1
                $0.reason = "the host signs first"
                $0.approvedBy = ID(1)
                $0.approvedOn = day("2025-10-10")
                fill(&$0)
            })
    }

    @Test func `the English alphabet`() {
        #expect(given.finds(precedenceFollowsItsRule) == [])
    }

    @Test mutating func `the host first, without anybody saying why`() {
        given.change(precedence) { [algeria, cote, vietnam] in $0.order = [vietnam, algeria, cote] }
        #expect(given.finds(precedenceFollowsItsRule) == ["PRO-05:order SIGNING DZA VNM"])
        override()
        #expect(given.finds(precedenceFollowsItsRule) == [])
    }

    @Test mutating func `an override without an approver, and one that is not carried out`() {
        override { $0.approvedBy = nil }
        #expect(given.finds(precedenceFollowsItsRule) == ["PRO-05:override SIGNING HOST-FIRST", "PRO-05:position SIGNING HOST-FIRST"])
    }

    @Test mutating func `by rank a head of State stands before a minister, and the longer in office before the shorter`() {
        given.change(precedence) { $0.basis = .rank }
        for (code, party, level, taken) in [
            ("DEL-DZA", algeria, Level.minister, "2020-01-01"), ("DEL-CIV", cote, .headOfState, "2021-01-01"),
            ("DEL-VNM", vietnam, .headOfState, "2024-10-21"),
        ] {
            given.add(
                Delegation(code) {
                    $0.party = party
                    $0.levelOfHead = level
                })
            given.add(
                Office("OF-\(code)") {
                    $0.party = party
                    $0.level = level
                    $0.takenOn = day(taken)
                })
        }
        #expect(given.finds(precedenceFollowsItsRule) == ["PRO-05:order SIGNING CIV DZA"])
        given.change(precedence) { [algeria, cote, vietnam] in $0.order = [vietnam, cote, algeria] }
        #expect(given.finds(precedenceFollowsItsRule) == ["PRO-05:order SIGNING CIV VNM"])
        given.change(precedence) { [algeria, cote, vietnam] in $0.order = [cote, vietnam, algeria] }
        #expect(given.finds(precedenceFollowsItsRule) == [])
    }

    @Test mutating func `a party's new name asks again about the orders it stands in`() {
        given.add(Precedence("FLAGS") { [algeria] in $0.order = [algeria] })
        #expect(given.asksAgain(precedenceFollowsItsRule, after: cote) { $0.nameEnglish = "Ivory Coast" } == ["PRO-05 SIGNING"])
    }
}
