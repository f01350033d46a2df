package import Ledger
package import Rulebook

/// The kinds of this room.
package let healthKinds: [Kind] = [
    Kind(MedicalPost.self), Kind(MedicalCase.self), Kind(MedicalCover.self), Kind(Hospital.self), Kind(OutdoorWait.self),
    Kind(Kitchen.self), Kind(KitchenShare.self), Kind(FoodSample.self),
]

/// The rules of this room.
package let healthRules: [Rule] = [medicalCoverIsInPlace, motorcadesHaveMedicalCover, guestsAreKeptWell]

/// The acts in the world of this room.
package let healthActs: [Act] = []
