package import Mounting
import Protection

/// The room as the house mounts it.
package let protectionRoom = Room(
    "Protection", desks: ["SEC"], kinds: protectionKinds, rules: protectionRules, acts: protectionActs, measures: protectionMeasures,
    refusals: [ProtectionRefusal.self])
