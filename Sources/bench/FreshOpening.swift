import Engine
import Foundation
import House
import Ledger
import LedgerSQLite

/// What opening a journal takes in a process that has done nothing else: the benchmark starts itself anew for it.
struct FreshOpening {
    /// The hidden argument of the process that only opens.
    static let argument = "--opening"

    let wall: Double
    let processor: Double
    /// Resident memory in bytes.
    let memory: Double
    let records: Int

    var line: String { "\(wall) \(processor) \(memory) \(records)" }

    private init?(line: String) {
        let numbers = line.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        guard numbers.count == 4 else { return nil }
        self.init(wall: numbers[0], processor: numbers[1], memory: numbers[2], records: Int(numbers[3]))
    }

    private init(wall: Double, processor: Double, memory: Double, records: Int) {
        self.wall = wall
        self.processor = processor
        self.memory = memory
        self.records = records
    }

    /// Opens a journal in this process, until the first page could be shown.
    static func measured(folder: String) async throws -> FreshOpening {
        let watch = Stopwatch()
        let journal = try SQLiteJournal(folder: folder, register: houseRegister)
        let opening = try await LoadedCeremony.opened(journal, now: Hanoi.moment)
        let house = Chancery(opening, journal: journal, clock: { Hanoi.moment }, breakDown: { _ in exit(1) })
        let records = house.published.picture.count
        let time = watch.time
        return FreshOpening(wall: time.wall, processor: time.processor, memory: residentMemory(), records: records)
    }

    /// Opens it in a process of its own.
    static func inFreshProcess(folder: String) throws -> FreshOpening {
        let itself = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
        let output = try FreshProcess.output(itself, [argument, folder])
        guard let opening = FreshOpening(line: output) else {
            throw NotMeasurable("the fresh process said nothing")
        }
        return opening
    }

    private static func residentMemory() -> Double {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
            let kibibytes = line.split(whereSeparator: \.isWhitespace).compactMap({ Double($0) }).first
        else { return .infinity }
        return kibibytes * 1024
    }
}
