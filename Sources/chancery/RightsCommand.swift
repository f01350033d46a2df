import ArgumentParser
import House
import Mounting

/// Who may do what, as the engine answers it for each role.
struct RightsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rights", abstract: "Ai được làm gì · Who may do what")

    func run() { for line in RightsTable.lines() { print(line) } }
}
