import House
import Ledger
import Parties
import RulebookTesting
import Testing

@Suite struct `PTY-01 Delegations are of a registered party` {
    private var given = Given(kinds: houseRegister.kinds)

    private mutating func delegation(_ kind: Delegation.Sort, of party: ID<Party>?) {
        given.add(
            Delegation("D") {
                $0.kind = kind
                $0.party = party
            })
    }

    @Test mutating func `the party was typed by hand and stands in no register`() {
        delegation(.national, of: nil)
        #expect(given.finds(delegationsAreOfARegisteredParty) == ["PTY-01:missing D"])
    }

    @Test mutating func `the party is of a code that the register does not have`() {
        delegation(.national, of: ID(99))
        #expect(given.finds(delegationsAreOfARegisteredParty) == ["PTY-01:missing D"])
    }

    @Test mutating func `an association sends a national delegation`() {
        delegation(.national, of: given.add(Party("KAILASA") { $0.kind = .nonGovernmental }))
        #expect(given.finds(delegationsAreOfARegisteredParty) == ["PTY-01:kind D KAILASA"])
    }

    @Test(arguments: [Party.Sort.memberState, .observerState, .otherState, .reio])
    mutating func `States and organisations of integration send national delegations`(kind: Party.Sort) {
        delegation(.national, of: given.add(Party("P") { $0.kind = kind }))
        #expect(given.finds(delegationsAreOfARegisteredParty) == [])
    }

    @Test mutating func `the press has outlets and no party`() {
        delegation(.press, of: nil)
        #expect(given.finds(delegationsAreOfARegisteredParty) == [])
    }

    @Test mutating func `a party asks again about its own delegations only`() {
        let party = given.add(Party("FRA"))
        delegation(.national, of: party)
        given.add(Delegation("OTHER"))
        #expect(given.asksAgain(delegationsAreOfARegisteredParty, after: party) { $0.kind = .company } == ["PTY-01 D"])
    }
}
