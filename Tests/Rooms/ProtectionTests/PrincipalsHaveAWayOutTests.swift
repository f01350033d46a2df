import Ledger
import RulebookTesting
import Protection
import Testing

@Suite struct `SEC-09 Principals have a way out` {
    private var given = Given(at: "2025-10-24T00:00:00Z", kinds: [Kind(Protectee.self), Kind(EvacuationOption.self)])
    private let first: ID<Protectee>
    private let second: ID<Protectee>

    init() {
        first = given.add(Protectee("E1") { $0.from = hanoi("2025-10-24T08:00") })
        second = given.add(Protectee("E2") { $0.from = hanoi("2025-11-24T08:00") })
    }

    private mutating func option(_ code: String, seats: Int, rehearsed: Day? = day("2025-10-22")) {
        given.add(
            EvacuationOption(code) { [first, second] in
                $0.protectees = [first, second]
                $0.staff = 4
                $0.seats = seats
                $0.rehearsedOn = rehearsed
            })
    }

    @Test func `nobody thought of the first, and the second is not due`() {
        #expect(given.finds(principalsHaveAWayOut) == ["SEC-09:missing E1"])
    }

    @Test mutating func `six seats carry two principals and four who go with them`() {
        option("O1", seats: 6)
        #expect(given.finds(principalsHaveAWayOut) == [])
    }

    @Test mutating func `five do not`() {
        option("O1", seats: 5)
        #expect(given.finds(principalsHaveAWayOut) == ["SEC-09:seats E1 O1"])
    }

    @Test mutating func `the good option was never rehearsed`() {
        option("O1", seats: 6, rehearsed: nil)
        option("O2", seats: 2)
        #expect(given.finds(principalsHaveAWayOut) == ["SEC-09:unrehearsed E1 O1"])
    }
}
