import Ledger
import Movement
import RulebookTesting
import Testing

@Suite struct `MOV-10 Arrivals are agreed on` {
    private var journey = Journey(at: "2025-10-24T12:00:00Z")
    private let trip: ID<Trip>

    init() {
        trip = journey.trip("T1", "10:00", "16:00") {
            $0.kind = .specialFlight
            $0.leg = .arrival
        }
    }

    private mutating func checklist() -> ID<ArrivalChecklist> {
        journey.given.add(
            ArrivalChecklist("A1") { [trip] in
                $0.trip = trip
                $0.stairs = "airport services"
                $0.stairsLanguage = "en"
                $0.pressPen = "left of the carpet"
                $0.whoCrosses = "protocol only"
                $0.hostAgreedAt = hanoi("2025-10-23T10:00")
                $0.guestAgreedAt = hanoi("2025-10-23T11:00")
            })
    }

    @Test mutating func `there is no checklist, which is due a day before`() {
        #expect(journey.given.finds(arrivalsAreAgreedOn) == ["MOV-10:missing T1"])
        journey.given.now = hanoi("2025-10-24T15:59").instant
        #expect(journey.given.finds(arrivalsAreAgreedOn) == [])
    }

    @Test mutating func `everything is agreed`() {
        _ = checklist()
        #expect(journey.given.finds(arrivalsAreAgreedOn) == [])
    }

    @Test mutating func `the stairs' driver speaks an unknown language and neither side agreed`() {
        let checklist = checklist()
        journey.given.change(checklist) {
            $0.stairsLanguage = ""
            $0.hostAgreedAt = nil
            $0.guestAgreedAt = nil
        }
        #expect(journey.given.finds(arrivalsAreAgreedOn) == ["MOV-10:guest T1 A1", "MOV-10:host T1 A1", "MOV-10:open T1 A1"])
    }

    @Test mutating func `an airline's flight needs none`() {
        journey.given.change(trip) { $0.kind = .flight }
        #expect(journey.given.finds(arrivalsAreAgreedOn) == [])
    }
}
