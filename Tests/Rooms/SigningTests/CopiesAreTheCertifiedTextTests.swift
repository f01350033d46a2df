import Committee
import Ledger
import RulebookTesting
import Signing
import Testing

@Suite struct `SGN-07 Copies are the certified text` {
    private var scene = SigningScene()

    init() {
        scene.given.change(scene.copy) {
            $0.printedOn = day("2025-10-20")
            $0.hash = "aaaa"
            $0.certifiedHash = "aaaa"
            $0.certifiedBy = ID<Body>(1)
            $0.certifiedOn = day("2025-10-19")
        }
    }

    @Test func `the certified file was printed`() {
        #expect(scene.given.finds(copiesAreTheCertifiedText) == [])
    }

    @Test mutating func `another file was printed`() {
        scene.given.change(scene.copy) { $0.hash = "bbbb" }
        #expect(scene.given.finds(copiesAreTheCertifiedText) == ["SGN-07:hash C1 T1"])
    }

    @Test mutating func `nobody certified it`() {
        scene.given.change(scene.copy) { $0.certifiedBy = nil }
        #expect(scene.given.finds(copiesAreTheCertifiedText) == ["SGN-07:uncertified C1 T1"])
    }

    @Test mutating func `earlier prints are still about`() {
        scene.given.change(scene.copy) { $0.earlierPrints = 2 }
        #expect(scene.given.finds(copiesAreTheCertifiedText) == ["SGN-07:prints C1 T1"])
        scene.given.change(scene.copy) {
            $0.printsDestroyed = 2
            $0.destructionRecord = "BB-01"
            $0.destroyedOn = day("2025-10-20")
        }
        #expect(scene.given.finds(copiesAreTheCertifiedText) == [])
    }

    @Test mutating func `a copy that was not printed is asked for when its table opens`() {
        scene.given.change(scene.copy) { $0.printedOn = nil }
        #expect(scene.given.finds(copiesAreTheCertifiedText) == [])
        scene.given.change(scene.table) { $0.opened = hanoi("2025-10-25T09:30") }
        #expect(scene.given.finds(copiesAreTheCertifiedText) == ["SGN-07:unprinted C1 T1"])
    }
}
