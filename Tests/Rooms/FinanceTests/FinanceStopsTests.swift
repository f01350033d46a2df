import Committee
import Finance
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `What stops the acts of the money desk` {
    @Test(arguments: financeStops) func `is one rule, until its slip is mended`(_ stop: StopCase) throws {
        #expect(try stop.stopped(by: financeRules) == [stop.rule.id])
        #expect(try stop.stoppedOnceMended(by: financeRules) == [])
    }

    @Test func `has a case for every act and every rule that stops it`() {
        #expect(financeStops.pairs == financeRules.stopPairs)
    }
}

private let financeStops = [
    StopCase(approvingEstimate, estimatesKeepToTheirFrame) { isMended in
        let scene = FinanceScene.framed(isApproved: isMended)
        return try scene.given.attempt(approvingEstimate, on: scene.line) { $0.approvedBy = scene.body }
    },
    StopCase(paying, estimatesKeepToTheirFrame) { isMended in
        let scene = FinanceScene.framed(isApproved: true)
        return try scene.given.attempt(paying, making: Actual.self, from: Reference(scene.line)) {
            $0.amount = isMended ? 9_000_000 : 9_000_001
        }
    },
]

extension FinanceScene {
    /// The body's estimate uses its frame up to the last dong.
    fileprivate static func framed(isApproved: Bool) -> FinanceScene {
        var scene = FinanceScene()
        let body = scene.body
        scene.given.add(
            Frame("F1") {
                $0.body = body
                $0.amount = 9_000_000
                $0.approvedBy = body
                $0.approvedOn = isApproved ? day("2025-10-01") : nil
            })
        return scene
    }
}
