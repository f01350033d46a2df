package import Rulebook
import Gates
import Ledger
import Programme

/// A trip that serves a session sets off early enough: departure, the slow way there, screening and the walk end by the time its
/// passengers must sit.
///
/// The way counts with the minutes that nine of ten runs keep, segment by segment; a trip without a route counts with its own
/// planned arrival. Where the trip says nothing of a seat-by time, it is the start of the session.
///
/// Source: slip S69 (Atlanta, 1996: a pick-up booked for an hour after the match began).
package let tripsArriveInTime = Rule("MOV-01", .fix, about: Trip.self) { trip, see in
    guard trip.status != .cancelled, let session = see[trip.serves] else { return }
    let arrival = see[trip.route].map { trip.leaves.adding(minutes: slowMinutes(of: $0, see)) } ?? trip.arrives
    let seated = arrival.adding(minutes: trip.screening + trip.walk)
    let seatBy = trip.seatBy ?? session.starts
    guard seated > seatBy else { return }
    see.slip(
        on: trip.reference,
        facts: [
            Fact("trip", trip.id), Fact("session", session.id), Fact("leaves", trip.leaves), Fact("seated", seated),
            Fact("seat_by", seatBy),
        ],
        mend: .edit(trip.id, "leaves"))
}

private func slowMinutes(of route: Route, _ see: See) -> Int {
    route.segments.compactMap { see[$0]?.slowMinutes }.reduce(0, +)
}
