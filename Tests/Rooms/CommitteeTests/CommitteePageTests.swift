import Committee
import CommitteePages
import Furniture
import Ledger
import PageTesting
import RulebookTesting
import Testing

@Suite struct `The page of the committee` {
    private var given = Given(at: "2025-10-14T03:00:00Z", kinds: committeeKinds)

    private func page(upTo ceiling: Classification = .topSecret, noting reads: Reads? = nil) throws -> CommitteeModel {
        CommitteeModel(CommitteePath(), for: try given.reader(upTo: ceiling, noting: reads))
    }

    @Test mutating func `shows the bodies of its day as a tree, and whoever leads them first`() throws {
        let top = given.add(Body("BCD"))
        let below = given.add(Body("TBLT") { $0.parent = top })
        given.add(
            Body("OLD") {
                $0.parent = top
                $0.validTo = day("2025-10-13")
            })
        given.add(
            Officer("DEPUTY") {
                $0.body = below
                $0.role = .deputy
            })
        given.add(
            Officer("HEAD") {
                $0.body = below
                $0.role = .head
            })
        given.add(
            Officer("MEMBER") {
                $0.body = below
                $0.role = .member
            })
        let page = try page()
        #expect(page.day == day("2025-10-14"))
        #expect(page.roots.map(\.body.code) == ["BCD"])
        #expect(page.roots.flatMap(\.below).map(\.body.code) == ["TBLT"])
        #expect(page.roots.flatMap(\.below).flatMap(\.officers).map(\.code) == ["HEAD", "DEPUTY"])
        #expect(page.astray.isEmpty)
    }

    @Test mutating func `tells beside the tree of bodies that stand under each other in a circle`() throws {
        let one = given.add(Body("A"))
        let other = given.add(Body("B") { $0.parent = one })
        given.change(one) { $0.parent = other }
        let page = try page()
        #expect(page.roots.isEmpty)
        #expect(page.astray.map(\.code) == ["A", "B"])
    }

    @Test mutating func `shows nothing of a body that its reader may not know of, and what stands under it without it`() throws {
        let secret = given.add(Body("X") { $0.heading.classification = .secret })
        given.add(Body("UNDER") { $0.parent = secret })
        #expect(try page(upTo: .internal).roots.map(\.body.code) == ["UNDER"])
        #expect(try page().roots.map(\.body.code) == ["X"])
    }

    @Test mutating func `is made of bodies and officers, and of nothing else`() throws {
        given.add(Body("BCD"))
        let reads = Reads()
        _ = try page(noting: reads)
        #expect(reads.slots == [Body.slot, Officer.slot])
        #expect(!reads.haveSlips)
    }
}
