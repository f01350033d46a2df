import Engine
import Exchange
import Foundation
import House
import Ledger
import LedgerSQLite
import Paperwork
import Phrases
import Rulebook
import RulebookTesting
import Testing

@Suite struct `The Hanoi ceremony` {
    @Test(arguments: ["PRG-04", "PRG-02", "PRG-07", "PRG-08", "SGN-01", "MOV-03"])
    func `has its traps found on the whole pack`(rule: String) async throws {
        let journal = try await Hanoi.base.journal()
        let newest = try await LoadedCeremony.newestFact(in: journal)
        let opening = try await LoadedCeremony.opened(journal, now: newest)
        #expect(opening.slips().contains { $0.hasPrefix(rule) })
    }

    @Test func `is in the middle of its preparation on 14 October`() async throws {
        let opening = try await Hanoi.base.opening("2025-10-14")
        let slips = opening.slips()
        #expect(slips.contains { $0.hasPrefix("PRG-04") })
        #expect(!slips.contains { $0.hasPrefix("MOV-03") }, "the road orders were published on 23 October")
        #expect(Set(slips.map { $0.prefix(3) }).count >= 5)
    }

    @Test(arguments: (14...27).map { "2025-10-\($0)" })
    func `has no slip at midnight when what is wrong is mended`(day: String) async throws {
        #expect(try await Hanoi.clean.opening(day).slips() == [])
    }

    @Test func `reproduces the announced figures as of their days but for those that contradict one another`() async throws {
        let journal = try await Hanoi.base.journal()
        let latest = try await Hanoi.base.opening("2025-10-31")
        let comparisons = try await FigureReport.comparisons(upTo: Day("2025-10-31")!, in: latest.picture) {
            (day) async throws(JournalFailure) -> Picture in
            let end = Instant(milliseconds: latest.picture.zone.start(of: day.adding(days: 1)).milliseconds - 1)
            return try await LoadedCeremony.opened(journal, view: .happened(end), now: end).picture
        }
        #expect(comparisons.count == 24)
        let differing = comparisons.filter { $0.agreement != .agrees }.map {
            "\(latest.picture.code(of: $0.statement) ?? "") \($0.announced) \($0.computed ?? -1)"
        }
        #expect(differing == ["ST-23 189 180"])
    }

    @Test func `is the same when it is exported and imported again`() async throws {
        let journal = try await Hanoi.base.journal()
        let latest = try await Hanoi.base.opening("2026-12-31")
        var files = PackWriter(houseRegister, includingPersonal: true).files(
            of: try await Historian(journal).versions(), in: latest.picture)
        files[PackManifest.file] = latest.picture.manifest?.written
        let head = try await journal.head()
        let outcome = try await Chancery.load(
            [Pack(name: "export", files: files)], into: journal, actor: "A", reason: "again",
            happened: head.sequence == 0 ? morning : latest.moment,
            now: latest.moment, breakDown: { preconditionFailure("\($0)") })
        guard case .written(let entries, let versions, _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(entries == 0 && versions == 0)
        #expect(try await journal.head() == head)
    }

    @Test func `finds over ten thousand random changes what a full check finds`() async throws {
        let opening = try await Hanoi.base.opening("2025-10-20")
        let seed: UInt64 = 20_251_025
        var picture = opening.picture
        var changes = RandomChanges(seed: seed, kinds: houseRegister.kinds, in: picture)
        var findings = RuleAnswers(houseRulebook, of: picture, at: opening.moment)
        for step in 1...10_000 {
            let change = changes.next(in: picture)
            picture.apply([change])
            findings.apply([change], giving: picture)
            guard step <= 200 || step.isMultiple(of: 100) else { continue }
            let full = houseRulebook.check(picture, at: opening.moment)
            try #require(findings.slips.map(\.identity) == full.map(\.identity), "seed \(seed), step \(step)")
            try #require(findings.slips.map(\.facts) == full.map(\.facts), "seed \(seed), step \(step)")
        }
    }

    @Test func `knows over a thousand random changes of every kind who names whom, as a look at every record does`() async throws {
        let seed: UInt64 = 20_251_026
        var picture = try await Hanoi.base.opening("2025-10-20").picture
        var changes = RandomChanges(seed: seed, kinds: houseRegister.kinds, in: picture)
        for step in 0...1_000 {
            if step > 0 { picture.apply([changes.next(in: picture)]) }
            guard step.isMultiple(of: 250) else { continue }
            var scanned: [Reference: [Reference]] = [:]
            for kind in houseRegister.kinds {
                picture[slot: kind.slot].forEach { row in
                    for named in Set(houseRegister.references(from: row)) where named != row.reference {
                        scanned[named, default: []].append(row.reference)
                    }
                }
            }
            try #require(scanned.count > 100)
            for (named, referrers) in scanned {
                try #require(picture.referrers(of: named) == referrers, "seed \(seed), step \(step), \(named)")
                try #require(picture.firstReferrer(of: named) == referrers.first, "seed \(seed), step \(step), \(named)")
            }
        }
    }

    @Test func `speaks of every slip in both languages with every fact filled in`() async throws {
        let journal = try await Hanoi.base.journal()
        let newest = try await LoadedCeremony.newestFact(in: journal)
        for (day, now) in [("2025-10-14", nil), ("2025-10-25", nil), ("2026-12-31", newest)] as [(String, Instant?)] {
            let opening = try await Hanoi.base.opening(day)
            for language in Language.delivered {
                let voice = Voice(try Phrases.delivered(language))
                for slip in houseRulebook.check(opening.picture, at: now ?? opening.moment) {
                    for text in [voice.explanation(of: slip, in: opening.picture), voice.mending(of: slip, in: opening.picture)] {
                        #expect(!text.contains("{") && !text.hasPrefix("rule."), "\(slip.rule) \(slip.variant): \(text)")
                        #expect(!text.contains("word."), "\(slip.rule): \(text)")
                    }
                }
            }
        }
    }
}
