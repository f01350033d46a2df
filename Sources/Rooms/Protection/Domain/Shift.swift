package import Gates
package import Ledger
package import Parties

/// One person at one post from one time to another.
package struct Shift: Entity {
    package static let slot = 102
    package static let code = "shift"
    package static let file = "shifts"
    package static let fields = Fields<Shift>(
        Field("post", \.post, .required),
        Field("person", \.person, .required),
        Field("starts", \.starts, .required, means: .starts),
        Field("ends", \.ends, .required, means: .ends),
        Field("vetted", \.isVetted),
        Field("trained", \.isTrained),
        Field("confirmed", \.isConfirmed))
    package static let indexes = [byPost, byPerson]
    package static let byPost = Index<Shift>(0) { $0.post }
    package static let byPerson = Index<Shift>(1) { $0.person }

    package var heading = Heading<Shift>()
    package var post: ID<Post>?
    package var person: ID<Person>?
    package var starts = Moment.blank
    package var ends = Moment.blank
    package var isVetted = false
    /// Whether the person was trained for this very post.
    package var isTrained = false
    /// Whether the person said to be coming.
    package var isConfirmed = false

    package init() {}

    /// Whether the person may be counted on.
    package var counts: Bool { isVetted && isTrained && isConfirmed }

    package var span: Span { Span(starts, ends) }
}
