import Committee
import Integrity
import Ledger
import Parties
import Rulebook
import RulebookTesting
import Testing

@Suite struct `DAT-01 Personal fields are not kept too long` {
    private var given = Given(at: "2025-11-03T03:00:00Z", kinds: committeeKinds + partiesKinds + integrityKinds)
    private let person: ID<Person>

    init() {
        given.add(Ceremony("HANOI") { $0.closes = day("2025-10-26") })
        person = given.add(
            Person("P-1") {
                $0.familyName = Personal("Example")
                $0.needs = Personal(["vegetarian"])
            })
    }

    private mutating func hold(_ change: (inout Hold) -> Void = { _ in }) {
        let person = person
        given.add(
            Hold("HD-1") {
                $0.person = person
                $0.reason = "insurance case"
                $0.endsOn = day("2025-12-31")
                change(&$0)
            })
    }

    @Test mutating func `needs are kept beyond the seventh day after closing`() {
        #expect(given.finds(personalFieldsAreNotKeptTooLong) == ["DAT-01:kept P-1"])
        #expect(given.slips(personalFieldsAreNotKeptTooLong).first?.facts.contains(Fact("until", day("2025-11-02"))) == true)
    }

    @Test mutating func `the seventh day is not over`() {
        given.now = hanoi("2025-11-02T23:59").instant
        #expect(given.finds(personalFieldsAreNotKeptTooLong) == [])
    }

    @Test mutating func `needs were erased, and the name has its time still`() {
        given.change(person) { $0.needs = Personal() }
        #expect(given.finds(personalFieldsAreNotKeptTooLong) == [])
        given.now = hanoi("2026-02-01T00:00").instant
        #expect(given.finds(personalFieldsAreNotKeptTooLong) == ["DAT-01:kept P-1"])
    }

    @Test mutating func `a hold with reason and end keeps them`() {
        hold()
        #expect(given.finds(personalFieldsAreNotKeptTooLong) == [])
        given.now = hanoi("2026-01-01T00:00").instant
        #expect(given.finds(personalFieldsAreNotKeptTooLong) == ["DAT-01:kept P-1"])
    }

    @Test mutating func `a hold without an end keeps nothing`() {
        hold { $0.endsOn = nil }
        #expect(given.finds(personalFieldsAreNotKeptTooLong) == ["DAT-01:hold P-1 HD-1"])
    }

    @Test mutating func `a hold without a reason keeps nothing`() {
        hold { $0.reason = "" }
        #expect(given.finds(personalFieldsAreNotKeptTooLong) == ["DAT-01:hold P-1 HD-1"])
    }

    @Test mutating func `a hold asks again`() {
        given.add(Person("P-2") { $0.needs = Personal(["halal"]) })
        hold()
        #expect(given.asksAgain(personalFieldsAreNotKeptTooLong, after: ID<Hold>(1)) { $0.reason = "" } == ["DAT-01"])
    }

    @Test mutating func `thousands are one task, with their number and a few of them`() {
        for place in 2...3_600 { given.add(Person("P-\(place)") { $0.needs = Personal(["halal"]) }) }
        hold()
        let slips = given.slips(personalFieldsAreNotKeptTooLong)
        #expect(slips.map(\.variant) == ["many"])
        #expect(slips.first?.subjects.count == 10)
        #expect(slips.first?.facts.contains(Fact("count", 3_599)) == true)
        #expect(slips.first?.mend == .act(.eraseDue, making: "erasure"))
    }

    @Test mutating func `the more secret are told apart, so that the others are told to whoever may not know of them`() {
        given.add(Person("P-2") { $0.needs = Personal(["halal"]) })
        given.add(
            Person("P-3") {
                $0.needs = Personal(["halal"])
                $0.heading.classification = .restricted
            })
        #expect(given.finds(personalFieldsAreNotKeptTooLong) == ["DAT-01:many P-1 P-2", "DAT-01:kept P-3"])
    }

    @Test mutating func `several holds that keep nothing are named together`() {
        let second = given.add(Person("P-2") { $0.needs = Personal(["halal"]) })
        hold { $0.endsOn = nil }
        given.add(Hold("HD-2") { $0.person = second })
        #expect(given.finds(personalFieldsAreNotKeptTooLong) == ["DAT-01:holds P-1 P-2 HD-1 HD-2"])
    }
}
