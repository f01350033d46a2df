import Committee
import Ledger
import Parties
import RulebookTesting
import Testing

@Suite struct `PTY-04 Confirmed delegations are complete` {
    private var given = Given(kinds: committeeKinds + partiesKinds)

    @Test mutating func `a delegation has only confirmed`() {
        given.add(Delegation("D") { $0.status = .confirmed })
        #expect(
            given.finds(confirmedDelegationsAreComplete)
                == ["PTY-04:administrative_officer D", "PTY-04:head D", "PTY-04:liaison_officer D", "PTY-04:size D"])
    }

    @Test mutating func `everybody is named`() {
        let person = given.add(Person("P"))
        given.add(
            Delegation("D") {
                $0.status = .confirmed
                $0.head = person
                $0.administrativeOfficer = person
                $0.liaisonOfficer = person
                $0.size = 4
            })
        #expect(given.finds(confirmedDelegationsAreComplete) == [])
    }

    @Test mutating func `an invited delegation may still be incomplete`() {
        given.add(Delegation("D") { $0.status = .invited })
        #expect(given.finds(confirmedDelegationsAreComplete) == [])
    }
}
