package import Ledger

/// A person's role in a body for a time: who answers, signs, approves.
///
/// The same person in another role is another officer.
package struct Officer: Entity {
    package static let slot = 2
    package static let code = "officer"
    package static let file = "officers"
    package static let fields = Fields<Officer>(
        Field("person", \.person),
        Field("title_vi", \.titleVietnamese, .required, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, .required, means: .title(in: "en")),
        Field("body", \.body, .required),
        Field("role", \.role, .required),
        Field("valid_from", \.validFrom, means: .starts),
        Field("valid_to", \.validTo, means: .ends),
        Field("stands_in_for", \.standsInFor),
        Field("duty_line", \.dutyLine),
        Field("away_from", \.awayFrom, means: .starts),
        Field("away_to", \.awayTo, means: .ends))
    package static let indexes = [byBody, byStandingInFor, byPerson]
    package static let byBody = Index<Officer>(0) { $0.body }
    package static let byStandingInFor = Index<Officer>(1) { $0.standsInFor }
    package static let byPerson = Index<Officer>(2) { $0.person }

    package enum Role: String, Choice {
        case member, head, deputy, standing = "standing_member"
    }

    package var heading = Heading<Officer>()
    /// The person who holds the role; nobody where the role is named but not the person.
    package var person = PersonReference.blank
    package var titleVietnamese = ""
    package var titleEnglish = ""
    package var body: ID<Body>?
    package var role = Role.blank
    package var validFrom: Day?
    /// The last day of the role.
    package var validTo: Day?
    package var standsInFor: ID<Officer>?
    /// The office's line or call sign by which the role is reached; never a private number.
    package var dutyLine = ""
    package var awayFrom: Day?
    /// The last day of an absence.
    package var awayTo: Day?

    package init() {}
}

extension Officer {
    /// Whether the role is held on a day.
    package func isValid(on day: Day) -> Bool {
        (validFrom ?? day) <= day && day <= (validTo ?? day)
    }

    /// Whether the role can be reached on a day: held, by a known line, and not away.
    package func isReachable(on day: Day) -> Bool {
        isValid(on: day) && !dutyLine.isEmpty && !isAway(on: day)
    }

    private func isAway(on day: Day) -> Bool {
        guard awayFrom != nil || awayTo != nil else { return false }
        return (awayFrom ?? day) <= day && day <= (awayTo ?? day)
    }
}
