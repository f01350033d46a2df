package import Ledger
package import Venues

/// Any hole in a perimeter through which somebody could come: gates, service and accessible doors, fire exits, windows.
package struct Opening: Entity {
    package static let slot = 91
    package static let code = "opening"
    package static let file = "openings"
    package static let fields = Fields<Opening>(
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("kind", \.kind, .required, means: .sort),
        Field("zone", \.zone, .required),
        Field("beyond", \.beyond),
        Field("gate", \.gate),
        Field("guarded_from", \.guardedFrom, .required, means: .starts),
        Field("guarded_to", \.guardedTo, .required, means: .ends),
        Field("lock", \.lock),
        Field("alarm", \.alarm))
    package static let indexes = [byZone]
    package static let byZone = Index<Opening>(0) { $0.zone }

    package enum Sort: String, Choice {
        case mainDoor = "main_door", serviceDoor = "service_door", accessibleDoor = "accessible_door", fireExit = "fire_exit"
        case vehicleGate = "vehicle_gate", loadingDock = "loading_dock", window, roof
    }

    package enum Lock: String, Choice {
        case unlocked, locked
    }

    package enum Alarm: String, Choice {
        case off, muted, on
    }

    package var heading = Heading<Opening>()
    package var nameVietnamese = ""
    package var nameEnglish = ""
    package var kind = Sort.mainDoor
    /// The zone that it lets into.
    package var zone: ID<Zone>?
    /// The zone on its other side.
    package var beyond: ID<Zone>?
    /// The gate that stands in it, where one does.
    package var gate: ID<Gate>?
    /// From when on somebody must answer for it without a gap.
    package var guardedFrom = Moment.blank
    package var guardedTo = Moment.blank
    package var lock = Lock.unlocked
    package var alarm = Alarm.off

    package init() {}
}
