import Committee
import Ledger
import Lodging
import Parties
import RulebookTesting
import Testing
import Venues

@Suite struct `LOD-01 Rooms allotted are contracted` {
    private var given = Given(kinds: committeeKinds + venuesKinds + partiesKinds + lodgingKinds)
    private let hotel: ID<Hotel>
    private let france: ID<Delegation>
    private let peru: ID<Delegation>

    init() {
        let hotel = given.add(Hotel("H"))
        given.add(
            RoomContract("K") {
                $0.hotel = hotel
                $0.roomType = .suite
                $0.rooms = 10
                $0.firstNight = day("2025-10-24")
                $0.lastNight = day("2025-10-26")
            })
        france = given.add(Delegation("FRA"))
        peru = given.add(Delegation("PER"))
        self.hotel = hotel
    }

    @discardableResult
    private mutating func block(
        _ code: String, _ rooms: Int, for delegation: ID<Delegation>?, _ change: (inout RoomBlock) -> Void = { _ in }
    ) -> ID<RoomBlock> {
        given.add(
            RoomBlock(code) {
                $0.hotel = hotel
                $0.roomType = .suite
                $0.rooms = rooms
                $0.firstNight = day("2025-10-24")
                $0.lastNight = day("2025-10-25")
                $0.delegation = delegation
                change(&$0)
            })
    }

    @discardableResult
    private mutating func stay(_ code: String, _ rooms: Int, of delegation: ID<Delegation>, in block: ID<RoomBlock>) -> ID<Stay> {
        given.add(
            Stay(code) {
                $0.delegation = delegation
                $0.block = block
                $0.rooms = rooms
                $0.firstNight = day("2025-10-24")
                $0.lastNight = day("2025-10-25")
            })
    }

    @Test mutating func `two blocks take more suites than are contracted`() {
        block("B1", 6, for: france)
        block("B2", 5, for: peru)
        #expect(given.finds(roomsAllottedAreContracted) == ["LOD-01:contract H B2"])
    }

    @Test mutating func `they take them on different nights, or one was given back`() {
        block("B1", 6, for: france)
        block("B2", 5, for: peru) {
            $0.firstNight = day("2025-10-26")
            $0.lastNight = day("2025-10-26")
        }
        block("B3", 5, for: peru) { $0.isReleased = true }
        #expect(given.finds(roomsAllottedAreContracted) == [])
    }

    @Test mutating func `a type that is not contracted cannot be allotted`() {
        block("B1", 1, for: france) { $0.roomType = .twin }
        #expect(given.finds(roomsAllottedAreContracted) == ["LOD-01:contract H B1"])
    }

    @Test mutating func `two holders keep one floor on the same night`() {
        block("B1", 2, for: france) { $0.floor = "7" }
        block("B2", 2, for: peru) { $0.floor = "7" }
        block("B3", 2, for: france) { $0.floor = "7" }
        #expect(given.finds(roomsAllottedAreContracted) == ["LOD-01:floor B1 B2", "LOD-01:floor B2 B3"])
    }

    @Test mutating func `a block has no holder, or two`() {
        let body = given.add(Body("BNG"))
        block("B1", 2, for: nil)
        block("B2", 2, for: france) { $0.body = body }
        block("B3", 2, for: nil) { $0.body = body }
        #expect(given.finds(roomsAllottedAreContracted) == ["LOD-01:holder B1", "LOD-01:holder B2"])
    }

    @Test mutating func `another delegation is lodged from the block`() {
        let held = block("B1", 2, for: france)
        stay("S1", 1, of: peru, in: held)
        #expect(given.finds(roomsAllottedAreContracted) == ["LOD-01:guest B1 S1"])
    }

    @Test mutating func `stays take more rooms than the block holds`() {
        let held = block("B1", 2, for: france)
        stay("S1", 2, of: france, in: held)
        let second = stay("S2", 1, of: france, in: held)
        #expect(given.finds(roomsAllottedAreContracted) == ["LOD-01:block B1"])
        given.change(second) { $0.state = .cancelled }
        #expect(given.finds(roomsAllottedAreContracted) == [])
    }

    @Test mutating func `a stay asks again about its own hotel only`() {
        given.add(Hotel("OTHER"))
        let held = block("B1", 2, for: france)
        let guest = stay("S1", 1, of: france, in: held)
        #expect(given.asksAgain(roomsAllottedAreContracted, after: guest) { $0.rooms = 3 } == ["LOD-01 H"])
    }
}
