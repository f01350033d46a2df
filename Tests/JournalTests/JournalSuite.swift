import Foundation
import Ledger
import RulebookTesting
import Testing

@Suite struct `Any journal` {
    @Test(arguments: Engine.allCases)
    func `begins at the origin and ends at its last entry`(engine: Engine) async throws {
        try await engine.withJournal { journal in
            #expect(try await journal.head() == .origin)
            var chain = Chain()
            try await journal.append([chain.entry("2025-10-01", [(1, "a")]), chain.entry("2025-10-02", [(1, "b")])], keys: [])
            #expect(try await journal.head() == chain.head)
            #expect(try await journal.entries(after: 1, limit: 9).map(\.sequence) == [2])
        }
    }

    @Test(arguments: Engine.allCases)
    func `gives back an entry exactly`(engine: Engine) async throws {
        try await engine.withJournal { journal in
            var chain = Chain()
            let entry = chain.entry("2025-10-01", key: "k", [(1, "Ủy ban 😀"), (2, nil)])
            try await journal.append([entry], keys: [])
            #expect(try await journal.entries(after: 0, limit: 1) == [entry])
            #expect(try await journal.entry(idempotencyKey: "k") == entry)
            #expect(try await journal.entry(idempotencyKey: "other") == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `tells who did what and why, and of which records, without what became of them`(engine: Engine) async throws {
        try await engine.withJournal { journal in
            let day = Instant("2025-10-01T00:00:00Z")!
            var scribe = Scribe(.origin, keys: KeyRing(), register: noteRegister, dice: .machine)
            let notes = [Change(Note("N1", id: 1) { $0.author = Personal("Mẫu") }), Change(Note("N2", id: 2))]
            let first = try scribe.write(
                notes, by: Entry.Signatory("A", account: "C", way: "session", proposer: "B"), act: "edit",
                words: Entry.Words(reason: "of people", override: "urgent"), happened: day, recorded: day.adding(minutes: 1))
            let second = try scribe.write(
                [Change(removing: Reference(slot: Note.slot, number: 2))], by: Entry.Signatory("D"), act: "remove",
                words: Entry.Words(reason: "in the open"), happened: day, recorded: day.adding(minutes: 2))
            #expect(first.entry.sealedWords != nil && second.entry.sealedWords == nil)
            try await journal.append([first.entry, second.entry], keys: first.keys + second.keys)
            let heads = try await journal.heads(of: [2, 7, 1])
            #expect(heads == [second.entry.head, first.entry.head])
            #expect(heads.map(\.sequence) == [2, 1] && heads.map(\.actor) == ["D", "A"] && heads.map(\.act) == ["remove", "edit"])
            let keys = try await journal.keys()
            #expect(
                heads.map { $0.words(keys: keys) } == [
                    Entry.Words(reason: "in the open"), Entry.Words(reason: "of people", override: "urgent"),
                ])
            #expect(heads.map { $0.words(keys: KeyRing())?.reason } == ["in the open", nil])
            let (one, two) = (ChangedRecord(kind: "note", number: 1), ChangedRecord(kind: "note", number: 2))
            #expect(try await journal.changed(by: 1, limit: 9) == [one, two])
            #expect(try await journal.changed(by: 1, limit: 1) == [one])
            #expect(try await journal.changed(by: 2, limit: .max) == [two])
            #expect(try await journal.changed(by: 7, limit: 9) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `refuses entries that do not continue it, and keeps none of them`(engine: Engine) async throws {
        try await engine.withJournal { journal in
            var chain = Chain()
            try await journal.append([chain.entry("2025-10-01", [(1, "a")])], keys: [])
            var stranger = Chain()
            let entries = [stranger.entry("2025-10-02", [(1, "x")]), stranger.entry("2025-10-03", [(2, "y")])]
            await #expect(throws: JournalFailure.notAtHead) { try await journal.append(entries, keys: []) }
            #expect(try await journal.sight(.now) == ["N1=a"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `sees the ceremony by what had happened, by what was recorded and by entry`(engine: Engine) async throws {
        try await engine.withJournal { journal in
            var chain = Chain()
            try await journal.append(
                [
                    chain.entry("2025-10-01", [(1, "a")]),
                    chain.entry("2025-10-10", [(1, "b"), (2, "c")]),
                    chain.entry("2025-10-05", recorded: "2025-10-12", [(1, "late news")]),
                    chain.entry("2025-10-13", [(2, nil)]),
                ], keys: [])
            func end(_ day: String) -> Instant { Instant("\(day)T23:00:00Z")! }
            #expect(try await journal.sight(.now) == ["N1=b"])
            #expect(try await journal.sight(.happened(end("2025-10-01"))) == ["N1=a"])
            #expect(try await journal.sight(.happened(end("2025-10-06"))) == ["N1=late news"])
            #expect(try await journal.sight(.happened(end("2025-10-11"))) == ["N1=b", "N2=c"])
            #expect(try await journal.sight(.recorded(end("2025-10-06"))) == ["N1=a"])
            #expect(try await journal.sight(.recorded(end("2025-10-12"))) == ["N1=b", "N2=c"])
            #expect(try await journal.sight(.sequence(1)) == ["N1=a"])
            #expect(try await journal.sight(.sequence(4)) == ["N1=b"])
            #expect(try await journal.sight(.happened(.distantPast)) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `tells a record's versions in the order of what happened`(engine: Engine) async throws {
        try await engine.withJournal { journal in
            var chain = Chain()
            try await journal.append(
                [
                    chain.entry("2025-10-10", [(1, "b"), (2, "x")]), chain.entry("2025-10-01", recorded: "2025-10-11", [(1, "a")]),
                    chain.entry("2025-10-12", [(1, nil)]),
                ], keys: [])
            let versions = try await journal.versions(kind: "note", number: 1)
            #expect(versions.map(\.sequence) == [2, 1, 3])
            #expect(versions.last?.change.body == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `remembers the numbers of records that are gone`(engine: Engine) async throws {
        try await engine.withJournal { journal in
            var chain = Chain()
            try await journal.append([chain.entry("2025-10-10", [(1, "a"), (2, "b")]), chain.entry("2025-10-12", [(2, nil)])], keys: [])
            #expect(try await journal.lastNumbers() == ["note": 2])
        }
    }

    @Test(arguments: Engine.allCases)
    func `keeps keys until an entry erases them`(engine: Engine) async throws {
        try await engine.withJournal { journal in
            let keys = (1...3).map { noteKey($0) }
            var chain = Chain()
            try await journal.append([chain.entry("2025-10-01", [(1, "a")])], keys: keys)
            try await journal.append([chain.entry("2025-10-02", erasing: [keys[1]], [(1, "b")])], keys: [])
            #expect(Set(try await journal.keys().all) == [keys[0], keys[2]])
            #expect(try await journal.verify().damage == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `keeps the key of what is written, whatever came with entries that were refused`(engine: Engine) async throws {
        try await engine.withJournal { journal in
            let keys = (1...2).map { noteKey(7, byte: UInt8($0)) }
            var chain = Chain()
            let first = chain.entry("2025-10-01", [(1, "a")])
            let second = chain.entry("2025-10-01", [(1, "b")])
            await #expect(throws: JournalFailure.notAtHead) { try await journal.append([second], keys: [keys[0]]) }
            try await journal.append([first], keys: [keys[1]])
            #expect(try await journal.keys()[keys[1].identity] == keys[1])
        }
    }

    @Test(arguments: Engine.allCases, [11, 12, 13] as [UInt64])
    func `behaves like the simplest journal`(engine: Engine, seed: UInt64) async throws {
        try await engine.withJournal { journal in
            let model = MemoryJournal()
            var dice = SeededDice(seed: seed)
            var chain = Chain()
            for _ in 0..<40 {
                let entries = (0..<Int.random(in: 1...3, using: &dice)).map { _ in
                    chain.entry(
                        "2025-10-\(Int.random(in: 10...28, using: &dice))", recorded: "2025-11-01",
                        (0..<Int.random(in: 1...3, using: &dice)).map { _ in
                            (
                                UInt32.random(in: 1...9, using: &dice),
                                Int.random(in: 0..<5, using: &dice) == 0 ? nil : "t\(dice.next() % 100)"
                            )
                        })
                }
                try await journal.append(entries, keys: [])
                await #expect(throws: Never.self) { try await model.append(entries, keys: []) }
            }
            for day in 9...29 {
                let view = PointOfView.happened(Instant("2025-10-\(day < 10 ? "0" : "")\(day)T12:00:00Z")!)
                #expect(try await journal.sight(view) == model.sight(view), "seed \(seed), day \(day)")
            }
            #expect(try await journal.sight(.now) == model.sight(.now), "seed \(seed)")
            #expect(try await journal.versions(kind: nil, number: nil) == model.versions(kind: nil, number: nil), "seed \(seed)")
            let sequences = Array(1...chain.head.sequence)
            #expect(try await journal.heads(of: sequences) == model.heads(of: sequences), "seed \(seed)")
            for sequence in sequences {
                #expect(try await journal.changed(by: sequence, limit: 2) == model.changed(by: sequence, limit: 2), "seed \(seed)")
            }
            let verification = try await journal.verify()
            #expect(verification.damage == [] && verification.head == chain.head, "seed \(seed)")
        }
    }
}
