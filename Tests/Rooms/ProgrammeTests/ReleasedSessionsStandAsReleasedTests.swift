import Ledger
import Programme
import RulebookTesting
import Testing
import Venues

@Suite struct `PRG-13 Released sessions stand as released` {
    private var given = Given.programme()
    private let hall: ID<Place>
    private let session: ID<Session>

    init() {
        hall = given.add(Place("MAIN"))
        session = given.session("P-OPEN", in: hall) { $0.titleEnglish = "Opening" }
    }

    @discardableResult
    private mutating func release(_ version: Int, _ fill: (inout ReleasedSession) -> Void = { _ in }) -> ID<ReleasedSession> {
        let release = given.add(
            ProgrammeRelease("V\(version)") {
                $0.version = version
                $0.released = hanoi("2025-10-1\(version)T09:00")
            })
        return given.add(
            ReleasedSession("L\(version)") { [session, hall] in
                $0.release = release
                $0.session = session
                $0.starts = hanoi("2025-10-25T09:00")
                $0.ends = hanoi("2025-10-25T10:00")
                $0.place = hall
                $0.titleEnglish = "Opening"
                fill(&$0)
            })
    }

    @Test mutating func `a session that stands as released`() {
        release(1)
        #expect(given.finds(releasedSessionsStandAsReleased) == [])
    }

    @Test mutating func `time, place and title were changed since`() {
        release(1)
        given.change(session) {
            $0.starts = hanoi("2025-10-25T09:30")
            $0.place = nil
            $0.titleEnglish = "High-level opening"
        }
        #expect(given.finds(releasedSessionsStandAsReleased) == ["PRG-13:place P-OPEN", "PRG-13:time P-OPEN", "PRG-13:title P-OPEN"])
    }

    @Test mutating func `it ends at another time than was told`() {
        release(1)
        given.change(session) { $0.ends = hanoi("2025-10-25T10:30") }
        #expect(given.finds(releasedSessionsStandAsReleased) == ["PRG-13:end P-OPEN"])
    }

    @Test mutating func `the change is released in the next issue`() {
        release(1) { $0.starts = hanoi("2025-10-25T08:30") }
        #expect(given.finds(releasedSessionsStandAsReleased) == ["PRG-13:time P-OPEN"])
        release(2)
        #expect(given.finds(releasedSessionsStandAsReleased) == [])
    }

    @Test mutating func `a session that was said to be off is still in the programme`() {
        release(1) { $0.isWithdrawn = true }
        #expect(given.finds(releasedSessionsStandAsReleased) == ["PRG-13:withdrawn P-OPEN"])
    }
}
