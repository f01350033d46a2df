import ArgumentParser
import Foundation
import House
import Ledger
import LedgerSQLite
import Phrases
import Rulebook
import Server

/// A passphrase comes from a file or the environment, never from the command line, where others could read it.
struct PassphraseOptions: ParsableArguments {
    @Option(
        name: .customLong("passphrase-file"),
        help: "Tệp chứa mật khẩu, hoặc biến CHANCERY_PASSPHRASE · File with the passphrase, or CHANCERY_PASSPHRASE")
    var file: String?

    func passphrase(_ voice: Voice) throws -> String {
        if let file {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw Stop(voice.phrases("cli.no_file", [Fact("file", file)]))
            }
            return text.trimmingCharacters(in: .newlines)
        }
        guard let text = ProcessInfo.processInfo.environment["CHANCERY_PASSPHRASE"], !text.isEmpty else {
            throw Stop(voice.phrases("cli.backup.no_passphrase"))
        }
        return text
    }
}

extension Backup.Failure {
    func text(_ voice: Voice) -> String {
        switch self {
        case .notABackup: voice.phrases("cli.backup.not_a_backup")
        case .wrongPassphrase: voice.phrases("cli.backup.wrong_passphrase")
        case .damaged: voice.phrases("cli.backup.damaged")
        case .folderNotEmpty: voice.phrases("cli.backup.folder_not_empty")
        case .weakPassphrase: voice.phrases("cli.backup.weak_passphrase", [Fact("count", Backup.shortestPassphrase)])
        }
    }
}

extension ErasedFault {
    func text(_ voice: Voice) -> String {
        switch self {
        case .ofOld: voice.phrases("cli.restore.list_of_old")
        case .broken(let after): voice.phrases("cli.restore.list_broken", [Fact("count", after)])
        case .otherHouse: voice.phrases("cli.restore.list_of_another")
        case .lacks(let count): voice.phrases("cli.restore.list_lacks", [Fact("count", count)])
        case .behind(let number): voice.phrases("cli.restore.list_behind", [Fact("number", number)])
        }
    }
}

/// A consistent copy of the journal under a passphrase, made while it is in use.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Sao lưu, mã hóa bằng mật khẩu · Back up under a passphrase")

    @Argument(help: "Tệp đích · The file to write") var file: String
    @OptionGroup var options: DataOptions
    @OptionGroup var secret: PassphraseOptions

    func run() async throws {
        let voice = try options.speech.voice()
        let journal = try options.openExisting()
        let phrase = try secret.passphrase(voice)
        do {
            // What left is noted before it leaves: what is read first may lack the last copies, and never tells of one that nobody had.
            let copies = try Credentials.copies(in: options.data)
            try await Backup.write(
                journal, to: URL(filePath: file), passphrase: phrase,
                beside: copies.map { [Credentials.copiesName: $0] } ?? [:])
            let head = try await journal.head()
            say(voice.phrases("cli.backup.done", [Fact("file", file), Fact("entry", head.sequence)]))
        } catch let failure as Backup.Failure { throw Stop(failure.text(voice)) } catch let failure as JournalFailure {
            throw Stop(voice.failure(failure))
        }
    }
}

/// Lays a backup out beside an empty folder, proves it, and only then gives it the folder's name.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Phục hồi từ bản sao lưu · Restore a backup")

    @Argument(help: "Tệp sao lưu · The backup") var file: String
    @OptionGroup var options: DataOptions
    @OptionGroup var secret: PassphraseOptions
    @Option(
        name: .customLong("erased"),
        help: "Tệp erased.list mới nhất: ai đã xóa thì không trở lại · The newest erased.list: who was erased does not come back")
    var lists: [String] = []
    @Flag(name: .customLong("none-erased"), help: "Từ bản sao lưu đến nay không xóa ai · Nobody was erased since the backup")
    var isNobodyErased = false
    @Flag(
        name: .customLong("erased-unproved"),
        help: "Dùng erased.list dù không chứng minh được là đủ · Take an erased.list that is not proved whole")
    var isUnproved = false
    @Option(
        name: .customLong("head"), parsing: .upToNextOption,
        help: "Các tệp chứa đầu chuỗi đã ký và giữ lại · Files with heads that were signed and kept")
    var heads: [String] = []

    func run() async throws {
        let voice = try options.speech.voice()
        guard lists.isEmpty == isNobodyErased else { throw Stop(voice.phrases("cli.restore.erased")) }
        if let missing = lists.first(where: { !FileManager.default.fileExists(atPath: $0) }) {
            throw Stop(voice.phrases("cli.no_file", [Fact("file", missing)]))
        }
        guard FileManager.default.fileExists(atPath: file) else { throw Stop(voice.phrases("cli.no_file", [Fact("file", file)])) }
        do {
            var contents: [ErasedContent] = []
            for list in lists { contents.append(try ErasedList(path: list).content()) }
            let erased = contents.reduce(into: Set<KeyIdentity>()) { $0.formUnion($1.identities) }
            guard isNobodyErased || !erased.isEmpty else { throw Stop(voice.phrases("cli.restore.erased")) }
            let kept = try keptErasures(voice)
            let verification = try await Backup.restore(
                URL(filePath: file), to: URL(filePath: options.data), passphrase: try secret.passphrase(voice), erased: erased,
                by: isUnproved ? [] : contents, holding: isUnproved ? [] : kept.map { ($0.number, $0.hash) }, at: machineClock(),
                register: houseRegister)
            guard verification.damage.isEmpty else { throw Backup.Failure.damaged }
            if let last = contents.compactMap({ $0.erasures.last }).max(by: { $0.recorded < $1.recorded }) {
                // Nothing in a list says that it is the newest: whoever restores is told how far it reaches.
                let facts = [Fact("number", last.number), Fact("entry", last.sequence), Fact("moment", last.recorded.description)]
                say(voice.phrases("cli.restore.list", facts))
            }
            say(
                voice.phrases(
                    "cli.restore.done",
                    [Fact("folder", options.data), Fact("entries", verification.entries), Fact("records", verification.records)]))
        } catch let failure as Backup.Failure { throw Stop(failure.text(voice)) } catch let fault as ErasedFault {
            throw Stop(fault.text(voice))
        } catch let failure as JournalFailure { throw Stop(voice.failure(failure)) }
    }

    /// The erasures of which the kept heads tell; none where no heads are given, or nobody was erased before them.
    private func keptErasures(_ voice: Voice) throws -> Set<KeptLine> {
        var told: Set<KeptLine> = []
        for file in heads {
            guard let kept = try KeptHeads(path: file).read(), !kept.isEmpty, kept.allSatisfy(\.isTrue) else {
                throw Stop(voice.phrases("cli.verify.no_head", [Fact("file", file)]))
            }
            told.formUnion(kept.flatMap(\.beside).filter { $0.record == SignedHead.erasures })
        }
        return told
    }
}
