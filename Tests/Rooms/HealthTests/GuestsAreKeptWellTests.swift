import Health
import Ledger
import Programme
import RulebookTesting
import Testing
import Venues

@Suite struct `HLT-02 Guests are kept well` {
    private var given = Given(kinds: healthKinds + [Kind(Place.self), Kind(Session.self), Kind(Meal.self)])

    private mutating func wait(_ minutes: Int, at heat: Int?) -> ID<OutdoorWait> {
        given.add(
            OutdoorWait("OW") {
                $0.minutes = minutes
                $0.heatIndex = heat
                $0.starts = hanoi("2025-10-25T07:30")
            })
    }

    /// A banquet for 900 from a kitchen that may cook 60 per cent of it.
    private mutating func banquet(sharedWith portions: [Int]) -> (meal: ID<Meal>, kitchens: [ID<Kitchen>]) {
        let session = given.add(
            Session("P-GALA") {
                $0.starts = hanoi("2025-10-25T18:30")
                $0.ends = hanoi("2025-10-25T20:30")
            })
        let place = given.add(Place("K") { $0.kind = .kitchen })
        let meal = given.add(
            Meal("GALA") {
                $0.session = session
                $0.covers = 900
                $0.kitchen = place
            })
        var kitchens: [ID<Kitchen>] = []
        for number in 1...max(portions.count, 1) {
            kitchens.append(
                given.add(
                    Kitchen("K\(number)") {
                        $0.place = number == 1 ? place : nil
                        $0.greatestShare = 60
                    }))
        }
        for (kitchen, portions) in zip(kitchens, portions) {
            given.add(
                KitchenShare("KS-\(kitchen.number)") {
                    $0.meal = meal
                    $0.kitchen = kitchen
                    $0.portions = portions
                })
        }
        return (meal, kitchens)
    }

    private mutating func sample(_ code: String, of meal: ID<Meal>, from kitchen: ID<Kitchen>, until: String) {
        given.add(
            FoodSample(code) {
                $0.meal = meal
                $0.kitchen = kitchen
                $0.taken = hanoi("2025-10-25T18:00")
                $0.keptUntil = hanoi(until)
            })
    }

    @Test mutating func `half an hour at 36 degrees, and a minute more`() {
        let wait = wait(30, at: 36)
        #expect(given.finds(guestsAreKeptWell) == [])
        given.change(wait) { $0.minutes = 31 }
        #expect(given.finds(guestsAreKeptWell) == ["HLT-02:heat OW"])
        given.change(wait) {
            $0.isShaded = true
            $0.hasWater = true
        }
        #expect(given.finds(guestsAreKeptWell) == [])
    }

    @Test mutating func `no forecast two days before`() {
        _ = wait(30, at: nil)
        #expect(given.finds(guestsAreKeptWell) == [])
        given.now = Instant("2025-10-23T00:30:00Z")!
        #expect(given.finds(guestsAreKeptWell) == ["HLT-02:no_forecast OW"])
    }

    @Test mutating func `one kitchen cooks all of it`() {
        _ = banquet(sharedWith: [])
        #expect(given.finds(guestsAreKeptWell) == ["HLT-02:share GALA K1"])
    }

    @Test mutating func `two kitchens share it, one of them too much`() {
        _ = banquet(sharedWith: [540, 360])
        #expect(given.finds(guestsAreKeptWell) == [])
        given.change(ID<KitchenShare>(1)) { $0.portions = 541 }
        #expect(given.finds(guestsAreKeptWell) == ["HLT-02:share GALA K1"])
    }

    @Test mutating func `a sample from each kitchen, kept for a day`() {
        let (meal, kitchens) = banquet(sharedWith: [450, 450])
        given.now = Instant("2025-10-25T17:00:00Z")!
        #expect(given.finds(guestsAreKeptWell) == ["HLT-02:no_sample GALA K1", "HLT-02:no_sample GALA K2"])
        sample("S1", of: meal, from: kitchens[0], until: "2025-10-26T20:30")
        sample("S2", of: meal, from: kitchens[1], until: "2025-10-26T20:00")
        #expect(given.finds(guestsAreKeptWell) == ["HLT-02:kept_too_short GALA K2"])
    }

    @Test(arguments: [(26, nil), (31, 60), (40, 30), (53, 10), (60, 0)] as [(Int, Int?)])
    func `the hotter, the shorter`(_ heat: Int, _ minutes: Int?) {
        #expect(HeatLimit.minutes(at: heat, inShadeWithWater: false) == minutes)
    }
}
