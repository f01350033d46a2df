import Accreditation
import Committee
import Ledger
import Parties
import RulebookTesting
import Testing
import Venues

@Suite struct `PTY-05 Nominations fit the quota` {
    private var given = Given(kinds: committeeKinds + venuesKinds + partiesKinds + accreditationKinds)
    private let delegation: ID<Delegation>
    private let category: ID<Category>

    init() {
        delegation = given.add(Delegation("D") { $0.quota = 1 })
        category = given.add(Category("CAT") { $0.quota = 1 })
    }

    @discardableResult
    private mutating func nominate(_ code: String, _ state: Application.State = .submitted) -> ID<Application> {
        given.add(
            Application(code) {
                $0.delegation = delegation
                $0.category = category
                $0.state = state
            })
    }

    @Test mutating func `two are nominated where one may be`() {
        nominate("A1")
        nominate("A2", .approved)
        #expect(given.finds(nominationsFitTheDelegation) == ["PTY-05:delegation D"])
        #expect(given.finds(nominationsFitTheCategory) == ["PTY-05:category CAT"])
    }

    @Test mutating func `drafts, refused and withdrawn applications use no quota`() {
        nominate("A1")
        nominate("A2", .draft)
        nominate("A3", .refused)
        nominate("A4", .withdrawn)
        #expect(given.finds(nominationsFitTheDelegation) == [])
        #expect(given.finds(nominationsFitTheCategory) == [])
    }

    @Test mutating func `without a quota anybody may be nominated`() {
        given.change(delegation) { $0.quota = nil }
        given.change(category) { $0.quota = nil }
        nominate("A1")
        nominate("A2")
        #expect(given.finds(nominationsFitTheDelegation) == [])
        #expect(given.finds(nominationsFitTheCategory) == [])
    }

    @Test mutating func `a nomination asks again about its own delegation and category, and a vetting about neither`() {
        given.add(Delegation("OTHER") { $0.quota = 1 })
        let application = nominate("A1", .draft)
        #expect(given.asksAgain(nominationsFitTheDelegation, after: application) { $0.state = .submitted } == ["PTY-05 D"])
        #expect(given.asksAgain(nominationsFitTheCategory, after: application) { $0.state = .submitted } == ["PTY-05 CAT"])
        #expect(given.asksAgain(nominationsFitTheDelegation, after: application) { $0.vetting = .cleared } == [])
    }
}
