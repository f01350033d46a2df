import Committee
import Ledger
import Parties
import Programme
import RulebookTesting
import Venues

extension Given {
    /// A ceremony with the kinds that the programme's rules look at.
    static func programme(at now: String = "2025-10-14T00:00:00Z") -> Given {
        let others = [
            Kind(Layout.self), Kind(Office.self), Kind(Officer.self), Kind(Party.self), Kind(Person.self), Kind(Place.self),
            Kind(Qualification.self), Kind(Walk.self),
        ]
        return Given(at: now, kinds: programmeKinds + others)
    }

    /// Adds a session of the first day: `session("A", "09:00", "10:00", in: hall)`.
    @discardableResult
    mutating func session(
        _ code: String, _ starts: String = "09:00", _ ends: String = "10:00", in place: ID<Place>? = nil,
        _ fill: (inout Session) -> Void = { _ in }
    ) -> ID<Session> {
        add(
            Session(code) {
                $0.starts = hanoi("2025-10-25T\(starts)")
                $0.ends = hanoi("2025-10-25T\(ends)")
                $0.place = place
                fill(&$0)
            })
    }

    /// Adds a part in a session, named by a role code.
    @discardableResult
    mutating func appearance(
        _ code: String, of holder: String = "", in session: ID<Session>?, _ fill: (inout Appearance) -> Void = { _ in }
    ) -> ID<Appearance> {
        add(
            Appearance(code) {
                $0.holder = holder
                $0.session = session
                fill(&$0)
            })
    }
}
