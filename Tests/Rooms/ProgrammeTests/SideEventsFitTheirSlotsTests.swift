import Ledger
import Programme
import RulebookTesting
import Testing
import Venues

@Suite struct `PRG-04 Side events fit their slots` {
    private var given = Given.programme()
    private let rooms: [ID<Place>]
    private let first: ID<SideEventSlot>

    init() {
        var given = Given.programme()
        rooms = (1...12).map { given.add(Place("R\($0)")) }
        let slots = [("09:00", "10:15"), ("12:00", "13:15"), ("13:30", "14:45")].enumerated().map { [rooms] number, times in
            given.add(
                SideEventSlot("SLOT-\(number + 1)") {
                    $0.starts = hanoi("2025-10-25T\(times.0)")
                    $0.ends = hanoi("2025-10-25T\(times.1)")
                    $0.rooms = rooms
                })
        }
        first = slots[0]
        self.given = given
    }

    private mutating func workshops(_ count: Int, in slot: ID<SideEventSlot>? = nil) {
        for number in 1...count {
            given.session("WS-\(number)", "09:00", "14:45") {
                $0.kind = .workshop
                $0.sideEventSlot = slot
            }
        }
    }

    @Test mutating func `38 workshops do not fit three slots of twelve rooms`() {
        workshops(38)
        #expect(given.finds(sideEventsFitTheirSlots) == ["PRG-04"])
    }

    @Test mutating func `36 workshops do`() {
        workshops(36)
        #expect(given.finds(sideEventsFitTheirSlots) == [])
    }

    @Test mutating func `high-level events take their rooms from the slot, with a place or still looking for one`() {
        workshops(32)
        given.session("P-HL", "09:00", "10:15") {
            $0.kind = .highLevelEvent
            $0.parallelCount = 4
        }
        #expect(given.finds(sideEventsFitTheirSlots) == [])
        given.session("HL-05", "09:00", "10:15", in: rooms[0]) { $0.kind = .highLevelEvent }
        #expect(given.finds(sideEventsFitTheirSlots) == ["PRG-04"])
    }

    @Test mutating func `a row for many counts as many, and a row that announces others does not count`() {
        let announced = given.session("P-WS", "09:00", "14:45") {
            $0.kind = .workshop
            $0.parallelCount = 38
        }
        #expect(given.finds(sideEventsFitTheirSlots) == ["PRG-04"])
        given.session("WS-01", "09:00", "10:15") {
            $0.kind = .workshop
            $0.partOf = announced
        }
        #expect(given.finds(sideEventsFitTheirSlots) == [])
    }

    @Test mutating func `thirteen workshops in one slot of twelve rooms`() {
        workshops(13, in: first)
        #expect(given.finds(sideEventsFitTheirSlots) == ["PRG-04:slot SLOT-1"])
    }

    @Test mutating func `another workshop asks again`() {
        workshops(2)
        let other = given.session("A", "12:00", "13:00")
        #expect(given.asksAgain(sideEventsFitTheirSlots, after: other) { $0.kind = .workshop } == ["PRG-04"])
        #expect(given.asksAgain(sideEventsFitTheirSlots, after: other) { $0.expected = 40 } == [])
    }
}
