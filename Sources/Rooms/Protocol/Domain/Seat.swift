package import Ledger
package import Parties
package import Programme

/// One seat of a plan and who holds it: a party, a person, an office or a role code (`holder`, such as `PM-VNM`).
package struct Seat: Entity {
    package static let slot = 72
    package static let code = "seat"
    package static let file = "seats"
    package static let fields = Fields<Seat>(
        Field("plan", \.plan, .required),
        Field("table", \.table),
        Field("row", \.row),
        Field("number", \.number, .required),
        Field("is_principal", \.isPrincipal),
        Field("seat_class", \.seatClass),
        Field("height_cm", \.height),
        Field("party", \.party, means: .party),
        Field("person", \.person),
        Field("office", \.office),
        Field("holder", \.holder),
        Field("flag", \.flag),
        Field("name_plate", \.namePlate),
        Field("is_step_free", \.isStepFree))
    package static let indexes = [byPlan, byParty, bySymbol]
    package static let byPlan = Index<Seat>(0) { $0.plan }
    package static let byParty = Index<Seat>(1) { $0.party }
    package static let bySymbol = Index<Seat>(2, each: { [$0.flag, $0.namePlate].compactMap(\.self) })

    /// What one sits on, the same for equals.
    package enum SeatClass: String, Choice {
        case standardChair = "standard_chair", armchair, sofa, throne, bench
    }

    package var heading = Heading<Seat>()
    package var plan: ID<SeatPlan>?
    /// The table's name or number; empty where there are rows.
    package var table = ""
    /// The row from the front, from 1; empty at a table.
    package var row: Int?
    /// The place in the row, from the centre aisle or the head of the table as the plan counts.
    package var number = 0
    package var isPrincipal = false
    package var seatClass = SeatClass.standardChair
    /// The height of the seat in centimetres.
    package var height: Int?
    package var party: ID<Party>?
    package var person: ID<Person>?
    package var office: ID<Office>?
    /// A code for whoever holds a role, as in an ``Appearance``.
    package var holder = ""
    /// The flag that stands at the seat.
    package var flag: ID<Symbol>?
    package var namePlate: ID<Symbol>?
    package var isStepFree = false

    package init() {}

    /// Whether anybody sits there.
    package var isHeld: Bool { party != nil || person != nil || office != nil || !holder.isEmpty }

    /// Whether the seat is that person's, as far as the appearance says who it is.
    package func isHeld(by appearance: Appearance) -> Bool {
        if let named = appearance.person, person == named { return true }
        if let named = appearance.office, office == named { return true }
        return !appearance.holder.isEmpty && holder == appearance.holder
    }
}
