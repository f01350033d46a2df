package import Engine
package import Furniture
package import Ledger
package import Rulebook

/// A room as it presents itself to the house: everything of it that is listed anywhere.
package struct Room: Sendable {
    package let name: String
    /// The codes of the desks that may change its records, and that own the slips of its rules.
    package let desks: [String]
    package let kinds: [Kind]
    package let rules: [Rule]
    package let acts: [Act]
    /// What it can count, for measures to name.
    package let measures: [Quantity]
    /// The codes by which its acts are refused.
    package let refusals: [any RefusalCode.Type]
    /// Its pages, in the order of the menu.
    package let pages: [PageMount]
    /// What single pages of it load.
    package let assets: [PageAsset]
    /// What falls due there by itself.
    package let chores: [Chore]

    package init(
        _ name: String, desks: [String], kinds: [Kind], rules: [Rule] = [], acts: [Act] = [], measures: [Quantity] = [],
        refusals: [any RefusalCode.Type] = [],
        pages: [PageMount] = [], assets: [PageAsset] = [], chores: [Chore] = []
    ) {
        self.name = name
        self.desks = desks
        self.kinds = kinds
        self.rules = rules
        self.acts = acts
        self.measures = measures
        self.refusals = refusals
        self.pages = pages
        self.assets = assets
        self.chores = chores
    }
}
