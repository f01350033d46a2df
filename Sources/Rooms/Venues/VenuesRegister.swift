package import Ledger
package import Rulebook

/// The kinds of this room.
package let venuesKinds: [Kind] = [Kind(Place.self), Kind(Zone.self), Kind(Layout.self), Kind(Walk.self)]

/// The rules of this room.
package let venuesRules: [Rule] = []

/// The acts in the world of this room.
package let venuesActs: [Act] = []
