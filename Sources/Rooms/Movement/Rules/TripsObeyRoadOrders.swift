package import Rulebook
import Gates
import Ledger
import Parties

/// No vehicle of a trip uses a road while an order keeps its class off it, and a protected convoy is through before its order lapses.
///
/// An order binds both directions of its roads, and every trip of a pair, there and back, is judged by itself. A trip's vehicles are
/// taken to be on all of its roads from the minute it leaves to the minute it arrives. A ban speaks of trucks by designed gross mass
/// and of passenger vehicles by seats: a delegation's coach is a passenger vehicle and not a bus of the public network, so it needs the
/// protection badge (phù hiệu bảo vệ), valid on the day. Police cars, ambulances and fire engines pass where the order exempts them.
/// An order that restricts forbids nobody the road; but a motorcade that sets out while any order clears its roads must arrive before
/// the last of them ends.
///
/// Buses of the network, refuse trucks, incident vehicles and army vehicles have no class here: where one of them makes a trip of the
/// ceremony, it carries the badge. Roads are compared as they are worded: segments use the words of the orders. Orders count from
/// the day they are known.
///
/// Source: hazard W09; traffic orders for 25 and 26 October 2025, published on 23 October (VnEconomy, VnExpress).
package let tripsObeyRoadOrders = Rule("MOV-03", .stop, about: Trip.self, stops: [.dispatch], finds: Found.self) { trip, see in
    guard trip.status != .cancelled, let route = see[trip.route] else { return }
    let window = Span(trip.leaves, trip.arrives)
    let orders = see.all(RoadOrder.self).filter { $0.span.overlaps(window) }
    guard !orders.isEmpty else { return }
    let roads = Set(route.segments.flatMap { see[$0]?.roads ?? [] })
    let inForce = orders.filter { !roads.isDisjoint(with: $0.roads) }
    for vehicle in (trip.vehicles + trip.escort).compactMap({ see[$0] }) {
        for order in inForce where order.forbids(vehicle, on: trip.arrives.day) { reportBan(trip, vehicle, order, roads, see) }
    }
    reportLapse(trip, inForce, see)
}

private enum Found: String, SlipVariant {
    case banned, lapses
}

private func reportBan(_ trip: Trip, _ vehicle: Vehicle, _ order: RoadOrder, _ roads: Set<String>, _ see: See) {
    see.slip(
        on: trip.reference, vehicle.reference, order.reference, variant: Found.banned,
        facts: [
            Fact("trip", trip.id), Fact("vehicle", vehicle.id), Fact("order", order.id), Fact("from", order.starts),
            Fact("to", order.ends), Fact("road", order.roads.first(where: roads.contains) ?? ""),
        ],
        mend: .edit(vehicle.id, "protection_badge"))
}

private func reportLapse(_ trip: Trip, _ orders: [RoadOrder], _ see: See) {
    let clearing = orders.filter { $0.starts <= trip.leaves && trip.leaves < $0.ends }
    guard trip.kind == .motorcade, let last = clearing.max(by: { $0.ends < $1.ends }), trip.arrives > last.ends else { return }
    see.slip(
        on: trip.reference, last.reference, variant: Found.lapses,
        facts: [Fact("trip", trip.id), Fact("order", last.id), Fact("arrives", trip.arrives), Fact("ends", last.ends)],
        mend: .edit(trip.id, "leaves"))
}
