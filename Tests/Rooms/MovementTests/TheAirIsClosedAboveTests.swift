import Ledger
import Lodging
import Movement
import Parties
import Programme
import RulebookTesting
import Testing
import Venues

@Suite struct `SEC-13 The air is closed above` {
    private var journey = Journey()
    private let venue: ID<Place>
    private let hotel: ID<Hotel>
    private let order: ID<NoFlyOrder>
    private let stay: ID<Stay>

    init() {
        let venue = journey.given.add(Place("NCC"))
        self.venue = venue
        let hall = journey.given.add(Place("MAIN") { $0.venue = venue })
        let lodging = journey.given.add(Place("H-PLACE") { $0.timeZone = "Asia/Ho_Chi_Minh" })
        let hotel = journey.given.add(Hotel("H1") { $0.place = lodging })
        self.hotel = hotel
        let delegation = journey.given.add(Delegation("DEL"))
        journey.given.add(
            Session("P-OPEN") {
                $0.place = hall
                $0.starts = hanoi("2025-10-25T09:00")
                $0.ends = hanoi("2025-10-25T10:00")
            })
        let trip = journey.trip("T1", "08:00", "08:30") { $0.delegation = delegation }
        journey.given.add(Convoy("C1") { $0.trip = trip })
        stay = journey.given.add(
            Stay("ST") {
                $0.delegation = delegation
                $0.hotel = hotel
                $0.firstNight = day("2025-10-24")
                $0.lastNight = day("2025-10-26")
            })
        order = journey.given.add(
            NoFlyOrder("NF") { [route = journey.route] in
                $0.starts = hanoi("2025-10-23T23:00")
                $0.ends = hanoi("2025-10-27T13:00")
                $0.venues = [venue]
                $0.hotels = [hotel]
                $0.routes = [route]
            })
    }

    @Test func `one order covers hall, route and hotel with an hour on both sides`() {
        #expect(journey.given.finds(theAirIsClosedAbove) == [])
    }

    @Test mutating func `it covers nothing`() {
        journey.given.change(order) {
            $0.venues = []
            $0.hotels = []
            $0.routes = []
        }
        #expect(
            journey.given.finds(theAirIsClosedAbove) == ["SEC-13:venue P-OPEN MAIN", "SEC-13:hotel ST H1", "SEC-13:route C1 R1"])
        journey.given.now = hanoi("2025-10-20T22:59").instant
        #expect(journey.given.finds(theAirIsClosedAbove) == [])
    }

    @Test mutating func `it ends with the session and not an hour later`() {
        journey.given.change(order) { $0.ends = hanoi("2025-10-25T10:59") }
        #expect(journey.given.finds(theAirIsClosedAbove) == ["SEC-13:venue P-OPEN MAIN", "SEC-13:hotel ST H1"])
    }

    @Test mutating func `a second order takes over where the first ends`() {
        journey.given.change(order) { $0.ends = hanoi("2025-10-25T09:30") }
        journey.given.add(
            NoFlyOrder("NF2") { [venue, hotel] in
                $0.starts = hanoi("2025-10-25T09:30")
                $0.ends = hanoi("2025-10-27T13:00")
                $0.venues = [venue]
                $0.hotels = [hotel]
            })
        #expect(journey.given.finds(theAirIsClosedAbove) == [])
    }

    @Test mutating func `whoever lodges without a convoy is not looked at`() {
        let other = journey.given.add(Delegation("OTHER"))
        journey.given.change(stay) { $0.delegation = other }
        journey.given.change(order) { $0.hotels = [] }
        #expect(journey.given.finds(theAirIsClosedAbove) == [])
    }
}
