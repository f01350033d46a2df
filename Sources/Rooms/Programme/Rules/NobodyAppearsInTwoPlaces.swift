package import Rulebook
import Ledger
import Parties
import Venues

/// Nobody appears in two places at once, and the walk from the one to the next is counted.
///
/// Two appearances are one person's when they name the same person, the same office, an office and the person who holds it, or
/// the same role code (`PM-VNM`). Where no walk between the two places is recorded, none is counted; a hall and the venue it lies
/// in are one place. An appearance whose session or meeting has no place or time yet, or is off, is not judged; two parts in one
/// session never clash.
///
/// Source: field practice; in the public programme of Ha Noi 2025 the chairs of the plenary meet the press while it goes on.
package let nobodyAppearsInTwoPlaces = Rule("PRG-02", .fix, about: Appearance.self, finds: Found.self) { appearance, see in
    guard let here = Stay(appearance, see) else { return }
    for other in appearances(ofWhoeverMakes: appearance, on: here.starts.day, see) where other.id > appearance.id {
        guard let there = Stay(other, see), !here.isSamePlace(as: there) else { continue }
        let (first, second) = there.starts < here.starts ? (there, here) : (here, there)
        let walk = minutes(from: first.place.id, to: second.place.id, see)
        guard second.starts.instant < first.ends.instant.adding(minutes: walk) else { continue }
        see.slip(
            on: appearance.reference, other.reference,
            variant: second.starts < first.ends ? Found.atOnce : Found.walk,
            facts: [
                Fact("who", appearance.who), Fact("first", first.appearance.occasion), Fact("second", second.appearance.occasion),
                Fact("first_place", first.place.id), Fact("second_place", second.place.id), Fact("first_ends", first.ends),
                Fact("second_starts", second.starts), Fact("walk", walk),
            ],
            mend: .edit(first.appearance.id, "ends"))
    }
}

private enum Found: String, SlipVariant {
    case atOnce = "at_once", walk
}

/// Where an appearance is, from when until when.
private struct Stay {
    let appearance: Appearance
    let place: Place
    let starts: Moment
    let ends: Moment

    init?(_ appearance: Appearance, _ see: See) {
        let session = see[appearance.session]
        let meeting = see[appearance.bilateral].flatMap { $0.isOn ? $0 : nil }
        guard let place = see[session?.place ?? meeting?.place],
            let starts = appearance.starts ?? session?.starts ?? meeting?.starts,
            let ends = appearance.ends ?? session?.ends ?? meeting?.ends
        else { return nil }
        self.appearance = appearance
        self.place = place
        self.starts = starts
        self.ends = ends
    }

    func isSamePlace(as other: Stay) -> Bool {
        place.id == other.place.id || place.venue == other.place.id || other.place.venue == place.id
    }
}

/// Everything in which the same person, the same office or the same role code appears.
private func appearances(ofWhoeverMakes appearance: Appearance, on day: Day, _ see: See) -> [Appearance] {
    var found: [Appearance] = []
    if let person = appearance.person ?? see[appearance.office]?.person {
        found += see.each(Appearance.byPerson, person)
        for office in see.each(Office.byPerson, person) where office.isHeld(on: day) {
            found += see.each(Appearance.byOffice, office.id)
        }
    }
    if let office = appearance.office { found += see.each(Appearance.byOffice, office) }
    if !appearance.holder.isEmpty {
        found += see.each(Appearance.byHolder, appearance.holder).filter { $0.holder == appearance.holder }
    }
    var known: Set<ID<Appearance>> = []
    return found.filter { other in
        (other.session != appearance.session || other.bilateral != appearance.bilateral) && known.insert(other.id).inserted
    }
}

private func minutes(from first: ID<Place>, to second: ID<Place>, _ see: See) -> Int {
    let walks = see.each(Walk.byPlace, first).filter { ($0.from == first && $0.to == second) || ($0.from == second && $0.to == first) }
    return walks.map(\.minutes).min() ?? 0
}
