import Ledger
import Parties
import RulebookTesting
import Signing
import Testing
import Venues

@Suite struct `SGN-04 Signatures fall in their window` {
    private var scene = SigningScene()
    private let party: ID<Party>
    private let newYork: ID<Place>

    init() {
        party = scene.party("FRA")
        newYork = scene.given.add(Place("UNHQ"))
        scene.given.add(
            SigningWindow("W-NYC") { [treaty = scene.treaty, newYork] in
                $0.treaty = treaty
                $0.place = newYork
                $0.opens = Moment("2025-10-27T00:00[America/New_York]")!
                $0.closes = Moment("2027-01-01T00:00[America/New_York]")!
            })
    }

    @Test mutating func `in the hall, from the first minute to the last`() {
        scene.signature("A", of: party, at: "2025-10-25T00:00")
        scene.signature("B", of: party, at: "2025-10-26T23:59")
        #expect(scene.given.finds(signaturesFallInTheirWindow) == [])
    }

    @Test mutating func `a minute late`() {
        scene.signature("A", of: party, at: "2025-10-27T00:00")
        #expect(scene.given.finds(signaturesFallInTheirWindow) == ["SGN-04:time A"])
    }

    @Test mutating func `in a place where the treaty is not open`() {
        let signature = scene.signature("A", of: party)
        let hotel = scene.given.add(Place("HOTEL"))
        scene.given.change(signature) { $0.place = hotel }
        #expect(scene.given.finds(signaturesFallInTheirWindow) == ["SGN-04:place A"])
    }

    @Test mutating func `by the clocks of New York in Ha Noi`() {
        let signature = scene.signature("A", of: party)
        scene.given.change(signature) { $0.signed = Moment("2025-10-25T10:00[America/New_York]")! }
        #expect(scene.given.finds(signaturesFallInTheirWindow) == ["SGN-04:zone A"])
    }

    @Test mutating func `the last evening in New York is the next year in Ha Noi`() {
        let signature = scene.signature("A", of: party)
        scene.given.change(signature) { [newYork] in
            $0.place = newYork
            $0.signed = Moment("2026-12-31T23:30[America/New_York]")!
        }
        #expect(scene.given.finds(signaturesFallInTheirWindow) == [])
    }
}
