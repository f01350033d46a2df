package import Ledger

/// A domain that looks like one of the event's own and is not.
package struct LookalikeDomain: Entity {
    package static let slot = 163
    package static let code = "lookalike_domain"
    package static let file = "lookalike_domains"
    package static let fields = Fields<LookalikeDomain>(
        Field("name", \.name, .required),
        Field("imitates", \.imitates),
        Field("seen", \.seen, .required),
        Field("found_through", \.foundThrough),
        Field("is_active", \.isActive),
        Field("focal_points_told", \.focalPointsTold),
        Field("registrar_told", \.registrarTold),
        Field("taken_down", \.takenDown))
    package static let indexes = [byImitated]
    package static let byImitated = Index<LookalikeDomain>(0) { $0.imitates }

    package enum Finding: String, Choice {
        case report, certificateLog = "certificate_log", dns, brandFeed = "brand_feed"
    }

    package var heading = Heading<LookalikeDomain>()
    package var name = ""
    package var imitates: ID<Asset>?
    package var seen: Moment?
    package var foundThrough = Finding.blank
    /// Whether a page or a mail server answers there.
    package var isActive = false
    package var focalPointsTold: Moment?
    package var registrarTold: Moment?
    package var takenDown: Moment?

    package init() {}
}
