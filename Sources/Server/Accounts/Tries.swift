import Ledger

/// Wrong tries to sign in, counted by account, by network address and altogether: after some, whoever tries waits.
struct Tries {
    /// In a quarter of an hour: of one account, from one address, and of everybody together.
    private static let ofAccount = 8
    private static let fromPeer = 30
    private static let altogether = 3000
    private static let minutes = 15

    private var byAccount: [String: [Instant]] = [:]
    private var byPeer: [String: [Instant]] = [:]
    private var all: [Instant] = []

    /// Whoever has an address of the newer protocol has billions: they count by the network that they are in.
    private static func network(_ peer: String) -> String {
        peer.contains(":") ? peer.split(separator: ":", omittingEmptySubsequences: false).prefix(4).joined(separator: ":") : peer
    }

    func mayTry(_ account: String, from peer: String, now: Instant) -> Bool {
        func count(_ tries: [Instant]?) -> Int { tries?.count { $0 > now.adding(minutes: -Tries.minutes) } ?? 0 }
        return count(byAccount[account]) < Tries.ofAccount && count(byPeer[Tries.network(peer)]) < Tries.fromPeer
            && count(all) < Tries.altogether
    }

    mutating func failed(_ account: String, from peer: String, now: Instant) {
        let since = now.adding(minutes: -Tries.minutes)
        // What is over is forgotten, so that names that somebody makes up fill no memory.
        byAccount = byAccount.compactMapValues { Tries.newer($0, since) }
        byPeer = byPeer.compactMapValues { Tries.newer($0, since) }
        all.removeAll { $0 <= since }
        byAccount[account, default: []].append(now)
        byPeer[Tries.network(peer), default: []].append(now)
        all.append(now)
    }

    /// A try that was right after all is taken off again: many people behind one address do not shut each other out.
    mutating func succeeded(_ account: String, from peer: String) {
        byAccount[account] = nil
        if byPeer[Tries.network(peer)]?.popLast() != nil { _ = all.popLast() }
    }

    private static func newer(_ tries: [Instant], _ since: Instant) -> [Instant]? {
        let newer = tries.filter { $0 > since }
        return newer.isEmpty ? nil : newer
    }
}
