package import Committee
package import Ledger
package import Parties

/// An order to keep a person's data past its date: why, by whom, until when.
package struct Hold: Entity {
    package static let slot = 169
    package static let code = "hold"
    package static let file = "holds"
    package static let fields = Fields<Hold>(
        Field("person", \.person, .required),
        Field("reason", \.reason).sealed,
        Field("ordered_by", \.orderedBy),
        Field("from_day", \.fromDay),
        Field("ends_on", \.endsOn))
    package static func dataSubject(of record: Hold) -> UInt32? { record.person?.number }
    package static let indexes = [byPerson]
    package static let byPerson = Index<Hold>(0) { $0.person }

    package var heading = Heading<Hold>()
    package var person: ID<Person>?
    package var reason = ""
    package var orderedBy: ID<Officer>?
    package var fromDay: Day?
    package var endsOn: Day?

    package init() {}
}

extension Hold {
    /// Whether it says why and until when: an order without either keeps nothing.
    package var isComplete: Bool { !reason.isEmpty && endsOn != nil }

    /// Whether it keeps its person's data on that day, the first and the last included.
    package func keeps(on day: Day) -> Bool { isComplete && (fromDay ?? day) <= day && day <= (endsOn ?? day) }
}

extension Picture {
    /// The orders that keep data on that day.
    package func holds(keepingOn day: Day) -> [Hold] { all(Hold.self).filter { $0.person != nil && $0.keeps(on: day) } }
}
