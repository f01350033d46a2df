package import Ledger
package import Parties
package import Venues

/// Something to be protected: a venue, a hotel, a delegation, a route, a system.
package struct Target: Entity {
    package static let slot = 103
    package static let code = "target"
    package static let file = "targets"
    package static let fields = Fields<Target>(
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("kind", \.kind, .required, means: .sort),
        Field("place", \.place),
        Field("delegation", \.delegation),
        Field("threats", \.threats),
        Field("risk", \.risk),
        Field("protected_from", \.protectedFrom, .required, means: .starts),
        Field("protected_to", \.protectedTo, .required, means: .ends))

    package enum Sort: String, Choice {
        case venue, hotel, airport, delegation, route, pressCentre = "press_centre", network, utility, other
    }

    package enum Risk: String, Choice {
        case unassessed, low, medium, high
    }

    package var heading = Heading<Target>()
    package var nameVietnamese = ""
    package var nameEnglish = ""
    package var kind = Sort.venue
    package var place: ID<Place>?
    package var delegation: ID<Delegation>?
    package var threats: [String] = []
    package var risk = Risk.unassessed
    package var protectedFrom = Day.blank
    package var protectedTo = Day.blank

    package init() {}
}
