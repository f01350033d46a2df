package import Ledger

/// An authority, ministry, committee or subcommittee that answers for something, while it exists.
package struct Body: Entity {
    package static let slot = 1
    package static let code = "body"
    package static let file = "bodies"
    package static let fields = Fields<Body>(
        Field("kind", \.kind, .required, means: .sort),
        Field("parent", \.parent),
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("valid_from", \.validFrom, means: .starts),
        Field("valid_to", \.validTo, means: .ends),
        Field("replaced_by", \.replacedBy),
        Field("decides", \.decides),
        Field("note", \.note, means: .note))
    package static let indexes = [byParent]
    package static let byParent = Index<Body>(0) { $0.parent }

    package enum Rank: String, Choice {
        case authority, steeringCommittee = "steering_committee", standingSecretariat = "standing_secretariat", subcommittee
        case ministry, department, office, city, association, internationalOrganisation = "un_body"
        /// Police, courts, tax, customs: to whom the law or an agreement has data go.
        case publicAuthority = "public_authority"
    }

    package var heading = Heading<Body>()
    package var kind = Rank.authority
    package var parent: ID<Body>?
    package var nameVietnamese = ""
    package var nameEnglish = ""
    package var validFrom: Day?
    /// The last day on which it exists.
    package var validTo: Day?
    /// Who carries on what was asked of it once it no longer exists.
    package var replacedBy: ID<Body>?
    /// What it may decide by itself.
    package var decides: [Competence] = []
    package var note = ""

    package init() {}
}

extension Body {
    /// Whether the body exists on a day. The bodies of August are not those of October.
    package func exists(on day: Day) -> Bool {
        (validFrom ?? day) <= day && day <= (validTo ?? day)
    }

    /// Whether it is one of the committee's own bodies, made for the ceremony.
    package var isOfCommittee: Bool {
        switch kind {
        case .steeringCommittee, .standingSecretariat, .subcommittee: true
        default: false
        }
    }

    /// Whether it belongs to the host, which can give it tasks.
    package var isOfHost: Bool { kind != .internationalOrganisation }
}
