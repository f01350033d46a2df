package import Committee
package import Ledger
package import Venues

/// A control between two zones, where badges are read and people screened.
package struct Gate: Entity {
    package static let slot = 90
    package static let code = "gate"
    package static let file = "gates"
    package static let fields = Fields<Gate>(
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("kind", \.kind, .required, means: .sort),
        Field("place", \.place),
        Field("outer", \.outer, .required),
        Field("inner", \.inner, .required),
        Field("lanes", \.lanes),
        Field("rate_per_lane_hour", \.rate),
        Field("opens_minute", \.opensMinute),
        Field("closes_minute", \.closesMinute),
        Field("outer_owner", \.outerOwner),
        Field("inner_owner", \.innerOwner),
        Field("needs_protocol", \.needsProtocol),
        Field("pass_back", \.passBack))
    package static let indexes = [byInner]
    package static let byInner = Index<Gate>(0) { $0.inner }

    package enum Sort: String, Choice {
        case guests, delegates, press, staff, vehicles, service
    }

    /// What happens to a badge that is already inside.
    package enum PassBack: String, Choice {
        case soft, hard, timed
    }

    package var heading = Heading<Gate>()
    package var nameVietnamese = ""
    package var nameEnglish = ""
    package var kind = Sort.guests
    package var place: ID<Place>?
    package var outer: ID<Zone>?
    package var inner: ID<Zone>?
    package var lanes = 0
    /// Persons through one lane in an hour.
    package var rate = 0
    /// Minutes since midnight on the clocks of its place.
    package var opensMinute: Int?
    package var closesMinute: Int?
    /// Whoever answers for its outer side.
    package var outerOwner: ID<Body>?
    /// Whoever answers for its inner side.
    package var innerOwner: ID<Body>?
    /// Whether an officer of protocol stands at it while it is open.
    package var needsProtocol = false
    package var passBack = PassBack.soft

    package init() {}

    /// How many people its lanes pass in that many minutes.
    package func throughput(minutes: Int) -> Int { lanes.times(rate).times(max(0, minutes)) / 60 }
}
