import ArgumentParser
import Engine
import Foundation
import House
import Ledger
import Paperwork
import Phrases
import Rulebook

/// Who changed a record, when and why, and what each change altered.
struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Lịch sử của một bản ghi · The history of a record")

    @Argument(help: "delegation/VNM") var record: String
    @OptionGroup var options: DataOptions

    func run() async throws {
        let voice = try options.speech.voice()
        let (journal, opening) = try await opened(options)
        let parts = record.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = houseRegister.kind(parts[0]),
            let number = opening.picture[slot: kind.slot].number(of: parts[1])
        else { throw Stop(voice.phrases("cli.no_record", [Fact("record", record)])) }
        do {
            let alterations = try await Historian(journal).alterations(kind: kind.code, number: number)
            say(voice.name(Reference(slot: kind.slot, number: number), in: opening.picture))
            for alteration in alterations { AlterationText(alteration, opening.picture, voice).lines.forEach { say($0) } }
        } catch { throw try options.speech.stop(error) }
    }
}

/// What changed between two moments, by whom and why.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Khác biệt giữa hai thời điểm · What changed between two moments")

    @OptionGroup var options: DataOptions
    @Option(help: "2025-10-14 | 2025-10-14T03:00:00Z") var from: String
    @Option(help: "2025-10-15 | 2025-10-15T03:00:00Z") var to: String
    @Option(help: "Chỉ một loại, thí dụ delegation · One kind only") var kind: String?

    func run() async throws {
        let voice = try options.speech.voice()
        let (journal, opening) = try await opened(options)
        if let kind, houseRegister.kind(kind) == nil { throw Stop(voice.phrases("refusal.unknown_kind", [Fact("kind", kind)])) }
        let start = try await instant(from, journal)
        let end = try await instant(to, journal)
        do {
            let alterations = try await Historian(journal).alterations(kind: kind, after: start, upTo: end)
            for alteration in alterations {
                say(voice.name(alteration.reference, in: opening.picture))
                AlterationText(alteration, opening.picture, voice).lines.forEach { say($0) }
            }
            say(voice.phrases("cli.diff.sum", [Fact("count", alterations.count)]))
        } catch { throw try options.speech.stop(error) }
    }

    private func instant(_ text: String, _ journal: some Journal) async throws -> Instant {
        if let instant = Instant(text) { return instant }
        guard let day = Day(text) else { throw Stop(try options.speech.voice().phrases("cli.bad_time", [Fact("value", text)])) }
        let zone = try await LoadedCeremony.zone(of: journal, register: houseRegister)
        return Instant(milliseconds: zone.start(of: day.adding(days: 1)).milliseconds - 1)
    }
}

/// One alteration in lines: the entry, then each field before → after. What is sealed is named, never shown.
struct AlterationText {
    private let alteration: Alteration
    private let picture: Picture
    private let voice: Voice

    init(_ alteration: Alteration, _ picture: Picture, _ voice: Voice) {
        self.alteration = alteration
        self.picture = picture
        self.voice = voice
    }

    var lines: [String] {
        let entry = alteration.entry
        let when = voice.phrases.moment(Moment(entry.happened, in: picture.zone))
        let who = voice.phrases.signatories(of: entry) { $0 }
        var lines = ["  #\(entry.sequence)  \(when)  \(who)  \(entry.act)  \(voice.phrases.reason(alteration.words))"]
        guard let kind = picture.register.kind(slot: alteration.reference.slot) else { return lines }
        if alteration.after == nil { return lines + ["      \(voice.phrases("cli.removed"))"] }
        for place in alteration.columns(of: kind) {
            let column = kind.columns[place]
            let label = voice.field(column, of: kind)
            if column.isSealed {
                lines.append("      \(label): •••")
            } else {
                let before = voice.value(alteration.before?.value(place) ?? .absent, of: column, kind, in: picture)
                let after = voice.value(alteration.after?.value(place) ?? .absent, of: column, kind, in: picture)
                lines.append(alteration.before == nil ? "      \(label): \(after)" : "      \(label): \(before) → \(after)")
            }
        }
        return lines
    }
}
