import ArgumentParser
import Exchange
import Foundation
import Ledger
import Phrases
import Rulebook
import Server

/// To which house in use a pack is sent, and with which token.
struct ServedHouseOptions: ParsableArguments {
    @Option(name: .customLong("to"), help: "Địa chỉ của máy chủ đang chạy · The address of a house that is served") var address: String?
    @Option(name: .customLong("token-file"), help: "Tệp chứa mã truy cập, hoặc CHANCERY_TOKEN · A file with the token, or CHANCERY_TOKEN")
    var file: String?

    @Flag(name: .customLong("what-if"), help: "Cùng --to: chỉ xem · With --to: only what it would do") var isTried = false

    /// The house; nil where none is named.
    ///
    /// A token stands in a file that others cannot read or in the environment, and never among a process's arguments.
    func house(_ voice: Voice) throws -> RunningHouse? {
        guard let address else {
            guard file == nil, !isTried else { throw Stop(voice.phrases("cli.import.no_place")) }
            return nil
        }
        let written = try file.map { path in
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw Stop(voice.phrases("cli.no_file", [Fact("file", path)]))
            }
            return text
        }
        let token = (written ?? ProcessInfo.processInfo.environment["CHANCERY_TOKEN"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !token.isEmpty, !token.contains(where: \.isWhitespace) else { throw Stop(voice.phrases("cli.import.no_token")) }
        guard let house = RunningHouse(address, token: token) else {
            throw Stop(voice.phrases("cli.import.bad_house", [Fact("address", address)]))
        }
        return house
    }
}

extension RunningHouse {
    /// Sends packs one after another, each to be taken in whole or not at all; the first refusal ends it.
    func send(_ packs: [Pack], reason: String, isTried: Bool, _ voice: Voice) async throws {
        for pack in packs {
            let reply: Reply
            do {
                reply = try await send(
                    archive: try Archive.archive(pack.files), reason: reason, language: voice.phrases.language.rawValue, isTried: isTried)
            } catch let failure as Undelivered {
                throw Stop(voice.phrases("cli.import.undelivered", [Fact("address", address), Fact("why", failure.why)]))
            }
            let json = (try? JSON(parsing: reply.bytes)) ?? .null
            guard reply.status == 200 else { throw Stop(refusal(reply.status, json, voice)) }
            tell(pack.name, json, isTried: isTried, voice)
        }
    }

    private func tell(_ name: String, _ json: JSON, isTried: Bool, _ voice: Voice) {
        func count(_ name: String, of json: JSON) -> Fact { Fact(name, Int(json[name]?.integer ?? 0)) }
        let counts = ["versions", "entries", "unchanged"].map { count($0, of: json) }
        say(voice.phrases(isTried ? "cli.import.would" : "cli.import.sent", [Fact("name", name), Fact("address", address)] + counts))
        for line in json["kinds"]?.list ?? [] {
            let kind = voice.phrases("kind.\(line["kind"]?.text ?? "").many")
            say(voice.phrases("cli.import.kind", [Fact("kind", kind)] + ["new", "changed", "removed"].map { count($0, of: line) }))
        }
    }

    /// What the house says against it, by file, row and column where that is what it says.
    private func refusal(_ status: Int, _ json: JSON, _ voice: Voice) -> String {
        let error = json["error"]
        guard let findings = error?["findings"]?.list else {
            return voice.phrases(
                "cli.import.answer",
                [Fact("address", address), Fact("status", status), Fact("message", error?["message"]?.text ?? "–")])
        }
        let lines = findings.map { "  \($0["place"]?.text ?? ""): \($0["message"]?.text ?? "")" }
        let count = error?["count"]?.integer.map { Int($0) } ?? findings.count
        return ([voice.phrases("cli.import.refused", [Fact("count", count)])] + lines).joined(separator: "\n")
    }
}
