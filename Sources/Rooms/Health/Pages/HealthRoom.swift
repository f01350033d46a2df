import Health
package import Mounting

/// The room as the house mounts it.
package let healthRoom = Room(
    "Health", desks: ["HLT"], kinds: healthKinds, rules: healthRules, acts: healthActs)
