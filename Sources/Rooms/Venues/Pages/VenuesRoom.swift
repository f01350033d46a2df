package import Mounting
import Venues

/// The room as the house mounts it.
package let venuesRoom = Room(
    "Venues", desks: ["SEC", "PRG"], kinds: venuesKinds, rules: venuesRules, acts: venuesActs)
