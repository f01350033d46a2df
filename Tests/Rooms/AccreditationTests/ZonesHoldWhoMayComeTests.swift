import Accreditation
import Committee
import Ledger
import Parties
import Rulebook
import RulebookTesting
import Testing
import Venues

@Suite struct `PTY-16 Zones hold who may come` {
    private var given = Given(kinds: committeeKinds + venuesKinds + partiesKinds + accreditationKinds)
    private let zone: ID<Zone>
    private let delegates: ID<Category>
    private let media: ID<Category>

    init() {
        zone = given.add(Zone("HALL") { $0.capacity = 2 })
        delegates = given.add(Category("DEL"))
        media = given.add(Category("MED"))
        for (code, category) in [("A1", delegates), ("A2", delegates), ("A3", media)] {
            given.add(
                Application(code) {
                    $0.category = category
                    $0.state = .approved
                })
        }
    }

    @discardableResult
    private mutating func slot(
        _ code: String, _ from: String, _ to: String, _ categories: [ID<Category>], cards: Int? = nil
    ) -> ID<AccessSlot> {
        given.add(
            AccessSlot(code) {
                $0.zone = zone
                $0.starts = hanoi("2025-10-25T\(from)")
                $0.ends = hanoi("2025-10-25T\(to)")
                $0.categories = categories
                $0.cards = cards
            })
    }

    @Test mutating func `delegates and media may come in one half-hour`() {
        slot("S1", "09:00", "10:15", [delegates])
        slot("S2", "10:20", "11:00", [media])
        #expect(given.finds(zonesHoldWhoMayCome) == ["PTY-16 HALL"])
        #expect(given.slips(zonesHoldWhoMayCome).first?.facts.contains(Fact("people", 3)) == true)
    }

    @Test mutating func `they come in different half-hours`() {
        slot("S1", "09:00", "10:00", [delegates])
        slot("S2", "10:00", "11:00", [media])
        #expect(given.finds(zonesHoldWhoMayCome) == [])
    }

    @Test mutating func `a category in two slots is counted once`() {
        slot("S1", "09:00", "10:00", [delegates])
        slot("S2", "09:30", "11:00", [delegates])
        #expect(given.finds(zonesHoldWhoMayCome) == [])
    }

    @Test mutating func `secondary cards hold the crowd down`() {
        slot("S1", "09:00", "10:00", [delegates, media], cards: 2)
        #expect(given.finds(zonesHoldWhoMayCome) == [])
    }

    @Test mutating func `nobody is counted twice who needs no card`() {
        slot("S1", "09:00", "10:00", [delegates])
        slot("S2", "09:00", "10:00", [delegates], cards: 2)
        #expect(given.finds(zonesHoldWhoMayCome) == [])
    }

    @Test mutating func `a zone of which nothing is known is not judged`() {
        given.change(zone) { $0.capacity = nil }
        slot("S1", "09:00", "10:00", [delegates, media])
        #expect(given.finds(zonesHoldWhoMayCome) == [])
    }

    @Test mutating func `a nomination asks again about the zones that its category may enter`() {
        given.add(Zone("OTHER") { $0.capacity = 1 })
        slot("S1", "09:00", "10:00", [delegates])
        let application = given.add(Application("A4") { $0.category = delegates })
        #expect(given.asksAgain(zonesHoldWhoMayCome, after: application) { $0.state = .submitted } == ["PTY-16 HALL"])
    }
}
