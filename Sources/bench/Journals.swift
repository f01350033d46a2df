import Accreditation
import Engine
import Exchange
import Foundation
import House
import Ledger
import LedgerSQLite
import Parties
import Rulebook
import RulebookTesting

/// The journals that several measures open, each made once a run: the Hanoi ceremony, a crowd, and a long history.
actor Journals {
    private let scratch: ScratchFolder
    private var made: [String: String] = [:]

    init(in scratch: ScratchFolder) { self.scratch = scratch }

    /// The folder of a journal with so many people and so many changes, one an entry.
    func folder(people: Int, changes: Int) async throws -> String {
        let name = "journal-\(people)-\(changes)"
        if let folder = made[name] { return folder }
        let folder = scratch.path(name)
        var maker = try JournalMaker(folder: folder)
        try await maker.make(people: people, changes: changes)
        made[name] = folder
        return folder
    }
}

/// Writes a journal whose current state is a crowded ceremony and whose history is as long as wished.
struct JournalMaker {
    /// The hidden argument of the process that only writes one, for what serves it: the folder, how many people, how many changes.
    static let argument = "--journal"

    private static let batch = 10_000
    private static let before = Hanoi.moment.adding(minutes: -24 * 60)

    private let journal: SQLiteJournal
    private var keys = KeyRing()
    private var dice = SeededDice(seed: 1_000_000)
    private var head = Head.origin
    private var written = 0

    init(folder: String) throws { journal = try SQLiteJournal(folder: folder, register: houseRegister) }

    mutating func make(people: Int, changes count: Int) async throws {
        let picture = try Picture.crowded(people)
        var rows: [any AnyRow] = []
        for kind in houseRegister.kinds { picture[slot: kind.slot].forEach { rows.append($0) } }
        let often = rows.filter { [Person.slot, Application.slot, Badge.slot].contains($0.slot) }
        try await append(rows.count) { place, _ in rows[place] }
        try await append(max(0, count - rows.count)) { _, dice in often[Int.random(in: 0..<often.count, using: &dice)] }
        try journal.close()
    }

    /// One entry a change: a record's first version, or its next one.
    private mutating func append(_ count: Int, _ row: (Int, inout SeededDice) -> any AnyRow) async throws {
        for start in stride(from: 0, to: count, by: JournalMaker.batch) {
            var entries: [Entry] = []
            var fresh: [SealingKey] = []
            for place in start..<min(count, start + JournalMaker.batch) {
                entries.append(try entry(Change(row(place, &dice)), &fresh))
            }
            try await journal.append(entries, keys: fresh)
        }
    }

    private mutating func entry(_ change: Change, _ fresh: inout [SealingKey]) throws -> Entry {
        written += 1
        let stored = try houseRegister.stored(change, sequence: written) { owner in
            if let key = keys[owner] { return key }
            let key = SealingKey(of: owner, from: &dice)
            keys.insert(key)
            fresh.append(key)
            return key
        }
        let happened = Instant(milliseconds: JournalMaker.before.milliseconds + Int64(written))
        let entry = Entry(
            sequence: written, happened: happened, recorded: happened, signatory: Entry.Signatory("BENCH"), act: ActName.edit.rawValue,
            words: Entry.Words(),
            idempotencyKey: "", changes: [stored], previous: head.hash)
        head = Head(sequence: written, hash: entry.hash)
        return entry
    }
}
