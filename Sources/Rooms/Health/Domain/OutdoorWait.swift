package import Ledger
package import Parties
package import Programme
package import Venues

/// People who are planned to stand outdoors: guests at a door, an honour guard, drivers.
package struct OutdoorWait: Entity {
    package static let slot = 174
    package static let code = "outdoor_wait"
    package static let file = "outdoor_waits"
    package static let fields = Fields<OutdoorWait>(
        Field("place", \.place),
        Field("session", \.session),
        Field("delegation", \.delegation),
        Field("who_vi", \.whoVietnamese, means: .wording(in: "vi")),
        Field("who_en", \.whoEnglish, means: .wording(in: "en")),
        Field("persons", \.persons),
        Field("starts", \.starts, means: .starts),
        Field("minutes", \.minutes, .required),
        Field("heat_index_celsius", \.heatIndex),
        Field("forecast_on", \.forecastOn),
        Field("is_shaded", \.isShaded),
        Field("has_water", \.hasWater))

    package var heading = Heading<OutdoorWait>()
    package var place: ID<Place>?
    package var session: ID<Session>?
    package var delegation: ID<Delegation>?
    package var whoVietnamese = ""
    package var whoEnglish = ""
    package var persons: Int?
    package var starts: Moment?
    package var minutes = 0
    /// Forecast for that hour: degrees Celsius as they feel.
    package var heatIndex: Int?
    package var forecastOn: Day?
    package var isShaded = false
    package var hasWater = false

    package init() {}
}
