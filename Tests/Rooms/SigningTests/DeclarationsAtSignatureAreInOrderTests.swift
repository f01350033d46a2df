import Ledger
import Parties
import RulebookTesting
import Signing
import Testing

@Suite struct `SGN-12 Declarations at signature are in order` {
    private var scene = SigningScene()
    private let party: ID<Party>
    private let minister: ID<Person>
    private let act: ID<TreatyAct>

    init() {
        party = scene.party("FRA")
        minister = scene.person("MFA", of: party, .minister, foreignMinister: true)
        act = scene.given.add(
            TreatyAct("D1") { [treaty = scene.treaty, party, minister] in
                $0.treaty = treaty
                $0.party = party
                $0.kind = .reservation
                $0.isAtSignature = true
                $0.madeOn = day("2025-10-25")
                $0.madeBy = minister
                $0.isInWriting = true
                $0.isNotedForConfirmation = true
            })
    }

    @Test func `in writing, by the foreign minister, noted`() {
        #expect(scene.given.finds(declarationsAtSignatureAreInOrder) == [])
    }

    @Test mutating func `by word of mouth`() {
        scene.given.change(act) { $0.isInWriting = false }
        #expect(scene.given.finds(declarationsAtSignatureAreInOrder) == ["SGN-12:writing D1"])
    }

    @Test mutating func `by somebody whose full powers do not cover it`() {
        let ambassador = scene.person("AMB", of: party, .ambassador)
        let powers = scene.powers("FP", of: party, for: ambassador)
        scene.given.change(act) { $0.madeBy = ambassador }
        #expect(scene.given.finds(declarationsAtSignatureAreInOrder) == ["SGN-12:entitled D1"])
        scene.given.change(powers) { $0.coversDeclarations = true }
        #expect(scene.given.finds(declarationsAtSignatureAreInOrder) == [])
    }

    @Test mutating func `by nobody known, and not noted`() {
        scene.given.change(act) {
            $0.madeBy = nil
            $0.isNotedForConfirmation = false
        }
        #expect(scene.given.finds(declarationsAtSignatureAreInOrder) == ["SGN-12:not_noted D1", "SGN-12:unnamed D1"])
    }

    @Test mutating func `the party ratified without confirming it`() {
        scene.given.add(
            TreatyAct("R1") { [treaty = scene.treaty, party] in
                $0.treaty = treaty
                $0.party = party
                $0.kind = .ratification
                $0.depositedOn = day("2026-05-01")
            })
        #expect(scene.given.finds(declarationsAtSignatureAreInOrder) == ["SGN-12:unconfirmed D1"])
        scene.given.change(act) { $0.confirmedOn = day("2026-05-01") }
        #expect(scene.given.finds(declarationsAtSignatureAreInOrder) == [])
    }
}
