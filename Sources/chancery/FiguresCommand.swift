import ArgumentParser
import Engine
import House
import Ledger
import Phrases
import Rulebook

/// Announced beside computed figures, each as of its own day.
struct FiguresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures", abstract: "Số liệu công bố và số liệu tính được · Announced and computed figures")

    @OptionGroup var options: DataOptions
    @Option(name: .customLong("as-of"), help: "2025-10-14") var asOf: String?

    func run() async throws {
        let voice = try options.speech.voice()
        let (journal, opening) = try await opened(options)
        let zone = opening.picture.zone
        let day: Day
        if let asOf {
            guard let given = Day(asOf) else { throw Stop(voice.phrases("cli.bad_time", [Fact("value", asOf)])) }
            day = given
        } else {
            day = zone.day(at: opening.moment)
        }
        do {
            let comparisons = try await FigureReport.comparisons(upTo: day, in: opening.picture) { day async throws(JournalFailure) in
                let end = Instant(milliseconds: zone.start(of: day.adding(days: 1)).milliseconds - 1)
                return try await LoadedCeremony.opened(journal, view: .happened(end), now: end).picture
            }
            say(head(voice))
            for comparison in comparisons { say(line(comparison, opening.picture, voice)) }
        } catch { throw try options.speech.stop(error) }
    }

    private func head(_ voice: Voice) -> String {
        voice.phrases("cli.figures.as_of").filled(to: 18) + voice.phrases("cli.figures.figure").filled(to: 52)
            + voice.phrases("cli.figures.announced").filled(to: 20) + voice.phrases("cli.figures.computed").filled(to: 12)
    }

    private func line(_ comparison: FigureComparison, _ picture: Picture, _ voice: Voice) -> String {
        let figure = comparison.figure.map { voice.name($0, in: picture) } ?? "—"
        let qualifier = comparison.qualifier == "exactly" ? "" : voice.phrases("word.\(comparison.qualifier)") + " "
        return voice.phrases.day(comparison.asOf).filled(to: 18) + figure.filled(to: 52)
            + (qualifier + voice.phrases.grouped(comparison.announced)).filled(to: 20)
            + (comparison.computed.map(voice.phrases.grouped) ?? "—").filled(to: 12)
            + voice.phrases("cli.figures.\(comparison.agreement.rawValue)") + "  (\(comparison.announcedBy))"
    }
}
