import Accreditation
import Gates
import Ledger
import RulebookTesting
import Protection
import Testing
import Venues

@Suite struct `SEC-07 Zones declared secure are secure` {
    private var given = Given(
        at: "2025-10-25T00:00:00Z",
        kinds: [
            Kind(Zone.self), Kind(Opening.self), Kind(Key.self), Kind(Sweep.self), Kind(Passage.self), Kind(SecureDeclaration.self),
        ])
    private let hall: ID<Zone>
    private let door: ID<Opening>
    private let key: ID<Key>
    private let sweep: ID<Sweep>
    private let declaration: ID<SecureDeclaration>

    init() {
        let hall = given.add(Zone("HALL"))
        self.hall = hall
        door = given.add(
            Opening("D1") {
                $0.zone = hall
                $0.lock = .locked
                $0.alarm = .on
            })
        key = given.add(Key("K1") { $0.zone = hall })
        sweep = given.add(
            Sweep("SW1") {
                $0.zone = hall
                $0.started = hanoi("2025-10-24T20:00")
                $0.ended = hanoi("2025-10-24T22:00")
                $0.isClear = true
            })
        declaration = given.add(
            SecureDeclaration("SEC") {
                $0.zone = hall
                $0.declaredAt = hanoi("2025-10-24T22:10")
            })
    }

    private mutating func entry(_ time: String) {
        given.add(
            Passage("E1") { [hall] in
                $0.at = hanoi(time)
                $0.decision = .letIn
                $0.intoZone = hall
            })
    }

    @Test mutating func `locked, alarmed, keys back, swept, and nobody came in since`() {
        entry("2025-10-24T21:00")
        #expect(given.finds(zonesDeclaredSecureAreSecure) == [])
    }

    @Test mutating func `a door is unlocked and its alarm muted`() {
        given.change(door) {
            $0.lock = .unlocked
            $0.alarm = .muted
        }
        #expect(given.finds(zonesDeclaredSecureAreSecure) == ["SEC-07:alarm SEC D1", "SEC-07:unlocked SEC D1"])
    }

    @Test mutating func `a key is out`() {
        given.change(key) { $0.takenAt = hanoi("2025-10-24T18:00") }
        #expect(given.finds(zonesDeclaredSecureAreSecure) == ["SEC-07:key SEC K1"])
    }

    @Test mutating func `a key came back but another was lost`() {
        given.change(key) {
            $0.takenAt = hanoi("2025-10-24T18:00")
            $0.returnedAt = hanoi("2025-10-24T19:00")
        }
        #expect(given.finds(zonesDeclaredSecureAreSecure) == [])
        given.change(key) { $0.isLost = true }
        #expect(given.finds(zonesDeclaredSecureAreSecure) == ["SEC-07:key SEC K1"])
    }

    @Test mutating func `the last sweep found something`() {
        given.change(sweep) { $0.isClear = false }
        #expect(given.finds(zonesDeclaredSecureAreSecure) == ["SEC-07:sweep SEC"])
    }

    @Test mutating func `somebody came in after the sweep`() {
        entry("2025-10-25T05:00")
        #expect(given.finds(zonesDeclaredSecureAreSecure) == ["SEC-07:entry SEC E1"])
    }

    @Test mutating func `once it is lifted nothing is asked`() {
        entry("2025-10-25T05:00")
        given.change(declaration) { $0.liftedAt = hanoi("2025-10-25T04:30") }
        #expect(given.finds(zonesDeclaredSecureAreSecure) == [])
    }
}
