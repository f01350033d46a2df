import Accreditation
package import Mounting

/// The room as the house mounts it.
package let accreditationRoom = Room(
    "Accreditation", desks: ["PTY"], kinds: accreditationKinds, rules: accreditationRules, acts: accreditationActs,
    measures: accreditationMeasures,
    refusals: [AccreditationRefusal.self])
