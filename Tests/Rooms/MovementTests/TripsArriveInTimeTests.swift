import Ledger
import Movement
import Programme
import RulebookTesting
import Testing

@Suite struct `MOV-01 Trips arrive in time` {
    private var journey = Journey()
    private let trip: ID<Trip>

    init() {
        let session = journey.given.add(Session("P-OPEN") { $0.starts = hanoi("2025-10-25T09:00") })
        trip = journey.trip("T1", "08:00", "08:20") {
            $0.serves = session
            $0.screening = 10
            $0.walk = 10
        }
    }

    @Test func `forty slow minutes, ten of screening and ten on foot make nine o'clock`() {
        #expect(journey.given.finds(tripsArriveInTime) == [])
    }

    @Test mutating func `a minute more does not`() {
        journey.given.change(trip) { $0.walk = 11 }
        #expect(journey.given.finds(tripsArriveInTime) == ["MOV-01 T1"])
    }

    @Test mutating func `they must sit before the session starts`() {
        journey.given.change(trip) { $0.seatBy = hanoi("2025-10-25T08:50") }
        #expect(journey.given.finds(tripsArriveInTime) == ["MOV-01 T1"])
    }

    @Test mutating func `without a route the planned arrival counts`() {
        journey.given.change(trip) {
            $0.route = nil
            $0.arrives = hanoi("2025-10-25T08:41")
        }
        #expect(journey.given.finds(tripsArriveInTime) == ["MOV-01 T1"])
    }

    @Test mutating func `a slower segment asks again about the trips that use it`() {
        journey.trip("T2", "08:00", "08:20")
        #expect(journey.given.asksAgain(tripsArriveInTime, after: journey.first) { $0.slowMinutes = 21 } == ["MOV-01 T1"])
    }
}
