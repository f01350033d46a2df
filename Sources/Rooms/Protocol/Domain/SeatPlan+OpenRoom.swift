import Ledger
package import Rulebook

extension ActName {
    /// A room is opened to its guests, who take their seats.
    package static let openRoom = ActName("open_room")
}

package let openingRoom = Act(
    .openRoom, changes: SeatPlan.self, fills: [.field(\.opened), .field(\.openedBy)], takenBackWithin: 15
) { plan, _ throws(Refusal) in
    if plan.opened != nil { throw Refusal(ProtocolRefusal.roomAlreadyOpen, [Fact("plan", plan.id)]) }
    if plan.session == nil && plan.bilateral == nil { throw Refusal(ProtocolRefusal.roomWithoutMeeting) }
} decide: { plan, doing throws(Refusal) in
    plan.opened = plan.opened ?? doing.moment
    if plan.openedBy == nil { plan.openedBy = try doing.answerable() }
}
