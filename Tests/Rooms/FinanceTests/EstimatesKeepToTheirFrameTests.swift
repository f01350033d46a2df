import Committee
import Finance
import Ledger
import RulebookTesting
import Testing

@Suite struct `FIN-03 Estimates keep to their frame` {
    private var scene = FinanceScene()
    private let frame: ID<Frame>

    init() {
        frame = scene.given.add(
            Frame("F1") { [body = scene.body] in
                $0.body = body
                $0.amount = 9_000_000
                $0.approvedBy = body
                $0.approvedOn = day("2025-10-01")
            })
    }

    @Test func `a frame that is used up to the last dong`() {
        #expect(scene.given.finds(estimatesKeepToTheirFrame) == [])
    }

    @Test mutating func `more is estimated, or paid, than approved`() {
        scene.given.change(frame) { $0.amount = 8_999_999 }
        #expect(scene.given.finds(estimatesKeepToTheirFrame) == ["FIN-03:estimated BNG F1"])
        scene.given.change(scene.line) { $0.status = .rejected }
        scene.pay("A1", 9_000_000)
        #expect(scene.given.finds(estimatesKeepToTheirFrame) == ["FIN-03:paid BNG F1"])
    }

    @Test mutating func `a body without a frame has an approved line`() {
        scene.given.change(frame) { $0.approvedOn = nil }
        #expect(scene.given.finds(estimatesKeepToTheirFrame) == [])
        scene.given.change(scene.line) { $0.status = .approved }
        #expect(scene.given.finds(estimatesKeepToTheirFrame) == ["FIN-03:no_frame BNG"])
    }

    @Test mutating func `the highest version of the frame holds`() {
        scene.given.add(
            Frame("F2") { [body = scene.body] in
                $0.body = body
                $0.amount = 1_000_000
                $0.version = 2
                $0.approvedBy = body
                $0.approvedOn = day("2025-10-10")
            })
        #expect(scene.given.finds(estimatesKeepToTheirFrame) == ["FIN-03:estimated BNG F2"])
    }

    @Test mutating func `a consolidated sum is the sum`() {
        let other = scene.given.add(Body("BCA"))
        let consolidation = scene.given.add(
            Consolidation("C1") { [body = scene.body] in
                $0.bodies = [body, other]
                $0.sum = 9_000_000
                $0.status = .sent
            })
        #expect(scene.given.finds(estimatesKeepToTheirFrame) == [])
        scene.given.change(consolidation) { $0.sum = 90_000_000 }
        #expect(scene.given.finds(estimatesKeepToTheirFrame) == ["FIN-03:sum C1"])
        scene.given.change(consolidation) { $0.status = .superseded }
        #expect(scene.given.finds(estimatesKeepToTheirFrame) == [])
    }

    @Test mutating func `a line asks again about its own body`() {
        scene.given.add(Body("BCA"))
        #expect(scene.given.asksAgain(estimatesKeepToTheirFrame, after: scene.line) { $0.amount = 1 } == ["FIN-03 BNG"])
    }
}
