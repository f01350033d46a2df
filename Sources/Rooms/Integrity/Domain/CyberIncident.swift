package import Committee
package import Ledger

/// Something that happened to an asset: what, how grave, contained when. Of systems, never of persons.
package struct CyberIncident: Entity {
    package static let slot = 165
    package static let code = "cyber_incident"
    package static let file = "cyber_incidents"
    package static let fields = Fields<CyberIncident>(
        Field("asset", \.asset, .required),
        Field("kind", \.kind, .required, means: .sort),
        Field("severity", \.severity, .required),
        Field("summary", \.summary),
        Field("seen", \.seen, .required),
        Field("contained", \.contained),
        Field("resolved", \.resolved),
        Field("officer", \.officer),
        Field("escalation", \.escalation),
        Field("touches_personal_data", \.touchesPersonalData),
        Field("authority_told", \.authorityTold),
        Field("used_fallback", \.usedFallback))
    package static let indexes = [byAsset]
    package static let byAsset = Index<CyberIncident>(0) { $0.asset }

    package enum Sort: String, Choice {
        case malware, phishing, denialOfService = "denial_of_service", intrusion, dataBreach = "data_breach", defacement, outage
    }

    package enum Level: String, Choice {
        case low, medium, high, grave
    }

    package var heading = Heading<CyberIncident>()
    package var asset: ID<Asset>?
    package var kind = Sort.blank
    package var severity = Level.blank
    /// What happened to the system; persons are not named.
    package var summary = ""
    package var seen: Moment?
    package var contained: Moment?
    package var resolved: Moment?
    package var officer: ID<Officer>?
    package var escalation: ID<Escalation>?
    package var touchesPersonalData = false
    package var authorityTold: Moment?
    package var usedFallback: ID<Fallback>?

    package init() {}
}
