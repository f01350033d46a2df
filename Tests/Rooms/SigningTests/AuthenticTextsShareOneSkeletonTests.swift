import Ledger
import Rulebook
import RulebookTesting
import Signing
import Testing

@Suite struct `SGN-08 Authentic texts share one skeleton` {
    private var scene = SigningScene()
    private var texts: [ID<TreatyText>] = []

    init() {
        for language in ["en", "fr", "es"] {
            texts.append(
                scene.given.add(
                    TreatyText(language.uppercased()) { [treaty = scene.treaty] in
                        $0.treaty = treaty
                        $0.language = language
                        $0.paragraphs = [2, 1, 4]
                        $0.certifier = "OLA"
                        $0.certifiedOn = day("2025-09-01")
                    }))
        }
    }

    @Test func `all alike and certified`() {
        #expect(scene.given.finds(authenticTextsShareOneSkeleton) == [])
    }

    @Test mutating func `one text has a paragraph less`() {
        scene.given.change(texts[0]) { $0.paragraphs = [2, 1, 3] }
        #expect(scene.given.finds(authenticTextsShareOneSkeleton) == ["SGN-08:skeleton EN HNC"])
        #expect(scene.given.slips(authenticTextsShareOneSkeleton).first?.facts.last == Fact("article", 3))
    }

    @Test mutating func `one text has an article more`() {
        scene.given.change(texts[2]) { $0.paragraphs.append(1) }
        #expect(scene.given.finds(authenticTextsShareOneSkeleton) == ["SGN-08:skeleton ES HNC"])
    }

    @Test mutating func `a text is missing, from two weeks before`() {
        scene.given.change(texts[1]) { $0.treaty = nil }
        #expect(scene.given.finds(authenticTextsShareOneSkeleton) == ["SGN-08:missing HNC"])
        scene.given.now = Instant("2025-10-01T00:00:00Z")!
        #expect(scene.given.finds(authenticTextsShareOneSkeleton) == [])
    }

    @Test mutating func `a text is not certified, and another not laid out`() {
        scene.given.change(texts[0]) { $0.certifier = "" }
        scene.given.change(texts[1]) { $0.paragraphs = [] }
        #expect(scene.given.finds(authenticTextsShareOneSkeleton) == ["SGN-08:certifier EN HNC", "SGN-08:no_skeleton FR HNC"])
    }

    @Test mutating func `a Vietnamese text poses as authentic`() {
        let text = scene.given.add(
            TreatyText("VI") { [treaty = scene.treaty] in
                $0.treaty = treaty
                $0.language = "vi"
            })
        #expect(scene.given.finds(authenticTextsShareOneSkeleton) == ["SGN-08:not_authentic VI HNC"])
        scene.given.change(text) { $0.isAuthentic = false }
        #expect(scene.given.finds(authenticTextsShareOneSkeleton) == [])
    }
}
