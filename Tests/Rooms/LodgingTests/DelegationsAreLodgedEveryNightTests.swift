import Committee
import Ledger
import Lodging
import Parties
import Rulebook
import RulebookTesting
import Testing
import Venues

@Suite struct `LOD-02 Delegations are lodged every night` {
    private var given = Given(kinds: committeeKinds + venuesKinds + partiesKinds + lodgingKinds)
    private let delegation: ID<Delegation>

    init() {
        delegation = given.add(
            Delegation("FRA") {
                $0.status = .confirmed
                $0.arrives = hanoi("2025-10-24T14:00")
                $0.departs = hanoi("2025-10-27T09:00")
            })
    }

    @discardableResult
    private mutating func stay(_ code: String, _ first: String, _ last: String, _ change: (inout Stay) -> Void = { _ in }) -> ID<Stay> {
        let hotel = given.add(Hotel("H-\(code)"))
        return given.add(
            Stay(code) {
                $0.delegation = delegation
                $0.hotel = hotel
                $0.firstNight = day(first)
                $0.lastNight = day(last)
                change(&$0)
            })
    }

    @Test mutating func `the last night is missing`() {
        stay("S", "2025-10-24", "2025-10-25")
        #expect(given.finds(delegationsAreLodgedEveryNight) == ["LOD-02 FRA"])
        #expect(given.slips(delegationsAreLodgedEveryNight).first?.facts.contains(Fact("night", day("2025-10-26"))) == true)
    }

    @Test mutating func `two stays cover every night`() {
        stay("S1", "2025-10-24", "2025-10-24")
        stay("S2", "2025-10-25", "2025-10-26") {
            $0.hotel = nil
            $0.ownArrangement = "residence of the embassy"
        }
        #expect(given.finds(delegationsAreLodgedEveryNight) == [])
    }

    @Test mutating func `a stay nowhere, a cancelled one and that of one guest count for nothing`() {
        let guest = given.add(Person("P"))
        stay("S1", "2025-10-24", "2025-10-26") { $0.hotel = nil }
        stay("S2", "2025-10-24", "2025-10-26") { $0.state = .cancelled }
        stay("S3", "2025-10-24", "2025-10-26") { $0.person = guest }
        #expect(given.finds(delegationsAreLodgedEveryNight) == ["LOD-02 FRA"])
    }

    @Test mutating func `who comes and leaves on one day, or has not said when, needs no bed yet`() {
        given.change(delegation) { $0.departs = hanoi("2025-10-24T22:00") }
        #expect(given.finds(delegationsAreLodgedEveryNight) == [])
        given.change(delegation) { $0.departs = nil }
        #expect(given.finds(delegationsAreLodgedEveryNight) == [])
    }

    @Test mutating func `a stay asks again about its own delegation only`() {
        given.add(Delegation("PER"))
        let only = stay("S", "2025-10-24", "2025-10-26")
        #expect(given.asksAgain(delegationsAreLodgedEveryNight, after: only) { $0.lastNight = day("2025-10-25") } == ["LOD-02 FRA"])
    }
}
