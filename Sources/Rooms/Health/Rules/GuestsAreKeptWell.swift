package import Rulebook
import Ledger
import Programme

/// Nobody waits outdoors beyond the heat limit; samples of every meal are kept for a day; no kitchen cooks more than its share of it.
///
/// A wait needs its forecast two days before. Samples are due when a meal begins, from each kitchen that cooks for it, and are kept for
/// 24 hours after it ends. Where no shares are recorded, the meal's one kitchen cooks all of it.
///
/// Source: slips W11, S74 (World Scout Jamboree, 2023) and S79 (World Athletics, London, 2017); Decision 1246/QĐ-BYT of 2017 (food
/// samples; the 24 hours are to be confirmed by the host's health service).
package let guestsAreKeptWell = Rule("HLT-02", .fix, finds: Found.self) { see in
    for wait in see.all(OutdoorWait.self) { judge(wait, see) }
    for meal in see.all(Meal.self) {
        guard let session = see[meal.session] else { continue }
        let shares = shares(of: meal, at: session, see)
        for share in shares { judge(share, of: meal, see) }
        if see.hasCome(session.starts.instant) {
            for share in shares { judgeSamples(from: share.kitchen, of: meal, at: session, see) }
        }
    }
}

private enum Found: String, SlipVariant {
    case noForecast = "no_forecast", heat, share, noSample = "no_sample", keptTooShort = "kept_too_short"
}

private func judge(_ wait: OutdoorWait, _ see: See) {
    let facts = [Fact("wait", wait.id), Fact("minutes", wait.minutes)]
    guard let heat = wait.heatIndex else {
        if let starts = wait.starts, see.hasCome(starts.instant.adding(minutes: -2 * 24 * 60)) {
            see.slip(on: wait.reference, variant: Found.noForecast, facts: facts, mend: .edit(wait.id, "heat_index_celsius"))
        }
        return
    }
    guard let limit = HeatLimit.minutes(at: heat, inShadeWithWater: wait.isShaded && wait.hasWater), wait.minutes > limit else { return }
    see.slip(
        on: wait.reference, variant: Found.heat, facts: facts + [Fact("heat", heat), Fact("limit", limit)],
        mend: .edit(wait.id, "minutes"))
}

/// What one kitchen cooks of a meal.
private struct Cooking {
    let kitchen: Kitchen
    /// In per cent of the meal.
    let share: Int
}

private func shares(of meal: Meal, at session: Session, _ see: See) -> [Cooking] {
    let recorded = see.each(KitchenShare.byMeal, meal.id)
    guard !recorded.isEmpty else {
        guard let place = meal.kitchen else { return [] }
        return see.each(Kitchen.byPlace, place).prefix(1).map { Cooking(kitchen: $0, share: 100) }
    }
    let portions = recorded.reduce(0) { $0 + $1.portions }
    let covers = max(meal.covers ?? session.expected ?? portions, 1)
    return recorded.compactMap { share in
        see[share.kitchen].map { Cooking(kitchen: $0, share: (share.portions * 100 + covers - 1) / covers) }
    }
}

private func judge(_ cooking: Cooking, of meal: Meal, _ see: See) {
    guard let limit = cooking.kitchen.greatestShare, cooking.share > limit else { return }
    see.slip(
        on: meal.reference, cooking.kitchen.reference, variant: Found.share,
        facts: [
            Fact("meal", meal.id), Fact("kitchen", cooking.kitchen.id), Fact("share", cooking.share), Fact("limit", limit),
        ],
        mend: .add(KitchenShare.self))
}

private func judgeSamples(from kitchen: Kitchen, of meal: Meal, at session: Session, _ see: See) {
    let samples = see.each(FoodSample.byMeal, meal.id).filter { $0.kitchen == kitchen.id && $0.taken != nil }
    let until = session.ends.instant.adding(minutes: 24 * 60)
    guard !samples.contains(where: { ($0.keptUntil?.instant ?? .distantPast) >= until }) else { return }
    see.slip(
        on: meal.reference, kitchen.reference, variant: samples.isEmpty ? Found.noSample : Found.keptTooShort,
        facts: [Fact("meal", meal.id), Fact("kitchen", kitchen.id)],
        mend: samples.first.map { .edit($0.id, "kept_until") } ?? .add(FoodSample.self))
}
