import Committee
import Ledger
import Parties
package import Rulebook

/// No personal field of a person is kept past its date without a hold that has a reason and an end.
///
/// A field's date is its retention counted from the day the ceremony closes; what goes to the archive has none. A hold keeps all
/// of a person's fields, from its first day to its last, both included. A hold without reason or end keeps nothing, and is
/// named. Only the fields of persons are looked at: the restricted kinds of other rooms, copies and exports are not.
///
/// The date comes for thousands on one day, and erasing them is one act: so they are told together, by how secret they are.
///
/// Source: Law 91/2025/QH15 on personal data protection; UN personal data protection principles, 2018.
package let personalFieldsAreNotKeptTooLong = Rule("DAT-01", .stop, stops: [.export, .exportList], finds: Found.self) { see in
    guard let closes = see.all(Ceremony.self).first?.closes else { return }
    let due = datedFields.prefix { see.isOver(closes.adding(days: $0.days)) }
    guard let earliest = due.first else { return }
    let until = closes.adding(days: earliest.days)
    for (group, kept) in keptTooLong(due, see).sorted(by: { $0.key < $1.key }) {
        let people = Crowd(kept.map(\.person))
        let facts = people.facts + [Fact("fields", kept.reduce(0) { $0 + $1.fields }), Fact("until", until)]
        let since = see.start(of: until.adding(days: 1))
        guard group.hasBadHold else {
            let one = kept.count == 1 ? kept.first : nil
            see.slip(
                on: people.named, variant: one == nil ? Found.many : .kept,
                facts: facts + (one.map { [Fact("person", $0.person.id)] } ?? []), since: since, mend: .act(.eraseDue, making: Erasure.code)
            )
            continue
        }
        let named = Set(people.named)
        let holds = kept.filter { named.contains($0.person.reference) }.compactMap(\.hold)
        guard let hold = holds.first else { continue }
        let one = kept.count == 1 ? kept.first : nil
        see.slip(
            on: people.named + holds.map(\.reference), variant: one == nil ? Found.holds : .hold,
            facts: facts + [Fact("hold", hold.id)] + (one.map { [Fact("person", $0.person.id)] } ?? []), since: since,
            mend: .edit(hold.id, hold.reason.isEmpty ? "reason" : "ends_on"))
    }
}

private enum Found: String, SlipVariant {
    case kept, many, hold, holds
}

/// Whom one slip is about: those of one classification, for whoever may not know of the more secret is told of the others all the same.
private struct Group: Hashable, Comparable {
    let grade: Int
    let hasBadHold: Bool

    static func < (left: Group, right: Group) -> Bool {
        (left.grade, left.hasBadHold ? 1 : 0) < (right.grade, right.hasBadHold ? 1 : 0)
    }
}

/// Somebody of whom something is kept too long: how many fields, and the order that would keep them if it were complete.
private struct Kept {
    let person: Person
    let fields: Int
    let hold: Hold?
}

private func keptTooLong(_ due: ArraySlice<DatedField>, _ see: See) -> [Group: [Kept]] {
    var found: [Group: [Kept]] = [:]
    for person in see.all(Person.self) {
        let fields = due.count { Person.value($0.place, of: person) != .absent }
        guard fields > 0 else { continue }
        let holds = see.each(Hold.byPerson, person.id)
        guard !holds.contains(where: { $0.keeps(on: see.today) }) else { continue }
        let hold = holds.first { !$0.isComplete }
        let group = Group(grade: person.heading.classification.grade, hasBadHold: hold != nil)
        found[group, default: []].append(Kept(person: person, fields: fields, hold: hold))
    }
    return found
}

/// A personal field that must go, and how many days after closing.
private struct DatedField {
    let place: Int
    let days: Int
}

/// The earliest first.
private let datedFields: [DatedField] = Kind(Person.self).columns.enumerated().compactMap { place, column in
    guard case .daysAfterClosing(let days) = column.processing?.kept else { return nil }
    return DatedField(place: place, days: days)
}.sorted { $0.days < $1.days }
