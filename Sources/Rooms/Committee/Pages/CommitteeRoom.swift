import Committee
import Furniture
package import Mounting

/// The room as the house mounts it.
package let committeeRoom = Room(
    "Committee", desks: ["CMD"], kinds: committeeKinds, rules: committeeRules, acts: committeeActs, measures: committeeMeasures,
    refusals: [CommitteeRefusal.self],
    pages: [PageMount(CommitteeModel.self, title: "page.committee", key: "c")])
