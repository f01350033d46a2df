import ArgumentParser
import Engine
import Foundation
import House
import Integrity
import Ledger
import Parties
import Phrases
import Rulebook

/// Erases a person: the key is destroyed, so that no entry and no later backup can show the personal fields again.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Xóa dữ liệu cá nhân · Erase people's data")

    @Argument(help: "Mã người · The people's codes") var people: [String] = []
    @Flag(help: "Mọi dữ liệu đã hết hạn lưu giữ · Everything whose date has come, of everybody") var due = false
    @Option(help: "Hạn giữ đến hết ngày này · What was to be kept until this day or an earlier one (with --due)") var until: String?
    @Option(help: "Loại hoặc trường: person, person.document · Kinds or fields (with --due)") var part: [String] = []
    @Option(help: "Ai · By whom (officer's code)") var actor: String
    @Option(help: "Lý do · Why") var reason: String
    @OptionGroup var options: DataOptions

    func run() async throws {
        let voice = try options.speech.voice()
        guard due == people.isEmpty, due || until == nil && part.isEmpty, until.map({ Day($0) != nil }) ?? true else {
            throw Stop(voice.phrases("cli.erase.whom"))
        }
        try await options.writing {
            let running = ActRunning(options, voice)
            if due { return try await eraseDue(running, voice) }
            // An act has a bound; each takes the keys of all its people at once.
            for part in stride(from: 0, to: people.count, by: ActBounds.records).map({ people[$0...].prefix(ActBounds.records) }) {
                try await erase(Array(part), running, voice)
            }
        }
    }

    /// One entry for everybody, by the one officer who is named: whoever has the folder of a closed house needs no other for what is due.
    private func eraseDue(_ running: ActRunning, _ voice: Voice) async throws {
        let picture = try await running.picture()
        let now = machineClock()
        guard !DataDue(picture, on: picture.zone.day(at: now), until: until.flatMap { Day($0) }, parts: part).due.isEmpty else {
            return say(voice.phrases("cli.erase.nothing"))
        }
        var proposal = ActRequest.Proposal(kind: Erasure.code, code: "")
        if let until { proposal.contents.append(("last_day", .text(until))) }
        if !part.isEmpty { proposal.contents.append(("parts", .list(part.map { .text($0) }))) }
        try await running.perform([ActRequest(act: .eraseDue, actor: actor, reason: reason, proposals: [proposal])])
        guard let erasure = try await running.picture().all(Erasure.self).last else { return }
        say(
            voice.phrases(
                "cli.erase.due",
                [
                    Fact("people", erasure.people), Fact("values", erasure.values), Fact("wholly", erasure.wholly),
                    Fact("left", erasure.leftOut), Fact("holds", erasure.holds.joined(separator: ", ")),
                ]))
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
