import Crypto
import Foundation
import Ledger
import LedgerSQLite
import Phrases
import Rulebook
import Server

/// Signs where the chain ends while the house is open, and keeps it beside the journal and wherever else the operator names: whoever
/// holds the journal's folder alone cannot shorten or rewrite what others have kept.
struct HeadKeeping: Sendable {
    private static let seconds = 60

    private let journal: SQLiteJournal
    private let folder: String
    private let paths: [String]
    private let key: Curve25519.Signing.PrivateKey
    private let voice: Voice

    /// - Parameter outside: files beyond the journal's folder.
    init(_ journal: SQLiteJournal, folder: String, outside: [String], signingKey: String?, _ voice: Voice) throws {
        self.journal = journal
        self.folder = folder
        paths = [folder + "/" + KeptHeads.name] + outside
        key = try InstallationKey(path: signingKey ?? folder + "/" + InstallationKey.name).key
        self.voice = voice
    }

    /// How many files end with a head that the journal does not hold, and how many lines that were kept with any of them the records beside
    /// it lack. What stands before a head the journal's chain holds by itself; a record may have been cut and have grown again since.
    func missing() async throws(JournalFailure) -> Int {
        var count = 0
        for path in paths {
            guard let heads = (try? KeptHeads(path: path).read()) ?? nil else {
                count += 1
                continue
            }
            let last = heads.max { $0.head.sequence < $1.head.sequence }
            count += try await KeptHeads.findings([last].compactMap { $0 }, in: journal).count
            do { count += try Credentials.lacking(heads.flatMap(\.beside), in: folder).count } catch {
                throw .unreadable(Credentials.name)
            }
        }
        return count
    }

    /// Keeps the end of the chain as often as it is another, until it is told to stop.
    ///
    /// - Parameter lacking: told how much of what was kept last is not there any more, where anything is.
    func run(_ sleep: Sleep, lacking: @Sendable () async -> Void) async {
        var keeping = Keeping()
        while !Task.isCancelled {
            let kept = keeping.last.values.flatMap(\.beside)
            if let lacks = try? Credentials.lacking(kept, in: folder), !lacks.isEmpty { await lacking() }
            await keep(&keeping)
            await sleep(seconds: Self.seconds)
        }
    }

    /// What each file was given last, and which of them are not there for now.
    struct Keeping {
        fileprivate var last: [String: End] = [:]
        fileprivate var complained: Set<String> = []
    }

    /// Where the chain and the records beside it end.
    fileprivate struct End: Equatable {
        let head: Head
        let beside: [KeptLine]
    }

    /// Gives each file the end of the chain that has not got it. What is not there for a while is told once, and tried again.
    func keep(_ keeping: inout Keeping) async {
        guard let head = try? await journal.head(), head.sequence > 0, let beside = try? await endsBeside(journal, in: folder) else {
            return
        }
        let end = End(head: head, beside: beside)
        for path in paths where keeping.last[path] != end {
            do {
                try KeptHeads(path: path).add(try SignedHead(head, beside, by: key, at: machineClock()))
                keeping.last[path] = end
                keeping.complained.remove(path)
            } catch {
                if keeping.complained.insert(path).inserted { warn(voice.phrases("cli.serve.no_heads", [Fact("file", path)])) }
            }
        }
    }
}
