import Committee
import Furniture
import Ledger
import PageTesting
import Parties
import PartiesPages
import Rulebook
import RulebookTesting
import Testing

@Suite struct `The page of the delegations` {
    private var given = Given(kinds: committeeKinds + partiesKinds)

    private func page(slips: [Slip] = [], noting reads: Reads? = nil) throws -> DelegationsModel {
        DelegationsModel(DelegationsPath(), for: try given.reader(slips: slips, noting: reads))
    }

    @discardableResult
    private mutating func delegation(_ code: String, _ status: Delegation.Status, _ level: Level) -> ID<Delegation> {
        given.add(
            Delegation(code) {
                $0.status = status
                $0.levelOfHead = level
            })
    }

    @Test mutating func `counts the confirmed by kind and level, and no other`() throws {
        delegation("A", .confirmed, .minister)
        delegation("B", .confirmed, .minister)
        delegation("C", .confirmed, .headOfState)
        delegation("D", .invited, .minister)
        let levels = try #require(try page().levels)
        #expect(levels.rows.map(\.level) == [.headOfState, .minister])
        #expect(levels.rows.map { $0.counts.reduce(0, +) } == [1, 2])
        #expect(levels.sums.reduce(0, +) == 3)
    }

    @Test mutating func `has a board for each state that there is, the highest level first and then by name`() throws {
        delegation("Z", .confirmed, .minister)
        delegation("A", .confirmed, .minister)
        delegation("H", .confirmed, .headOfState)
        delegation("N", .declined, .minister)
        let boards = try page().boards
        #expect(boards.map(\.status) == [.confirmed, .declined])
        #expect(boards.first?.cards.map(\.delegation.code) == ["H", "A", "Z"])
        #expect(try page().levels?.sums == [3])
    }

    @Test func `has no figures where nobody has confirmed`() throws {
        let page = try page()
        #expect(page.levels == nil && page.boards.isEmpty)
    }

    @Test mutating func `marks a delegation by the worst that is wrong with it`() throws {
        let wrong = delegation("A", .confirmed, .minister)
        delegation("B", .confirmed, .minister)
        let slips = Rulebook([confirmedDelegationsAreComplete]).check(given.picture, at: given.now)
            .filter { $0.subjects.contains(Reference(wrong)) }
        let reads = Reads()
        let cards = try page(slips: slips, noting: reads).boards.flatMap(\.cards)
        #expect(!slips.isEmpty)
        #expect(cards.map(\.worst) == [slips.map(\.severity).max(), nil])
        #expect(reads.haveSlips, "what is wrong may change with any record")
    }
}
