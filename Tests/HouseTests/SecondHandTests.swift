import Committee
import Engine
import Foundation
import House
import Ledger
import LedgerSQLite
import Rulebook
import Testing

/// What is said of a slip speaks of people whom nothing beside it names: by a record that names a record that names them.
@Suite struct `Whoever is named at second hand` {
    private let folder = Authority.dataFolder(for: "O-A")

    private func done(_ house: PoweredHouse, _ kind: String, _ code: String, _ contents: [(String, JSON)], reason: String = "") async {
        #expect(outcome(await house.ask(.edit, kind, code, contents, by: folder, reason: reason)) == "done", "\(kind) \(code)")
    }

    /// A house in which a waiver and a note are about the account of an officer who is somebody.
    private func withWords(_ body: (PoweredHouse) async throws -> Void) async throws {
        try await withPoweredHouse { house in
            for code in ["N-8", "N-9"] { await done(house, "person", code, [("family_name", .text("Test"))]) }
            await done(house, "officer", "O-C", [("person", .text("N-9"))])
            let about: [(String, JSON)] = [
                ("rule", .text("DAT-01")), ("variant", .text("kept")), ("subjects", .list([.text("account/CLERK")])),
            ]
            await done(house, "assignment", "AS-1", about + [("officer", .text("O-A")), ("note", .text("ZQ-NOTE"))], reason: "ZQ-REASON")
            try await body(house)
        }
    }

    private func gone(_ house: PoweredHouse) async throws {
        let assignment = house.chancery.published.picture.find(Assignment.self, "AS-1")
        #expect(assignment?.note == "" && assignment?.subjects == ["account/CLERK"])
        for past in try await Historian(house.journal).alterations(kind: "assignment", number: 1) {
            #expect(past.words?.reason != "ZQ-REASON")
            #expect((past.after as? Row<Assignment>)?.record.note != "ZQ-NOTE")
        }
        #expect(try await house.journal.verify().damage == [])
    }

    @Test func `takes the words of notes and waivers, and their reasons, with them`() async throws {
        try await withWords { house in
            #expect(outcome(await house.ask(.erase, "person", "N-8", by: folder)) == "done")
            #expect(house.chancery.published.picture.find(Assignment.self, "AS-1")?.note == "ZQ-NOTE", "it tells of another")
            #expect(outcome(await house.ask(.erase, "person", "N-9", by: folder)) == "done")
            try await gone(house)
        }
    }

    @Test func `takes them also where the record between them names another by now`() async throws {
        try await withWords { house in
            await done(house, "officer", "O-C", [("person", .text("N-8"))])
            #expect(outcome(await house.ask(.erase, "person", "N-9", by: folder)) == "done")
            try await gone(house)
        }
    }
}
