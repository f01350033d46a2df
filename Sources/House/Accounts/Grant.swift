package import Engine
package import Ledger

/// What an account may do at a desk, for a time. What no grant says is not allowed.
package struct Grant: Entity {
    package static let slot = 202
    package static let code = "grant"
    package static let file = "grants"
    package static let fields = Fields<Grant>(
        Field("account", \.account, .required),
        Field("desk", \.desk),
        Field("ceiling", \.ceiling),
        Field("administers", \.administers),
        Field("audits", \.audits),
        Field("valid_from", \.validFrom, means: .starts),
        Field("valid_to", \.validTo, means: .ends))
    package static let indexes = [byAccount]
    package static let byAccount = Index<Grant>(0) { $0.account }

    package var heading = Heading<Grant>()
    package var account: ID<Account>?
    /// The desk's code, such as `PRO`; blank where the grant opens none.
    package var desk = ""
    /// The highest classification that the account may know of. Of several grants the highest counts.
    package var ceiling = Classification.public
    /// Whether it opens the administration: accounts, grants, the proof of the record.
    package var administers = false
    /// Whether it shows who has read sensitive fields.
    package var audits = false
    package var validFrom: Day?
    /// The last day of the grant.
    package var validTo: Day?

    package init() {}
}

extension Grant {
    fileprivate func isValid(on day: Day) -> Bool { (validFrom ?? day) <= day && day <= (validTo ?? day) }
}

extension Rights {
    /// What an account may do on a day: all that its grants say together. Nil where it is unknown or closed.
    package static func of(_ account: String, in picture: Picture, on day: Day) -> Rights? {
        guard let account = picture.find(Account.self, account), !account.isClosed else { return nil }
        let grants = picture.each(Grant.byAccount, account.id).filter { $0.isValid(on: day) }
        let scope = Scope(account.limits)
        // Whoever is limited to what is one party's or body's looks after nobody else's.
        return Rights(
            desks: Set(grants.map(\.desk).filter { !$0.isEmpty }),
            ceiling: grants.map(\.ceiling).max { $0.grade < $1.grade } ?? .public,
            administers: scope == nil && grants.contains(where: \.administers), audits: scope == nil && grants.contains(where: \.audits),
            scope: scope)
    }
}
