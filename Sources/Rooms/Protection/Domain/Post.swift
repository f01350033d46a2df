package import Gates
package import Ledger
package import Parties
package import Venues

/// A place that must be manned without a gap from one time to another.
package struct Post: Entity {
    package static let slot = 101
    package static let code = "post"
    package static let file = "posts"
    package static let fields = Fields<Post>(
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("kind", \.kind, .required, means: .sort),
        Field("unit", \.unit),
        Field("place", \.place),
        Field("zone", \.zone),
        Field("gate", \.gate),
        Field("heads", \.heads),
        Field("skills", \.skills),
        Field("manned_from", \.mannedFrom, .required, means: .starts),
        Field("manned_to", \.mannedTo, .required, means: .ends))
    package static let indexes = [byGate]
    package static let byGate = Index<Post>(0) { $0.gate }

    package enum Sort: String, Choice {
        case guardPost = "guard_post", gate, screening, patrol, lookout, protection, `protocol`, traffic
        case command, reserve, firstAid = "first_aid"
    }

    package var heading = Heading<Post>()
    package var nameVietnamese = ""
    package var nameEnglish = ""
    package var kind = Sort.guardPost
    /// The unit that mans it, under whose norm its people work.
    package var unit: ID<Unit>?
    package var place: ID<Place>?
    package var zone: ID<Zone>?
    package var gate: ID<Gate>?
    /// How many people must be there at every moment.
    package var heads = 1
    /// What each of them must be verified to be able to do.
    package var skills: [Qualification.Skill] = []
    package var mannedFrom = Moment.blank
    package var mannedTo = Moment.blank

    package init() {}
}
