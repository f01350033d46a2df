package import Ledger
package import Rulebook

/// The kinds of this room.
package let movementKinds: [Kind] = [
    Kind(Route.self), Kind(Segment.self), Kind(RoadOrder.self), Kind(Trip.self), Kind(Convoy.self), Kind(Manifest.self),
    Kind(Refuel.self), Kind(ArrivalChecklist.self), Kind(DriverRun.self), Kind(NoFlyOrder.self),
]

/// The rules of this room.
package let movementRules: [Rule] = [
    tripsArriveInTime, vehiclesFitTheirRoute, tripsObeyRoadOrders, driversAreFitForTheirTrip, nothingServesTwoTripsAtOnce,
    convoysKeepApart, whoArrivesIsWhoBoarded, convoysAreAdmittedAsAnnounced, principalsCarsAreReady, arrivalsAreAgreedOn,
    arrivingDelegationsAreAwaited, theAirIsClosedAbove,
]

/// The acts in the world of this room.
package let movementActs: [Act] = [dispatchingTrip, arrivingTrip, cancellingTrip, reinstatingTrip, admittingConvoy]
