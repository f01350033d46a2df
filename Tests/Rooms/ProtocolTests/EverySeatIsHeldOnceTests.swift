import Ledger
import Parties
import Programme
import Protocol
import RulebookTesting
import Testing

@Suite struct `PRO-06 Every seat is held once` {
    private var given = Given.ceremonial()
    private let session: ID<Session>
    private let plan: ID<SeatPlan>

    init() {
        session = given.opening()
        plan = given.add(SeatPlan("HALL") { [session] in $0.session = session })
    }

    @discardableResult
    private mutating func seat(_ code: String, _ number: Int, row: Int = 1, _ fill: (inout Seat) -> Void = { _ in }) -> ID<Seat> {
        given.add(
            Seat(code) { [plan] in
                $0.plan = plan
                $0.row = row
                $0.number = number
                fill(&$0)
            })
    }

    @Test mutating func `two records give one seat to two`() {
        seat("S1", 1) { $0.holder = "PM-VNM" }
        seat("S2", 1) { $0.holder = "UN-SG" }
        #expect(given.finds(everySeatIsHeldOnce) == ["PRO-06:twice HALL S1 S2"])
    }

    @Test mutating func `one holder has two seats`() {
        seat("S1", 1) { $0.holder = "PM-VNM" }
        seat("S2", 2) { $0.holder = "PM-VNM" }
        #expect(given.finds(everySeatIsHeldOnce) == ["PRO-06:holder HALL S1 S2"])
    }

    @Test mutating func `a delegation has two seats side by side`() {
        let party = given.add(Party("LAO"))
        seat("S1", 1) { $0.party = party }
        seat("S2", 2) { $0.party = party }
        #expect(given.finds(everySeatIsHeldOnce) == [])
    }

    @Test mutating func `a principal without a seat, once anybody has one`() {
        given.add(
            Appearance("A1") { [session] in
                $0.session = session
                $0.holder = "UN-SG"
                $0.isPrincipal = true
            })
        #expect(given.finds(everySeatIsHeldOnce) == [])
        seat("S1", 1) { $0.holder = "PM-VNM" }
        #expect(given.finds(everySeatIsHeldOnce) == ["PRO-06:principal HALL A1"])
        let podium = given.add(SeatPlan("PODIUM") { [session] in $0.session = session })
        given.add(
            Seat("S2") {
                $0.plan = podium
                $0.holder = "UN-SG"
            })
        #expect(given.finds(everySeatIsHeldOnce) == [])
    }

    @Test mutating func `two parties that do not sit side by side`() {
        let first = given.add(Party("AAA"))
        let second = given.add(Party("BBB"))
        let pair = given.add(
            Incompatibility("I1") {
                $0.first = first
                $0.second = second
            })
        seat("S1", 4) { $0.party = first }
        let neighbour = seat("S2", 5) { $0.party = second }
        #expect(given.finds(everySeatIsHeldOnce) == ["PRO-06:neighbours HALL S1 S2"])
        given.change(neighbour) { $0.number = 6 }
        #expect(given.finds(everySeatIsHeldOnce) == [])
        given.change(neighbour) { $0.number = 5 }
        given.change(pair) { $0.until = day("2025-10-13") }
        #expect(given.finds(everySeatIsHeldOnce) == [])
    }

    @Test mutating func `a seat asks again about its own plan`() {
        let seat = seat("S1", 1) { $0.holder = "PM-VNM" }
        given.add(SeatPlan("OTHER"))
        #expect(given.asksAgain(everySeatIsHeldOnce, after: seat) { $0.number = 2 } == ["PRO-06 HALL"])
    }
}
