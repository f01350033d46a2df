import Engine
import Exchange
import Foundation
import GRDB
import House
import Ledger
import LedgerSQLite
import Paperwork
import Rulebook

/// M6, the ledger's half: acts of sixteen clients, each acknowledged when it is durable, beside bare commits of SQLite.
struct DurableMeasure {
    private static let clients = 16
    private static let acts = 250

    func figures() async throws -> [Figure] {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let house = try await opened(scratch.path("journal"))
        var acted: [Double] = []
        var raw: [Double] = []
        var processor: [Double] = []
        for run in 0..<3 {
            raw.append(try commits(in: scratch.path("raw-\(run)")))
            let watch = Stopwatch()
            try await act(on: house, run: run)
            let count = Double(DurableMeasure.clients * DurableMeasure.acts)
            acted.append(count / watch.time.wall)
            processor.append(watch.time.processor / count)
        }
        let ours = Spread(acted)
        let theirs = Spread(raw)
        let share = ours.median / theirs.median
        let each = Spread(processor).text(.microseconds)
        return [
            Figure(
                measure: "M6", name: "durable acts of \(DurableMeasure.clients) clients, Hanoi with all rules",
                figure: "\(Int(share * 100)) % of raw SQLite: \(ours.text(.perSecond("acts"))), \(each) of a processor each",
                aim: "≥ 100 %",
                baseline: "raw SQLite, one row a transaction, \(theirs.text(.perSecond("commits")))", isReached: share >= 1)
        ]
    }

    private func opened(_ folder: String) async throws -> Chancery {
        let journal = try SQLiteJournal(folder: folder, register: houseRegister)
        let outcome = try await Chancery.load(
            [try Hanoi.pack()], into: journal, actor: "BENCH", reason: "bench", happened: Hanoi.moment, now: Hanoi.lastMoment,
            breakDown: { _ in exit(1) })
        guard case .written = outcome else { throw NotMeasurable("the pack of the Hanoi ceremony was refused") }
        let opening = try await LoadedCeremony.opened(journal, view: .happened(Hanoi.moment), now: Hanoi.moment)
        return Chancery(opening, journal: journal, clock: { Hanoi.moment }, breakDown: { _ in exit(1) })
    }

    /// Every client writes notes on delegations of its own, one after another.
    private func act(on house: Chancery, run: Int) async throws {
        let delegations = house.published.picture.codes(of: "delegation")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<DurableMeasure.clients {
                group.addTask {
                    for act in 0..<DurableMeasure.acts {
                        let code = delegations[(client + act * DurableMeasure.clients) % delegations.count]
                        let note = JSON.text("run \(run), client \(client), act \(act)")
                        let proposal = ActRequest.Proposal(kind: "delegation", code: code, contents: [("note", note)])
                        _ = try await house.perform(ActRequest(act: .edit, actor: "BENCH", proposals: [proposal])).get()
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// How many rows a second SQLite itself commits durably in the journal's mode.
    private func commits(in folder: String) throws -> Double {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let pool = try DatabasePool(path: folder + "/raw.sqlite")
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL; CREATE TABLE line(number INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
        }
        let body = String(repeating: "a note on a delegation ", count: 16)
        let count = 2000
        let time = try Stopwatch.time {
            for _ in 0..<count {
                try pool.write { try $0.cachedStatement(sql: "INSERT INTO line(body) VALUES (?)").execute(arguments: [body]) }
            }
        }.time
        try pool.close()
        return Double(count) / time.wall
    }
}

extension Picture {
    /// The codes of every record of a kind.
    fileprivate func codes(of kind: String) -> [String] {
        var codes: [String] = []
        if let slot = register.kind(kind)?.slot { self[slot: slot].forEach { codes.append($0.code) } }
        return codes
    }
}
