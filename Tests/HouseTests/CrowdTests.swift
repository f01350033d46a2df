import Accreditation
import Committee
import Gates
import House
import Ledger
import Lodging
import Movement
import Parties
import Phrases
import Programme
import Protection
import Protocol
import Rulebook
import RulebookTesting
import Signing
import Testing
import Venues

/// Many records that are in one another's way are one slip, which names the first and says how many there are; three are three pairs.
@Suite struct `Many that clash are told together` {
    private var given = Given(at: "2025-10-25T00:00:00Z", kinds: houseRegister.kinds)
    private static let many = 12

    /// What the rule finds of three, and the one slip that it finds of many.
    private func finds(_ rule: Rule, _ add: (inout Given, Int) -> Void) throws -> (few: [String], slip: Slip, given: Given) {
        var (few, many) = (given, given)
        for number in 0..<3 { add(&few, number) }
        for number in 0..<Self.many { add(&many, number) }
        let slips = many.slips(rule).filter { $0.facts.contains { $0.name == "named" } }
        try #require(slips.count == 1, "\(many.finds(rule))")
        #expect(slips[0].subjects.count >= 10 && slips[0].subjects.count <= 12)
        #expect(slips[0].facts.contains(Fact("count", Self.many)))
        for language in Language.delivered {
            let sentence = Voice(try Phrases.delivered(language)).explanation(of: slips[0], in: many.picture)
            #expect(!sentence.contains("{") && !sentence.contains("rule."), "\(sentence)")
            #expect(sentence.contains(language == .vietnamese ? "và 2 mục khác" : "and 2 more"), "\(sentence)")
        }
        return (few.finds(rule), slips[0], many)
    }

    private func code(_ number: Int) -> String { "X\(number < 10 ? "0" : "")\(number)" }

    @Test mutating func `sessions in one place`() throws {
        let place = given.add(Place("MAIN"))
        let found = try finds(sessionsShareNoPlace) { given, number in
            given.add(
                Session(code(number)) {
                    $0.place = place
                    $0.starts = hanoi("2025-10-25T09:00")
                    $0.ends = hanoi("2025-10-25T10:00")
                })
        }
        #expect(found.few == ["PRG-01 X00 X01", "PRG-01 X00 X02", "PRG-01 X01 X02"])
        #expect(found.slip.variant == "many")
        #expect(found.slip.subjects.map(\.number) == Array(1...10))
        let sentence = Voice(try Phrases.delivered(.english)).explanation(of: found.slip, in: found.given.picture)
        #expect(sentence.hasPrefix("From 25 Oct") || sentence.hasPrefix("From "), "\(sentence)")
    }

    @Test mutating func `the row under which sessions are announced is none of them`() throws {
        let place = given.add(Place("MAIN"))
        func session(_ code: String, partOf row: ID<Session>? = nil) -> Session {
            Session(code) {
                $0.place = place
                $0.partOf = row
                $0.starts = hanoi("2025-10-25T09:00")
                $0.ends = hanoi("2025-10-25T10:00")
            }
        }
        let row = given.add(session("ROW"))
        for number in 0..<Self.many { given.add(session(code(number), partOf: row)) }
        let slips = given.slips(sessionsShareNoPlace)
        #expect(slips.count == 1)
        #expect(slips.first?.facts.contains(Fact("count", Self.many)) == true)
        #expect(slips.first?.subjects.contains(Reference(row)) == false)
    }

    @Test mutating func `appearances of one person`() throws {
        let found = try finds(nobodyAppearsInTwoPlaces) { given, number in
            let place = given.add(Place("P\(number)"))
            let session = given.add(
                Session("S\(number)") {
                    $0.place = place
                    $0.starts = hanoi("2025-10-25T09:00")
                    $0.ends = hanoi("2025-10-25T10:00")
                })
            given.add(
                Appearance(code(number)) {
                    $0.holder = "PM-VNM"
                    $0.session = session
                })
        }
        #expect(found.few == ["PRG-02:at_once X00 X01", "PRG-02:at_once X00 X02", "PRG-02:at_once X01 X02"])
    }

    @Test mutating func `people with one document`() throws {
        let found = try finds(nobodyIsNominatedTwice) { given, number in
            given.add(
                Person(code(number)) {
                    $0.familyName = Personal("Nguyễn")
                    $0.document = Personal("B1")
                })
        }
        #expect(found.few == ["PTY-07 X00 X01", "PTY-07 X00 X02", "PTY-07 X01 X02"])
    }

    @Test mutating func `badges of one person`() throws {
        let person = given.add(Person("P"))
        let found = try finds(onePersonOneBadge) { given, number in
            given.add(
                Badge(code(number)) {
                    $0.person = person
                    $0.state = .validated
                })
        }
        #expect(found.few == ["PTY-06:twice X00 X01", "PTY-06:twice X00 X02", "PTY-06:twice X01 X02"])
        #expect(found.slip.subjects.contains(Reference(person)))
    }

    @Test mutating func `trips of one car and one driver`() throws {
        let car = given.add(Vehicle("CAR"))
        let driver = given.add(Driver("DRIVER"))
        func trip(_ code: String, _ fill: (inout Trip) -> Void) -> Trip {
            Trip(code) {
                $0.leaves = hanoi("2025-10-25T09:00")
                $0.arrives = hanoi("2025-10-25T10:00")
                fill(&$0)
            }
        }
        let cars = try finds(nothingServesTwoTripsAtOnce) { given, number in given.add(trip(code(number)) { $0.vehicles = [car] }) }
        #expect(cars.few == ["MOV-05:vehicle X00 X01 CAR", "MOV-05:vehicle X00 X02 CAR", "MOV-05:vehicle X01 X02 CAR"])
        let drivers = try finds(nothingServesTwoTripsAtOnce) { given, number in given.add(trip(code(number)) { $0.drivers = [driver] }) }
        #expect(drivers.slip.variant == "drivers")
    }

    @Test mutating func `convoys at one gate and on one segment`() throws {
        let gate = given.add(Gate("GATE"))
        let gates = try finds(convoysKeepApart) { given, number in
            given.add(
                Convoy(code(number)) {
                    $0.gate = gate
                    $0.gateFrom = hanoi("2025-10-25T09:00")
                    $0.gateTo = hanoi("2025-10-25T09:10")
                })
        }
        #expect(gates.few == ["MOV-06:gate X00 X01", "MOV-06:gate X00 X02", "MOV-06:gate X01 X02"])
        let segment = given.add(
            Segment("S1") {
                $0.usualMinutes = 10
                $0.slowMinutes = 20
            })
        let route = given.add(Route("R1") { $0.segments = [segment] })
        let segments = try finds(convoysKeepApart) { given, number in
            let trip = given.add(
                Trip("T\(number)") {
                    $0.kind = .motorcade
                    $0.route = route
                    $0.leaves = hanoi("2025-10-25T09:00")
                    $0.arrives = hanoi("2025-10-25T10:00")
                })
            given.add(Convoy(code(number)) { $0.trip = trip })
        }
        #expect(segments.few == ["MOV-06:segment X00 X01", "MOV-06:segment X00 X02", "MOV-06:segment X01 X02"])
        #expect(segments.slip.subjects.last == Reference(segment))
    }

    @Test mutating func `duties at one opening`() throws {
        let opening = given.add(
            Opening("DOOR") {
                $0.guardedFrom = hanoi("2025-10-25T06:00")
                $0.guardedTo = hanoi("2025-10-25T22:00")
            })
        let found = try finds(everyOpeningHasOneOwnerAndAResponder) { given, number in
            let body = given.add(Body("B\(number)"))
            given.add(
                OpeningDuty(code(number)) {
                    $0.opening = opening
                    $0.heldBy = body
                    $0.starts = hanoi("2025-10-25T06:00")
                    $0.ends = hanoi("2025-10-25T22:00")
                })
        }
        #expect(found.few.filter { $0.hasPrefix("SEC-03:two") }.count == 3)
    }

    @Test mutating func `shifts of one person`() throws {
        let person = given.add(Person("P"))
        let found = try finds(peopleRestBetweenShifts) { given, number in
            let post = given.add(Post("POST\(number)"))
            given.add(
                Shift(code(number)) {
                    $0.person = person
                    $0.post = post
                    $0.starts = hanoi("2025-10-25T06:00")
                    $0.ends = hanoi("2025-10-25T12:00")
                })
        }
        #expect(found.few == ["SEC-02:two_posts X00 X01", "SEC-02:two_posts X00 X02", "SEC-02:two_posts X01 X02"])
    }

    private func block(_ code: String, in hotel: ID<Hotel>, of delegation: ID<Delegation>) -> RoomBlock {
        RoomBlock(code) {
            $0.hotel = hotel
            $0.floor = "7"
            $0.delegation = delegation
            $0.firstNight = day("2025-10-24")
            $0.lastNight = day("2025-10-26")
        }
    }

    @Test mutating func `blocks on one floor`() throws {
        let hotel = given.add(Hotel("H"))
        let found = try finds(roomsAllottedAreContracted) { given, number in
            let delegation = given.add(Delegation("D\(number)"))
            given.add(block(code(number), in: hotel, of: delegation))
        }
        #expect(found.few.filter { $0.hasPrefix("LOD-01:floor") }.count == 3)
    }

    @Test mutating func `blocks of two parties that are kept apart`() throws {
        let hotel = given.add(Hotel("H"))
        let parties = [given.add(Party("N")), given.add(Party("S"))]
        given.add(
            Incompatibility("N-S") {
                $0.first = parties[0]
                $0.second = parties[1]
            })
        let delegations = parties.map { party in given.add(Delegation("D\(party.number)") { $0.party = party }) }
        let found = try finds(incompatiblePartiesLodgeApart) { given, number in
            given.add(block(code(number), in: hotel, of: delegations[number % 2]))
        }
        #expect(found.few == ["LOD-03 X00 X01", "LOD-03 X01 X02"])
    }

    @Test mutating func `lines at one number of a copy`() throws {
        let copy = given.add(Copy("COPY"))
        let found = try finds(eachSignerHasItsLine) { given, number in
            let party = given.add(Party("P\(number)"))
            given.add(
                Line(code(number)) {
                    $0.copy = copy
                    $0.party = party
                    $0.number = 1
                })
        }
        #expect(found.few == ["SGN-06:shared X00 X01", "SGN-06:shared X00 X02", "SGN-06:shared X01 X02"])
    }
}
