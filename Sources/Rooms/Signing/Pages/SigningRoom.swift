import Furniture
package import Mounting
import Signing

/// The room as the house mounts it.
package let signingRoom = Room(
    "Signing", desks: ["SGN"], kinds: signingKinds, rules: signingRules, acts: signingActs, measures: signingMeasures,
    refusals: [SigningRefusal.self],
    pages: [PageMount(SigningModel.self, title: "page.signing", key: "t")])
