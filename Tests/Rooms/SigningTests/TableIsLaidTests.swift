import Ledger
import RulebookTesting
import Signing
import Testing

@Suite struct `SGN-10 The table is laid` {
    private var scene = SigningScene(at: "2025-10-25T02:00:00Z")

    init() {
        scene.given.change(scene.table) {
            $0.dateCard = day("2025-10-25")
            $0.dateCardPlaced = hanoi("2025-10-25T08:00")
        }
        pen("A", "2025-10-25T07:00")
        pen("B", "2025-10-24T22:00")
    }

    private mutating func pen(_ pen: String, _ tested: String) {
        scene.given.add(
            PenCheck("PEN-\(pen)-\(tested)") { [copy = scene.copy] in
                $0.copy = copy
                $0.pen = pen
                $0.tested = hanoi(tested)
            })
    }

    @Test func `two pens and a card`() {
        #expect(scene.given.finds(tableIsLaid) == [])
    }

    @Test mutating func `a pen tried more than twelve hours before does not count, nor one pen twice, nor one that fails`() {
        scene.given.change(ID<PenCheck>(2)) { $0.tested = hanoi("2025-10-24T21:59") }
        pen("A", "2025-10-25T07:30")
        #expect(scene.given.finds(tableIsLaid) == ["SGN-10:pens C1 T1"])
        pen("C", "2025-10-25T07:30")
        #expect(scene.given.finds(tableIsLaid) == [])
        scene.given.change(ID<PenCheck>(4)) { $0.writes = false }
        #expect(scene.given.finds(tableIsLaid) == ["SGN-10:pens C1 T1"])
    }

    @Test mutating func `no card, and a card with yesterday's date`() {
        scene.given.change(scene.table) { $0.dateCardPlaced = nil }
        #expect(scene.given.finds(tableIsLaid) == ["SGN-10:no_date_card T1"])
        scene.given.change(scene.table) {
            $0.dateCardPlaced = hanoi("2025-10-25T08:00")
            $0.dateCard = day("2025-10-24")
        }
        #expect(scene.given.finds(tableIsLaid) == ["SGN-10:wrong_date T1"])
    }

    @Test mutating func `nothing is due more than an hour before`() {
        scene.given.change(scene.table) { $0.dateCard = nil }
        scene.given.now = Instant("2025-10-25T01:59:00Z")!
        #expect(scene.given.finds(tableIsLaid) == [])
    }
}
