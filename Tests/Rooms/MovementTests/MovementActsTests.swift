import Ledger
import Movement
import Parties
import Rulebook
import RulebookTesting
import Testing

@Suite struct `The acts of movement` {
    private var journey = Journey()

    private func refusal<Record: Entity>(_ name: ActName, _ before: Record?, _ after: Record) -> String? {
        func row(_ record: Record) -> Row<Record> { Row(record, happened: .distantPast, sequence: 0) }
        return movementActs.first { $0.name == name }!.refusal(before.map(row), row(after), journey.given.picture)?.code
    }

    private func trip(_ status: Trip.Status, _ fill: (inout Trip) -> Void = { _ in }) -> Trip {
        Trip("T") {
            $0.status = status
            $0.leaves = hanoi("2025-10-25T08:00")
            $0.arrives = hanoi("2025-10-25T08:30")
            $0.vehicles = [ID<Vehicle>(1)]
            $0.dispatchedAt = status == .dispatched ? hanoi("2025-10-25T08:00") : nil
            fill(&$0)
        }
    }

    @Test func `a planned trip with a vehicle is dispatched once`() {
        #expect(refusal(.dispatch, trip(.planned), trip(.dispatched)) == nil)
        #expect(refusal(.dispatch, trip(.dispatched), trip(.dispatched)) == "trip_already_dispatched")
        #expect(refusal(.dispatch, trip(.cancelled), trip(.dispatched)) == "trip_cancelled")
        #expect(refusal(.dispatch, trip(.planned), trip(.planned)) == "trip_not_dispatched")
        #expect(refusal(.dispatch, nil, trip(.dispatched) { $0.arrives = $0.leaves }) == "trip_ends_before_it_begins")
        #expect(refusal(.dispatch, nil, trip(.dispatched) { $0.vehicles = [] }) == "trip_without_vehicle")
    }

    @Test func `an aircraft needs no vehicle of ours`() {
        let flight = trip(.dispatched) {
            $0.vehicles = []
            $0.kind = .specialFlight
        }
        #expect(refusal(.dispatch, nil, flight) == nil)
    }

    @Test mutating func `a convoy of a trip that takes place is admitted once`() {
        let running = journey.given.add(trip(.dispatched))
        let cancelled = journey.given.add(trip(.cancelled))
        func convoy(_ trip: ID<Trip>?, at admitted: Moment? = hanoi("2025-10-25T08:30")) -> Convoy {
            Convoy("C") {
                $0.trip = trip
                $0.admittedAt = admitted
            }
        }
        #expect(refusal(.admitConvoy, convoy(running, at: nil), convoy(running)) == nil)
        #expect(refusal(.admitConvoy, convoy(running), convoy(running)) == "convoy_already_admitted")
        #expect(refusal(.admitConvoy, nil, convoy(nil)) == "convoy_without_trip")
        #expect(refusal(.admitConvoy, nil, convoy(cancelled)) == "trip_cancelled")
        #expect(refusal(.admitConvoy, nil, convoy(running, at: nil)) == "convoy_not_admitted")
    }
}
