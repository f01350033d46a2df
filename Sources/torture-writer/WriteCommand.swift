import ArgumentParser
import Engine
import Foundation
import House
import Ledger
import LedgerSQLite

/// Several clients perform small acts at once; each acknowledged act is one line `ack <key> <sequence>`.
struct WriteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "write", abstract: "Write until killed, or a number of acts")

    @Argument(help: "The journal's folder") var folder: String
    @Option(help: "Clients that write at once") var clients = 8
    @Option(help: "Acts of each client; without it they never end") var acts: Int?
    @Option(help: "Seed of leaps that the clock makes, of up to a year, about every hundredth time that it is asked") var leaps: UInt64?
    @Flag(help: "Read all the while as well, and say `read <records published> <records in the journal>`") var look = false

    func run() async throws {
        do {
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let opening = try await LoadedCeremony.opened(journal, now: machineClock())
            let clock = leaps.map { LeapingClock(seed: $0).now } ?? machineClock
            let house = Chancery(opening, journal: journal, clock: clock, breakDown: end)
            // A house that is served has slept before anybody comes: what sleeping needs of the machine is there.
            try await Task.sleep(for: .milliseconds(1))
            say("ready \(opening.head.sequence)")
            try await work(in: house, journal, since: opening.head.sequence)
            say("done")
            // A house that ends closes nothing: the next one finds the write-ahead log as it is.
            withExtendedLifetime(journal) { Foundation.exit(0) }
        } catch let failure as JournalFailure {
            end(failure)
        }
    }

    private func work(in house: Chancery, _ journal: SQLiteJournal, since start: Int) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            if look { group.addTask { try await read(house, journal) } }
            for number in 1...clients {
                let client = Client(house: house, name: "\(number)", run: start)
                group.addTask { try await client.work(acts: acts ?? .max) }
            }
            try await group.waitForAll()
        }
    }

    /// What readers do: look at the published picture, and open the ceremony from the journal.
    private func read(_ house: Chancery, _ journal: SQLiteJournal) async throws {
        while true {
            let published = house.published.picture.count
            let opened = try await LoadedCeremony.opened(journal, now: machineClock()).picture.count
            say("read \(published) \(opened)")
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}
