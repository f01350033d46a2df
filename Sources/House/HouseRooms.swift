import Accreditation
import Committee
import Communications
package import Engine
import Finance
import Gates
import Health
import Integrity
package import Ledger
import Lodging
import Movement
import Parties
import Programme
import Protection
import Protocol
import Rulebook
import Signing
import Venues

/// A room of the house as its users meet it: the kinds it keeps, and the desks whose people keep them.
package struct HouseRoom: Sendable {
    package let name: String
    package let kinds: [Kind]
    /// The codes of the desks that may change its records, and that own the slips of its rules.
    package let desks: [String]
    /// What falls due there by itself.
    package var chores: [Chore] = []
}

/// The rooms in the order of the house.
package let houseRooms: [HouseRoom] = [
    HouseRoom(name: "Committee", kinds: committeeKinds, desks: ["CMD"]),
    HouseRoom(name: "Parties", kinds: partiesKinds, desks: ["PTY"]),
    HouseRoom(name: "Accreditation", kinds: accreditationKinds, desks: ["PTY"]),
    HouseRoom(name: "Programme", kinds: programmeKinds, desks: ["PRG"]),
    HouseRoom(name: "Protocol", kinds: protocolKinds, desks: ["PRO"]),
    HouseRoom(name: "Signing", kinds: signingKinds, desks: ["SGN"]),
    HouseRoom(name: "Protection", kinds: protectionKinds, desks: ["SEC"]),
    HouseRoom(name: "Gates", kinds: gatesKinds, desks: ["SEC"]),
    HouseRoom(name: "Venues", kinds: venuesKinds, desks: ["SEC", "PRG"]),
    HouseRoom(name: "Movement", kinds: movementKinds, desks: ["MOV"]),
    HouseRoom(name: "Lodging", kinds: lodgingKinds, desks: ["LOD"]),
    HouseRoom(name: "Finance", kinds: financeKinds, desks: ["FIN"]),
    HouseRoom(name: "Health", kinds: healthKinds, desks: ["HLT"]),
    HouseRoom(name: "Communications", kinds: communicationsKinds, desks: ["COM"]),
    HouseRoom(name: "Integrity", kinds: integrityKinds, desks: ["INT", "DAT"]),
    HouseRoom(name: "House", kinds: [Kind(Waiver.self), Kind(Assignment.self)], desks: ["CMD"], chores: [stopsStand]),
    HouseRoom(
        name: "Administration", kinds: [Kind(Account.self), Kind(Grant.self), Kind(PendingAct.self), Kind(RefusedTry.self)],
        desks: [],
        chores: [proposalsWait, rightsEnd, keptTooLong]),
]

/// What falls due by itself in all rooms.
package let houseChores: [Chore] = houseRooms.flatMap(\.chores)

/// The desks of all rooms, each once, in the order of the house.
package let houseDesks: [String] = houseRooms.reduce(into: []) { desks, room in
    for desk in room.desks where !desks.contains(desk) { desks.append(desk) }
}
