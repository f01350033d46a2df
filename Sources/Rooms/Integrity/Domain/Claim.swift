package import Committee
package import Ledger

/// A false statement about a fact of the event, as a fact and a harm: what it says is chosen from closed sets.
///
/// It holds no words, no author, no account and no address: hashes tell a sample from another, and whoever said it is nobody's
/// business here. Opinions, criticism, satire and journalism are not claims.
package struct Claim: Entity {
    package static let slot = 160
    package static let code = "claim"
    package static let file = "claims"
    package static let fields = Fields<Claim>(
        Field("about", \.about, .required),
        Field("harm", \.harm, .required),
        Field("channel", \.channel),
        Field("language", \.language, means: .language),
        Field("seen", \.seen),
        Field("sample_hash", \.sampleHash),
        Field("sample_until", \.sampleUntil),
        Field("source", \.source),
        Field("state", \.state),
        Field("reviewed_by", \.reviewedBy))
    package static let indexes = [bySource]
    package static let bySource = Index<Claim>(0) { $0.source }

    /// What of the event can be true or false: whatever is not here cannot be a claim.
    package enum EventFact: String, Choice {
        case unstated, timeOfSession = "time_of_session", placeOfSession = "place_of_session", access, safety, transport
        case registration, treatyText = "treaty_text", signatureCount = "signature_count", officialChannel = "official_channel"
    }

    package enum Harm: String, Choice {
        case unstated, toSafety = "to_safety", toAccess = "to_access", byFraud = "by_fraud", toProtocol = "to_protocol"
    }

    package enum Channel: String, Choice {
        case unknown, website, socialNetwork = "social_network", messaging, email, broadcast, paper
    }

    package enum Language: String, Choice {
        case unknown, ar, zh, en, fr, ru, es, vi, other
    }

    package enum State: String, Choice {
        case reported, accepted, corrected, outOfScope = "out_of_scope", closed
    }

    package var heading = Heading<Claim>()
    package var about = EventFact.blank
    package var harm = Harm.blank
    package var channel = Channel.blank
    package var language = Language.blank
    package var seen: Moment?
    /// SHA-256 of the redacted sample, in 64 hexadecimal digits.
    package var sampleHash = ""
    package var sampleUntil: Day?
    /// What is true according to whoever decides it.
    package var source: ID<OfficialSource>?
    package var state = State.blank
    /// A body outside security that agreed it is a claim and not an opinion.
    package var reviewedBy: ID<Body>?

    package init() {}
}
