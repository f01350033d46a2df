import Accreditation
import Gates
import House
import Ledger
import Parties
import RulebookTesting
import Testing

@Suite struct `PTY-14 Lost badges are revoked everywhere` {
    private var given = Given(at: "2025-10-25T03:00:00Z", kinds: houseRegister.kinds)
    private let person: ID<Person>
    private let badge: ID<Badge>
    private let device: ID<Device>

    /// Reported at 09:00 in Ha Noi, revoked at 09:02, known at the only gate by 09:05; now it is 10:00.
    init() {
        let person = given.add(Person("P"))
        let badge = given.add(
            Badge("B") {
                $0.person = person
                $0.epoch = 1
                $0.state = .revoked
                $0.revoked = hanoi("2025-10-25T09:02")
            })
        given.add(
            LostReport("R") {
                $0.badge = badge
                $0.reported = hanoi("2025-10-25T09:00")
            })
        let gate = given.add(Gate("G"))
        device = given.add(
            Device("DEV") {
                $0.gate = gate
                $0.enrolledAt = hanoi("2025-10-23T09:00")
                $0.listAsOf = hanoi("2025-10-25T09:05")
            })
        self.person = person
        self.badge = badge
    }

    @Test func `it is revoked and the gate has heard`() {
        #expect(given.finds(lostBadgesAreRevokedEverywhere) == [])
    }

    @Test mutating func `it still counts after ten minutes`() {
        given.change(badge) { $0.state = .validated }
        #expect(given.finds(lostBadgesAreRevokedEverywhere) == ["PTY-14:active R B"])
        given.now = hanoi("2025-10-25T09:09").instant
        #expect(given.finds(lostBadgesAreRevokedEverywhere) == [])
    }

    @Test mutating func `a gate holds an older list`() {
        given.change(device) { $0.listAsOf = hanoi("2025-10-25T08:55") }
        #expect(given.finds(lostBadgesAreRevokedEverywhere) == ["PTY-14:gate R B DEV"])
    }

    @Test mutating func `a device that is not in use need not hear`() {
        given.change(device) {
            $0.listAsOf = hanoi("2025-10-25T08:55")
            $0.unenrolledAt = hanoi("2025-10-25T08:56")
        }
        #expect(given.finds(lostBadgesAreRevokedEverywhere) == [])
    }

    @Test mutating func `the next badge has the same epoch`() {
        let next = given.add(
            Badge("B2") {
                $0.person = person
                $0.epoch = 1
                $0.state = .printed
            })
        #expect(given.finds(lostBadgesAreRevokedEverywhere) == ["PTY-14:epoch R B B2"])
        given.change(next) { $0.epoch = 2 }
        #expect(given.finds(lostBadgesAreRevokedEverywhere) == [])
    }

    @Test func `a gate's list asks again about the report`() {
        #expect(given.asksAgain(lostBadgesAreRevokedEverywhere, after: device) { $0.listAsOf = nil } == ["PTY-14 R"])
    }
}
