import Integrity
package import Mounting

/// The room as the house mounts it.
package let integrityRoom = Room(
    "Integrity", desks: ["INT", "DAT"], kinds: integrityKinds, rules: integrityRules, acts: integrityActs, measures: integrityMeasures,
    refusals: [IntegrityRefusal.self]
)
