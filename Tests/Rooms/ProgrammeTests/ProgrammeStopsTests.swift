import Committee
import Ledger
import Parties
import Programme
import Rulebook
import RulebookTesting
import Testing
import Venues

@Suite struct `What stops the acts of the programme` {
    @Test(arguments: programmeStops) func `is one rule, until its slip is mended`(_ stop: StopCase) throws {
        #expect(try stop.stopped(by: programmeRules) == [stop.rule.id])
        #expect(try stop.stoppedOnceMended(by: programmeRules) == [])
    }

    @Test func `has a case for every act and every rule that stops it`() {
        #expect(programmeStops.pairs == programmeRules.stopPairs)
    }
}

private let programmeStops =
    timeStops + soundStops + [
        StopCase(printingText, translationsAreReviewedByAnother) { isMended in
            var given = Given.programme()
            let translator = given.add(Person("T"))
            let reviewer = given.add(Person("R"))
            let menu = given.add(
                PrintedText("MENU") {
                    $0.language = "ru"
                    $0.text = "перезагрузка"
                    $0.translator = translator
                    $0.reviewer = isMended ? reviewer : translator
                    $0.reviewed = day("2025-10-10")
                    $0.reviewedText = "перезагрузка"
                })
            return try given.attempt(printingText, on: menu)
        }
    ]

private let timeStops = [
    StopCase(announcingTime, statedTimesAreTrueInTheirZone) { isMended in
        let (given, session, _) = stated("2025-10-26T03:00")
        return try given.attempt(announcingTime, making: StatedTime.self, from: Reference(session)) {
            $0.statedZone = isMended ? "Europe/Paris" : "CET"
        }
    },
    StopCase(releasingSession, statedTimesAreTrueInTheirZone) { isMended in
        let (given, session, _) = stated(isMended ? "2025-10-26T03:00" : "2025-10-26T04:00")
        return try given.attempt(releasingSession, making: ReleasedSession.self, from: Reference(session))
    },
    StopCase(releasingProgramme, statedTimesAreTrueInTheirZone) { isMended in
        var (given, session, release) = stated(isMended ? "2025-10-26T03:00" : "2025-10-26T04:00")
        given.add(
            ReleasedSession("L1") {
                $0.release = release
                $0.session = session
            })
        return try given.attempt(releasingProgramme, on: release)
    },
]

private let soundStops = [
    StopCase(openingPhase, privateSoundStaysPrivate) { isMended in
        var (given, phase) = meeting(.private)
        let channel = given.add(AudioChannel("CH-1") { $0.receiversIssued = isMended ? 0 : 40 })
        given.add(
            Microphone("MIC-1") {
                $0.place = given.picture.find(Place.self, "R01")?.id
                $0.channels = [channel]
            })
        return try given.attempt(openingPhase, on: phase)
    },
    StopCase(admittingPool, privateSoundStaysPrivate) { isMended in
        var (given, phase) = meeting(.pool)
        let officer = given.add(Officer("SOUND"))
        given.change(phase) {
            $0.muteConfirmed = hanoi(isMended ? "2025-10-25T09:04" : "2025-10-25T09:06")
            $0.muteConfirmedBy = officer
        }
        return try given.attempt(admittingPool, on: phase) { $0.poolEntered = hanoi("2025-10-25T09:05") }
    },
]

/// A session after the clocks of Paris were put back, of which an invitation states a time there, and an issue in preparation.
private func stated(_ time: String) -> (Given, ID<Session>, ID<ProgrammeRelease>) {
    var given = Given.programme()
    given.add(Officer("OFFICER"))
    let hall = given.add(Place("MAIN") { $0.timeZone = "Asia/Ho_Chi_Minh" })
    let session = given.session("P-PLEN2", in: hall) {
        $0.starts = hanoi("2025-10-26T09:00")
        $0.ends = hanoi("2025-10-26T12:30")
    }
    given.add(
        StatedTime("T1") {
            $0.session = session
            $0.stated = time
            $0.statedZone = "Europe/Paris"
        })
    let release = given.add(ProgrammeRelease("V1"))
    return (given, session, release)
}

/// The first phase of a meeting.
private func meeting(_ publicity: Phase.Publicity) -> (Given, ID<Phase>) {
    var given = Given.programme()
    let session = given.session("MEET", in: given.add(Place("R01")))
    let phase = given.add(
        Phase("PH-1") {
            $0.session = session
            $0.publicity = publicity
            $0.starts = hanoi("2025-10-25T09:00")
            $0.ends = hanoi("2025-10-25T09:40")
        })
    return (given, phase)
}
