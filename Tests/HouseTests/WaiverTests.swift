import Committee
import Foundation
import House
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `A waiver` {
    private var given = Given(at: "2025-10-14T00:00:00Z", kinds: [Kind(Body.self), Kind(Waiver.self)])

    init() {
        given.add(Body("A05") { $0.kind = .department })
        given.add(Body("PC06") { $0.kind = .department })
    }

    private mutating func waive(_ subject: String, until ends: String) {
        given.add(
            Waiver("W-1") {
                $0.rule = "CMD-99"
                $0.subjects = [subject]
                $0.approver = "HEAD"
                $0.reason = "the parent is not public"
                $0.ends = hanoi(ends)
            })
    }

    private func waived(at now: String) -> [String] {
        given.slips(bodiesHaveParents).filter { given.picture.waiver(for: $0, at: Instant(now)!) != nil }.flatMap { slip in
            slip.subjects.compactMap(given.picture.code(of:))
        }
    }

    @Test mutating func `covers its slip and no other`() {
        waive("body/A05", until: "2025-10-20T00:00")
        #expect(waived(at: "2025-10-14T00:00:00Z") == ["A05"])
    }

    @Test mutating func `ends at its end`() {
        waive("body/A05", until: "2025-10-20T00:00")
        #expect(waived(at: "2025-10-19T16:59:59Z") == ["A05"])
        #expect(waived(at: "2025-10-19T17:00:00Z") == [])
    }

    @Test mutating func `of another kind of record with the same code covers nothing`() {
        waive("place/A05", until: "2025-10-20T00:00")
        #expect(waived(at: "2025-10-14T00:00:00Z") == [])
    }
}
