import Committee
import Ledger
import Parties
import Rulebook
import RulebookTesting
import Testing

@Suite struct `Sending an invitation` {
    private var given = Given(kinds: committeeKinds + partiesKinds)
    private let ready: Invitation

    init() {
        let contact = given.add(Contact("MISSION"))
        let delegation = given.add(Delegation("D"))
        ready = Invitation("I", id: 1) {
            $0.delegation = delegation
            $0.contact = contact
            $0.sent = hanoi("2025-09-02T09:00")
        }
    }

    private func refusal(before: Invitation? = nil, _ change: (inout Invitation) -> Void) -> String? {
        var after = ready
        change(&after)
        return sending.refuses(after, before: before, in: given.picture)
    }

    @Test func `is not refused when it says to whom, where and when`() {
        #expect(refusal { _ in } == nil)
    }

    @Test func `is refused when it was sent before`() {
        #expect(refusal(before: ready) { _ in } == "already_sent")
    }

    @Test func `is refused without a time, an address or a party`() {
        #expect(refusal { $0.sent = nil } == "send_without_time")
        #expect(refusal { $0.contact = ID(99) } == "no_address")
        #expect(refusal { $0.delegation = nil } == "nobody_invited")
    }
}

@Suite struct `Accepting a substitute` {
    private var given = Given(kinds: committeeKinds + partiesKinds)
    private let ready: Invitation

    init() {
        let invitee = given.add(Person("A"))
        let substitute = given.add(Person("B"))
        ready = Invitation("I", id: 1) {
            $0.invitee = invitee
            $0.substitute = substitute
            $0.sent = hanoi("2025-09-02T09:00")
        }
    }

    private func refusal(_ change: (inout Invitation) -> Void) -> String? {
        var after = ready
        change(&after)
        return acceptingSubstitute.refuses(after, before: ready, in: given.picture)
    }

    @Test func `is not refused when somebody else comes`() {
        #expect(refusal { _ in } == nil)
    }

    @Test func `is refused when nobody comes, or the invitee, or nobody was invited`() {
        #expect(refusal { $0.substitute = nil } == "no_substitute")
        #expect(refusal { $0.substitute = $0.invitee } == "substitute_is_invitee")
        #expect(refusal { $0.sent = nil } == "not_invited_yet")
    }
}
