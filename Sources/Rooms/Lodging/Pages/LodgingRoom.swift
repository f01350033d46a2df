import Lodging
package import Mounting

/// The room as the house mounts it.
package let lodgingRoom = Room(
    "Lodging", desks: ["LOD"], kinds: lodgingKinds, rules: lodgingRules, acts: lodgingActs, measures: lodgingMeasures)
