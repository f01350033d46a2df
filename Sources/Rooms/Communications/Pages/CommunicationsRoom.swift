import Communications
package import Mounting

/// The room as the house mounts it.
package let communicationsRoom = Room(
    "Communications", desks: ["COM"], kinds: communicationsKinds, rules: communicationsRules, acts: communicationsActs,
    measures: communicationsMeasures,
    refusals: [CommunicationsRefusal.self])
