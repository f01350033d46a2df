import Ledger
import Movement
import Parties
import RulebookTesting
import Testing

@Suite struct `MOV-08 Convoys are admitted as announced` {
    private var journey = Journey()
    private let convoy: ID<Convoy>

    init() {
        let car = journey.given.add(Vehicle("V1") { $0.plate = "80-NG 123-45" })
        let motorcycle = journey.given.add(Vehicle("V2") { $0.plate = "80A-000.01" })
        let trip = journey.trip("T1", "08:00", "08:30") {
            $0.vehicles = [car]
            $0.escort = [motorcycle]
        }
        convoy = journey.given.add(
            Convoy("C1") {
                $0.trip = trip
                $0.pass = "7"
                $0.passSeen = "7"
                $0.platesSeen = ["80a00001", "80 NG 12345"]
                $0.gateFrom = hanoi("2025-10-25T08:20")
                $0.gateTo = hanoi("2025-10-25T08:40")
                $0.liaison = ID<Person>(1)
                $0.liaisonConfirmedAt = hanoi("2025-10-25T08:25")
                $0.admittedAt = hanoi("2025-10-25T08:30")
            })
    }

    @Test func `its pass, its plates, its window and a word from its liaison officer`() {
        #expect(journey.given.finds(convoysAreAdmittedAsAnnounced) == [])
    }

    @Test mutating func `a flag on the car and nothing else`() {
        journey.given.change(convoy) {
            $0.passSeen = "JOKE"
            $0.platesSeen = ["80NG12345"]
            $0.gateTo = hanoi("2025-10-25T08:29")
            $0.liaisonConfirmedAt = nil
        }
        #expect(
            journey.given.finds(convoysAreAdmittedAsAnnounced)
                == ["MOV-08:liaison C1", "MOV-08:pass C1", "MOV-08:plates C1", "MOV-08:window C1"])
    }

    @Test mutating func `while it waits outside nothing is asked`() {
        journey.given.change(convoy) {
            $0.passSeen = ""
            $0.admittedAt = nil
        }
        #expect(journey.given.finds(convoysAreAdmittedAsAnnounced) == [])
    }
}
