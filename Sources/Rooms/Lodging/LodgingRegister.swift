package import Ledger
package import Rulebook

/// The kinds of this room.
package let lodgingKinds: [Kind] = [Kind(Hotel.self), Kind(RoomBlock.self), Kind(Stay.self), Kind(RoomContract.self)]

/// The rules of this room.
package let lodgingRules: [Rule] = [roomsAllottedAreContracted, delegationsAreLodgedEveryNight]

/// The acts in the world of this room.
package let lodgingActs: [Act] = []
