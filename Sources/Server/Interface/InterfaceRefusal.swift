/// Why a program gets no answer, before or beside what the house itself refuses: the codes that stand in `error.code`.
enum InterfaceRefusal: String, Error, CaseIterable {
    /// The body says in whose name it is, which the token says already, or is no object.
    case actor
    /// Too much of what the account asks for is under way.
    case busy
    /// What a pack holds cannot be taken as it is: `findings` says where.
    case findings
    /// A page's script asks without the token that only the house's own pages carry, or from another site.
    case form
    /// Control characters stand in what was sent.
    case illegible
    /// The journal takes nothing now.
    case journal
    /// The body is no JSON of the kind that is read here.
    case json
    /// The place is there, and is not asked in this way.
    case method
    /// The list is narrowed, searched or ordered by what tells of people, which leaves by an export alone.
    case narrowed
    /// Whoever asks must first prove again to be themselves, which they do on the pages.
    case needsProof = "needs_proof"
    case notFound = "not_found"
    /// The account may not write what the body says.
    case notYours = "not_yours"
    /// The token may read and not write.
    case scope
    /// Slips stop the act.
    case stopped
    /// There is no token, or one that has ended.
    case token
}
