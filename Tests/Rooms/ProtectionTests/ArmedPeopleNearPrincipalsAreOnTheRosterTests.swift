import Ledger
import Parties
import RulebookTesting
import Protection
import Testing
import Venues

@Suite struct `SEC-06 Armed people near principals are on the roster` {
    private var given = Given(
        kinds: [
            Kind(Zone.self), Kind(Person.self), Kind(Post.self), Kind(Shift.self), Kind(Protectee.self), Kind(ProtectedWay.self),
            Kind(ArmedPerson.self),
        ])
    private let lift: ID<Zone>
    private let person: ID<Person>
    private let armed: ID<ArmedPerson>

    init() {
        let lift = given.add(Zone("LIFT"))
        let person = given.add(Person("N1"))
        (self.lift, self.person) = (lift, person)
        given.add(
            ProtectedWay("W1") {
                $0.zones = [lift]
                $0.starts = hanoi("2025-10-25T08:00")
                $0.ends = hanoi("2025-10-25T08:10")
            })
        armed = given.add(
            ArmedPerson("A1") {
                $0.person = person
                $0.zones = [lift]
                $0.starts = hanoi("2025-10-25T06:00")
                $0.ends = hanoi("2025-10-25T18:00")
            })
    }

    private mutating func shift(_ kind: Post.Sort, until: String) {
        let post = given.add(Post("P1") { $0.kind = kind })
        given.add(
            Shift("S1") { [person] in
                $0.post = post
                $0.person = person
                $0.starts = hanoi("2025-10-25T06:00")
                $0.ends = hanoi("2025-10-25T\(until)")
                $0.isVetted = true
                $0.isTrained = true
                $0.isConfirmed = true
            })
    }

    @Test func `nobody put the guard of the lift on the roster`() {
        #expect(given.finds(armedPeopleNearPrincipalsAreOnTheRoster) == ["SEC-06 A1 W1"])
    }

    @Test mutating func `a shift at a protection post covers the time`() {
        shift(.protection, until: "12:00")
        #expect(given.finds(armedPeopleNearPrincipalsAreOnTheRoster) == [])
    }

    @Test mutating func `a shift that ends while the principal passes does not`() {
        shift(.protection, until: "08:05")
        #expect(given.finds(armedPeopleNearPrincipalsAreOnTheRoster) == ["SEC-06 A1 W1"])
    }

    @Test mutating func `nor does a guard post elsewhere in the building`() {
        shift(.guardPost, until: "12:00")
        #expect(given.finds(armedPeopleNearPrincipalsAreOnTheRoster) == ["SEC-06 A1 W1"])
    }

    @Test mutating func `whoever puts down the weapon before is not asked about`() {
        given.change(armed) { $0.ends = hanoi("2025-10-25T08:00") }
        #expect(given.finds(armedPeopleNearPrincipalsAreOnTheRoster) == [])
    }
}
