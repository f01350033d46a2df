package import Committee
package import Ledger
package import Parties
package import Programme
package import Venues

/// Who sits where in one room for one session or bilateral meeting: its seats are the ``Seat`` records that name it.
package struct SeatPlan: Entity {
    package static let slot = 71
    package static let code = "seat_plan"
    package static let file = "seat_plans"
    package static let fields = Fields<SeatPlan>(
        Field("kind", \.kind, .required, means: .sort),
        Field("session", \.session),
        Field("bilateral", \.bilateral),
        Field("place", \.place, .required),
        Field("host", \.host),
        Field("precedence", \.precedence),
        Field("status", \.status),
        Field("approved_by", \.approvedBy),
        Field("approved_on", \.approvedOn),
        Field("arranged", \.arranged),
        Field("opened", \.opened),
        Field("opened_by", \.openedBy))
    package static let indexes = [bySession, byBilateral]
    package static let bySession = Index<SeatPlan>(0) { $0.session }
    package static let byBilateral = Index<SeatPlan>(1) { $0.bilateral }

    package enum Sort: String, Choice {
        case hall, podium, table, bilateral
        case groupPhoto = "group_photo"
    }

    package enum Status: String, Choice {
        case draft, proposed, approved
    }

    package var heading = Heading<SeatPlan>()
    package var kind = Sort.hall
    package var session: ID<Session>?
    package var bilateral: ID<Bilateral>?
    package var place: ID<Place>?
    /// The party that receives there: its own principals need no advance team.
    package var host: ID<Party>?
    package var precedence: ID<Precedence>?
    package var status = Status.draft
    package var approvedBy: ID<Officer>?
    package var approvedOn: Day?
    /// When the furniture was last set; an inspection before it does not count.
    package var arranged: Moment?
    /// When the room was opened to its guests; empty until then.
    package var opened: Moment?
    package var openedBy: ID<Officer>?

    package init() {}
}
