package import Committee
package import Ledger

/// A system, domain, network or official account on which the event rests.
package struct Asset: Entity {
    package static let slot = 164
    package static let code = "asset"
    package static let file = "assets"
    package static let fields = Fields<Asset>(
        Field("kind", \.kind, .required, means: .sort),
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("address", \.address),
        Field("is_official", \.isOfficial),
        Field("is_critical", \.isCritical),
        Field("officer", \.officer),
        Field("supplier", \.supplier),
        Field("changed", \.changed),
        Field("depends_on", \.dependsOn))
    package static let indexes = [byKind]
    package static let byKind = Index<Asset>(0) { $0.kind }

    package enum Sort: String, Choice, IndexKey {
        case software, domain, website, mail, network, equipment, officialAccount = "official_account", dataStore = "data_store"
    }

    package var heading = Heading<Asset>()
    package var kind = Sort.blank
    package var nameVietnamese = ""
    package var nameEnglish = ""
    /// The domain, page or network by which it is reached: `hanoiconvention.org`.
    package var address = ""
    /// Whether the host speaks through it and invitations may point at it.
    package var isOfficial = false
    /// Whether the ceremony stops or goes wrong without it.
    package var isCritical = false
    package var officer: ID<Officer>?
    package var supplier = ""
    /// When its software, setting or network last changed.
    package var changed: Moment?
    package var dependsOn: [ID<Asset>] = []

    package init() {}
}
