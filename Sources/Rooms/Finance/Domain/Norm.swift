package import Committee
package import Ledger

/// The most that may be spent on one unit of an item for a class of guest (định mức), with its ground in law.
package struct Norm: Entity {
    package static let slot = 141
    package static let code = "norm"
    package static let file = "norms"
    package static let fields = Fields<Norm>(
        Field("item", \.item, .required),
        Field("name_vi", \.nameVietnamese, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, means: .title(in: "en")),
        Field("guest_class", \.guestClass),
        Field("unit", \.unit, .required),
        Field("amount_vnd", \.amount, means: .money),
        Field("scope", \.scope),
        Field("version", \.version),
        Field("valid_from", \.validFrom, means: .starts),
        Field("valid_to", \.validTo, means: .ends),
        Field("legal_reference", \.legalReference),
        Field("approved_by", \.approvedBy),
        Field("note", \.note, means: .note))
    package static let indexes = [byItem]
    package static let byItem = Index<Norm>(0) { $0.item.rawValue }

    package enum Item: String, Choice {
        case other, meals, room, mealsAndRooms = "meals_and_rooms", flowers, lounge, cars, gift, banquet, interpretation
    }

    package enum Unit: String, Choice {
        case personDay = "person_day", roomNight = "room_night", person, event, invoice
    }

    /// Whether it holds by law or was set for this event.
    package enum Scope: String, Choice {
        case unknown, law, eventFramework = "event_framework"
    }

    package var heading = Heading<Norm>()
    package var item = Item.other
    package var nameVietnamese = ""
    package var nameEnglish = ""
    package var guestClass = GuestClass.Tier.none
    package var unit = Unit.personDay
    /// For one unit; none where the law leaves it to an approval or to the invoice.
    package var amount: Int?
    package var scope = Scope.unknown
    package var version = 1
    package var validFrom: Day?
    /// The last day.
    package var validTo: Day?
    package var legalReference = ""
    /// Who set it, for a norm of the event's framework.
    package var approvedBy: ID<Body>?
    package var note = ""

    package init() {}

    package func isInForce(on day: Day) -> Bool { (validFrom ?? day) <= day && day <= (validTo ?? day) }

    /// The most that may be spent on so many persons for so many days or nights; nil where the norm has no amount.
    package func ceiling(persons: Int, days: Int) -> Int? {
        guard let amount else { return nil }
        return switch unit {
        case .personDay, .roomNight: amount.times(persons).times(days)
        case .person: amount.times(persons)
        case .event: amount
        case .invoice: nil
        }
    }

    /// Whether it covers that item.
    package func covers(_ other: Item) -> Bool {
        item == other || item == .mealsAndRooms && (other == .meals || other == .room)
    }
}
