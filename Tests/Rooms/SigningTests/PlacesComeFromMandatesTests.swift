import Ledger
import Parties
import Protocol
import RulebookTesting
import Signing
import Testing

@Suite struct `SGN-09 Places come from mandates` {
    private var scene = SigningScene()
    private let party: ID<Party>

    init() {
        party = scene.party("NGA")
    }

    private mutating func seat(_ code: String, of party: ID<Party>?, in kind: SeatPlan.Sort, _ status: SeatPlan.Status) -> ID<Seat> {
        let plan = scene.given.add(
            SeatPlan("P-\(code)") { [session = scene.session] in
                $0.kind = kind
                $0.session = session
                $0.status = status
            })
        return scene.given.add(
            Seat(code) {
                $0.plan = plan
                $0.party = party
            })
    }

    @Test mutating func `queue, line, seat and signature follow a confirmed intention`() {
        scene.intention("I", of: party, by: nil)
        scene.slot("Q", of: party, at: 1)
        scene.line("L", of: party, number: 1)
        _ = seat("SEAT", of: party, in: .table, .approved)
        #expect(scene.given.finds(placesComeFromMandates) == [])
        scene.signature("S", of: party)
        #expect(scene.given.finds(placesComeFromMandates) == [])
    }

    @Test mutating func `each of them without an intention`() {
        scene.slot("Q", of: party, at: 1)
        scene.line("L", of: party, number: 1)
        scene.signature("S", of: party)
        _ = seat("SEAT", of: party, in: .table, .draft)
        let found = ["SGN-09:line L NGA", "SGN-09:signature S NGA", "SGN-09:slot Q NGA", "SGN-09:seat SEAT NGA"]
        #expect(Set(scene.given.finds(placesComeFromMandates)) == Set(found))
    }

    @Test mutating func `an intention that is not confirmed, or for another treaty, founds nothing`() {
        let intention = scene.intention("I", of: party, by: nil)
        scene.slot("Q", of: party, at: 1)
        var unconfirmed = scene
        unconfirmed.given.change(intention) { $0.confirmedOn = nil }
        #expect(unconfirmed.given.finds(placesComeFromMandates) == ["SGN-09:slot Q NGA"])
        let other = scene.given.add(Treaty("DECL"))
        scene.given.change(intention) { $0.treaty = other }
        #expect(scene.given.finds(placesComeFromMandates) == ["SGN-09:slot Q NGA"])
    }

    @Test mutating func `a flag stands at the table for a party that does not sign`() {
        let flag = scene.given.add(
            Symbol("F-NGA") { [party] in
                $0.party = party
                $0.kind = .flag
            })
        let seat = seat("SEAT", of: nil, in: .table, .draft)
        scene.given.change(seat) { $0.flag = flag }
        #expect(scene.given.finds(placesComeFromMandates) == ["SGN-09:flag SEAT NGA"])
    }

    @Test mutating func `two intentions and two places for one treaty`() {
        scene.intention("I1", of: party, by: nil)
        scene.intention("I2", of: party, by: nil)
        scene.slot("Q1", of: party, at: 1)
        scene.slot("Q2", of: party, at: 2)
        let found = ["SGN-09:intention_twice I1 I2", "SGN-09:slot_twice Q1 Q2"]
        #expect(scene.given.finds(placesComeFromMandates) == found)
    }

    @Test mutating func `two intentions and two places for one treaty, with another's between them`() {
        scene.intention("I1", of: party, by: nil)
        scene.slot("Q1", of: party, at: 1)
        let other = scene.given.add(Treaty("DECL"))
        let between = scene.intention("I2", of: party, by: nil)
        scene.given.change(between) { $0.treaty = other }
        let table = scene.given.add(SigningTable("T2") { $0.treaty = other })
        let place = scene.slot("Q2", of: party, at: 1)
        scene.given.change(place) { $0.table = table }
        scene.intention("I3", of: party, by: nil)
        scene.slot("Q3", of: party, at: 2)
        let found = scene.given.finds(placesComeFromMandates).filter { $0.contains("twice") }
        #expect(found == ["SGN-09:intention_twice I1 I3", "SGN-09:slot_twice Q1 Q3"])
    }

    @Test mutating func `a confirmed signer has no place in a queue that is drawn up, until it freezes`() {
        let other = scene.party("FRA")
        scene.intention("I-FRA", of: other, by: nil)
        scene.slot("Q", of: other, at: 1)
        scene.intention("I", of: party, by: nil)
        #expect(scene.given.finds(placesComeFromMandates) == ["SGN-09:no_slot I NGA"])
        scene.given.now = Instant("2025-10-25T03:00:00Z")!
        #expect(scene.given.finds(placesComeFromMandates) == [])
    }

    @Test mutating func `an approved plan has no seat for a signer`() {
        scene.intention("I", of: party, by: nil)
        scene.slot("Q", of: party, at: 1)
        let seat = seat("SEAT", of: nil, in: .hall, .approved)
        #expect(scene.given.finds(placesComeFromMandates) == ["SGN-09:no_seat I T1 NGA"])
        scene.given.change(seat) { [party] in $0.party = party }
        #expect(scene.given.finds(placesComeFromMandates) == [])
    }
}
