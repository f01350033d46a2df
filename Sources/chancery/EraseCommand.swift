import ArgumentParser
import Engine
import Foundation
import House
import Ledger
import Parties
import Phrases
import Rulebook

/// Erases a person: the key is destroyed, so that no entry and no later backup can show the personal fields again.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Xóa dữ liệu cá nhân · Erase people's data")

    @Argument(help: "Mã người · The people's codes") var people: [String] = []
    @Flag(help: "Mọi người đã hết hạn lưu giữ · Everybody whose date has come") var due = false
    @Option(help: "Ai · By whom (officer's code)") var actor: String
    @Option(help: "Lý do · Why") var reason: String
    @OptionGroup var options: DataOptions

    func run() async throws {
        let voice = try options.speech.voice()
        guard due == people.isEmpty else { throw Stop(voice.phrases("cli.erase.whom")) }
        try await options.writing {
            let running = ActRunning(options, voice)
            let whom = due ? try await running.picture().peopleDue(at: machineClock()) : people
            guard !whom.isEmpty else { return say(voice.phrases("cli.erase.nobody")) }
            // An act has a bound; each takes the keys of all its people at once.
            for part in stride(from: 0, to: whom.count, by: ActBounds.records).map({ whom[$0...].prefix(ActBounds.records) }) {
                try await erase(Array(part), running, voice)
            }
        }
    }

    private func erase(_ whom: [String], _ running: ActRunning, _ voice: Voice) async throws {
        let proposals = whom.map { ActRequest.Proposal(kind: Person.code, code: $0) }
        let receipts = try await running.perform([ActRequest(act: .erase, actor: actor, reason: reason, proposals: proposals)])
        for receipt in receipts where receipt.proposal == nil {
            let facts = [Fact("entry", receipt.sequence)]
            say(
                whom.count == 1
                    ? voice.phrases("cli.erase.done", facts + [Fact("person", whom[0])])
                    : voice.phrases("cli.erase.many", facts + [Fact("count", whom.count)]))
        }
    }
}

/// The register of processing: which personal field is held for what, on what ground, seen by whom, until when.
struct ProcessingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "processing", abstract: "Sổ xử lý dữ liệu cá nhân · The register of personal-data processing")

    @OptionGroup var speech: SpeechOptions

    func run() throws {
        let voice = try speech.voice()
        for kind in houseRegister.kinds {
            for column in kind.columns {
                guard let processing = column.processing else { continue }
                say(
                    "\(kind.code).\(column.name)".filled(to: 32) + voice.phrases("purpose.\(processing.purpose.rawValue)").filled(to: 26)
                        + voice.phrases("basis.\(processing.basis.rawValue)").filled(to: 24)
                        + processing.seenBy.joined(separator: " ").filled(to: 12) + kept(processing.kept, voice))
            }
        }
    }

    private func kept(_ retention: Processing.Retention, _ voice: Voice) -> String {
        switch retention {
        case .daysAfterClosing(let days): voice.phrases("retention.days_after_closing", [Fact("days", days)])
        case .archive: voice.phrases("retention.archive")
        }
    }
}
