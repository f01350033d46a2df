package import Mounting
import Protocol

/// The room as the house mounts it.
package let protocolRoom = Room(
    "Protocol", desks: ["PRO"], kinds: protocolKinds, rules: protocolRules, acts: protocolActs, refusals: [ProtocolRefusal.self])
