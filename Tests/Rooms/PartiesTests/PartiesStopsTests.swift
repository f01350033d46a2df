import Committee
import Ledger
import Parties
import Rulebook
import RulebookTesting
import Testing

@Suite struct `What stops the acts of the guest list` {
    @Test(arguments: partiesStops) func `is one rule, until its slip is mended`(_ stop: StopCase) throws {
        #expect(try stop.stopped(by: partiesRules) == [stop.rule.id])
        #expect(try stop.stoppedOnceMended(by: partiesRules) == [])
    }

    @Test func `has a case for every act and every rule that stops it`() {
        #expect(partiesStops.pairs == partiesRules.stopPairs)
    }
}

private let partiesStops = [
    StopCase(sending, invitationsGoToVerifiedAddresses) { isMended in
        let (given, invitation, mission) = invited(isVerified: isMended)
        return try given.attempt(sending, on: invitation) { $0.contact = mission }
    },
    StopCase(acceptingSubstitute, invitationsGoToVerifiedAddresses) { isMended in
        var (given, invitation, mission) = invited(isVerified: isMended)
        let substitute = given.add(Person("B"))
        let verified = given.add(given.mission("CAPITAL", isVerified: true))
        given.change(invitation) {
            $0.contact = verified
            $0.sent = hanoi("2025-09-02T09:00")
        }
        return try given.attempt(acceptingSubstitute, on: invitation) {
            $0.substitute = substitute
            $0.substituteConfirmedThrough = mission
        }
    },
]

/// A delegation that is invited, and its mission's address, which an officer has verified or not yet.
private func invited(isVerified: Bool) -> (Given, ID<Invitation>, ID<Contact>) {
    var given = Given(kinds: committeeKinds + partiesKinds)
    let party = given.add(Party("FRA"))
    given.add(Officer("O1"))
    let delegation = given.add(Delegation("D-FRA") { $0.party = party })
    let mission = given.add(given.mission("MISSION", isVerified: isVerified))
    let invitation = given.add(Invitation("I-FRA") { $0.delegation = delegation })
    return (given, invitation, mission)
}

extension Given {
    fileprivate func mission(_ code: String, isVerified: Bool) -> Contact {
        Contact(code) {
            $0.party = picture.find(Party.self, "FRA")?.id
            $0.foundThrough = .blueBook
            $0.verifiedOn = isVerified ? day("2025-09-01") : nil
            $0.verifiedBy = isVerified ? picture.find(Officer.self, "O1")?.id : nil
        }
    }
}
