package import Rulebook
import Ledger
import Venues

/// A seated meal is for no more guests than the hall normally seats at table.
///
/// The hall's normal figure is that of its banquet layout; the most it can seat (`seated_meal_capacity`) counts only where it is
/// the smaller or the only one known. A banquet counts as seated unless a meal of it says that it is taken standing. The greater
/// of the guests expected and the covers ordered counts.
///
/// Source: press of 2006, re-posted at thongtinnhatban.net (the banquet hall of the National Convention Centre in Ha Noi, 2,400 m²:
/// normally about 800 diners, 1,200 at the most).
package let seatedMealsFitTheHall = Rule("PRG-08", .fix, about: Session.self) { session, see in
    let meals = see.each(Meal.bySession, session.id)
    let isSeated = meals.isEmpty ? session.kind == .banquet : meals.contains(where: \.isSeated)
    guard isSeated, let place = see[session.place], let capacity = seatsAtTable(in: place, see),
        let guests = (meals.compactMap(\.covers) + [session.expected].compactMap(\.self)).max(), guests > capacity
    else { return }
    see.slip(
        on: session.reference,
        facts: [
            Fact("session", session.id), Fact("place", place.id), Fact("guests", guests), Fact("capacity", capacity),
            Fact("basis", .word(session.expectedBasis.rawValue)),
        ],
        mend: .edit(session.id, "expected"))
}

private func seatsAtTable(in place: Place, _ see: See) -> Int? {
    let normal = see.each(Layout.byPlace, place.id).filter { $0.kind == .banquet }.map(\.capacity)
    return (normal + [place.seatedMealCapacity].compactMap(\.self)).min()
}
