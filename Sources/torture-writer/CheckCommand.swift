import ArgumentParser
import Engine
import Foundation
import House
import Ledger
import LedgerSQLite

/// Opens a journal as a house would, proves it, and looks for every act that was ever acknowledged.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "Prove a journal and what was acknowledged")

    private struct Acknowledgement {
        let key: String
        let sequence: Int
        var client: Substring { key[..<(key.lastIndex(of: "-") ?? key.endIndex)] }
    }

    @Argument(help: "The journal's folder") var folder: String
    @Argument(help: "The lines `ack <key> <sequence>` that were said") var acks: String

    func run() async throws {
        let acknowledged = try readAcknowledged()
        do {
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let records = try await LoadedCeremony.opened(journal, now: machineClock()).picture.count
            let verification = try await journal.verify()
            let written = try await sequences(in: journal)
            let lost = acknowledged.filter { written[$0.key] != $0.sequence }
            let disordered = disordered(acknowledged)
            say(
                "entries \(verification.entries) records \(records) acknowledged \(acknowledged.count) lost \(lost.count) "
                    + "disordered \(disordered) damaged \(verification.damage.count)")
            for acknowledgement in lost.prefix(5) { say("lost \(acknowledgement.key) \(acknowledgement.sequence)") }
            for damage in verification.damage.prefix(5) { say("damage \(damage)") }
            guard lost.isEmpty, disordered == 0, verification.damage.isEmpty else { throw ExitCode(1) }
        } catch let failure as JournalFailure {
            end(failure)
        }
    }

    private func readAcknowledged() throws -> [Acknowledgement] {
        try String(contentsOfFile: acks, encoding: .utf8).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 3, words[0] == "ack", let sequence = Int(words[2]) else { return nil }
            return Acknowledgement(key: String(words[1]), sequence: sequence)
        }
    }

    private func sequences(in journal: SQLiteJournal) async throws(JournalFailure) -> [String: Int] {
        var sequences: [String: Int] = [:]
        var last = 0
        while true {
            let entries = try await journal.entries(after: last, limit: 10_000)
            guard let newest = entries.last else { return sequences }
            for entry in entries { sequences[entry.idempotencyKey] = entry.sequence }
            last = newest.sequence
        }
    }

    /// A client sends an act when the one before is acknowledged, so that none has a lower sequence than the one before.
    private func disordered(_ acknowledged: [Acknowledgement]) -> Int {
        var last: [Substring: Int] = [:]
        return acknowledged.count { acknowledgement in
            defer { last[acknowledgement.client] = acknowledgement.sequence }
            return acknowledgement.sequence < last[acknowledgement.client] ?? 0
        }
    }
}
