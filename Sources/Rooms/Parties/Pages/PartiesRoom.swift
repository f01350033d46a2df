import Furniture
package import Mounting
import Parties

/// The room as the house mounts it.
package let partiesRoom = Room(
    "Parties", desks: ["PTY"], kinds: partiesKinds, rules: partiesRules, acts: partiesActs, measures: partiesMeasures,
    refusals: [PartiesRefusal.self],
    pages: [PageMount(DelegationsModel.self, title: "page.delegations", key: "d")])
