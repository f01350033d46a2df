import ArgumentParser
import Crypto
import Engine
import Exchange
import Foundation
import House
import Ledger
import LedgerSQLite
import Phrases
import Rulebook

/// What every command is told: where the journal lies, and in which language to answer.
struct DataOptions: ParsableArguments {
    @Option(name: .long, help: "Thư mục của sổ nhật ký · The journal's folder")
    var data: String

    @OptionGroup var speech: SpeechOptions

    func open() throws -> SQLiteJournal {
        do { return try SQLiteJournal(folder: data, register: houseRegister) } catch { throw try speech.stop(error) }
    }

    /// Opens a journal that must exist: asking a question makes no folder.
    ///
    /// - Parameter despiteMissingKeys: whether it is opened though texts lie under keys that are not there.
    func openExisting(despiteMissingKeys: Bool = false) throws -> SQLiteJournal {
        try requireJournal()
        let journal = try open()
        guard !despiteMissingKeys else { return journal }
        do throws(JournalFailure) {
            try journal.refuseOlderCopy()
            let missing = try journal.missingKeys()
            if missing > 0 { throw JournalFailure.keysMissing(missing) }
        } catch { throw try speech.stop(error) }
        return journal
    }

    func requireJournal() throws {
        guard FileManager.default.fileExists(atPath: data + "/journal.sqlite") else {
            throw Stop(try speech.voice().phrases("cli.no_journal", [Fact("folder", data)]))
        }
    }
}

struct SpeechOptions: ParsableArguments {
    @Option(name: .long, help: "vi | en", transform: SpeechOptions.language)
    var language: Language?

    func voice() throws -> Voice { Voice(try Phrases.delivered(language ?? SpeechOptions.environmentLanguage)) }

    @Sendable private static func language(_ text: String) throws -> Language {
        guard let language = Language.delivered.first(where: { $0.rawValue == text }) else { throw ValidationError("vi | en") }
        return language
    }

    func stop(_ failure: JournalFailure) throws -> Stop { Stop(try voice().failure(failure)) }

    private static var environmentLanguage: Language {
        let locale = ProcessInfo.processInfo.environment["LC_ALL"] ?? ProcessInfo.processInfo.environment["LANG"] ?? ""
        return locale.hasPrefix("vi") ? .vietnamese : .english
    }
}

/// The end of a command that could not do what it was asked, said in the user's language on standard error.
struct Stop: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension StringProtocol {
    /// The text filled up with spaces on the right.
    func filled(to width: Int) -> String { count >= width ? String(self) : self + String(repeating: " ", count: width - count) }
}

func say(_ line: String = "") { print(line) }
func warn(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

/// Milliseconds of a clock that runs on while the machine sleeps, and that nobody sets.
func machineTicks() -> Int64 {
    let (seconds, fraction) = ContinuousClock.now.duration(to: started).components
    return -(seconds * 1000 + fraction / 1_000_000_000_000_000)
}

private let started = ContinuousClock.now

/// The clock of this machine: the only place where the command line reads it.
func machineClock() -> Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

/// From when a ceremony is to be looked at.
struct ViewOptions: ParsableArguments {
    @Option(name: .customLong("as-of"), help: "2025-10-14 | 2025-10-14T03:00:00Z: như đã xảy ra · as it had happened")
    var asOf: String?

    @Option(name: .customLong("recorded-as-of"), help: "như đã được ghi nhận · as it had been recorded")
    var recordedAsOf: String?

    @Option(name: .customLong("at-entry"), help: "sau lần ghi số · after entry number")
    var atEntry: Int?

    /// Whether no other moment is asked for than now.
    var isNow: Bool { asOf == nil && recordedAsOf == nil && atEntry == nil }

    func view(_ journal: SQLiteJournal, _ speech: SpeechOptions) async throws -> PointOfView {
        let given = [asOf != nil, recordedAsOf != nil, atEntry != nil].filter { $0 }.count
        guard given <= 1 else { throw Stop(try speech.voice().phrases("cli.one_view")) }
        if let asOf { return .happened(try await instant(asOf, journal, speech)) }
        if let recordedAsOf { return .recorded(try await instant(recordedAsOf, journal, speech)) }
        return atEntry.map { .sequence($0) } ?? .now
    }

    /// A day means its last millisecond in the ceremony's zone: all that happened on it is in.
    private func instant(_ text: String, _ journal: SQLiteJournal, _ speech: SpeechOptions) async throws -> Instant {
        if let instant = Instant(written: text) { return instant }
        guard let day = Day(text) else { throw Stop(try speech.voice().phrases("cli.bad_time", [Fact("value", text)])) }
        let zone = try await LoadedCeremony.zone(of: journal, register: houseRegister)
        return Instant(milliseconds: zone.start(of: day.adding(days: 1)).milliseconds - 1)
    }
}

/// Opens the ceremony from the wished point of view. Where none is named, all that is known is judged at its newest fact.
func opened(_ options: DataOptions, _ view: ViewOptions? = nil) async throws -> (journal: SQLiteJournal, opening: LoadedCeremony) {
    let journal = try options.openExisting()
    do {
        let point = try await view?.view(journal, options.speech) ?? .now
        let newest = try await LoadedCeremony.newestFact(in: journal)
        return (journal, try await LoadedCeremony.opened(journal, view: point, now: newest))
    } catch let failure as JournalFailure {
        throw try options.speech.stop(failure)
    }
}
