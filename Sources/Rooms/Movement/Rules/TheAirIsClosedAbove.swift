package import Rulebook
import Foundation
import Gates
import Ledger
import Lodging
import Programme
import Venues

/// Over every venue of a session, every route of a convoy and every hotel of a delegation with a convoy, a no-fly order is in force
/// for the whole time, with an hour before and after.
///
/// Orders that touch one another count as one. An order over a venue covers its halls and rooms. A hotel is covered from the midnight
/// before the first night to the noon after the last. It is due three days before the hour of margin begins. Sessions
/// without a place, cancelled trips and lodgings of the guests' own are not looked at.
///
/// Source: slip S71 (Dresden, 2013; Copenhagen, 2025: civilian drones banned for the summits); the hour and the days are an
/// assumption of this house.
package let theAirIsClosedAbove = Rule("SEC-13", .fix, finds: Found.self) { see in
    for session in see.all(Session.self) {
        guard let place = see[session.place] else { continue }
        let venues = [place.id, place.venue].compactMap { $0 }
        let orders = venues.flatMap { see.each(NoFlyOrder.byVenue, $0) }
        require(Span(session.starts, session.ends), orders, session.reference, Reference(place.id), .venue, see)
    }
    for convoy in see.all(Convoy.self) {
        guard let trip = see[convoy.trip], trip.status != .cancelled else { continue }
        if let route = trip.route {
            let orders = see.each(NoFlyOrder.byRoute, route)
            require(Span(trip.leaves, trip.arrives), orders, convoy.reference, Reference(route), .route, see)
        }
    }
    for stay in staysWithConvoys(see) {
        guard let hotel = see[stay.hotel] else { continue }
        let zone = Zones.named(see[hotel.place]?.timeZone ?? "") ?? .gmt
        let from = Moment(see.start(of: stay.firstNight), in: zone)
        let to = Moment(see.start(of: stay.lastNight.adding(days: 1)), in: zone).adding(minutes: 12 * 60)
        require(Span(from, to), see.each(NoFlyOrder.byHotel, hotel.id), stay.reference, hotel.reference, .hotel, see)
    }
}

private enum Found: String, SlipVariant {
    case venue, route, hotel
}

private let margin = 60

/// Where delegations that move in convoys sleep.
private func staysWithConvoys(_ see: See) -> [Stay] {
    let delegations = Set(see.all(Convoy.self).compactMap { see[$0.trip]?.delegation })
    return delegations.sorted().flatMap { see.each(Stay.byDelegation, $0) }
}

private func require(
    _ span: Span, _ orders: [NoFlyOrder], _ subject: Reference, _ below: Reference, _ variant: Found, _ see: See
) {
    let needed = Span(span.from.adding(minutes: -margin), span.to.adding(minutes: margin))
    guard see.hasCome(needed.from.instant.adding(minutes: -3 * 24 * 60)) else { return }
    guard !Span.merged(orders.map { Span($0.starts, $0.ends) }).contains(where: { $0.contains(needed) }) else { return }
    see.slip(
        on: subject, below, variant: variant,
        facts: [Fact("below", .record(below)), Fact("from", needed.from), Fact("to", needed.to)], mend: .add(NoFlyOrder.self))
}
