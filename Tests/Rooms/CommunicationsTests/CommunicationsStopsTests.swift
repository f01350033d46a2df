import Committee
import Communications
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `What stops the acts of communications` {
    @Test(arguments: communicationsStops) func `is one rule, until its slip is mended`(_ stop: StopCase) throws {
        #expect(try stop.stopped(by: communicationsRules) == [stop.rule.id])
        #expect(try stop.stoppedOnceMended(by: communicationsRules) == [])
    }

    @Test func `has a case for every act and every rule that stops it`() {
        #expect(communicationsStops.pairs == communicationsRules.stopPairs)
    }
}

private let communicationsStops = [
    StopCase(releasingPress, releasedFiguresAgree) { isMended in
        var (given, release) = communique()
        let measure = given.add(Measure("MS") { $0.quantity = MeasuredQuantity("workshops_placed") })
        let figure = given.add(Figure("WORKSHOPS") { $0.measure = measure })
        given.add(
            ReleaseFigure("TC-1-1") {
                $0.release = release
                $0.figure = figure
                $0.value = 38
                $0.asOf = isMended ? hanoi("2025-10-14T08:00") : nil
            })
        return try given.attempt(releasingPress, on: release)
    },
    StopCase(releasingPress, honouredPeopleAreChecked) { isMended in
        var (given, release) = communique()
        let (proposer, checker) = (given.add(Body("BNG")), given.add(Body("BCA")))
        given.add(
            Honour("H-1") {
                $0.release = release
                $0.proposedBy = proposer
                $0.checkedBy = checker
                $0.checkedOn = day("2025-10-10")
                $0.outcome = isMended ? .cleared : .pending
            })
        return try given.attempt(releasingPress, on: release)
    },
]

private func communique() -> (Given, ID<PressRelease>) {
    var given = Given(kinds: committeeKinds + communicationsKinds)
    let release = given.add(PressRelease("TC-1") { $0.textVietnamese = "Lễ mở ký" })
    return (given, release)
}
