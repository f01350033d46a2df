import ArgumentParser
import Engine
import Foundation
import House
import Ledger
import Phrases
import Rulebook

/// Judges the ceremony by every rule and says what is wrong, desk by desk.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Kiểm tra theo mọi quy tắc · Check against every rule")

    enum Format: String, ExpressibleByArgument { case text, json }

    @OptionGroup var options: DataOptions
    @OptionGroup var view: ViewOptions
    @Option(help: "text | json") var format = Format.text
    @Option(help: "Chỉ một bộ phận, thí dụ PRG · One desk only, such as PRG") var desk: String?
    @Flag(help: "Mọi vấn đề, không rút gọn · Every problem, none left out") var all = false

    func run() async throws {
        let (_, opening) = try await opened(options, view)
        let slips = houseRulebook.check(opening.picture, at: opening.moment).filter { desk == nil || $0.desk == desk }
        let open = slips.filter { opening.picture.waiver(for: $0, at: opening.moment) == nil }
        let report = CheckReport(slips: open, waived: slips.count - open.count, opening: opening, voice: try options.speech.voice())
        switch format {
        case .text: say(report.text(limit: all ? .max : 3))
        case .json: say(report.json)
        }
        if open.contains(where: { $0.severity == .stop }) { throw ExitCode(1) }
    }
}
