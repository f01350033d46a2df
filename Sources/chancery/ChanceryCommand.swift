import ArgumentParser
import Foundation

@main
struct ChanceryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chancery",
        abstract: "Chuẩn bị và điều hành lễ ký điều ước · Prepare and run a treaty signing ceremony",
        subcommands: [
            ServeCommand.self, ImportCommand.self, ExportCommand.self, CheckCommand.self, ApplyCommand.self, DoCommand.self,
            FiguresCommand.self,
            SearchCommand.self,
            HistoryCommand.self, DiffCommand.self, VerifyCommand.self, BackupCommand.self, RestoreCommand.self, EraseCommand.self,
            ProcessingCommand.self, KindsCommand.self, RightsCommand.self, PagesCommand.self,
        ])

    static func main() async {
        // Whatever the house writes is for its owner alone, wherever it lies.
        umask(0o077)
        await main(nil)
    }
}
