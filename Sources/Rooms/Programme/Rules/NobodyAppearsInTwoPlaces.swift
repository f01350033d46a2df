package import Rulebook
import Ledger
import Parties
import Venues

/// Nobody appears in two places at once, and the walk from the one to the next is counted.
///
/// Two appearances are one person's when they name the same person, the same office, an office and the person who holds it, or
/// the same role code (`PM-VNM`). Where no walk between the two places is recorded, none is counted; a hall and the venue it lies
/// in are one place. An appearance whose session or meeting has no place or time yet, or is off, is not judged; two parts in one
/// session never clash. Where more than a few of one person's fall together, they are told together.
///
/// Source: field practice; in the public programme of Ha Noi 2025 the chairs of the plenary meet the press while it goes on.
package let nobodyAppearsInTwoPlaces = Rule("PRG-02", .fix, about: Appearance.self, finds: Found.self) { appearance, see in
    // Of all in which somebody appears the first speaks: each of them looking at each would grow with the square.
    if let person = appearance.person ?? see[appearance.office]?.person { comparePerson(person, seenFrom: appearance, see) }
    if let office = appearance.office { compareOffice(office, seenFrom: appearance, see) }
    if !appearance.holder.isEmpty {
        let alike = Dictionary(grouping: see.together(Appearance.byHolder, appearance.holder, ledBy: appearance), by: \.holder)
        for appearances in alike.values { compare(appearances.compactMap { Stay($0, see) }, see) }
    }
}

private enum Found: String, SlipVariant {
    case atOnce = "at_once", walk, many
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

    var id: ID<Appearance> { appearance.id }

    func isSamePlace(as other: Stay) -> Bool {
        place.id == other.place.id || place.venue == other.place.id || other.place.venue == place.id
    }

    /// Whether both are parts in one thing.
    func isSameOccasion(as other: Stay) -> Bool {
        appearance.session == other.appearance.session && appearance.bilateral == other.appearance.bilateral
    }
}

/// What a person does, and what is done by an office that the person holds on that day.
private func comparePerson(_ person: ID<Person>, seenFrom appearance: Appearance, _ see: See) {
    let offices = see.each(Office.byPerson, person)
    let first = ([see.first(Appearance.byPerson, person)] + offices.map { see.first(Appearance.byOffice, $0.id) }).compactMap(\.self).min()
    guard first == appearance.id else { return }
    var stays = see.each(Appearance.byPerson, person).compactMap { Stay($0, see) }
    for office in offices {
        stays += see.each(Appearance.byOffice, office.id).compactMap { Stay($0, see) }.filter { office.isHeld(on: $0.starts.day) }
    }
    compare(stays, see)
}

/// What is done by an office that nobody is known to hold on that day.
private func compareOffice(_ office: ID<Office>, seenFrom appearance: Appearance, _ see: See) {
    let appearances = see.together(Appearance.byOffice, office, ledBy: appearance)
    guard appearances.count > 1, let office = see[office] else { return }
    compare(appearances.compactMap { Stay($0, see) }.filter { office.person == nil || !office.isHeld(on: $0.starts.day) }, see)
}

private func compare(_ all: [Stay], _ see: See) {
    let stays = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    guard stays.count > 1 else { return }
    let walks = Walks(between: Set(stays.values.map(\.place.id)), see)
    func minutes(_ one: Appearance, _ other: Appearance) -> Int {
        guard let one = stays[one.id], let other = stays[other.id] else { return 0 }
        return walks.minutes(from: one.place.id, to: other.place.id)
    }
    let clashes = Clashes<Appearance, Instant>(
        from: { stays[$0.id]?.starts.instant ?? .distantPast },
        until: { stays[$0.id]?.ends.instant.adding(minutes: walks.longest) ?? .distantPast },
        group: { AnyHashable(stays[$0.id]?.place.id.number ?? 0) },
        sparing: { earlier, later in
            guard let first = stays[earlier.id], let second = stays[later.id] else { return true }
            return first.isSamePlace(as: second) || first.isSameOccasion(as: second)
                || second.starts.instant >= first.ends.instant.adding(minutes: minutes(earlier, later))
        })
    for clash in clashes.among(stays.values.map(\.appearance)) {
        switch clash {
        case .pair(let earlier, let later):
            guard let first = stays[earlier.id], let second = stays[later.id] else { continue }
            report(first, second, walk: minutes(earlier, later), see)
        case .crowd(let crowd): report(crowd, from: stays, see)
        }
    }
}

private func report(_ first: Stay, _ second: Stay, walk: Int, _ see: See) {
    see.slip(
        on: [first.appearance.reference, second.appearance.reference].sorted(),
        variant: second.starts < first.ends ? Found.atOnce : Found.walk,
        facts: [
            Fact("who", first.id < second.id ? first.appearance.who : second.appearance.who), Fact("first", first.appearance.occasion),
            Fact("second", second.appearance.occasion), Fact("first_place", first.place.id), Fact("second_place", second.place.id),
            Fact("first_ends", first.ends), Fact("second_starts", second.starts), Fact("walk", walk),
        ],
        mend: .edit(first.id, "ends"))
}

private func report(_ crowd: Crowd<Appearance>, from stays: [ID<Appearance>: Stay], _ see: See) {
    guard let first = crowd.members.first, let last = crowd.last, let from = stays[first.id]?.starts else { return }
    see.slip(
        on: crowd.named, variant: Found.many, facts: crowd.facts + [Fact("who", first.who), Fact("from", from)],
        mend: .remove(last.reference))
}

/// The walks that are known between some places.
private struct Walks {
    private var known: [Set<ID<Place>>: Int] = [:]
    private(set) var longest = 0

    init(between places: Set<ID<Place>>, _ see: See) {
        guard places.count > 1 else { return }
        for walk in places.sorted().flatMap({ see.each(Walk.byPlace, $0) }) {
            guard places.contains(walk.from), places.contains(walk.to) else { continue }
            known[[walk.from, walk.to]] = min(known[[walk.from, walk.to]] ?? walk.minutes, walk.minutes)
            longest = max(longest, walk.minutes)
        }
    }

    func minutes(from first: ID<Place>, to second: ID<Place>) -> Int { known[[first, second]] ?? 0 }
}
