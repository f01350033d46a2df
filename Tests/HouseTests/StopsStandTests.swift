import Engine
import House
import Ledger
import Parties
import Rulebook
import RulebookTesting
import Testing

@Suite struct `Offices hear of stops` {
    @Test func `by what is the same in every run of the house, whatever number the kind has in this one`() throws {
        var given = Given(kinds: houseRegister.kinds)
        let account = given.add(Account("CLERK") { $0.mail = "clerk@example.org" })
        given.add(
            Grant("G-1") {
                $0.account = account
                $0.desk = "PTY"
                $0.ceiling = .internal
            })
        let delegation = given.add(Delegation("D") { $0.kind = .national })
        let stops = try #require(houseChores.first { $0.name == "stops" })
        let setting = Chore.Setting(
            picture: given.picture, slips: given.slips(delegationsAreOfARegisteredParty), now: given.now)
        #expect(stops.due(setting) == ["CLERK": ["PTY-01 missing delegation/\(delegation.number)"]])
    }
}
