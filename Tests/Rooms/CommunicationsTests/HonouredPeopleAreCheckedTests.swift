import Committee
import Communications
import Ledger
import Programme
import Rulebook
import RulebookTesting
import Testing
import Venues

@Suite struct `COM-03 Honoured people are checked by another office` {
    private var given = Given(at: "2025-10-24T03:00:00Z", kinds: committeeKinds + venuesKinds + programmeKinds + communicationsKinds)
    private let honour: ID<Honour>
    private let checker: ID<Body>

    init() {
        let proposer = given.add(Body("BNG"))
        let checker = given.add(Body("BCA"))
        let session = given.add(Session("P-OPEN") { $0.starts = hanoi("2025-10-25T09:00") })
        honour = given.add(
            Honour("H-1") {
                $0.session = session
                $0.proposedBy = proposer
                $0.checkedBy = checker
                $0.checkedOn = day("2025-10-20")
                $0.outcome = .cleared
            })
        self.checker = checker
    }

    private mutating func uncheck() {
        given.change(honour) {
            $0.checkedBy = nil
            $0.checkedOn = nil
            $0.outcome = .pending
        }
    }

    @Test func `another office checked and cleared`() {
        #expect(given.finds(honouredPeopleAreChecked) == [])
    }

    @Test mutating func `a day before the session nobody has checked`() {
        uncheck()
        #expect(given.finds(honouredPeopleAreChecked) == ["COM-03:unchecked H-1"])
    }

    @Test mutating func `two days before there is still time`() {
        uncheck()
        given.now = hanoi("2025-10-24T08:59").instant
        #expect(given.finds(honouredPeopleAreChecked) == [])
    }

    @Test mutating func `a release that is out asks whatever the hour`() {
        uncheck()
        given.now = hanoi("2025-10-20T08:00").instant
        let release = given.add(PressRelease("TC-1") { $0.released = hanoi("2025-10-20T07:00") })
        given.change(honour) { $0.release = release }
        #expect(given.finds(honouredPeopleAreChecked) == ["COM-03:unchecked H-1"])
        #expect(given.slips(honouredPeopleAreChecked).first?.stops == [.releasePress])
    }

    @Test mutating func `a department of the proposer checked`() {
        let proposer = ID<Body>(1)
        let department = given.add(Body("BNG-LT") { $0.parent = proposer })
        given.change(honour) { $0.checkedBy = department }
        #expect(given.finds(honouredPeopleAreChecked) == ["COM-03:same_office H-1"])
    }

    @Test mutating func `who was refused still stands in the session`() {
        given.change(honour) { $0.outcome = .refused }
        #expect(given.finds(honouredPeopleAreChecked) == ["COM-03:refused H-1"])
    }

    @Test mutating func `moving the session asks again about who is honoured there`() {
        uncheck()
        given.add(Honour("H-2"))
        #expect(
            given.asksAgain(honouredPeopleAreChecked, after: ID<Session>(1)) { $0.starts = hanoi("2025-10-26T09:00") } == ["COM-03 H-1"])
    }
}
