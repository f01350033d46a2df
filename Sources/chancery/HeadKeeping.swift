import Crypto
import Foundation
import Ledger
import LedgerSQLite
import Phrases
import Rulebook

/// Signs where the chain ends while the house is open, and keeps it beside the journal and wherever else the operator names: whoever
/// holds the journal's folder alone cannot shorten or rewrite what others have kept.
struct HeadKeeping: Sendable {
    private static let seconds = 60

    private let journal: SQLiteJournal
    private let paths: [String]
    private let key: Curve25519.Signing.PrivateKey
    private let voice: Voice

    /// - Parameter outside: files beyond the journal's folder.
    init(_ journal: SQLiteJournal, folder: String, outside: [String], signingKey: String?, _ voice: Voice) throws {
        self.journal = journal
        paths = [folder + "/" + KeptHeads.name] + outside
        key = try InstallationKey(path: signingKey ?? folder + "/" + InstallationKey.name).key
        self.voice = voice
    }

    /// How many files end with a head that the journal does not hold. What stands before it there the chain holds by itself.
    func missing() async throws(JournalFailure) -> Int {
        var count = 0
        for path in paths {
            guard let heads = (try? KeptHeads(path: path).read()) ?? nil else {
                count += 1
                continue
            }
            let last = heads.max { $0.head.sequence < $1.head.sequence }
            count += try await KeptHeads.findings([last].compactMap { $0 }, in: journal).count
        }
        return count
    }

    /// Keeps the end of the chain as often as it is another, until it is told to stop.
    func run(_ sleep: Sleep) async {
        var keeping = Keeping()
        while !Task.isCancelled {
            await keep(&keeping)
            await sleep(seconds: Self.seconds)
        }
    }

    /// What each file was given last, and which of them are not there for now.
    struct Keeping {
        fileprivate var last: [String: Head] = [:]
        fileprivate var complained: Set<String> = []
    }

    /// Gives each file the end of the chain that has not got it. What is not there for a while is told once, and tried again.
    func keep(_ keeping: inout Keeping) async {
        guard let head = try? await journal.head(), head.sequence > 0 else { return }
        for path in paths where keeping.last[path] != head {
            do {
                try KeptHeads(path: path).add(try SignedHead(head, by: key, at: machineClock()))
                keeping.last[path] = head
                keeping.complained.remove(path)
            } catch {
                if keeping.complained.insert(path).inserted { warn(voice.phrases("cli.serve.no_heads", [Fact("file", path)])) }
            }
        }
    }
}
