import Committee
import Ledger
import Parties
import Programme
import Rulebook
import RulebookTesting
import Testing
import Venues

@Suite struct `The acts of the programme` {
    private var given = Given.programme()
    private let officer: ID<Officer>
    private let other: ID<Officer>
    private let hall: ID<Place>
    private let opening: ID<Session>
    private let time = hanoi("2025-10-25T09:00")
    private let earlier = hanoi("2025-10-25T08:57")

    init() {
        given.now = time.instant
        officer = given.add(Officer("OFFICER"))
        other = given.add(Officer("OTHER"))
        hall = given.add(Place("MAIN"))
        opening = given.session("A", in: hall) {
            $0.titleVietnamese = "Lễ khai mạc"
            $0.titleEnglish = "Opening"
        }
    }

    @Test mutating func `the pool is admitted once, to a phase that has one`() throws {
        let phase = given.add(Phase("PH") { $0.publicity = .pool })
        #expect(try given.done(admittingPool, to: phase).poolEntered == time)
        #expect(try given.done(admittingPool, to: phase) { $0.poolEntered = earlier }.poolEntered == earlier)
        given.change(phase) { [time] in $0.poolEntered = time }
        #expect(given.refusal(of: admittingPool, to: phase) == "pool_already_inside")
        let unheard = given.add(Phase("PH2"))
        #expect(given.refusal(of: admittingPool, to: unheard) == "phase_has_no_pool")
    }

    @Test mutating func `a phase of something is opened once`() throws {
        let phase = given.add(Phase("PH") { [opening] in $0.session = opening })
        #expect(try given.done(openingPhase, to: phase).opened == time)
        #expect(try given.done(openingPhase, to: phase) { $0.opened = earlier }.opened == earlier)
        given.change(phase) { [time] in $0.opened = time }
        #expect(given.refusal(of: openingPhase, to: phase) == "phase_already_open")
        let ofNothing = given.add(Phase("PH2"))
        #expect(given.refusal(of: openingPhase, to: ofNothing) == "phase_of_nothing")
    }

    @Test mutating func `a cue is called once, by somebody`() throws {
        let cue = given.add(Cue("C"))
        let called = try given.done(callingCue, to: cue)
        #expect(called.called == time && called.calledBy == officer)
        let told = try given.done(callingCue, to: cue) {
            $0.called = earlier
            $0.calledBy = other
        }
        #expect(told.called == earlier && told.calledBy == other)
        #expect(given.refusal(of: callingCue, to: cue, by: "NOBODY") == "officer_unknown")
        #expect(given.refusal(of: callingCue, to: cue, by: "NOBODY") { $0.calledBy = other } == nil)
        given.change(cue) { [time] in $0.called = time }
        #expect(given.refusal(of: callingCue, to: cue) == "cue_already_called")
    }

    @Test mutating func `a time is announced once, as it is written`() throws {
        let written = given.add(
            StatedTime("T") { [opening] in
                $0.session = opening
                $0.stated = "2025-10-25T04:00"
                $0.statedZone = "Europe/Paris"
            })
        let announced = try given.done(announcingTime, to: written)
        #expect(announced.sent == time && announced.stated == "2025-10-25T04:00")
        #expect(try given.done(announcingTime, to: written) { $0.sent = earlier }.sent == earlier)
        given.change(written) { [time] in $0.sent = time }
        #expect(given.refusal(of: announcingTime, to: written) == "time_already_sent")
    }

    @Test func `a time that is not written yet is the session's, on the guest's clocks or its own`() throws {
        let own = try given.made(announcingTime, StatedTime.self, from: Reference(opening))
        #expect(own.session == opening && own.sent == time)
        #expect(own.stated == "2025-10-25T09:00" && own.statedZone == "Asia/Ho_Chi_Minh")
        let paris = try given.made(announcingTime, StatedTime.self, from: Reference(opening)) { $0.statedZone = "Europe/Paris" }
        #expect(paris.stated == "2025-10-25T04:00" && paris.statedZone == "Europe/Paris")
    }

    @Test mutating func `a text is printed once as it stands`() throws {
        let menu = given.add(
            PrintedText("M") {
                $0.language = "fr"
                $0.text = "menu"
            })
        #expect(try given.done(printingText, to: menu).printed == time)
        #expect(try given.done(printingText, to: menu) { $0.printed = earlier }.printed == earlier)
        given.change(menu) { [earlier] in $0.printed = earlier }
        #expect(given.refusal(of: printingText, to: menu) == "already_printed")
        given.change(menu) { $0.text = "" }
        #expect(given.refusal(of: printingText, to: menu) == "nothing_to_print")
    }

    @Test mutating func `a text is printed again after it was changed`() throws {
        let menu = given.add(
            PrintedText("M") { [earlier] in
                $0.language = "fr"
                $0.text = "menu"
                $0.printed = earlier
            })
        var text = try #require(given.picture[menu])
        text.text = "carte"
        var picture = given.picture
        picture.apply([Change(text, happened: earlier.instant.adding(minutes: 1))])
        let setting = Act.Setting(
            picture: picture, before: picture.row(menu), number: menu.number, code: "M", officer: "OFFICER", happened: time.instant)
        try printingText.refuseBarred(setting)
        let changes = try printingText.decide(printingText.beginning(setting), setting)
        #expect((changes.first?.row as? Row<PrintedText>)?.record.printed == time)
    }

    @Test mutating func `an issue is released once, by somebody, with sessions in it`() throws {
        let draft = given.add(ProgrammeRelease("V1"))
        #expect(given.refusal(of: releasingProgramme, to: draft) == "release_without_sessions")
        given.add(ReleasedSession("L1") { $0.release = draft })
        let released = try given.done(releasingProgramme, to: draft)
        #expect(released.released == time && released.releasedBy == officer)
        let told = try given.done(releasingProgramme, to: draft) {
            $0.released = earlier
            $0.releasedBy = other
        }
        #expect(told.released == earlier && told.releasedBy == other)
        #expect(given.refusal(of: releasingProgramme, to: draft, by: "NOBODY") == "officer_unknown")
        given.change(draft) { [time] in $0.released = time }
        #expect(given.refusal(of: releasingProgramme, to: draft) == "programme_already_released")
    }

    @Test mutating func `a session goes as it stands into the newest issue in preparation`() throws {
        given.add(ProgrammeRelease("V1") { $0.version = 1 })
        let draft = given.add(ProgrammeRelease("V2") { $0.version = 2 })
        given.add(
            ProgrammeRelease("V3") { [time] in
                $0.version = 3
                $0.released = time
            })
        let line = try given.made(releasingSession, ReleasedSession.self, from: Reference(opening))
        #expect(line.session == opening && line.release == draft && line.place == hall)
        #expect(line.titleVietnamese == "Lễ khai mạc" && line.titleEnglish == "Opening")
        #expect(line.starts == time && line.ends == hanoi("2025-10-25T10:00"))
        let told = try given.made(releasingSession, ReleasedSession.self, from: Reference(opening)) { $0.starts = earlier }
        #expect(told.starts == earlier)
    }

    @Test mutating func `a session stands in an issue once`() throws {
        let draft = given.add(ProgrammeRelease("V1"))
        #expect(try given.made(releasingSession, ReleasedSession.self, from: Reference(draft)) { $0.session = opening }.release == draft)
        #expect(given.refusal(of: releasingSession, making: ReleasedSession.self, from: Reference(draft)) == "release_of_nothing")
        #expect(given.refusal(of: releasingSession, making: ReleasedSession.self) { $0.session = opening } == "release_of_nothing")
        given.add(
            ReleasedSession("L1") { [opening] in
                $0.release = draft
                $0.session = opening
            })
        func refusal() -> String? {
            given.refusal(of: releasingSession, making: ReleasedSession.self, from: Reference(opening)) { $0.release = draft }
        }
        #expect(refusal() == "session_already_in_release")
    }
}
