import Committee
import Ledger
import Parties
import Rulebook
import RulebookTesting
import Testing

@Suite struct `PTY-13 Invitations go to verified addresses` {
    private var given = Given(kinds: committeeKinds + partiesKinds)
    private let party: ID<Party>
    private let mission: ID<Contact>
    private let invitation: ID<Invitation>

    init() {
        let party = given.add(Party("FRA"))
        let officer = given.add(Officer("O1"))
        let mission = given.add(
            Contact("MISSION") {
                $0.party = party
                $0.address = "mission@example.org"
                $0.foundThrough = .blueBook
                $0.verifiedOn = day("2025-09-01")
                $0.verifiedBy = officer
            })
        let delegation = given.add(Delegation("D-FRA") { $0.party = party })
        invitation = given.add(
            Invitation("I-FRA") {
                $0.delegation = delegation
                $0.contact = mission
                $0.sent = hanoi("2025-09-02T09:00")
            })
        self.party = party
        self.mission = mission
    }

    @Test func `an invitation went to the mission's verified address`() {
        #expect(given.finds(invitationsGoToVerifiedAddresses) == [])
    }

    @Test mutating func `the address was found on the web`() {
        given.change(mission) { $0.foundThrough = .webSearch }
        #expect(given.finds(invitationsGoToVerifiedAddresses) == ["PTY-13:unverified I-FRA"])
    }

    @Test mutating func `the address is another party's`() {
        let other = given.add(Party("DEU"))
        given.change(mission) { $0.party = other }
        #expect(given.finds(invitationsGoToVerifiedAddresses) == ["PTY-13:party I-FRA"])
    }

    @Test mutating func `it was sent to no address that is known`() {
        given.change(invitation) { $0.contact = nil }
        #expect(given.finds(invitationsGoToVerifiedAddresses) == ["PTY-13:address I-FRA"])
    }

    @Test mutating func `an invitation in preparation is left alone`() {
        given.change(invitation) {
            $0.contact = nil
            $0.sent = nil
        }
        #expect(given.finds(invitationsGoToVerifiedAddresses) == [])
    }

    @Test mutating func `a substitute has confirmed himself`() {
        let substitute = given.add(Person("P"))
        let own = given.add(
            Contact("OWN") {
                $0.party = party
                $0.foundThrough = .letterItself
            })
        given.change(invitation) {
            $0.substitute = substitute
            $0.substituteConfirmedThrough = own
            $0.substituteConfirmedOn = day("2025-10-01")
        }
        #expect(given.finds(invitationsGoToVerifiedAddresses) == ["PTY-13:substitute I-FRA"])
        given.change(invitation) { $0.substituteConfirmedThrough = mission }
        #expect(given.finds(invitationsGoToVerifiedAddresses) == [])
    }

    @Test func `a change of the address asks again about the invitations sent there`() {
        #expect(given.asksAgain(invitationsGoToVerifiedAddresses, after: mission) { $0.verifiedOn = nil } == ["PTY-13 I-FRA"])
    }
}
