import Committee
import Ledger
import RulebookTesting
import Testing

@Suite struct `CMD-11 Bodies can be reached` {
    private var given = Given(at: "2025-10-14T03:00:00Z", kinds: committeeKinds)
    private let body: ID<Body>
    private let head: ID<Officer>

    init() {
        let body = given.add(Body("TB-LT") { $0.kind = .subcommittee })
        head = given.add(
            Officer("HEAD") {
                $0.body = body
                $0.role = .head
                $0.dutyLine = "TEST-1"
            })
        given.add(
            Officer("DEPUTY") {
                $0.body = body
                $0.role = .deputy
                $0.dutyLine = "TEST-2"
            })
        self.body = body
    }

    @Test func `head and deputy have a duty line`() {
        #expect(given.finds(bodiesCanBeReached) == [])
    }

    @Test mutating func `the head is away`() {
        given.change(head) { $0.awayFrom = day("2025-10-14") }
        #expect(given.finds(bodiesCanBeReached) == ["CMD-11:head TB-LT"])
    }

    @Test mutating func `the head is away and somebody stands in`() {
        given.change(head) {
            $0.awayFrom = day("2025-10-12")
            $0.awayTo = day("2025-10-14")
        }
        let head = head
        given.add(
            Officer("ACTING") {
                $0.standsInFor = head
                $0.dutyLine = "TEST-3"
            })
        #expect(given.finds(bodiesCanBeReached) == [])
    }

    @Test mutating func `neither is known`() {
        given.add(Body("TB-ND") { $0.kind = .subcommittee })
        #expect(given.finds(bodiesCanBeReached) == ["CMD-11:deputy TB-ND", "CMD-11:head TB-ND"])
    }

    @Test mutating func `ministries and bodies that are over are not asked`() {
        given.add(Body("BCA") { $0.kind = .ministry })
        given.add(
            Body("TB-ANTT") {
                $0.kind = .subcommittee
                $0.validTo = day("2025-10-07")
            })
        #expect(given.finds(bodiesCanBeReached) == [])
    }

    @Test mutating func `a changed officer asks again about the body`() {
        given.add(Body("TB-ND") { $0.kind = .subcommittee })
        #expect(given.asksAgain(bodiesCanBeReached, after: head) { $0.dutyLine = "" } == ["CMD-11 TB-LT"])
    }
}
