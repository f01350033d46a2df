import Gates
package import Mounting

/// The room as the house mounts it.
package let gatesRoom = Room(
    "Gates", desks: ["SEC"], kinds: gatesKinds, rules: gatesRules, acts: gatesActs, refusals: [GatesRefusal.self])
