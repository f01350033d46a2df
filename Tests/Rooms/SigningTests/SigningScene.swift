import Foundation
import Ledger
import Parties
import Programme
import Protocol
import RulebookTesting
import Signing
import Venues

/// A treaty that is open in Ha Noi on 25 and 26 October, and a table with one copy in the main hall.
struct SigningScene {
    var given: Given
    let treaty: ID<Treaty>
    let hall: ID<Place>
    let session: ID<Session>
    let table: ID<SigningTable>
    let copy: ID<Copy>

    init(at now: String = "2025-10-14T00:00:00Z") {
        var given = Given(
            at: now,
            kinds: signingKinds + [
                Kind(Place.self), Kind(Party.self), Kind(Person.self), Kind(Office.self), Kind(Symbol.self), Kind(Session.self),
                Kind(SeatPlan.self), Kind(Seat.self),
            ])
        let venue = given.add(Place("NCC"))
        let hall = given.add(Place("MAIN") { $0.venue = venue })
        let treaty = given.add(
            Treaty("HNC") {
                $0.titleEnglish = "United Nations Convention against Cybercrime"
                $0.authenticLanguages = ["en", "fr", "es"]
                $0.openTo = .statesAndOrganisations
                $0.instruments = 40
                $0.delay = 90
                $0.laterDelay = 30
            })
        given.add(
            SigningWindow("W-HAN") {
                $0.treaty = treaty
                $0.place = venue
                $0.opens = hanoi("2025-10-25T00:00")
                $0.closes = hanoi("2025-10-27T00:00")
            })
        let session = given.add(
            Session("P-SIGN") {
                $0.starts = hanoi("2025-10-25T10:00")
                $0.ends = hanoi("2025-10-25T12:00")
                $0.place = hall
            })
        let table = given.add(
            SigningTable("T1") {
                $0.treaty = treaty
                $0.session = session
            })
        copy = given.add(
            Copy("C1") {
                $0.treaty = treaty
                $0.table = table
            })
        self.given = given
        self.treaty = treaty
        self.hall = hall
        self.session = session
        self.table = table
    }

    mutating func party(_ code: String, _ kind: Party.Sort = .memberState, of organisations: [ID<Party>] = []) -> ID<Party> {
        given.add(
            Party(code) {
                $0.kind = kind
                $0.organisations = organisations
            })
    }

    /// Somebody with an office of that level.
    mutating func person(
        _ code: String, of party: ID<Party>, _ level: Level, foreignMinister: Bool = false, interim: Bool = false, stated: Bool = false
    ) -> ID<Person> {
        let person = given.add(Person(code))
        given.add(
            Office("O-\(code)") {
                $0.person = person
                $0.party = party
                $0.level = level
                $0.isForeignMinister = foreignMinister
                $0.isInterim = interim
                $0.isInterimStated = stated
            })
        return person
    }

    @discardableResult
    mutating func intention(_ code: String, of party: ID<Party>, by signer: ID<Person>?) -> ID<Intention> {
        given.add(
            Intention(code) {
                $0.party = party
                $0.treaty = treaty
                $0.intent = .willSign
                $0.signer = signer
                $0.confirmedOn = day("2025-10-01")
            })
    }

    /// Full powers in good form, accepted.
    @discardableResult
    mutating func powers(_ code: String, of party: ID<Party>, for person: ID<Person>) -> ID<FullPowers> {
        given.add(
            FullPowers(code) {
                $0.party = party
                $0.treaty = treaty
                $0.person = person
                $0.issuerOffice = .headOfState
                $0.treatyTitle = "United Nations Convention against Cybercrime"
                $0.issuedOn = day("2025-09-15")
                $0.issuedAt = "Ha Noi"
                $0.hasSignature = true
                $0.status = .accepted
            })
    }

    @discardableResult
    mutating func slot(_ code: String, of party: ID<Party>, at position: Int, called: String? = nil) -> ID<SigningSlot> {
        given.add(
            SigningSlot(code) {
                $0.table = table
                $0.party = party
                $0.position = position
                $0.called = called.map { hanoi($0) }
            })
    }

    @discardableResult
    mutating func line(_ code: String, of party: ID<Party>, number: Int) -> ID<Line> {
        given.add(
            Line(code) {
                $0.copy = copy
                $0.party = party
                $0.number = number
            })
    }

    @discardableResult
    mutating func signature(
        _ code: String, of party: ID<Party>, by person: ID<Person>? = nil, at signed: String = "2025-10-25T10:05", on line: ID<Line>? = nil
    ) -> ID<Signature> {
        given.add(
            Signature(code) {
                $0.treaty = treaty
                $0.party = party
                $0.person = person
                $0.signed = hanoi(signed)
                $0.place = hall
                $0.copy = line == nil ? nil : copy
                $0.line = line
            })
    }
}
