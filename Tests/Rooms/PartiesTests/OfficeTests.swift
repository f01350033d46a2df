import Ledger
import Parties
import Testing

@Suite struct `Who speaks for a State without full powers` {
    @Test func `the head of State, the head of Government and the minister for foreign affairs`() {
        #expect(Office("A") { $0.level = .headOfState }.speaksForItsState)
        #expect(Office("B") { $0.level = .headOfGovernment }.speaksForItsState)
        #expect(
            Office("C") {
                $0.level = .minister
                $0.isForeignMinister = true
            }.speaksForItsState)
    }

    @Test func `no other minister and no vice-president`() {
        #expect(!Office("A") { $0.level = .minister }.speaksForItsState)
        #expect(!Office("B") { $0.level = .vicePresident }.speaksForItsState)
    }

    @Test func `who acts for one of the three once the interim is stated`() {
        var acting = Office("A") {
            $0.level = .headOfGovernment
            $0.isInterim = true
        }
        #expect(!acting.speaksForItsState)
        acting.isInterimStated = true
        #expect(acting.speaksForItsState)
    }
}
