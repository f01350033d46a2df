import Ledger
import Parties
import Programme
import Protocol
import RulebookTesting
import Testing
import Venues

@Suite struct `PRO-04 Principals have equal seats` {
    private var given = Given.ceremonial()
    private let room: ID<Place>
    private let meeting: ID<Bilateral>
    private let plan: ID<SeatPlan>
    private let guest: ID<Party>

    init() {
        let host = given.add(Party("VNM"))
        guest = given.add(Party("LAO"))
        room = given.add(
            Place("R01") {
                $0.principalSeats = 2
                $0.principalSeatsEqual = true
            })
        meeting = given.add(
            Bilateral("BM-1") { [room] in
                $0.place = room
                $0.starts = hanoi("2025-10-25T12:30")
            })
        plan = given.add(
            SeatPlan("BM-1-SEATS") { [room, meeting] in
                $0.kind = .bilateral
                $0.place = room
                $0.bilateral = meeting
                $0.host = host
                $0.arranged = hanoi("2025-10-20T09:00")
            })
        for (party, holder) in [(host, "PM-VNM"), (guest, "PRES-LAO")] {
            given.add(
                Appearance(holder) { [meeting] in
                    $0.bilateral = meeting
                    $0.holder = holder
                    $0.party = party
                    $0.isPrincipal = true
                })
        }
    }

    private mutating func inspect(_ time: String, _ result: RoomInspection.Result = .accepted) {
        given.add(
            RoomInspection("RI-1") { [room, guest] in
                $0.place = room
                $0.party = guest
                $0.inspected = hanoi(time)
                $0.result = result
            })
    }

    private mutating func seat(_ holder: String, _ kind: Seat.SeatClass) {
        given.add(
            Seat("SEAT-\(holder)") { [plan] in
                $0.plan = plan
                $0.holder = holder
                $0.seatClass = kind
                $0.isPrincipal = true
            })
    }

    @Test func `two seats for two principals, the inspection still to come`() {
        #expect(given.finds(principalsHaveEqualSeats) == [])
    }

    @Test mutating func `two presidents and one armchair`() {
        given.change(room) { $0.principalSeats = 1 }
        #expect(given.finds(principalsHaveEqualSeats) == ["PRO-04:count BM-1-SEATS"])
    }

    @Test mutating func `an armchair for the one and a sofa for the other`() {
        seat("PM-VNM", .armchair)
        seat("PRES-LAO", .sofa)
        #expect(given.finds(principalsHaveEqualSeats) == ["PRO-04:class BM-1-SEATS"])
    }

    @Test mutating func `the room's own seats are not alike`() {
        given.change(room) { $0.principalSeatsEqual = false }
        #expect(given.finds(principalsHaveEqualSeats) == ["PRO-04:class BM-1-SEATS"])
    }

    @Test mutating func `principals of one level sit alike in a session too`() {
        let session = given.opening()
        given.change(plan) {
            $0.bilateral = nil
            $0.session = session
            $0.kind = .podium
        }
        for (code, kind) in [("A", Seat.SeatClass.throne), ("B", .standardChair)] {
            let office = given.add(Office(code) { $0.level = .headOfState })
            given.add(
                Appearance("APP-\(code)") {
                    $0.session = session
                    $0.office = office
                    $0.isPrincipal = true
                })
            given.add(
                Seat("S-\(code)") { [plan] in
                    $0.plan = plan
                    $0.office = office
                    $0.isPrincipal = true
                    $0.seatClass = kind
                })
        }
        #expect(given.finds(principalsHaveEqualSeats) == ["PRO-04:class BM-1-SEATS"])
    }

    @Test mutating func `a day before, the guest's advance team has not seen the room as it stands`() {
        given.now = Instant("2025-10-24T05:30:00Z")!
        #expect(given.finds(principalsHaveEqualSeats) == ["PRO-04:inspection BM-1-SEATS LAO"])
        inspect("2025-10-18T09:00")
        #expect(given.finds(principalsHaveEqualSeats) == ["PRO-04:inspection BM-1-SEATS LAO"])
    }

    @Test(arguments: [(RoomInspection.Result.accepted, true), (.notAccepted, false), (.notAdmitted, false)])
    func `the advance team saw the room`(result: RoomInspection.Result, isRight: Bool) {
        var suite = self
        suite.given.now = Instant("2025-10-24T05:30:00Z")!
        suite.inspect("2025-10-21T09:00", result)
        #expect(suite.given.finds(principalsHaveEqualSeats).isEmpty == isRight)
    }

    @Test mutating func `opening the room asks for the inspection at once`() {
        #expect(given.asksAgain(principalsHaveEqualSeats, after: plan) { $0.opened = hanoi("2025-10-20T10:00") } == ["PRO-04 BM-1-SEATS"])
        given.change(plan) { $0.opened = hanoi("2025-10-20T10:00") }
        #expect(given.finds(principalsHaveEqualSeats) == ["PRO-04:inspection BM-1-SEATS LAO"])
    }
}
