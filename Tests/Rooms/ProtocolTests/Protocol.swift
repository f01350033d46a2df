import Committee
import Ledger
import Parties
import Programme
import Protocol
import RulebookTesting
import Venues

extension Given {
    /// A ceremony with the kinds that the rules of protocol look at.
    static func ceremonial(at now: String = "2025-10-14T00:00:00Z") -> Given {
        let others = [
            Kind(Body.self), Kind(Delegation.self), Kind(Office.self), Kind(Officer.self), Kind(Party.self), Kind(Person.self),
            Kind(Place.self), Kind(Symbol.self),
        ]
        return Given(at: now, kinds: protocolKinds + programmeKinds + others)
    }

    /// Adds the opening session on 25 October at 09:00.
    mutating func opening() -> ID<Session> {
        add(
            Session("P-OPEN") {
                $0.starts = hanoi("2025-10-25T09:00")
                $0.ends = hanoi("2025-10-25T10:00")
            })
    }
}
