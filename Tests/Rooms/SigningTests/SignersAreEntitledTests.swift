import Ledger
import Parties
import RulebookTesting
import Signing
import Testing

@Suite struct `SGN-01 Signers are entitled by office or by full powers` {
    private var scene = SigningScene()
    private let vietNam: ID<Party>

    init() {
        vietNam = scene.party("VNM")
    }

    @Test mutating func `a minister of public security is named and has no full powers`() {
        let minister = scene.person("MPS", of: vietNam, .minister)
        scene.intention("I-VNM", of: vietNam, by: minister)
        #expect(scene.given.finds(signersAreEntitled) == ["SGN-01:named I-VNM VNM"])
    }

    @Test mutating func `full powers that are only received do not do`() {
        let minister = scene.person("MPS", of: vietNam, .minister)
        scene.intention("I-VNM", of: vietNam, by: minister)
        let powers = scene.powers("FP-VNM", of: vietNam, for: minister)
        scene.given.change(powers) { $0.status = .received }
        #expect(scene.given.finds(signersAreEntitled) == ["SGN-01:named I-VNM VNM"])
        scene.given.change(powers) { $0.status = .accepted }
        #expect(scene.given.finds(signersAreEntitled) == [])
    }

    @Test mutating func `head of State, head of Government and foreign minister need none`() {
        scene.intention("A", of: vietNam, by: scene.person("HOS", of: vietNam, .headOfState))
        let laos = scene.party("LAO")
        scene.intention("B", of: laos, by: scene.person("HOG", of: laos, .headOfGovernment))
        let france = scene.party("FRA")
        scene.intention("C", of: france, by: scene.person("MFA", of: france, .minister, foreignMinister: true))
        #expect(scene.given.finds(signersAreEntitled) == [])
    }

    @Test mutating func `who acts ad interim needs none if that is stated`() {
        let minister = scene.person("MFA", of: vietNam, .minister, foreignMinister: true, interim: true)
        scene.intention("I-VNM", of: vietNam, by: minister)
        #expect(scene.given.finds(signersAreEntitled) == ["SGN-01:interim I-VNM VNM"])
        let laos = scene.party("LAO")
        let acting = scene.person("LMFA", of: laos, .minister, foreignMinister: true, interim: true, stated: true)
        scene.intention("I-LAO", of: laos, by: acting)
        #expect(scene.given.finds(signersAreEntitled) == ["SGN-01:interim I-VNM VNM"])
    }

    @Test mutating func `nobody is named yet, or the window is more than two weeks away`() {
        scene.intention("I-VNM", of: vietNam, by: nil)
        #expect(scene.given.finds(signersAreEntitled) == [])
        let laos = scene.party("LAO")
        scene.intention("I-LAO", of: laos, by: scene.person("MIN", of: laos, .minister))
        scene.given.now = Instant("2025-10-10T16:59:59Z")!
        #expect(scene.given.finds(signersAreEntitled) == [])
        scene.given.now = Instant("2025-10-10T17:00:00Z")!
        #expect(scene.given.finds(signersAreEntitled) == ["SGN-01:named I-LAO LAO"])
    }

    @Test mutating func `somebody signed without full powers`() {
        let minister = scene.person("MPS", of: vietNam, .minister)
        scene.intention("I-VNM", of: vietNam, by: minister)
        scene.signature("S-VNM", of: vietNam, by: minister)
        #expect(scene.given.finds(signersAreEntitled) == ["SGN-01:signed S-VNM VNM"])
    }

    @Test mutating func `a change of full powers asks again about their party alone`() {
        let minister = scene.person("MPS", of: vietNam, .minister)
        scene.intention("I-VNM", of: vietNam, by: minister)
        let powers = scene.powers("FP-VNM", of: vietNam, for: minister)
        let laos = scene.party("LAO")
        scene.intention("I-LAO", of: laos, by: scene.person("MIN", of: laos, .minister))
        #expect(scene.given.asksAgain(signersAreEntitled, after: powers) { $0.status = .rejected } == ["SGN-01 VNM"])
    }
}
