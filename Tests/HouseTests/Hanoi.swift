import Engine
import Exchange
import Foundation
import House
import Ledger
import LedgerSQLite
import Paperwork
import Phrases
import Rulebook
import Testing

/// The Hanoi ceremony, loaded once for all tests from the pack in the repository.
actor Hanoi {
    static let base = Hanoi(overlays: [])
    static let clean = Hanoi(overlays: ["Clean"])

    private let overlays: [String]
    private var loading: Task<SQLiteJournal, any Error>?

    private init(overlays: [String]) { self.overlays = overlays }

    static let root: URL = {
        var url = URL(filePath: #filePath)
        while !FileManager.default.fileExists(atPath: url.appending(path: "Package.swift").path) { url.deleteLastPathComponent() }
        return url
    }()

    static func packs(_ overlays: [String]) throws -> [Pack] {
        let base = root.appending(path: "Examples/Hanoi2025")
        return try [PackFolder.read(base)] + overlays.map { try PackFolder.read(base.appending(path: $0)) }
    }

    /// The journal, loaded when somebody first asks; it is left to the system's temporary folder when the tests end.
    func journal() async throws -> SQLiteJournal {
        let task = loading ?? Task { [overlays] in try await Hanoi.load(overlays) }
        loading = task
        return try await task.value
    }

    private static func load(_ overlays: [String]) async throws -> SQLiteJournal {
        let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-hanoi-\(UUID().uuidString)").path
        let journal = try SQLiteJournal(folder: folder, register: houseRegister)
        let now = Instant("2026-03-01T00:00:00Z")!
        let outcome = try await Chancery.load(
            packs(overlays), into: journal, actor: "import", reason: "test", happened: now, now: now,
            breakDown: { preconditionFailure("\($0)") })
        if case .refused(let findings) = outcome {
            let phrases = try Phrases.delivered(.english)
            for finding in findings.prefix(20) { Issue.record("\(finding.place(in: phrases)): \(finding.sentence(in: phrases))") }
            throw NotReadable()
        }
        return journal
    }

    /// The ceremony as of the end of a day.
    func opening(_ day: String) async throws -> LoadedCeremony {
        let journal = try await journal()
        let zone = try await LoadedCeremony.zone(of: journal, register: houseRegister)
        let end = Instant(milliseconds: zone.start(of: Day(day)!.adding(days: 1)).milliseconds - 1)
        return try await LoadedCeremony.opened(journal, view: .happened(end), now: end)
    }

    struct NotReadable: Error {}
}

extension LoadedCeremony {
    /// What the rules find, as `PRG-04 P-WS`.
    func slips() -> [String] {
        houseRulebook.check(picture, at: moment).map { slip in
            ([slip.variant.isEmpty ? slip.rule : "\(slip.rule):\(slip.variant)"] + slip.subjects.map { picture.code(of: $0) ?? "?" })
                .joined(separator: " ")
        }
    }
}
