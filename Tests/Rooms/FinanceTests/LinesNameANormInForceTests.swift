import Finance
import Ledger
import RulebookTesting
import Testing

@Suite struct `FIN-02 Lines name a norm in force` {
    private var scene = FinanceScene()

    @Test func `a norm of the law that is in force`() {
        #expect(scene.given.finds(linesNameANormInForce) == [])
    }

    @Test mutating func `no norm, once the line is submitted`() {
        scene.given.change(scene.line) { $0.norm = nil }
        #expect(scene.given.finds(linesNameANormInForce) == ["FIN-02:missing E1"])
        scene.given.change(scene.line) { $0.status = .draft }
        #expect(scene.given.finds(linesNameANormInForce) == [])
    }

    @Test mutating func `a norm that has lapsed`() {
        scene.given.change(scene.norm) { $0.validTo = day("2025-10-24") }
        #expect(scene.given.finds(linesNameANormInForce) == ["FIN-02:expired E1"])
        scene.given.change(scene.norm) { $0.validTo = day("2025-10-25") }
        #expect(scene.given.finds(linesNameANormInForce) == [])
    }

    @Test mutating func `a norm for another item or another class`() {
        scene.given.change(scene.line) { $0.item = .room }
        #expect(scene.given.finds(linesNameANormInForce) == ["FIN-02:other E1"])
        scene.given.change(scene.norm) { $0.item = .mealsAndRooms }
        #expect(scene.given.finds(linesNameANormInForce) == [])
        scene.given.change(scene.line) { $0.guestClass = .b }
        #expect(scene.given.finds(linesNameANormInForce) == ["FIN-02:other E1"])
    }

    @Test mutating func `a norm of the event that nobody approved`() {
        scene.given.change(scene.norm) { $0.scope = .eventFramework }
        #expect(scene.given.finds(linesNameANormInForce) == ["FIN-02:ungrounded E1"])
        scene.given.change(scene.norm) { [body = scene.body] in $0.approvedBy = body }
        #expect(scene.given.finds(linesNameANormInForce) == [])
        scene.given.change(scene.norm) { $0.legalReference = "" }
        #expect(scene.given.finds(linesNameANormInForce) == ["FIN-02:ungrounded E1"])
    }
}
