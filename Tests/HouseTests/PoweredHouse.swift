import Committee
import Engine
import Foundation
import House
import Ledger
import LedgerSQLite
import Parties
import Rulebook
import RulebookTesting
import Signing
import Synchronization
import Testing

/// A house with two administrators, a clerk and a treaty officer, each with an account and an office of their own.
struct PoweredHouse {
    let chancery: Chancery
    let journal: SQLiteJournal
    private final class Clock: Sendable {
        let time: Mutex<Instant>
        init(_ start: Instant) { time = Mutex(start) }
    }
    private let hands: Clock

    init(_ folder: String, administrators: [String] = ["ADM-A", "ADM-B"]) async throws {
        let hands = Clock(morning)
        self.hands = hands
        let journal = try SQLiteJournal(folder: folder, register: houseRegister)
        self.journal = journal
        chancery = Chancery(
            try await LoadedCeremony.opened(journal, now: morning), journal: journal, clock: { hands.time.withLock { $0 } }
        ) { failure in preconditionFailure("\(failure)") }
        try await prepare("body", "BCA", [("kind", "ministry"), ("name_vi", "Bộ"), ("name_en", "Ministry")])
        for (office, account) in [("O-A", "ADM-A"), ("O-B", "ADM-B"), ("O-C", "CLERK"), ("O-D", "TREATY"), ("O-E", "TREATY-2")] {
            // Only the treaty officer may override a stop.
            let role = office == "O-D" ? "head" : "member"
            try await prepare("officer", office, [("body", "BCA"), ("role", role), ("title_vi", "Người"), ("title_en", "Officer")])
            try await prepare("account", account, [("title_vi", "Tài khoản"), ("title_en", "Account"), ("officer", office)])
        }
        for (account, desk) in [("CLERK", "PTY"), ("TREATY", "SGN"), ("TREATY-2", "SGN")] {
            try await prepare("grant", "G-\(account)", [("account", account), ("desk", desk), ("ceiling", "internal")])
        }
        // The second administrator comes about while the first is alone.
        for (account, ceiling) in zip(administrators, ["restricted", "internal"]) {
            try await prepare("grant", "G-\(account)", [("account", account), ("ceiling", ceiling)], flags: ["administers"])
        }
    }

    private func prepare(_ kind: String, _ code: String, _ texts: [(String, String)], flags: [String] = []) async throws {
        let contents = texts.map { ($0.0, JSON.text($0.1)) } + flags.map { ($0, JSON.flag(true)) }
        _ = try await chancery.perform(
            ActRequest(act: .edit, actor: "O-A", proposals: [.init(kind: kind, code: code, contents: contents)])
        ).get()
    }

    var now: Instant { hands.time.withLock { $0 } }

    func wait(hours: Int) { hands.time.withLock { $0 = $0.adding(minutes: hours * 60) } }

    /// Somebody who has just signed in and proved who they are.
    static func session(_ account: String, isProved: Bool = true) -> Authority {
        let offices = ["ADM-A": "O-A", "ADM-B": "O-B", "CLERK": "O-C", "TREATY": "O-D", "TREATY-2": "O-E"]
        return Authority(officer: offices[account] ?? account, account: account, way: .session("5e55"), isProved: isProved)
    }

    func ask(
        _ act: ActName, _ kind: String, _ code: String, _ contents: [(String, JSON)] = [], by authority: Authority, reason: String = ""
    )
        async -> Result<Receipt, Denial>
    {
        var proposal = ActRequest.Proposal(kind: kind, code: code, contents: contents.map { ($0.0, $0.1) }, removes: act == .remove)
        proposal.isNew = false
        return await chancery.perform(ActRequest(act: act, by: authority, reason: reason, proposals: [proposal]))
    }

    /// The proposal that an act led to.
    func proposed(_ result: Result<Receipt, Denial>) async throws -> String {
        let proposal = try #require(try result.get().proposal)
        return try #require(chancery.published.picture.code(of: proposal))
    }

    func rights(of account: String) async -> Rights? {
        let picture = chancery.published.picture
        return Rights.of(account, in: picture, on: Day("2025-10-14")!)
    }
}

/// How something came out, in one word.
func outcome(_ result: Result<Receipt, Denial>) -> String {
    switch result {
    case .success(let receipt): receipt.proposal == nil ? "done" : "proposed"
    case .failure(.refused(let refusal)): Reading.told(refusal)
    case .failure(.needsProof): "needs_proof"
    case .failure(let denial): "\(denial)"
    }
}

/// Opens a house in a folder of its own for the time of a test.
func withPoweredHouse(
    administrators: [String] = ["ADM-A", "ADM-B"], _ body: (PoweredHouse) async throws -> Void
) async throws {
    try await withFolder { folder in try await body(try await PoweredHouse(folder, administrators: administrators)) }
}
