package import Ledger
package import Programme

/// How much of a meal one kitchen cooks.
package struct KitchenShare: Entity {
    package static let slot = 176
    package static let code = "kitchen_share"
    package static let file = "kitchen_shares"
    package static let fields = Fields<KitchenShare>(
        Field("meal", \.meal),
        Field("kitchen", \.kitchen),
        Field("portions", \.portions, .required))
    package static let indexes = [byMeal]
    package static let byMeal = Index<KitchenShare>(0) { $0.meal }

    package var heading = Heading<KitchenShare>()
    package var meal: ID<Meal>?
    package var kitchen: ID<Kitchen>?
    package var portions = 0

    package init() {}
}
