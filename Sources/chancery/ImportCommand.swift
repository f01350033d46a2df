import ArgumentParser
import Engine
import Exchange
import Foundation
import House
import Ledger
import Paperwork
import Parties
import Phrases
import Rulebook
import Server

/// Takes packs into the journal: everything, or nothing and a report of all that is wrong.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Nạp gói dữ liệu · Load packs",
        discussion: """
            Thư mục, zip, hoặc một danh sách CSV hay XLSX mang tên tệp của một loại; bản ghi của gói sau thay bản ghi của gói trước.
            A folder, a zip, or one list as CSV or XLSX under the name of a kind's file; records of a later pack replace those of an earlier one.
            """)

    @Argument(help: "Gói · Packs") var packs: [String]
    @Option(help: "Thư mục của sổ nhật ký · The journal's folder") var data: String?
    @OptionGroup var speech: SpeechOptions
    @OptionGroup var served: ServedHouseOptions
    @Option(help: "Ai nạp · By whom") var actor = "import"
    @Option(help: "Lý do · Why") var reason: String?
    @Option(help: "2025-10-14T01:00:00Z: chỉ những gì đã xảy ra đến lúc ấy · only what had happened by then") var until: String?

    @Flag(
        name: .customLong("replay"),
        help: "Cả những gì chỉ thao tác mới ghi, như đã ghi nơi khác · Also what only acts write, as it was recorded elsewhere")
    var replays = false

    func run() async throws {
        let voice = try speech.voice()
        let read = try packs.map { try pack($0, voice) }
        let words = reason ?? read.map(\.name).joined(separator: " + ")
        if let house = try served.house(voice) {
            guard data == nil, until == nil, !replays else { throw Stop(voice.phrases("cli.import.one_place")) }
            return try await house.send(read, reason: words, isTried: served.isTried, voice)
        }
        guard let data else { throw Stop(voice.phrases("cli.import.no_place")) }
        var options = try DataOptions.parse(["--data=\(data)"])
        options.speech = speech
        try await options.writing(anew: true) { [options] in try await take(read, words, options, voice) }
    }

    private func take(_ read: [Pack], _ words: String, _ options: DataOptions, _ voice: Voice) async throws {
        let languages = try Language.delivered.map(Phrases.delivered)
        let journal = try options.open()
        let last = try until.map { try moment($0, voice) }
        let now = last ?? machineClock()
        do {
            let outcome = try await Chancery.load(
                read, into: journal, actor: actor, reason: words, happened: now, now: now,
                upTo: last, replays: replays, vocabulary: Vocabulary(languages)
            ) { [voice] failure in
                warn(voice.failure(failure))
                Foundation.exit(70)
            }
            switch outcome {
            case .refused(let findings): throw refused(findings, voice)
            case .written(let entries, let versions, let unchanged):
                say(
                    voice.phrases(
                        "cli.import.done", [Fact("entries", entries), Fact("versions", versions), Fact("unchanged", unchanged)]))
            }
        } catch let denial as Denial {
            throw Stop(voice.denial(denial) { _ in "" })
        }
    }

    private func moment(_ text: String, _ voice: Voice) throws -> Instant {
        guard let instant = Instant(written: text) else {
            throw Stop(voice.phrases("cli.bad_moment", [Fact("value", text)]))
        }
        return instant
    }

    private func pack(_ path: String, _ voice: Voice) throws -> Pack {
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Stop(voice.phrases("cli.no_file", [Fact("file", path)]))
        }
        if isFolder.boolValue { return try PackFolder.read(URL(filePath: path)) }
        let file = URL(filePath: path)
        let bytes = Array(try Data(contentsOf: file))
        switch Pack.brought(bytes, as: file.lastPathComponent) {
        case .success(let pack): return pack
        case .failure(let finding): throw refused([finding], voice)
        }
    }

    private func refused(_ findings: [Finding], _ voice: Voice) -> Stop {
        let lines = findings.map { "  \($0.place(in: voice.phrases)): \($0.sentence(in: voice.phrases))" }
        return Stop(([voice.phrases("cli.import.refused", [Fact("count", findings.count)])] + lines).joined(separator: "\n"))
    }
}

/// Writes the ceremony as a pack, which importing reads back without a difference.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Xuất gói dữ liệu · Write a pack")

    @Argument(help: "Thư mục mới, tệp .zip hoặc .xlsx · A new folder, or a file .zip or .xlsx") var folder: String
    @OptionGroup var options: DataOptions
    @OptionGroup var view: ViewOptions
    @Flag(help: "Cả lịch sử · With the history") var history = false
    @Flag(name: .customLong("personal"), help: "Cả dữ liệu cá nhân · With personal data") var personal = false
    @Option(help: "Cán bộ xuất dữ liệu cá nhân, thí dụ BTK-HEAD · Who takes personal data out") var actor: String?

    func run() async throws {
        let voice = try options.speech.voice()
        let target = URL(filePath: folder)
        guard !FileManager.default.fileExists(atPath: target.path) else {
            throw Stop(voice.phrases("cli.export.exists", [Fact("folder", folder)]))
        }
        guard !history || view.isNow else { throw Stop(voice.phrases("cli.export.history")) }
        let (journal, opening) = try await opened(options, view)
        if personal { try await note(opening.picture, voice) }
        let writer = PackWriter(houseRegister, includingPersonal: personal)
        if target.pathExtension.lowercased() == "xlsx" {
            try Data(writer.workbook(of: opening.picture)).write(to: target, options: .atomic)
            return tell(1, writer, opening.picture, voice)
        }
        var files: [String: [UInt8]]
        if history {
            let versions = try await Historian(journal).versions()
            files = writer.files(of: versions, in: opening.picture)
        } else {
            files = writer.files(of: opening.picture)
        }
        if let manifest = opening.picture.manifest { files[PackManifest.file] = manifest.written }
        if target.pathExtension.lowercased() == "zip" {
            try Data(Archive.archive(files)).write(to: target, options: .atomic)
        } else {
            try PackFolder.write(files, to: target)
        }
        tell(files.count, writer, opening.picture, voice)
    }

    /// What was written, and what was not.
    private func tell(_ files: Int, _ writer: PackWriter, _ picture: Picture, _ voice: Voice) {
        let leftOut = writer.leftOut(of: picture)
        let written = picture.count - leftOut.reduce(0) { $0 + $1.count }
        say(voice.phrases("cli.export.done", [Fact("folder", folder), Fact("files", files), Fact("records", written)]))
        for (kind, count) in leftOut {
            let list = Fact("list", voice.phrases("kind.\(kind.code).many"))
            say(voice.phrases("cli.export.left_out", [list, Fact("count", count)]))
        }
    }

    /// Notes beside the journal who takes personal data out, before any of it is written: auditors see it with the exports of the pages.
    /// A house that is served meanwhile goes on: nothing is added to its journal.
    private func note(_ picture: Picture, _ voice: Voice) async throws {
        let copy = Credentials.Copy(export: "", kind: "", people: picture.all(Person.self).count, fields: [], format: "pack")
        do {
            _ = try await Credentials(folder: options.data).note(copy, for: actor ?? Authority.dataFolderName, at: machineClock())
        } catch {
            throw Stop(voice.phrases("cli.export.unnoted", [Fact("folder", options.data), Fact("why", "\(error)")]))
        }
    }
}
