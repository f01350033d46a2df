import Ledger
package import Rulebook

/// No more people are nominated in a category than its quota.
///
/// Applications count from the day they are handed in until they are refused or withdrawn. The delegations' quotas have a
/// rule of their own under the same number.
///
/// Source: S34 (COP15 in Copenhagen, 2009: registration went on beyond what the place could hold).
package let nominationsFitTheCategory = Rule(
    "PTY-05", .stop, about: Category.self, stops: [.nominate, .approve], finds: Found.self
) { category, see in
    guard let quota = category.quota else { return }
    let nominated = see.count(Application.byCategory, category.id)
    guard nominated > quota else { return }
    see.slip(
        on: category.reference, variant: Found.category,
        facts: [Fact("category", category.id), Fact("nominated", nominated), Fact("quota", quota)],
        mend: .edit(category.id, "quota"))
}

private enum Found: String, SlipVariant {
    case category
}
