package import Committee
package import Ledger
package import Programme

/// A sample of what was served, kept so that an illness can be traced.
package struct FoodSample: Entity {
    package static let slot = 177
    package static let code = "food_sample"
    package static let file = "food_samples"
    package static let fields = Fields<FoodSample>(
        Field("meal", \.meal),
        Field("kitchen", \.kitchen),
        Field("dish", \.dish),
        Field("grams", \.grams),
        Field("taken", \.taken),
        Field("kept_until", \.keptUntil),
        Field("taken_by", \.takenBy))
    package static let indexes = [byMeal]
    package static let byMeal = Index<FoodSample>(0) { $0.meal }

    package var heading = Heading<FoodSample>()
    package var meal: ID<Meal>?
    package var kitchen: ID<Kitchen>?
    package var dish = ""
    package var grams: Int?
    package var taken: Moment?
    package var keptUntil: Moment?
    package var takenBy: ID<Officer>?

    package init() {}
}
