import Ledger
import Lodging
import Movement
import Parties
import RulebookTesting
import Testing

@Suite struct `MOV-11 Arriving delegations are awaited` {
    private var journey = Journey()
    private let delegation: ID<Delegation>

    init() {
        delegation = journey.given.add(Delegation("DEL") { $0.arrives = hanoi("2025-10-25T10:00") })
    }

    @Test mutating func `nobody awaits it, which is due three days before`() {
        let all = ["MOV-11:cars DEL", "MOV-11:departure DEL", "MOV-11:greeter DEL", "MOV-11:hotel DEL"]
        #expect(journey.given.finds(arrivingDelegationsAreAwaited) == all)
        journey.given.now = hanoi("2025-10-22T09:59").instant
        #expect(journey.given.finds(arrivingDelegationsAreAwaited) == [])
    }

    @Test mutating func `somebody greets it, cars wait, it has a hotel and leaves again`() {
        let greeter = journey.given.add(Person("N1"))
        let car = journey.given.add(Vehicle("V1"))
        journey.trip("T1", "06:00", "10:00") { [delegation] in
            $0.delegation = delegation
            $0.leg = .arrival
            $0.greeter = greeter
        }
        journey.trip("T2", "10:40", "11:20") { [delegation] in
            $0.delegation = delegation
            $0.vehicles = [car]
        }
        journey.trip("T3", "20:00", "21:00") { [delegation] in
            $0.delegation = delegation
            $0.leg = .departure
        }
        let stay = journey.given.add(Stay("ST") { [delegation] in $0.delegation = delegation })
        #expect(journey.given.finds(arrivingDelegationsAreAwaited) == [])
        journey.given.change(stay) { $0.state = .cancelled }
        #expect(journey.given.finds(arrivingDelegationsAreAwaited) == ["MOV-11:hotel DEL"])
    }

    @Test mutating func `it declined, or nobody knows when it comes`() {
        journey.given.change(delegation) { $0.arrives = nil }
        #expect(journey.given.finds(arrivingDelegationsAreAwaited) == [])
        journey.given.change(delegation) {
            $0.arrives = hanoi("2025-10-25T10:00")
            $0.status = .declined
        }
        #expect(journey.given.finds(arrivingDelegationsAreAwaited) == [])
    }
}
