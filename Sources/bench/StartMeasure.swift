import Foundation
import GRDB

/// M5: from a journal of 1,000,000 changes to the first page, in a process that has just begun.
struct StartMeasure {
    let journals: Journals

    func figures() async throws -> [Figure] {
        var figures: [Figure] = []
        for people in [10_000, 100_000] {
            let folder = try await journals.folder(people: people, changes: 1_000_000)
            let openings = try (0..<3).map { _ in try FreshOpening.inFreshProcess(folder: folder) }
            let wall = Spread(openings.map(\.wall))
            let processor = Spread(openings.map(\.processor))
            let raw = try Spread(runs: 3) { try Stopwatch.time { try read(folder) }.time.wall }
            figures.append(
                Figure(
                    measure: "M5", name: "start from 1,000,000 changes, \(people) people",
                    figure: "\(wall.text(.seconds)) by the clock, \(processor.text(.seconds)) of a processor", aim: "≤ 3 s",
                    baseline: "raw SQLite reads the same current state in \(raw.text(.seconds))", isReached: wall.median <= 3))
        }
        return figures
    }

    /// Reads every column of the current state and makes nothing of it.
    private func read(_ folder: String) throws -> Int {
        let queue = try DatabaseQueue(path: folder + "/journal.sqlite")
        return try queue.read { database in
            var bytes = 0
            let rows = try Row.fetchCursor(database, sql: "SELECT kind, number, body, sealed, subject, sequence, happened FROM current")
            while let row = try rows.next() {
                let body: String? = row[2]
                let sealed: String? = row[3]
                bytes += (body?.utf8.count ?? 0) + (sealed?.utf8.count ?? 0)
            }
            return bytes
        }
    }
}
