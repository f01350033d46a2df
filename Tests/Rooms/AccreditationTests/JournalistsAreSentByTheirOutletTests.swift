import Accreditation
import Committee
import Ledger
import Parties
import RulebookTesting
import Testing

@Suite struct `PTY-12 Journalists are sent by their outlet` {
    private var facts = AccreditationCase(role: .journalist, group: .media)
    private let contact: ID<Contact>
    private let outlet: ID<Outlet>
    private let letter: ID<AssignmentLetter>

    init() {
        let officer = facts.officers[0]
        let application = facts.application
        let contact = facts.given.add(
            Contact("DESK") {
                $0.foundThrough = .officialDirectory
                $0.verifiedOn = day("2025-10-01")
                $0.verifiedBy = officer
            })
        let outlet = facts.given.add(
            Outlet("NEWS") {
                $0.contact = contact
                $0.confirmedOn = day("2025-10-02")
                $0.confirmedBy = officer
            })
        facts.given.change(facts.application) { $0.outlet = outlet }
        letter = facts.given.add(
            AssignmentLetter("L") {
                $0.application = application
                $0.outlet = outlet
                $0.isOnLetterhead = true
                $0.isSignedByEditor = true
                $0.namesPerson = true
                $0.function = .reporter
                $0.coversFrom = day("2025-10-24")
                $0.coversTo = day("2025-10-26")
            })
        self.contact = contact
        self.outlet = outlet
    }

    @Test func `letter and confirmation are in order`() {
        #expect(facts.given.finds(journalistsAreSentByTheirOutlet) == [])
    }

    @Test mutating func `there is no letter`() {
        let other = facts.given.add(Application("A2"))
        facts.given.change(letter) { $0.application = other }
        #expect(facts.given.finds(journalistsAreSentByTheirOutlet) == ["PTY-12:letter B"])
    }

    @Test mutating func `the letter is not signed by the editor`() {
        facts.given.change(letter) { $0.isSignedByEditor = false }
        #expect(facts.given.finds(journalistsAreSentByTheirOutlet) == ["PTY-12:letter_incomplete B L"])
    }

    @Test mutating func `the letter covers a day less than the badge`() {
        facts.given.change(letter) { $0.coversTo = day("2025-10-25") }
        #expect(facts.given.finds(journalistsAreSentByTheirOutlet) == ["PTY-12:letter_incomplete B L"])
    }

    @Test mutating func `the letter is another outlet's`() {
        let other = facts.given.add(Outlet("OTHER"))
        facts.given.change(letter) { $0.outlet = other }
        #expect(facts.given.finds(journalistsAreSentByTheirOutlet) == ["PTY-12:letter_incomplete B L"])
    }

    @Test mutating func `the contact stood on the application itself`() {
        facts.given.change(contact) { $0.foundThrough = .application }
        #expect(facts.given.finds(journalistsAreSentByTheirOutlet) == ["PTY-12:contact B NEWS"])
    }

    @Test mutating func `the editor has not confirmed`() {
        facts.given.change(outlet) { $0.confirmedOn = nil }
        #expect(facts.given.finds(journalistsAreSentByTheirOutlet) == ["PTY-12:confirmation B NEWS"])
    }

    @Test mutating func `the journalist has no outlet`() {
        facts.given.change(letter) { $0.outlet = nil }
        facts.given.change(facts.application) { $0.outlet = nil }
        #expect(facts.given.finds(journalistsAreSentByTheirOutlet) == ["PTY-12:outlet B"])
    }

    @Test func `a delegate brings no letter`() {
        #expect(AccreditationCase().given.finds(journalistsAreSentByTheirOutlet) == [])
    }
}
