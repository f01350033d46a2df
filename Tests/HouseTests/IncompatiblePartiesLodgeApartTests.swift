import House
import Ledger
import Lodging
import Parties
import Protocol
import RulebookTesting
import Testing

@Suite struct `LOD-03 Incompatible parties lodge apart` {
    private var given = Given(kinds: houseRegister.kinds)
    private let hotel: ID<Hotel>
    private let incompatibility: ID<Incompatibility>
    private let second: ID<RoomBlock>

    init() {
        let hotel = given.add(Hotel("H"))
        let north = given.add(Party("N"))
        let south = given.add(Party("S"))
        incompatibility = given.add(
            Incompatibility("N-S") {
                $0.first = north
                $0.second = south
            })
        var blocks: [ID<RoomBlock>] = []
        for (code, party) in [("BN", north), ("BS", south)] {
            let delegation = given.add(Delegation("D-\(code)") { $0.party = party })
            blocks.append(
                given.add(
                    RoomBlock(code) {
                        $0.hotel = hotel
                        $0.floor = "7"
                        $0.firstNight = day("2025-10-24")
                        $0.lastNight = day("2025-10-26")
                        $0.delegation = delegation
                    }))
        }
        second = blocks[1]
        self.hotel = hotel
    }

    @Test func `both have blocks on one floor on the same nights`() {
        #expect(given.finds(incompatiblePartiesLodgeApart) == ["LOD-03 BN BS"])
    }

    @Test mutating func `they have different floors, or different nights`() {
        given.change(second) { $0.floor = "8" }
        #expect(given.finds(incompatiblePartiesLodgeApart) == [])
        given.change(second) {
            $0.floor = "7"
            $0.firstNight = day("2025-10-27")
            $0.lastNight = day("2025-10-28")
        }
        #expect(given.finds(incompatiblePartiesLodgeApart) == [])
    }

    @Test mutating func `the block was given back, or the incompatibility has lapsed`() {
        given.change(second) { $0.isReleased = true }
        #expect(given.finds(incompatiblePartiesLodgeApart) == [])
        given.change(second) { $0.isReleased = false }
        given.change(incompatibility) { $0.until = day("2025-10-20") }
        #expect(given.finds(incompatiblePartiesLodgeApart) == [])
    }

    @Test func `a block that moves asks again about both`() {
        #expect(given.asksAgain(incompatiblePartiesLodgeApart, after: second) { $0.floor = "8" } == ["LOD-03 BN", "LOD-03 BS"])
    }
}
