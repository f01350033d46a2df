import Committee
import Ledger
import Parties
import Rulebook
import RulebookTesting
import Testing

@Suite struct `Sending an invitation` {
    private var given = Given(kinds: committeeKinds + partiesKinds)
    private let invitation: ID<Invitation>
    private let now = hanoi("2025-09-02T09:00")

    init() {
        given.now = now.instant
        let contact = given.add(Contact("MISSION"))
        let delegation = given.add(Delegation("D"))
        invitation = given.add(
            Invitation("I") {
                $0.delegation = delegation
                $0.contact = contact
            })
    }

    @Test func `notes when, unless the time is given`() throws {
        #expect(try given.done(sending, to: invitation).sent == now)
        let told = hanoi("2025-09-01T17:00")
        #expect(try given.done(sending, to: invitation) { $0.sent = told }.sent == told)
    }

    @Test mutating func `is refused when it was sent before`() {
        given.change(invitation) { $0.sent = hanoi("2025-09-01T17:00") }
        #expect(given.refusal(of: sending, to: invitation) == "already_sent")
    }

    @Test mutating func `is refused without an address or a party`() {
        #expect(given.refusal(of: sending, to: invitation) { $0.contact = nil } == "no_address")
        #expect(given.refusal(of: sending, to: invitation) { $0.contact = ID(99) } == "no_address")
        given.change(invitation) { $0.delegation = nil }
        #expect(given.refusal(of: sending, to: invitation) == "nobody_invited")
    }
}

@Suite struct `Accepting a substitute` {
    private var given = Given(kinds: committeeKinds + partiesKinds)
    private let invitation: ID<Invitation>
    private let substitute: ID<Person>

    init() {
        given.now = hanoi("2025-09-20T09:00").instant
        let invitee = given.add(Person("A"))
        substitute = given.add(Person("B"))
        invitation = given.add(
            Invitation("I") {
                $0.invitee = invitee
                $0.sent = hanoi("2025-09-02T09:00")
            })
    }

    @Test mutating func `notes the day, unless it is given, and anew for another substitute`() throws {
        let accepted = try given.done(acceptingSubstitute, to: invitation) { $0.substitute = substitute }
        #expect(accepted.substitute == substitute && accepted.substituteConfirmedOn == day("2025-09-20"))
        let told = try given.done(acceptingSubstitute, to: invitation) {
            $0.substitute = substitute
            $0.substituteConfirmedOn = day("2025-09-19")
        }
        #expect(told.substituteConfirmedOn == day("2025-09-19"))
        given.change(invitation) { $0 = told }
        let other = given.add(Person("C"))
        #expect(
            try given.done(acceptingSubstitute, to: invitation) { $0.substitute = other }.substituteConfirmedOn == day("2025-09-20"))
    }

    @Test mutating func `is refused when nobody comes, or the invitee, or nobody was invited`() {
        #expect(given.refusal(of: acceptingSubstitute, to: invitation) == "no_substitute")
        #expect(given.refusal(of: acceptingSubstitute, to: invitation) { $0.substitute = $0.invitee } == "substitute_is_invitee")
        given.change(invitation) { $0.sent = nil }
        #expect(given.refusal(of: acceptingSubstitute, to: invitation) { $0.substitute = substitute } == "not_invited_yet")
    }
}
