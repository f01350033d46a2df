import struct Committee.Officer
import Engine
import Exchange
import Foundation
import House
import Ledger
import Paperwork
import Programme
import Rulebook
import Synchronization
import Testing

/// What a mistaken sheet, or somebody who means harm, sends to the house of Hanoi.
@Suite(.serialized) struct `A large act in the house of Hanoi` {
    private final class Ending: Sendable {
        let isOver = Mutex(false)
    }

    private static let now = Instant("2026-03-01T00:00:00Z")!
    private static let runsAlone = ProcessInfo.processInfo.environment["CHANCERY_ALONE"] != nil

    private func house() async throws -> Chancery {
        let journal = MemoryJournal()
        let loaded = try await Chancery.load(
            Hanoi.packs([]), into: journal, actor: "import", reason: "test", happened: Self.now, now: Self.now,
            breakDown: { preconditionFailure("\($0)") })
        guard case .written = loaded else { throw Hanoi.NotReadable() }
        return Chancery(
            try await LoadedCeremony.opened(journal, now: Self.now), journal: journal, clock: { Self.now },
            breakDown: { preconditionFailure("\($0)") })
    }

    private func sessions(_ count: Int, by officer: String) -> ActRequest {
        let contents: [(column: String, value: JSON)] = [
            ("starts", .text("2025-10-25T10:00:00+07:00[Asia/Ho_Chi_Minh]")),
            ("ends", .text("2025-10-25T11:00:00+07:00[Asia/Ho_Chi_Minh]")),
            ("kind", .text("rehearsal")), ("place", .text("MAIN")), ("title_vi", .text("Phiên")), ("title_en", .text("A session")),
        ]
        return ActRequest(
            act: .edit, actor: officer, proposals: (0..<count).map { .init(kind: "session", code: "FLOOD-\($0)", contents: contents) })
    }

    @Test func `a thousand sessions in one room at one hour leave everybody else their turn, and are one slip`() async throws {
        let house = try await house()
        let officer = try #require(house.published.picture.all(Officer.self).first?.heading.code)
        let small = ActRequest(
            act: .edit, actor: officer,
            proposals: [.init(kind: "session", code: "SMALL", contents: sessions(1, by: officer).proposals[0].contents)])
        let ending = Ending()
        let large = Task {
            let result = await house.perform(sessions(1_000, by: officer))
            ending.isOver.withLock { $0 = true }
            return result
        }
        let clock = ContinuousClock()
        var longest = Duration.zero
        var turns = 0
        var worst = 0
        var written: Receipt?
        while !ending.isOver.withLock({ $0 }) {
            let waited = await clock.measure {
                _ = await house.current()
                // What needs the actor waits for it: another's form, a beat.
                _ = await house.preview(small)
            }
            if waited > longest { (longest, worst) = (waited, turns) }
            turns += 1
            if turns == 2 { written = try await house.perform(small).get() }
            try await Task.sleep(for: .milliseconds(10))
        }
        let receipt = try await large.value.get()
        // Among a thousand other tests everybody waits for a processor: the time is held where this runs by itself.
        #expect(longest <= .milliseconds(500) || !Self.runsAlone, "somebody waited \(longest), in turn \(worst) of \(turns)")
        // However slow the machine is: what was asked while the thousand were weighed was written before them.
        #expect(try #require(written).sequence < receipt.sequence)
        print("another's longest wait while 1,000 sessions were weighed: \(longest), in turn \(worst) of \(turns)")
        let crowd = receipt.appeared.filter { $0.rule == "PRG-01" }
        #expect(crowd.filter { $0.variant == "many" }.count == 1)
        #expect(receipt.appeared.count <= 10 * 1_000)
        let published = await house.current()
        #expect(published.slips.all.map(\.identity) == houseRulebook.check(published.picture, at: Self.now).map(\.identity))
    }

    @Test func `taking two hundred of them away again leaves everybody else their turn too`() async throws {
        let house = try await house()
        let officer = try #require(house.published.picture.all(Officer.self).first?.heading.code)
        _ = try await house.perform(sessions(400, by: officer)).get()
        let removal = ActRequest(
            act: .remove, actor: officer, proposals: (0..<200).map { .init(kind: "session", code: "FLOOD-\($0)", removes: true) })
        let receipt = try await house.perform(removal).get()
        #expect(receipt.records.count == 200)
        let published = await house.current()
        #expect(published.slips.all.map(\.identity) == houseRulebook.check(published.picture, at: Self.now).map(\.identity))
    }
}
