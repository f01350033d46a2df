import Ledger
import Programme
import RulebookTesting
import Testing
import Venues

@Suite struct `PRG-08 Seated meals fit the hall` {
    private var given = Given.programme()
    private let hall: ID<Place>

    init() {
        hall = given.add(Place("BANQ") { $0.seatedMealCapacity = 1200 })
        given.add(
            Layout("BANQ-N") { [hall] in
                $0.place = hall
                $0.kind = .banquet
                $0.capacity = 800
            })
    }

    private mutating func gala(for guests: Int) -> ID<Session> {
        given.session("P-GALA", "18:30", "20:30", in: hall) {
            $0.kind = .banquet
            $0.expected = guests
        }
    }

    @Test mutating func `900 guests are more than the hall normally seats`() {
        _ = gala(for: 900)
        #expect(given.finds(seatedMealsFitTheHall) == ["PRG-08 P-GALA"])
    }

    @Test mutating func `800 guests fit`() {
        _ = gala(for: 800)
        #expect(given.finds(seatedMealsFitTheHall) == [])
    }

    @Test mutating func `a reception is taken standing`() {
        let session = gala(for: 900)
        given.add(
            Meal("M1") {
                $0.session = session
                $0.kind = .reception
            })
        #expect(given.finds(seatedMealsFitTheHall) == [])
    }

    @Test mutating func `more covers are ordered than guests expected`() {
        let session = gala(for: 780)
        given.add(
            Meal("M1") {
                $0.session = session
                $0.isSeated = true
                $0.covers = 820
            })
        #expect(given.finds(seatedMealsFitTheHall) == ["PRG-08 P-GALA"])
    }
}
