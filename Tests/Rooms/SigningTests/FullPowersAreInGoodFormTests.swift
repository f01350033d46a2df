import Ledger
import Parties
import RulebookTesting
import Signing
import Testing

/// One thing that is wrong with an instrument, and what the rule calls it.
struct Fault: Sendable, CustomTestStringConvertible {
    let variant: String
    let spoil: @Sendable (inout FullPowers) -> Void
    var testDescription: String { variant }

    static let all = [
        Fault(variant: "issuer") { $0.issuerOffice = .other },
        Fault(variant: "title") { $0.treatyTitle = "Convention on Road Traffic" },
        Fault(variant: "date") { $0.issuedOn = nil },
        Fault(variant: "place") { $0.issuedAt = "" },
        Fault(variant: "signature") { $0.hasSignature = false },
    ]
}

@Suite struct `SGN-02 Full powers are in good form` {
    private var scene = SigningScene()
    private let party: ID<Party>
    private let signer: ID<Person>
    private let powers: ID<FullPowers>

    init() {
        party = scene.party("VNM")
        signer = scene.person("MPS", of: party, .minister)
        powers = scene.powers("FP", of: party, for: signer)
        scene.intention("I", of: party, by: signer)
    }

    @Test func `good full powers`() {
        #expect(scene.given.finds(fullPowersAreInGoodForm) == [])
    }

    @Test(arguments: Fault.all) mutating func `each part of the form is asked for`(_ fault: Fault) {
        scene.given.change(powers, fault.spoil)
        #expect(scene.given.finds(fullPowersAreInGoodForm) == ["SGN-02:\(fault.variant) FP VNM"])
    }

    @Test mutating func `a seal alone does not do`() {
        scene.given.change(powers) {
            $0.hasSignature = false
            $0.hasSeal = true
        }
        #expect(scene.given.finds(fullPowersAreInGoodForm) == ["SGN-02:seal FP VNM"])
    }

    @Test mutating func `the issuer in the register held none of the three offices`() {
        let issuer = scene.person("DPM", of: party, .deputyHeadOfGovernment)
        scene.given.change(powers) { $0.issuer = issuer }
        #expect(scene.given.finds(fullPowersAreInGoodForm) == ["SGN-02:issuer FP VNM"])
    }

    @Test mutating func `who speaks for an organisation empowers nobody for a State`() {
        scene.given.change(powers) { $0.issuerOffice = .headOfOrganisation }
        #expect(scene.given.finds(fullPowersAreInGoodForm) == ["SGN-02:issuer FP VNM"])
        scene.given.change(party) { $0.kind = .reio }
        #expect(scene.given.finds(fullPowersAreInGoodForm) == [])
    }

    @Test mutating func `somebody else stands in the queue`() {
        let substitute = scene.person("AMB", of: party, .ambassador)
        scene.given.change(ID<Intention>(1)) { $0.signer = substitute }
        #expect(scene.given.finds(fullPowersAreInGoodForm) == ["SGN-02:person FP VNM"])
        scene.powers("FP2", of: party, for: substitute)
        #expect(scene.given.finds(fullPowersAreInGoodForm) == [])
    }

    @Test mutating func `general full powers name no treaty`() {
        scene.given.change(powers) {
            $0.form = .general
            $0.treaty = nil
            $0.treatyTitle = ""
        }
        #expect(scene.given.finds(fullPowersAreInGoodForm) == [])
    }

    @Test mutating func `they are accepted when the queue freezes`() {
        scene.given.change(powers) { $0.status = .underReview }
        scene.given.change(scene.table) { $0.queueFreezes = hanoi("2025-10-24T18:00") }
        #expect(scene.given.finds(fullPowersAreInGoodForm) == [])
        scene.given.now = Instant("2025-10-24T11:00:00Z")!
        #expect(scene.given.finds(fullPowersAreInGoodForm) == ["SGN-02:acceptance FP VNM"])
    }

    @Test mutating func `an instrument that is only expected is not judged`() {
        scene.given.change(powers) {
            $0 = FullPowers("FP", id: $0.id.number)
            $0.party = party
        }
        #expect(scene.given.finds(fullPowersAreInGoodForm) == [])
    }
}
