import Committee
import Ledger
import Parties
import Rulebook
import RulebookTesting
import Signing
import Testing

@Suite struct `What stops the acts of the signing desk` {
    @Test(arguments: signingStops) func `is one rule, until its slip is mended`(_ stop: StopCase) throws {
        #expect(try stop.stopped(by: signingRules) == [stop.rule.id])
        #expect(try stop.stoppedOnceMended(by: signingRules) == [])
    }

    @Test func `has a case for every act and every rule that stops it`() {
        #expect(signingStops.pairs == signingRules.stopPairs)
    }
}

private let signingStops =
    signatureStops + tableStops + callStops + [
        StopCase(depositing, announcementsFollowTheClause) { isMended in
            var scene = SigningScene()
            let signature = scene.signature("S", of: scene.party("VNM"))
            if !isMended { scene.given.change(signature) { $0.effect = .definitive } }
            return try scene.given.attempt(depositing, making: TreatyAct.self, from: Reference(signature))
        }
    ]

private let signatureStops = [
    StopCase(signing, signersAreEntitled) { isMended in
        var scene = StoppedSignature(.minister)
        if isMended { scene.empower() }
        return try scene.attempt()
    },
    StopCase(signing, fullPowersAreInGoodForm) { isMended in
        var scene = StoppedSignature(.minister)
        let powers = scene.empower()
        if !isMended { scene.desk.given.change(powers) { $0.issuedAt = "" } }
        return try scene.attempt()
    },
    StopCase(signing, credentialsAreNotFullPowers) { isMended in
        var scene = StoppedSignature(.headOfState)
        let credentials = scene.empower()
        scene.desk.given.change(credentials) {
            $0.form = .credentials
            $0.status = isMended ? .received : .accepted
        }
        return try scene.attempt()
    },
    StopCase(signing, signaturesFallInTheirWindow) { isMended in
        try StoppedSignature(.headOfState).attempt { $0.signed = hanoi(isMended ? "2025-10-26T23:59" : "2025-10-27T00:00") }
    },
    StopCase(signing, organisationsFollowAMemberState) { isMended in
        var scene = StoppedSignature(.headOfState, of: .reio)
        let member = scene.desk.party("AUT", of: [scene.party])
        let chancellor = scene.desk.person("CHANCELLOR", of: member, .headOfGovernment)
        scene.desk.signature("S1", of: member, by: chancellor, at: isMended ? "2025-10-25T10:01" : "2025-10-25T10:06")
        return try scene.attempt()
    },
    StopCase(signing, eachSignerHasItsLine) { isMended in
        var scene = StoppedSignature(.headOfState)
        scene.desk.certify()
        let line = scene.desk.line("L", of: isMended ? scene.party : scene.desk.party("FRA"), number: 1)
        return try scene.attempt { [copy = scene.desk.copy] in
            $0.copy = copy
            $0.line = line
        }
    },
    StopCase(signing, copiesAreTheCertifiedText) { isMended in
        var scene = StoppedSignature(.headOfState)
        if isMended { scene.desk.certify() }
        let line = scene.desk.line("L", of: scene.party, number: 1)
        return try scene.attempt { [copy = scene.desk.copy] in
            $0.copy = copy
            $0.line = line
        }
    },
    StopCase(signing, authenticTextsShareOneSkeleton) { isMended in
        var scene = StoppedSignature(.headOfState)
        if !isMended { scene.desk.poseAsAuthentic() }
        return try scene.attempt()
    },
]

private let tableStops = [
    StopCase(openingTable, copiesAreTheCertifiedText) { isMended in
        var scene = SigningScene.withTexts
        if isMended { scene.certify() }
        return try scene.given.attempt(openingTable, on: scene.table)
    },
    StopCase(openingTable, authenticTextsShareOneSkeleton) { isMended in
        var scene = SigningScene.withTexts
        scene.certify()
        if !isMended { scene.poseAsAuthentic() }
        return try scene.given.attempt(openingTable, on: scene.table)
    },
]

private let callStops = [
    StopCase(calling, organisationsFollowAMemberState) { isMended in
        var scene = SigningScene.withOpenTable
        let union = scene.party("EUE", .reio)
        let member = scene.party("AUT", of: [union])
        if isMended { scene.signature("S1", of: member) }
        scene.line("L", of: union, number: 1)
        let slot = scene.slot("Q", of: union, at: 1)
        return try scene.given.attempt(calling, on: slot) { $0.called = hanoi("2025-10-25T10:06") }
    },
    StopCase(calling, eachSignerHasItsLine) { isMended in
        var scene = SigningScene.withOpenTable
        let party = scene.party("VNM")
        if isMended { scene.line("L", of: party, number: 1) }
        let slot = scene.slot("Q", of: party, at: 1)
        return try scene.given.attempt(calling, on: slot)
    },
]

/// Somebody of that level signs in the hall, on the first morning, a treaty whose texts are in order.
private struct StoppedSignature {
    var desk = SigningScene.withTexts
    let party: ID<Party>
    let signer: ID<Person>

    init(_ level: Level, of kind: Party.Sort = .memberState) {
        party = desk.party("PARTY", kind)
        signer = desk.person("SIGNER", of: party, level)
    }

    @discardableResult
    mutating func empower() -> ID<FullPowers> {
        desk.intention("I", of: party, by: signer)
        return desk.powers("FP", of: party, for: signer)
    }

    func attempt(giving fill: (inout Signature) -> Void = { _ in }) throws -> Attempt {
        try desk.given.attempt(signing, making: Signature.self) { signature in
            signature.party = party
            signature.treaty = desk.treaty
            signature.person = signer
            signature.place = desk.hall
            signature.signed = hanoi("2025-10-25T10:05")
            fill(&signature)
        }
    }
}

extension SigningScene {
    /// The treaty's authentic texts are certified and laid out alike.
    fileprivate static var withTexts: SigningScene {
        var scene = SigningScene()
        for language in ["en", "fr", "es"] { scene.text(language) }
        return scene
    }

    fileprivate static var withOpenTable: SigningScene {
        var scene = SigningScene()
        scene.given.change(scene.table) { $0.opened = hanoi("2025-10-25T09:30") }
        return scene
    }

    fileprivate mutating func poseAsAuthentic() { text("vi") }

    /// The copy on the table is printed from the certified file.
    fileprivate mutating func certify() {
        given.change(copy) {
            $0.printedOn = day("2025-10-20")
            $0.hash = "aaaa"
            $0.certifiedHash = "aaaa"
            $0.certifiedBy = ID<Body>(1)
            $0.certifiedOn = day("2025-10-19")
        }
    }

    private mutating func text(_ language: String) {
        given.add(
            TreatyText(language.uppercased()) { [treaty] in
                $0.treaty = treaty
                $0.language = language
                $0.paragraphs = [2, 1, 4]
                $0.certifier = "OLA"
                $0.certifiedOn = day("2025-09-01")
            })
    }
}
