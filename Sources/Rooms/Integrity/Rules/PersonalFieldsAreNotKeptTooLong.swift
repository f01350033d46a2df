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
/// Source: Law 91/2025/QH15 on personal data protection; UN personal data protection principles, 2018.
package let personalFieldsAreNotKeptTooLong = Rule(
    "DAT-01", .stop, about: Person.self, stops: [.export, .exportList], finds: Found.self
) { person, see in
    guard let closes = see.all(Ceremony.self).first?.closes else { return }
    let due = datedFields.prefix { see.isOver(closes.adding(days: $0.days)) }
    guard !due.isEmpty else { return }
    let row = Row(person, happened: .distantPast, sequence: 0)
    let kept = due.filter { row.value($0.place) != .absent }
    guard let first = kept.first else { return }
    let holds = see.each(Hold.byPerson, person.id)
    guard !holds.contains(where: { $0.keeps(on: see.today) }) else { return }
    let facts = [Fact("person", person.id), Fact("fields", kept.count), Fact("until", closes.adding(days: first.days))]
    guard let hold = holds.first(where: { !$0.isComplete }) else {
        see.slip(on: person.reference, variant: Found.kept, facts: facts, mend: .edit(person.id, first.name))
        return
    }
    see.slip(
        on: person.reference, hold.reference, variant: Found.hold, facts: facts + [Fact("hold", hold.id)],
        mend: .edit(hold.id, hold.reason.isEmpty ? "reason" : "ends_on"))
}

private enum Found: String, SlipVariant {
    case kept, hold
}

/// A personal field that must go, and how many days after closing.
private struct DatedField {
    let place: Int
    let name: String
    let days: Int
}

/// The earliest first.
private let datedFields: [DatedField] = Kind(Person.self).columns.enumerated().compactMap { place, column in
    guard case .daysAfterClosing(let days) = column.processing?.kept else { return nil }
    return DatedField(place: place, name: column.name, days: days)
}.sorted { $0.days < $1.days }

extension Hold {
    fileprivate var isComplete: Bool { !reason.isEmpty && endsOn != nil }

    fileprivate func keeps(on day: Day) -> Bool {
        isComplete && (fromDay ?? day) <= day && day <= (endsOn ?? day)
    }
}
