import Accreditation
import Gates
import Ledger
import Lodging
import Movement
import Parties
import Programme
import RulebookTesting
import Venues

/// A ceremony on the move: one route of two segments, for the cases of this room.
struct Journey {
    var given: Given
    let route: ID<Route>
    let first: ID<Segment>
    let second: ID<Segment>

    init(at now: String = "2025-10-24T00:00:00Z") {
        given = Given(
            at: now,
            kinds: movementKinds + [
                Kind(Place.self), Kind(Zone.self), Kind(Person.self), Kind(Delegation.self), Kind(Vehicle.self), Kind(Driver.self),
                Kind(Session.self), Kind(Gate.self), Kind(Hotel.self), Kind(Stay.self), Kind(RoomBlock.self),
            ])
        let first = given.add(
            Segment("S1") {
                $0.usualMinutes = 10
                $0.slowMinutes = 20
                $0.roads = ["Kim Mã"]
            })
        let second = given.add(
            Segment("S2") {
                $0.usualMinutes = 10
                $0.slowMinutes = 20
            })
        route = given.add(Route("R1") { $0.segments = [first, second] })
        (self.first, self.second) = (first, second)
    }

    /// A trip over the route on 25 October.
    @discardableResult
    mutating func trip(
        _ code: String, _ leaves: String, _ arrives: String, _ fill: (inout Trip) -> Void = { _ in }
    ) -> ID<Trip> {
        given.add(
            Trip(code) {
                $0.route = route
                $0.leaves = hanoi("2025-10-25T\(leaves)")
                $0.arrives = hanoi("2025-10-25T\(arrives)")
                fill(&$0)
            })
    }
}
