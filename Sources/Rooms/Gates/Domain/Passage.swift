package import Accreditation
package import Committee
package import Ledger
package import Parties
package import Venues

/// One person at one gate, and what was decided. A fact: never refused when it arrives late, never deleted.
package struct Passage: Entity {
    package static let slot = 94
    package static let code = "passage"
    package static let file = "passages"
    package static let fields = Fields<Passage>(
        Field("gate", \.gate, .required),
        Field("device", \.device),
        Field("badge", \.badge),
        Field("recognised", \.recognised),
        Field("at", \.at, .required),
        Field("direction", \.direction, .required),
        Field("from_zone", \.fromZone),
        Field("into_zone", \.intoZone),
        Field("decision", \.decision, .required),
        Field("reason", \.reason),
        Field("let_in_by", \.letInBy),
        Field("offline", \.isOffline))
    package static let indexes = [byBadge, byEntered, byLeft]
    package static let byBadge = Index<Passage>(0) { $0.badge }
    /// Those who came into a zone on a day: ``ZoneDay``.
    package static let byEntered = Index<Passage>(1) { $0.moved($0.intoZone) }
    /// Those who left a zone on a day: ``ZoneDay``.
    package static let byLeft = Index<Passage>(2) { $0.moved($0.fromZone) }

    package enum Direction: String, Choice {
        case entry, exit
    }

    /// What the gate, or the officer who was called, decided.
    package enum Decision: String, Choice {
        case stop, call, admit
        /// An officer let somebody in whom the gate would not have admitted.
        case letIn = "let_in"
        /// A principal or a convoy known to protocol, who does not scan.
        case recognised
    }

    package enum Reason: String, Choice {
        case none, badSignature = "bad_signature", unknownKey = "unknown_key", otherCeremony = "other_ceremony", revoked
        case notValidated = "not_validated", notYetValid = "not_yet_valid", expired, zone, gateRule = "gate_rule"
        case passBack = "pass_back", full, staleList = "stale_list", noBadge = "no_badge"
    }

    package var heading = Heading<Passage>()
    package var gate: ID<Gate>?
    package var device: ID<Device>?
    package var badge: ID<Badge>?
    /// The person whom protocol recognised, where no badge was read.
    package var recognised: ID<Person>?
    package var at = Moment.blank
    package var direction = Direction.entry
    /// Where the person was; copied from the gate, since gates are moved and passages are not.
    package var fromZone: ID<Zone>?
    package var intoZone: ID<Zone>?
    package var decision = Decision.stop
    package var reason = Reason.none
    package var letInBy: ID<Officer>?
    /// Whether the device decided without the network.
    package var isOffline = false

    package init() {}

    /// Whether the person went through.
    package var movedSomebody: Bool {
        switch decision {
        case .admit, .letIn, .recognised: true
        case .stop, .call: false
        }
    }

    private func moved(_ zone: ID<Zone>?) -> ZoneDay? {
        guard movedSomebody, let zone else { return nil }
        return ZoneDay(zone, at.day)
    }
}

/// One zone on one day: the key under which comings and goings are counted.
package struct ZoneDay: IndexKey, Sendable {
    let zone: ID<Zone>
    let day: Day

    package init(_ zone: ID<Zone>, _ day: Day) {
        self.zone = zone
        self.day = day
    }

    package var indexBits: UInt64 { UInt64(UInt32(bitPattern: day.number)) << 32 | zone.indexBits }
}
