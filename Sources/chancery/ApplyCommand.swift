import ArgumentParser
import Engine
import Foundation
import House
import Ledger
import Phrases
import Rulebook

/// Performs acts given as JSON, one after another, so that a script can drive everything.
struct ApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Thực hiện các thao tác cho bằng JSON · Perform acts given as JSON")

    @Argument(help: "Tệp JSON, hoặc - · A JSON file, or -") var file: String
    @OptionGroup var options: DataOptions
    @Flag(name: .customLong("what-if"), help: "Chỉ thử, không ghi · Only try; write nothing") var whatIf = false

    func run() async throws {
        let voice = try options.speech.voice()
        let requests = try read(voice)
        // What is only tried is written nowhere: it may be tried beside a served house.
        if whatIf { return try await ActRunning(options, voice).tryOut(requests) }
        try await options.writing { try await ActRunning(options, voice).perform(requests) }
    }

    private func read(_ voice: Voice) throws -> [ActRequest] {
        let bytes: Data
        do {
            bytes = try file == "-" ? FileHandle.standardInput.readToEnd() ?? Data() : Data(contentsOf: URL(filePath: file))
        } catch {
            throw Stop(voice.phrases("cli.no_file", [Fact("file", file)]))
        }
        do {
            return try ActRequest.reading(try JSON(parsing: bytes))
        } catch let mistake as JSONMistake {
            throw Stop(
                voice.phrases("json.\(mistake.reason.rawValue)", [Fact("file", file), Fact("offset", mistake.offset)]))
        } catch let refusal as Refusal {
            throw Stop(voice.refusal(refusal) { _ in "" })
        }
    }
}
