import Committee
package import Engine
import IntegrityPages
package import Ledger
package import Mounting
import Parties
package import Rulebook

/// Every kind of the house. A measure may name whatever any room can measure.
package let houseRegister = Register(
    houseRooms.flatMap(\.kinds).map { $0.code == Measure.code ? measuresOfHouse($0) : $0 },
    zoneKeeper: ZoneKeeper(Ceremony.self) { Zones.named($0.zone) }, people: Person.code)

private func measuresOfHouse(_ kind: Kind) -> Kind {
    kind.taking([MeasuredQuantity.unstated.code] + houseMeasures.map(\.code), for: Measure.fields.name(of: \Measure.quantity))
}

/// Every rule of the house.
package let houseRulebook = Rulebook(houseRooms.flatMap(\.rules))

/// Every act in the world.
package let houseActs: [Act] = houseRooms.flatMap(\.acts)

/// The house as the engine is handed it.
package let houseConstitution = Constitution.house(houseRulebook, houseActs)

/// The house as it is handed to whoever opens it to visitors.
package let mountedHouse = MountedHouse(
    houseRooms, houseConstitution, accounts: HouseAccounts(), exports: IntegrityExports(), ceremony: HouseCeremony())

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
package let houseRefusals: [any RefusalCode.Type] = houseRooms.flatMap(\.refusals)
