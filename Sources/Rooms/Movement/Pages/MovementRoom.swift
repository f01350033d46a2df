package import Mounting
import Movement

/// The room as the house mounts it.
package let movementRoom = Room(
    "Movement", desks: ["MOV"], kinds: movementKinds, rules: movementRules, acts: movementActs, refusals: [MovementRefusal.self])
