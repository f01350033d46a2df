import Committee
import Ledger
import Programme
import RulebookTesting
import Testing

@Suite struct `PRG-09 Every cue is owned and covered` {
    private var given = Given.programme()
    private let session: ID<Session>
    private let officer: ID<Officer>

    init() {
        session = given.session("P-GALA", "18:30", "20:30")
        officer = given.add(Officer("SOUND"))
        given.add(
            ScriptDuty("D1") { [officer] in
                $0.officer = officer
                $0.starts = hanoi("2025-10-25T17:00")
                $0.ends = hanoi("2025-10-25T20:00")
            })
    }

    private mutating func cue(_ code: String, _ order: Int, _ fill: (inout Cue) -> Void = { _ in }) -> ID<Cue> {
        given.add(
            Cue(code) { [session, officer] in
                $0.session = session
                $0.order = order
                $0.caller = officer
                $0.trigger = .called
                $0.fallback = "next cue"
                fill(&$0)
            })
    }

    @Test mutating func `a cue of which only the order is known`() {
        given.add(Cue("C1") { [session] in $0.session = session })
        #expect(given.finds(everyCueIsOwnedAndCovered) == ["PRG-09:caller C1", "PRG-09:fallback C1", "PRG-09:trigger C1"])
    }

    @Test mutating func `a cue with everything`() {
        _ = cue("C1", 1)
        #expect(given.finds(everyCueIsOwnedAndCovered) == [])
    }

    @Test(arguments: [Cue.Trigger.clock, .followOn])
    func `the anthem after the toast starts by itself`(trigger: Cue.Trigger) {
        var suite = self
        _ = suite.cue("TOAST", 1) { $0.kind = .speech }
        _ = suite.cue("CLAP", 2) { $0.kind = .applause }
        let anthem = suite.cue("ANTHEM", 3) {
            $0.kind = .anthem
            $0.trigger = trigger
        }
        #expect(suite.given.finds(everyCueIsOwnedAndCovered) == ["PRG-09:clock ANTHEM"])
        suite.given.change(anthem) { $0.trigger = .spokenWord }
        #expect(suite.given.finds(everyCueIsOwnedAndCovered) == [])
    }

    @Test mutating func `the caller's duty ends before the cue does`() {
        _ = cue("C1", 1) {
            $0.offset = 89 * 60
            $0.length = 120
        }
        #expect(given.finds(everyCueIsOwnedAndCovered) == [])
        given.now = Instant("2025-10-23T00:00:00Z")!
        #expect(given.finds(everyCueIsOwnedAndCovered) == ["PRG-09:duty C1"])
    }

    @Test mutating func `the caller's role has ended`() {
        given.now = Instant("2025-10-23T00:00:00Z")!
        _ = cue("C1", 1)
        #expect(given.finds(everyCueIsOwnedAndCovered) == [])
        given.change(officer) { $0.validTo = day("2025-10-20") }
        #expect(given.finds(everyCueIsOwnedAndCovered) == ["PRG-09:duty C1"])
    }
}
