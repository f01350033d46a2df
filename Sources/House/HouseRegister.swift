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
import Protocol
package import Rulebook
import Protection
import Signing
import Venues

/// Every kind of the house.
package let houseRegister = Register(
    houseRooms.flatMap(\.kinds), zoneKeeper: ZoneKeeper(Ceremony.self) { Zones.named($0.zone) }, people: Person.code)

/// Every rule of the house: those of the rooms, and those that read rooms of which neither may import the other.
package let houseRulebook = Rulebook(
    committeeRules + venuesRules + partiesRules + accreditationRules + programmeRules + protocolRules + signingRules + gatesRules
        + protectionRules + lodgingRules + movementRules + financeRules + communicationsRules + integrityRules + healthRules
        + crossRoomRules)

/// Every act in the world.
package let houseActs: [Act] =
    committeeActs + venuesActs + partiesActs + accreditationActs + programmeActs + protocolActs + signingActs + gatesActs
    + protectionActs + lodgingActs + movementActs + financeActs + communicationsActs + integrityActs + healthActs + administrationActs

/// Acts of the house itself: letting people in, erasing them, and confirming what takes two.
private let administrationActs: [Act] = [inviting, invitingAgain, erasing, erasingDue, confirming, turningDown, withdrawing]

/// The house as the engine is handed it.
package let houseConstitution = Constitution.house(houseRulebook, houseActs)

/// What only acts write.
package var houseActOnly: ActOnly { houseConstitution.actOnly }

extension Constitution {
    /// This house with these rules and acts.
    static func house(_ rulebook: Rulebook, _ acts: [Act]) -> Constitution {
        Constitution(
            houseRegister, rulebook, acts, rooms: houseRooms.map { ($0.kinds, $0.desks) }, presiding: "CMD",
            offices: HouseOffices(desks: houseDesks))
    }
}

/// Every code by which an act is refused.
package let houseRefusals: [any RefusalCode.Type] = [
    EngineRefusal.self, HouseRefusal.self, AccreditationRefusal.self, CommitteeRefusal.self, CommunicationsRefusal.self,
    FinanceRefusal.self,
    GatesRefusal.self, IntegrityRefusal.self, MovementRefusal.self, PartiesRefusal.self, ProgrammeRefusal.self,
    ProtectionRefusal.self, ProtocolRefusal.self, SigningRefusal.self,
]
