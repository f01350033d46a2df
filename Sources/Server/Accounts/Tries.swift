import Foundation
import Ledger

/// Tries to prove who somebody is, counted by what is tried, by network and altogether: after some wrong ones, whoever tries waits.
struct Tries {
    /// What somebody tries to open.
    enum Target: Hashable {
        case code
        /// By its hash: names that somebody makes up may be long.
        case account([UInt8])
        /// Their own session, of which they prove again to be the holder: who guesses elsewhere does not shut them out of it.
        case session([UInt8])

        static func account(named name: String) -> Target { .account(Secret.hash(name)) }
    }

    private struct Way: Hashable {
        let target: Target
        let network: [UInt8]
    }

    /// In a quarter of an hour: of one target from one network, of one target from anywhere, from one network, and of everybody together.
    /// The first is what a person mistypes; the second bounds guessing with many machines (NIST SP 800-63B-4, 3.2.2: at most 100).
    private static let ofWay = 8
    private static let ofTarget = 100
    private static let fromNetwork = 30
    private static let altogether = 3000
    private static let minutes = 15

    private var byWay: [Way: [Instant]] = [:]
    private var byTarget: [Target: [Instant]] = [:]
    private var byNetwork: [[UInt8]: [Instant]] = [:]
    private var all: [Instant] = []

    /// Counts a try from its beginning, so that many at once are no way round the limit; false where whoever tries must wait.
    mutating func begin(_ target: Target, from peer: String, now: Instant) -> Bool {
        let since = now.adding(minutes: -Tries.minutes)
        // What is over is forgotten, so that names that somebody makes up fill no memory.
        byWay = byWay.compactMapValues { Tries.newer($0, since) }
        byTarget = byTarget.compactMapValues { Tries.newer($0, since) }
        byNetwork = byNetwork.compactMapValues { Tries.newer($0, since) }
        all.removeAll { $0 <= since }
        if case .session = target {
            guard byTarget[target]?.count ?? 0 < Tries.ofWay else { return false }
            byTarget[target, default: []].append(now)
            return true
        }
        let network = Tries.network(peer)
        let way = Way(target: target, network: network)
        guard byWay[way]?.count ?? 0 < Tries.ofWay, byTarget[target]?.count ?? 0 < Tries.ofTarget,
            byNetwork[network]?.count ?? 0 < Tries.fromNetwork, all.count < Tries.altogether
        else { return false }
        byWay[way, default: []].append(now)
        byTarget[target, default: []].append(now)
        byNetwork[network, default: []].append(now)
        all.append(now)
        return true
    }

    /// A try that was right after all is taken off again: many people behind one address do not shut each other out.
    mutating func succeeded(_ target: Target, from peer: String) {
        if case .session = target {
            byTarget[target] = nil
            return
        }
        let network = Tries.network(peer)
        byWay[Way(target: target, network: network)] = nil
        _ = byTarget[target]?.popLast()
        if byNetwork[network]?.popLast() != nil { _ = all.popLast() }
    }

    /// Whoever has an address of the newer protocol has billions: they count by the network that they are in, its first 64 bits.
    static func network(_ peer: String) -> [UInt8] {
        var address = in6_addr()
        guard inet_pton(AF_INET6, peer, &address) == 1 else { return Array(peer.utf8.prefix(64)) }
        let bytes = withUnsafeBytes(of: &address) { Array($0) }
        // An address of the older protocol, written as one of the newer.
        let isMapped = bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        return isMapped ? Array(bytes.suffix(4).map(String.init).joined(separator: ".").utf8) : Array(bytes.prefix(8))
    }

    private static func newer(_ tries: [Instant], _ since: Instant) -> [Instant]? {
        let newer = tries.filter { $0 > since }
        return newer.isEmpty ? nil : newer
    }
}
