import ArgumentParser
import House

/// Every kind and field with what it may hold: what packs, acts and SQL views are written in.
struct KindsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kinds", abstract: "Các loại bản ghi và trường · Kinds of records and their fields")

    func run() { for line in WireCodes.lines() { print(line) } }
}
