import Accreditation
import House
import Ledger
import Parties
import RulebookTesting
import Protection
import Testing
import Venues

@Suite struct `PTY-10 Badges open only justified zones` {
    private var given = Given(at: "2025-10-25T01:00:00Z", kinds: houseRegister.kinds)
    private let lobby: ID<Zone>
    private let stage: ID<Zone>
    private let person: ID<Person>
    private let application: ID<Application>
    private let badge: ID<Badge>

    init() {
        let lobby = given.add(Zone("LOBBY"))
        let stage = given.add(Zone("STAGE"))
        let person = given.add(Person("P"))
        let category = given.add(Category("STAFF") { $0.zones = [lobby] })
        let application = given.add(
            Application("A") {
                $0.person = person
                $0.category = category
                $0.role = .interpreter
            })
        badge = given.add(
            Badge("B") {
                $0.person = person
                $0.category = category
                $0.application = application
                $0.state = .validated
                $0.zones = [lobby, stage]
            })
        self.lobby = lobby
        self.stage = stage
        self.person = person
        self.application = application
    }

    private mutating func shift(_ starts: String, _ ends: String, at post: ID<Post>, confirmed: Bool = true) {
        given.add(
            Shift("S") {
                $0.post = post
                $0.person = person
                $0.starts = hanoi(starts)
                $0.ends = hanoi(ends)
                $0.isVetted = true
                $0.isConfirmed = confirmed
            })
    }

    @Test func `the stage is on the badge of somebody of the lobby`() {
        #expect(given.finds(badgesOpenOnlyJustifiedZones) == ["PTY-10 B"])
    }

    @Test mutating func `the category's own zones are in order, and a draft opens nothing`() {
        given.change(badge) { $0.state = .draft }
        #expect(given.finds(badgesOpenOnlyJustifiedZones) == [])
        let zone = lobby
        given.change(badge) {
            $0.state = .validated
            $0.zones = [zone]
        }
        #expect(given.finds(badgesOpenOnlyJustifiedZones) == [])
    }

    @Test mutating func `the role justifies the stage`() {
        given.add(
            RoleAccess("INT") {
                $0.role = .interpreter
                $0.zones = [stage]
            })
        #expect(given.finds(badgesOpenOnlyJustifiedZones) == [])
        given.change(application) { $0.role = .volunteer }
        #expect(given.finds(badgesOpenOnlyJustifiedZones) == ["PTY-10 B"])
    }

    @Test mutating func `a shift justifies the zone of its post until it ends`() {
        shift("2025-10-25T07:00", "2025-10-25T12:00", at: given.add(Post("POST") { $0.zone = stage }))
        #expect(given.finds(badgesOpenOnlyJustifiedZones) == [])
        given.now = hanoi("2025-10-25T12:00").instant
        #expect(given.finds(badgesOpenOnlyJustifiedZones) == ["PTY-10 B"])
    }

    @Test mutating func `a shift justifies the zone in which its post's place lies`() {
        let place = given.add(Place("MAIN") { $0.securityZone = stage })
        shift("2025-10-26T07:00", "2025-10-26T12:00", at: given.add(Post("POST") { $0.place = place }))
        #expect(given.finds(badgesOpenOnlyJustifiedZones) == [])
    }

    @Test mutating func `a shift that the person has not confirmed justifies nothing`() {
        shift("2025-10-25T07:00", "2025-10-25T12:00", at: given.add(Post("POST") { $0.zone = stage }), confirmed: false)
        #expect(given.finds(badgesOpenOnlyJustifiedZones) == ["PTY-10 B"])
    }

    @Test mutating func `an application asks again about its own badge only`() {
        given.add(Badge("OTHER") { $0.state = .printed })
        #expect(given.asksAgain(badgesOpenOnlyJustifiedZones, after: application) { $0.role = .staff } == ["PTY-10 B"])
    }
}
