import Committee
import Ledger
import Programme
import Rulebook
import RulebookTesting
import Testing

@Suite struct `The acts of the programme` {
    private var given = Given.programme()
    private let officer = ID<Officer>(1)
    private let time = hanoi("2025-10-25T09:00")

    private func refusal<Record: Entity>(_ name: ActName, _ before: Record? = nil, _ after: Record) -> String? {
        let act = programmeActs.first { $0.name == name }!
        func row(_ record: Record) -> Row<Record> { Row(record, happened: .distantPast, sequence: 0) }
        return act.refusal(before.map(row), row(after), given.picture)?.code
    }

    @Test func `the pool is admitted once, at a known time, to a phase that has one`() {
        let entered = Phase("PH") { [time] in
            $0.publicity = .pool
            $0.poolEntered = time
        }
        let unheard = Phase("PH") { [time] in $0.poolEntered = time }
        #expect(refusal(.admitPool, Phase("PH"), entered) == nil)
        #expect(refusal(.admitPool, Phase("PH"), Phase("PH")) == "pool_time_unknown")
        #expect(refusal(.admitPool, entered, entered) == "pool_already_inside")
        #expect(refusal(.admitPool, Phase("PH"), unheard) == "phase_has_no_pool")
    }

    @Test func `a time is announced once`() {
        let sent = StatedTime("T") { [time] in $0.sent = time }
        #expect(refusal(.announceTime, StatedTime("T"), sent) == nil)
        #expect(refusal(.announceTime, StatedTime("T"), StatedTime("T")) == "sending_time_unknown")
        #expect(refusal(.announceTime, sent, sent) == "time_already_sent")
    }

    @Test func `a cue is called once, by somebody`() {
        let called = Cue("C") { [time, officer] in
            $0.called = time
            $0.calledBy = officer
        }
        let byNobody = Cue("C") { [time] in $0.called = time }
        #expect(refusal(.callCue, Cue("C"), called) == nil)
        #expect(refusal(.callCue, Cue("C"), byNobody) == "cue_called_by_nobody")
        #expect(refusal(.callCue, called, called) == "cue_already_called")
    }

    @Test func `a phase of something is opened once`() {
        let opened = Phase("PH") { [time] in
            $0.session = ID(1)
            $0.opened = time
        }
        let ofNothing = Phase("PH") { [time] in $0.opened = time }
        #expect(refusal(.openPhase, Phase("PH"), opened) == nil)
        #expect(refusal(.openPhase, Phase("PH"), Phase("PH")) == "opening_time_unknown")
        #expect(refusal(.openPhase, Phase("PH"), ofNothing) == "phase_of_nothing")
        #expect(refusal(.openPhase, opened, opened) == "phase_already_open")
    }

    @Test func `a text is printed once as it stands`() {
        let printed = PrintedText("M") { [time] in
            $0.language = "fr"
            $0.text = "menu"
            $0.printed = time
        }
        let empty = PrintedText("M") { [time] in $0.printed = time }
        #expect(refusal(.printText, PrintedText("M"), printed) == nil)
        #expect(refusal(.printText, PrintedText("M"), PrintedText("M")) == "printing_time_unknown")
        #expect(refusal(.printText, PrintedText("M"), empty) == "nothing_to_print")
        #expect(refusal(.printText, printed, printed) == "already_printed")
    }

    @Test mutating func `an issue is released once, by somebody, with sessions in it`() {
        let draft = given.add(ProgrammeRelease("V1"))
        let empty = given.add(ProgrammeRelease("V2"))
        given.add(ReleasedSession("L1") { $0.release = draft })
        func released(_ id: ID<ProgrammeRelease>) -> ProgrammeRelease {
            ProgrammeRelease("V", id: id.number) { [time, officer] in
                $0.released = time
                $0.releasedBy = officer
            }
        }
        #expect(refusal(.releaseProgramme, nil, released(draft)) == nil)
        #expect(refusal(.releaseProgramme, nil, ProgrammeRelease("V")) == "released_by_nobody")
        #expect(refusal(.releaseProgramme, released(draft), released(draft)) == "programme_already_released")
        #expect(refusal(.releaseProgramme, nil, released(empty)) == "release_without_sessions")
    }

    @Test mutating func `a session stands in an issue once`() {
        let line = ReleasedSession("L2", id: 9) {
            $0.release = ID(1)
            $0.session = ID(1)
        }
        #expect(refusal(.releaseSession, nil, line) == nil)
        #expect(refusal(.releaseSession, nil, ReleasedSession("L2")) == "release_of_nothing")
        given.add(
            ReleasedSession("L1") {
                $0.release = ID(1)
                $0.session = ID(1)
            })
        #expect(refusal(.releaseSession, nil, line) == "session_already_in_release")
    }
}
