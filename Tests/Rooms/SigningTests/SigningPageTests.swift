import Addresses
import Furniture
import Ledger
import PageTesting
import Parties
import RulebookTesting
import Signing
import SigningPages
import Testing

@Suite struct `The signing register` {
    private var scene = SigningScene()

    private func page(noting reads: Reads? = nil) throws -> SigningModel {
        SigningModel(SigningPath(), for: try scene.given.reader(noting: reads))
    }

    private func authority(_ authority: SigningModel.Authority?) -> String {
        switch authority {
        case .unknown: "unknown"
        case .office: "office"
        case .powers(let powers): powers.status.rawValue
        case .some(.none): "none"
        case nil: "no line"
        }
    }

    @Test mutating func `says who means to sign and by what as long as there is no table`() throws {
        let treaty = scene.given.add(Treaty("LATER"))
        let meaning = scene.party("AGO")
        let entitled = scene.party("BRA")
        for party in [meaning, entitled] {
            scene.given.add(
                Intention("I-\(party.number)") {
                    $0.party = party
                    $0.treaty = treaty
                    $0.intent = .willSign
                })
        }
        scene.given.add(
            FullPowers("F") {
                $0.party = entitled
                $0.treaty = treaty
                $0.status = .accepted
            })
        let standing = try #require(try page().treaties.first { $0.treaty.id == treaty })
        #expect(standing.queues.isEmpty)
        #expect(standing.meant.map(\.intention.party) == [meaning, entitled])
        #expect(standing.meant.map { authority($0.authority) } == ["none", "accepted"])
    }

    @Test mutating func `has a line for each place of a table's queue, in their order, and counts nobody who has not signed`() throws {
        let treaty = scene.treaty
        let table = scene.given.add(SigningTable("T-NEW") { $0.treaty = treaty })
        let parties = [scene.party("AGO"), scene.party("BRA")]
        for (place, party) in parties.enumerated() {
            scene.given.add(
                SigningSlot("S-\(place)") {
                    $0.table = table
                    $0.party = party
                    $0.position = 2 - place
                })
        }
        let reads = Reads()
        let standing = try #require(try page(noting: reads).treaties.first { $0.treaty.id == treaty })
        let queue = try #require(standing.queues.first { $0.table.id == table })
        #expect(queue.lines.map(\.slot.party) == [parties[1], parties[0]])
        #expect(queue.lines.allSatisfy { $0.signature == nil })
        #expect(standing.signatories == 0 && standing.inForce == nil)
        #expect(standing.meant.isEmpty)
        #expect(reads.slots.isSuperset(of: [Treaty.slot, SigningTable.slot, SigningSlot.slot, Signature.slot, FullPowers.slot]))
        #expect(!reads.haveSlips)
    }
}
