import Ledger
import Parties
import Rulebook
import RulebookTesting
import Signing
import Testing

@Suite struct `Acts of the signing desk are refused` {
    private var scene = SigningScene()
    private let party: ID<Party>
    private let signer: ID<Person>

    init() {
        party = scene.party("VNM")
        signer = scene.person("MPS", of: party, .minister)
    }

    private func refusal<Record: Entity>(of act: Act, before: Record? = nil, _ record: Record) -> String? {
        let row = before.map { Row($0, happened: .distantPast, sequence: 1) }
        return act.refusal(row, Row(record, happened: .distantPast, sequence: 2), scene.given.picture)?.code
    }

    private func signature(_ spoil: (inout Signature) -> Void = { _ in }) -> Signature {
        var signature = Signature("S", id: 99) {
            $0.party = party
            $0.treaty = scene.treaty
            $0.person = signer
            $0.signed = Moment("2025-10-25T10:00[Asia/Ho_Chi_Minh]")!
        }
        spoil(&signature)
        return signature
    }

    @Test mutating func `to sign`() {
        #expect(refusal(of: signing, signature()) == nil)
        #expect(refusal(of: signing, signature { $0.party = nil }) == "signature_without_party")
        #expect(refusal(of: signing, signature { $0.treaty = nil }) == "signature_without_treaty")
        #expect(refusal(of: signing, signature { $0.person = nil }) == "signature_without_signer")
        #expect(refusal(of: signing, signature { $0.signed = .blank }) == "signature_without_time")
        let company = scene.party("ACME", .company)
        #expect(refusal(of: signing, signature { $0.party = company }) == "treaty_not_open")
        scene.signature("S1", of: party, by: signer)
        #expect(refusal(of: signing, signature()) == "already_signed")
    }

    @Test mutating func `to sign for an organisation where only States may`() {
        let union = scene.party("EUE", .reio)
        #expect(refusal(of: signing, signature { $0.party = union }) == nil)
        scene.given.change(scene.treaty) { $0.openTo = .states }
        #expect(refusal(of: signing, signature { $0.party = union }) == "treaty_not_open")
    }

    @Test mutating func `to call`() {
        let id = scene.slot("Q1", of: party, at: 1)
        var slot = scene.given.picture[id]!
        #expect(refusal(of: calling, slot) == "not_called")
        slot.called = Moment("2025-10-25T10:00[Asia/Ho_Chi_Minh]")!
        #expect(refusal(of: calling, slot) == "table_closed")
        scene.given.change(scene.table) { $0.opened = Moment("2025-10-25T09:30[Asia/Ho_Chi_Minh]")! }
        #expect(refusal(of: calling, slot) == nil)
        #expect(refusal(of: calling, before: slot, slot) == "already_called")
        slot.party = nil
        #expect(refusal(of: calling, slot) == "nobody_called")
    }

    @Test mutating func `to open the table`() {
        var table = scene.given.picture[scene.table]!
        #expect(refusal(of: openingTable, table) == "table_not_opened")
        table.opened = Moment("2025-10-25T09:30[Asia/Ho_Chi_Minh]")!
        #expect(refusal(of: openingTable, table) == nil)
        #expect(refusal(of: openingTable, before: table, table) == "table_already_open")
        var bare = table
        bare.treaty = nil
        #expect(refusal(of: openingTable, bare) == "table_without_treaty")
        bare = table
        bare.session = nil
        #expect(refusal(of: openingTable, bare) == "table_without_session")
        scene.given.change(scene.copy) { $0.table = nil }
        #expect(refusal(of: openingTable, table) == "table_without_copy")
    }

    @Test mutating func `to deposit`() {
        var act = TreatyAct("R", id: 99) {
            $0.kind = .ratification
            $0.party = party
            $0.treaty = scene.treaty
            $0.depositedOn = Day("2026-01-01")
        }
        #expect(refusal(of: depositing, act) == nil)
        scene.given.add(act)
        #expect(refusal(of: depositing, act) == "already_deposited")
        act.depositedOn = nil
        #expect(refusal(of: depositing, act) == "deposit_without_day")
        act.treaty = nil
        #expect(refusal(of: depositing, act) == "deposit_without_treaty")
        act.party = nil
        #expect(refusal(of: depositing, act) == "deposit_without_party")
    }
}
