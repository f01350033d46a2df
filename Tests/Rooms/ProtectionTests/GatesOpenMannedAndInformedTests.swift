import Gates
import Ledger
import Parties
import RulebookTesting
import Protection
import Testing
import Venues

@Suite struct `SEC-10 Gates open manned and informed` {
    private var given = Given(
        at: "2025-10-25T00:30:00Z",
        kinds: [Kind(Zone.self), Kind(Person.self), Kind(Gate.self), Kind(GateTurn.self), Kind(Post.self), Kind(Shift.self)])
    private let hall: ID<Zone>
    private let turn: ID<GateTurn>
    private let guardShift: ID<Shift>
    private let protocolShift: ID<Shift>

    init() {
        let hall = given.add(Zone("HALL"))
        self.hall = hall
        let gate = given.add(
            Gate("G1") {
                $0.inner = hall
                $0.needsProtocol = true
            })
        let officer = given.add(Person("N1"))
        func post(_ code: String, _ kind: Post.Sort) -> Post {
            Post(code) {
                $0.gate = gate
                $0.kind = kind
                $0.mannedFrom = hanoi("2025-10-25T06:00")
                $0.mannedTo = hanoi("2025-10-25T18:00")
            }
        }
        func shift(_ code: String, _ post: ID<Post>, _ person: ID<Person>) -> Shift {
            Shift(code) {
                $0.post = post
                $0.person = person
                $0.starts = hanoi("2025-10-25T06:00")
                $0.ends = hanoi("2025-10-25T12:00")
                $0.isVetted = true
                $0.isTrained = true
                $0.isConfirmed = true
            }
        }
        let screening = given.add(post("P1", .screening))
        let desk = given.add(post("P2", .protocol))
        guardShift = given.add(shift("S1", screening, given.add(Person("N2"))))
        protocolShift = given.add(shift("S2", desk, officer))
        turn = given.add(
            GateTurn("T1") {
                $0.gate = gate
                $0.opened = hanoi("2025-10-25T07:00")
                $0.protocolOfficer = officer
                $0.listAsOf = hanoi("2025-10-25T06:40")
            })
    }

    @Test func `it is manned, its list is fresh and protocol is there`() {
        #expect(given.finds(gatesOpenMannedAndInformed) == [])
    }

    @Test mutating func `the guard never confirmed`() {
        given.change(guardShift) { $0.isConfirmed = false }
        #expect(given.finds(gatesOpenMannedAndInformed) == ["SEC-10:unmanned T1 P1"])
    }

    @Test mutating func `the shift is over, and then the post too`() {
        given.now = hanoi("2025-10-25T12:00").instant
        #expect(given.finds(gatesOpenMannedAndInformed) == ["SEC-10:protocol T1", "SEC-10:unmanned T1 P1"])
        given.now = hanoi("2025-10-25T18:00").instant
        #expect(given.finds(gatesOpenMannedAndInformed) == ["SEC-10:no_post T1", "SEC-10:protocol T1"])
    }

    @Test mutating func `a list of twenty minutes is too old for the core, and none is none`() {
        given.change(hall) { $0.level = .core }
        #expect(given.finds(gatesOpenMannedAndInformed) == ["SEC-10:stale_list T1"])
        given.change(turn) { $0.listAsOf = nil }
        #expect(given.finds(gatesOpenMannedAndInformed) == ["SEC-10:no_list T1"])
    }

    @Test mutating func `the officer named is not the one on shift`() {
        given.change(protocolShift) { $0.person = ID(99) }
        #expect(given.finds(gatesOpenMannedAndInformed) == ["SEC-10:protocol T1"])
    }

    @Test mutating func `once it is closed nothing is asked`() {
        given.change(turn) {
            $0.listAsOf = nil
            $0.closed = hanoi("2025-10-25T07:20")
        }
        #expect(given.finds(gatesOpenMannedAndInformed) == [])
    }

    @Test func `a change of shift asks again about the gate that is open`() {
        #expect(given.asksAgain(gatesOpenMannedAndInformed, after: guardShift) { $0.isVetted = false } == ["SEC-10 T1"])
    }
}
