import Ledger
import Programme
import RulebookTesting
import Testing
import Venues

@Suite struct `PRG-03 Attendance fits the place` {
    private var given = Given.programme()
    private let room: ID<Place>

    init() {
        room = given.add(Place("R01") { $0.capacity = 120 })
        given.add(
            Layout("R01-B") { [room] in
                $0.place = room
                $0.kind = .boardroom
                $0.capacity = 40
            })
    }

    @Test mutating func `more are expected than the room holds`() {
        given.session("WS-01", in: room) { $0.expected = 121 }
        #expect(given.finds(attendanceFitsThePlace) == ["PRG-03 WS-01"])
    }

    @Test mutating func `as many are expected as the room holds`() {
        given.session("WS-01", in: room) { $0.expected = 120 }
        #expect(given.finds(attendanceFitsThePlace) == [])
    }

    @Test mutating func `the room holds fewer in the layout of the session`() {
        given.session("WS-01", in: room) {
            $0.expected = 60
            $0.layout = .boardroom
        }
        #expect(given.finds(attendanceFitsThePlace) == ["PRG-03 WS-01"])
    }

    @Test mutating func `visitors who come and go count at the busiest moment`() {
        given.session("P-EXPO", in: room) {
            $0.expected = 1500
            $0.expectedAtOnce = 110
        }
        #expect(given.finds(attendanceFitsThePlace) == [])
    }

    @Test mutating func `a session without a place or a number is not judged`() {
        given.session("A") { $0.expected = 9000 }
        given.session("B", in: room)
        #expect(given.finds(attendanceFitsThePlace) == [])
    }
}
