package import Ledger
package import Rulebook

/// The kinds of this room.
package let gatesKinds: [Kind] = [
    Kind(Gate.self), Kind(Opening.self), Kind(OpeningDuty.self), Kind(Device.self), Kind(Passage.self), Kind(OccupancyPlan.self),
    Kind(GateTurn.self),
]

/// The rules of this room.
package let gatesRules: [Rule] = [everyOpeningHasOneOwnerAndAResponder, zonesHoldNoMoreThanIsSafe]

/// The acts in the world of this room.
package let gatesActs: [Act] = [openingGate, closingGate, admitting, notingPassage]
