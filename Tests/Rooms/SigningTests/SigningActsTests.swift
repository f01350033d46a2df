import Ledger
import Parties
import Rulebook
import RulebookTesting
import Signing
import Testing

@Suite struct `Acts of the signing desk` {
    private var scene = SigningScene()
    private let party: ID<Party>
    private let signer: ID<Person>
    private let noon = hanoi("2025-10-25T12:00")

    init() {
        scene.given.now = noon.instant
        party = scene.party("VNM")
        signer = scene.person("MPS", of: party, .minister)
    }

    private func fill(_ signature: inout Signature) {
        signature.party = party
        signature.treaty = scene.treaty
        signature.person = signer
    }

    private func refusal(spoilt spoil: (inout Signature) -> Void) -> String? {
        scene.given.refusal(of: signing, making: Signature.self) { signature in
            fill(&signature)
            spoil(&signature)
        }
    }

    @Test func `sign with the time of the act, or with the time that is given`() throws {
        #expect(try scene.given.made(signing, Signature.self) { fill(&$0) }.signed == noon)
        let earlier = hanoi("2025-10-25T10:05")
        let signed = try scene.given.made(signing, Signature.self) {
            fill(&$0)
            $0.signed = earlier
        }
        #expect(signed.signed == earlier)
    }

    @Test mutating func `sign with the signer's name and title, which are public record from then on`() throws {
        scene.given.change(signer) {
            $0.publicName = Personal("Mẫu An")
            $0.title = Personal("Minister")
        }
        let signed = try scene.given.made(signing, Signature.self) { fill(&$0) }
        #expect(signed.signerName == "Mẫu An" && signed.capacity == "Minister")
        let titled = try scene.given.made(signing, Signature.self) {
            fill(&$0)
            $0.capacity = "Special Envoy"
        }
        #expect(titled.capacity == "Special Envoy")
    }

    @Test mutating func `sign from the place in the queue with what the table knows`() throws {
        let slot = scene.slot("Q", of: party, at: 1)
        scene.intention("I", of: party, by: signer)
        let line = scene.line("L", of: party, number: 1)
        let signed = try scene.given.made(signing, Signature.self, from: Reference(slot))
        #expect(signed.party == party && signed.treaty == scene.treaty && signed.person == signer)
        #expect(signed.copy == scene.copy && signed.line == line && signed.place == scene.hall && signed.signed == noon)
        scene.signature("S", of: party, by: signer, on: line)
        #expect(scene.given.refusal(of: signing, making: Signature.self, from: Reference(slot)) == "already_signed")
    }

    @Test mutating func `do not sign what would mean nothing`() {
        #expect(refusal { _ in } == nil)
        #expect(refusal { $0.party = nil } == "signature_without_party")
        #expect(refusal { $0.treaty = nil } == "signature_without_treaty")
        #expect(refusal { $0.person = nil } == "signature_without_signer")
        let company = scene.party("ACME", .company)
        #expect(refusal { $0.party = company } == "treaty_not_open")
        scene.signature("S1", of: party, by: signer)
        #expect(refusal { _ in } == "already_signed")
    }

    @Test mutating func `sign for an organisation only where more than States may`() {
        let union = scene.party("EUE", .reio)
        #expect(refusal { $0.party = union } == nil)
        scene.given.change(scene.treaty) { $0.openTo = .states }
        #expect(refusal { $0.party = union } == "treaty_not_open")
    }

    @Test mutating func `call the next party, once, to an open table`() throws {
        let slot = scene.slot("Q1", of: party, at: 1)
        #expect(scene.given.refusal(of: calling, to: slot) == "table_closed")
        scene.given.change(scene.table) { $0.opened = hanoi("2025-10-25T09:30") }
        #expect(try scene.given.done(calling, to: slot).called == noon)
        let told = hanoi("2025-10-25T11:58")
        #expect(try scene.given.done(calling, to: slot) { $0.called = told }.called == told)
        scene.given.change(slot) { $0.called = told }
        #expect(scene.given.refusal(of: calling, to: slot) == "already_called")
        scene.given.change(slot) {
            $0.called = nil
            $0.party = nil
        }
        #expect(scene.given.refusal(of: calling, to: slot) == "nobody_called")
    }

    @Test mutating func `open a table that is laid`() throws {
        let table = scene.table
        #expect(try scene.given.done(openingTable, to: table).opened == noon)
        var spoilt = scene
        spoilt.given.change(table) { $0.opened = hanoi("2025-10-25T09:30") }
        #expect(spoilt.given.refusal(of: openingTable, to: table) == "table_already_open")
        spoilt = scene
        spoilt.given.change(table) { $0.treaty = nil }
        #expect(spoilt.given.refusal(of: openingTable, to: table) == "table_without_treaty")
        spoilt = scene
        spoilt.given.change(table) { $0.session = nil }
        #expect(spoilt.given.refusal(of: openingTable, to: table) == "table_without_session")
        scene.given.change(scene.copy) { $0.table = nil }
        #expect(scene.given.refusal(of: openingTable, to: table) == "table_without_copy")
    }

    @Test mutating func `deposit an instrument after the signature, once`() throws {
        let signature = scene.signature("S1", of: party, by: signer)
        let deposited = try scene.given.made(depositing, TreatyAct.self, from: Reference(signature))
        #expect(deposited.kind == .ratification && deposited.party == party && deposited.depositedOn == day("2025-10-25"))
        func refusal(_ fill: (inout TreatyAct) -> Void) -> String? {
            scene.given.refusal(of: depositing, making: TreatyAct.self, from: Reference(signature), giving: fill)
        }
        #expect(refusal { $0.party = nil } == "deposit_without_party")
        #expect(refusal { $0.treaty = nil } == "deposit_without_treaty")
        let company = scene.party("ACME", .company)
        #expect(
            scene.given.refusal(of: depositing, making: TreatyAct.self, from: Reference(signature)) { $0.party = company }
                == "treaty_not_open")
        scene.given.add(deposited)
        #expect(scene.given.refusal(of: depositing, making: TreatyAct.self, from: Reference(signature)) == "already_deposited")
        #expect(scene.given.refusal(of: depositing, making: TreatyAct.self, from: Reference(signature)) { $0.kind = .declaration } == nil)
    }
}
