import ArgumentParser
import Engine
import House
import Ledger
import Paperwork
import Phrases
import Rulebook

/// Finds records by words, without their marks, in every kind.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Tìm trong mọi bản ghi · Find records by words")

    @Argument(help: "bo cong an | hoi truong") var words: [String]
    @OptionGroup var options: DataOptions
    @OptionGroup var view: ViewOptions
    @Flag(name: .customLong("personal"), help: "Cả dữ liệu cá nhân · Personal data too") var personal = false

    func run() async throws {
        let voice = try options.speech.voice()
        let (_, opening) = try await opened(options, view)
        let found = Search(opening.picture, includingPersonal: personal).records(matching: words.joined(separator: " "))
        for reference in found {
            let kind = opening.picture.register.kind(slot: reference.slot)?.code ?? ""
            let path = "\(kind)/\(opening.picture.code(of: reference) ?? "")"
            say("\(path.filled(to: 32)) \(voice.name(reference, in: opening.picture))")
        }
        say(voice.phrases("cli.search.sum", [Fact("count", found.count)]))
    }
}
