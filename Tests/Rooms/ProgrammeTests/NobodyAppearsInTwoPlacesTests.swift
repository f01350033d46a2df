import Ledger
import Parties
import Programme
import RulebookTesting
import Testing
import Venues

@Suite struct `PRG-02 Nobody appears in two places` {
    private var given = Given.programme()
    private let hall: ID<Place>
    private let press: ID<Place>

    init() {
        hall = given.add(Place("MAIN"))
        press = given.add(Place("PRESS"))
        given.add(
            Walk("W1") { [hall, press] in
                $0.from = press
                $0.to = hall
                $0.minutes = 8
            })
    }

    @Test mutating func `the chair of the plenary meets the press while it goes on`() {
        given.appearance("A1", of: "PM-VNM", in: given.session("P-PLEN1", "14:00", "17:30", in: hall))
        given.appearance("A2", of: "PM-VNM", in: given.session("P-PRESS1", "16:30", "17:00", in: press))
        #expect(given.finds(nobodyAppearsInTwoPlaces) == ["PRG-02:at_once A1 A2"])
    }

    @Test mutating func `the chair leaves the plenary in time for the press`() {
        given.appearance("A1", of: "PM-VNM", in: given.session("P-PLEN1", "14:00", "17:30", in: hall)) {
            $0.ends = hanoi("2025-10-25T16:20")
        }
        given.appearance("A2", of: "PM-VNM", in: given.session("P-PRESS1", "16:30", "17:00", in: press))
        #expect(given.finds(nobodyAppearsInTwoPlaces) == [])
    }

    @Test mutating func `the walk between the two is longer than the pause`() {
        given.appearance("A1", of: "UN-SG", in: given.session("A", "09:00", "10:00", in: hall))
        given.appearance("A2", of: "UN-SG", in: given.session("B", "10:05", "11:00", in: press))
        #expect(given.finds(nobodyAppearsInTwoPlaces) == ["PRG-02:walk A1 A2"])
    }

    @Test mutating func `a person and the office that the person holds are one`() {
        let person = given.add(Person("PER-1"))
        let office = given.add(Office("FM-VNM") { $0.person = person })
        given.appearance("A1", in: given.session("A", "09:00", "10:00", in: hall)) { $0.office = office }
        given.appearance("A2", in: given.session("B", "09:30", "11:00", in: press)) { $0.person = person }
        #expect(given.finds(nobodyAppearsInTwoPlaces) == ["PRG-02:at_once A1 A2"])
    }

    @Test mutating func `a session and a bilateral meeting clash as two sessions do`() {
        given.appearance("A1", of: "PM-VNM", in: given.session("A", "09:00", "10:00", in: hall))
        let meeting = given.add(
            Bilateral("BM-1") { [press] in
                $0.place = press
                $0.starts = hanoi("2025-10-25T09:30")
                $0.ends = hanoi("2025-10-25T09:50")
                $0.status = .confirmed
            })
        given.appearance("A2", of: "PM-VNM", in: nil) { $0.bilateral = meeting }
        #expect(given.finds(nobodyAppearsInTwoPlaces) == ["PRG-02:at_once A1 A2"])
        given.change(meeting) { $0.status = .cancelled }
        #expect(given.finds(nobodyAppearsInTwoPlaces) == [])
    }

    @Test mutating func `two parts in one hall, or of two holders, do not clash`() {
        given.appearance("A1", of: "PM-VNM", in: given.session("A", "09:00", "10:00", in: hall))
        given.appearance("A2", of: "PM-VNM", in: given.session("B", "09:30", "11:00", in: hall))
        given.appearance("A3", of: "UN-SG", in: given.session("C", "09:30", "11:00", in: press))
        #expect(given.finds(nobodyAppearsInTwoPlaces) == [])
    }

    @Test mutating func `moving a session asks again about its holders and whoever they clash with`() {
        let plenary = given.session("P-PLEN1", "14:00", "17:30", in: hall)
        given.appearance("A1", of: "PM-VNM", in: plenary)
        given.appearance("A2", of: "PM-VNM", in: given.session("P-PRESS1", "16:30", "17:00", in: press))
        given.appearance("A3", of: "UN-OLA", in: given.session("C", "10:00", "11:00", in: press))
        let asked = given.asksAgain(nobodyAppearsInTwoPlaces, after: plenary) { $0.ends = hanoi("2025-10-25T16:00") }
        #expect(asked == ["PRG-02 A1"])
    }
}
