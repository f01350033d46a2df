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
        commandName: "erase", abstract: "Xóa dữ liệu cá nhân của một người · Erase a person's data")

    @Argument(help: "Mã người · The person's code") var person: String
    @Option(help: "Ai · By whom (officer's code)") var actor: String
    @Option(help: "Lý do · Why") var reason: String
    @OptionGroup var options: DataOptions

    func run() async throws {
        let voice = try options.speech.voice()
        let request = ActRequest(act: .erase, actor: actor, reason: reason, proposals: [.init(kind: Person.code, code: person)])
        try await options.writing {
            let receipts = try await ActRunning(options, voice).perform([request])
            for receipt in receipts where receipt.proposal == nil {
                say(voice.phrases("cli.erase.done", [Fact("person", person), Fact("entry", receipt.sequence)]))
            }
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
