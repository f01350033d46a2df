import AccreditationPages
import CommitteePages
import CommunicationsPages
package import Engine
import FinancePages
import Furniture
import GatesPages
import HealthPages
import IntegrityPages
import Ledger
import LodgingPages
package import Mounting
import MovementPages
import PartiesPages
import ProgrammePages
import ProtectionPages
import ProtocolPages
import Rulebook
import SigningPages
import VenuesPages

/// The rooms in the order of the house. It is the only list of them: the register, the rulebook, the acts, the desks, the menu, the chores and
/// what tests visit are taken from it.
package let houseRooms: [Room] = [
    committeeRoom, partiesRoom, accreditationRoom, programmeRoom, protocolRoom, signingRoom, protectionRoom, gatesRoom, venuesRoom,
    movementRoom, lodgingRoom, financeRoom, healthRoom, communicationsRoom, integrityRoom, wholeHouse, administration,
]

/// What spans rooms: slips, what people decided about them, and the pages on which all rooms are seen together.
private let wholeHouse = Room(
    "House", desks: ["CMD"], kinds: [Kind(Waiver.self), Kind(Assignment.self)], rules: crossRoomRules, refusals: [HouseRefusal.self],
    pages: [
        PageMount(
            ReadinessModel.self, title: "page.readiness", key: "r", isFirst: true,
            fragments: [MountedFragment(SlipFigures.self), MountedFragment(DueActs.self)]),
        PageMount(DeskModel.self, title: "desk_home.own", key: "m", isFirst: true),
        PageMount(WallModel.self, name: "page.wall", fragments: [MountedFragment(SlipFigures.self)]),
        PageMount(SlipsModel.self, title: "page.slips", key: "s", isFirst: true),
        PageMount(form: SlipDecisionModel<Waiving>.self, name: "slip.waive.title"),
        PageMount(form: SlipDecisionModel<Assigning>.self, name: "slip.assign.title"),
    ],
    chores: [stopsStand])

/// Letting people in, erasing them, and confirming what takes two.
private let administration = Room(
    "Administration", desks: [], kinds: [Kind(Account.self), Kind(Grant.self), Kind(PendingAct.self), Kind(RefusedTry.self)],
    acts: [inviting, invitingAgain, erasing, erasingDue, confirming, turningDown, withdrawing], refusals: [EngineRefusal.self],
    chores: [proposalsWait, rightsEnd, keptTooLong])

/// What falls due by itself in all rooms.
package let houseChores: [Chore] = houseRooms.flatMap(\.chores)

/// The desks of all rooms, each once, in the order of the house.
package let houseDesks: [String] = houseRooms.reduce(into: []) { desks, room in
    for desk in room.desks where !desks.contains(desk) { desks.append(desk) }
}
