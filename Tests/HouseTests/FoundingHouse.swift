import Committee
import Engine
import Foundation
import House
import Ledger
import LedgerSQLite
import Parties
import Rulebook
import RulebookTesting
import Testing

func withFolder<Answer>(_ body: (String) async throws -> Answer) async throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

let morning = Instant("2025-10-14T01:00:00Z")!

/// A rule of the tests: a body without a parent may not be renamed by the act of the tests.
let bodiesHaveParents = Rule("CMD-99", .stop, about: Body.self, stops: [ActName("found")]) { body, see in
    if body.parent == nil, body.kind == .department { see.slip(on: body.reference, mend: .edit(body.id, "parent")) }
}
let founding = Act(
    ActName("found"), makes: Body.self, orChanges: true,
    asks: [.must(\.kind), .must(\.nameVietnamese), .must(\.nameEnglish), .may(\.parent)], fills: [.field(\.validFrom)]
) { body, doing throws(Refusal) in
    body.validFrom = body.validFrom ?? doing.day
}

/// What must not be has come about.
struct Failed: Error {}

/// What is asked of a house with one rule and one act of its own, whose disk may be full.
protocol FoundingHouse {}

extension FoundingHouse {
    func withHouse(_ body: (Chancery, FullDisk<SQLiteJournal>, SQLiteJournal) async throws -> Void) async throws {
        try await withFolder { folder in
            let sqlite = try SQLiteJournal(folder: folder, register: houseRegister)
            let disk = FullDisk(sqlite)
            let opening = try await LoadedCeremony.opened(disk, now: morning)
            let house = Chancery(
                opening, journal: disk, rulebook: Rulebook([bodiesHaveParents]), acts: [founding] + houseActs.filter { $0.name == .erase },
                clock: { morning },
                breakDown: { failure in preconditionFailure("\(failure)") })
            try await body(house, disk, sqlite)
        }
    }

    func found(
        _ code: String, kind: String = "ministry", act: String = "edit", key: String = "", override: String = "", actor: String = "HEAD",
        _ extra: [(String, JSON)] = []
    ) -> ActRequest {
        ActRequest(
            act: ActName(act), actor: actor, idempotencyKey: key, overrideReason: override,
            proposals: [
                .init(
                    kind: "body", code: code,
                    contents: [("kind", .text(kind)), ("name_vi", .text("Bộ \(code)")), ("name_en", .text("Ministry \(code)"))] + extra)
            ])
    }

    func refusal(_ result: Result<Receipt, Denial>) -> String? {
        if case .failure(.refused(let refusal)) = result { Reading.told(refusal) } else { nil }
    }
}
