import Foundation
import Ledger

/// Tries to prove who somebody is. Who guesses at one account is refused after some; who guesses at many is slowed down, with everybody
/// in their network whom the house does not know yet. A browser in which somebody has signed in before is counted by itself.
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

    /// What becomes of a try.
    enum Turn: Hashable { case now, after(seconds: Int), refused }

    private struct Way: Hashable {
        let target: Target
        /// The network, or the browser that is known.
        let origin: [UInt8]
    }

    /// In a quarter of an hour: of one target from one network or one known browser; of one target from all networks together.
    /// The first is what a person mistypes.
    static let ofWay = 8
    static let ofTarget = 80
    /// In a quarter of an hour, after which a network is slowed down; and after which all are.
    static let fromNetwork = 30
    static let altogether = 3_000
    /// Seconds that a slowed try waits at first; twice as long with each ten more; and at most.
    private static let longestWait = 10
    private static let atEachWait = 10
    /// Tries of one network that wait at once, and of all.
    static let waitingOfNetwork = 16
    static let waitingAltogether = 256
    private static let minutes = 15

    private var byWay: [Way: [Instant]] = [:]
    private var byTarget: [Target: [Instant]] = [:]
    private var byNetwork: [[UInt8]: [Instant]] = [:]
    private var all: [Instant] = []
    private var waiting: [[UInt8]: Int] = [:]
    private var waitingTogether = 0
    private var cleared = Instant.distantPast

    /// Counts a try from its beginning, so that many at once are no way round the limit.
    ///
    /// - Parameter browser: by what the browser is known in which the account's holder has signed in before; nil for any other.
    mutating func begin(_ target: Target, from peer: String, knownBrowser browser: [UInt8]? = nil, now: Instant) -> Turn {
        let since = now.adding(minutes: -Tries.minutes)
        clear(since, now)
        if case .session = target { return count(target, since, now) }
        if let browser { return count(Way(target: target, origin: browser), since, now) }
        let network = Tries.network(peer)
        let way = Way(target: target, origin: network)
        guard Tries.newer(byWay[way], since).count < Tries.ofWay, Tries.newer(byTarget[target], since).count < Tries.ofTarget else {
            return .refused
        }
        let turn = turn(Tries.newer(byNetwork[network], since).count, Tries.newer(all, since).count, network)
        guard turn != .refused else { return turn }
        byWay[way, default: []].append(now)
        byTarget[target, default: []].append(now)
        byNetwork[network, default: []].append(now)
        all.append(now)
        guard turn != .now else { return turn }
        waiting[network, default: 0] += 1
        waitingTogether += 1
        return turn
    }

    /// A try has waited its time.
    mutating func waited(from peer: String) {
        let network = Tries.network(peer)
        guard let count = waiting[network] else { return }
        waiting[network] = count > 1 ? count - 1 : nil
        waitingTogether -= 1
    }

    /// A try that was right after all is taken off again: many people behind one address do not slow each other down.
    mutating func succeeded(_ target: Target, from peer: String, knownBrowser browser: [UInt8]? = nil) {
        if case .session = target {
            byTarget[target] = nil
            return
        }
        if let browser {
            byWay[Way(target: target, origin: browser)] = nil
            return
        }
        let network = Tries.network(peer)
        byWay[Way(target: target, origin: network)] = nil
        _ = byTarget[target]?.popLast()
        if byNetwork[network]?.popLast() != nil { _ = all.popLast() }
    }

    /// How long a try waits from a network from which there were so many already, and so many altogether.
    private func turn(_ ofNetwork: Int, _ together: Int, _ network: [UInt8]) -> Turn {
        let over = max(ofNetwork - Tries.fromNetwork, (together - Tries.altogether) / 100)
        guard ofNetwork >= Tries.fromNetwork || together >= Tries.altogether else { return .now }
        guard waiting[network] ?? 0 < Tries.waitingOfNetwork, waitingTogether < Tries.waitingAltogether else { return .refused }
        return .after(seconds: min(1 << min(over / Tries.atEachWait, 8), Tries.longestWait))
    }

    private mutating func count(_ session: Target, _ since: Instant, _ now: Instant) -> Turn {
        guard Tries.newer(byTarget[session], since).count < Tries.ofWay else { return .refused }
        byTarget[session, default: []].append(now)
        return .now
    }

    private mutating func count(_ way: Way, _ since: Instant, _ now: Instant) -> Turn {
        guard Tries.newer(byWay[way], since).count < Tries.ofWay else { return .refused }
        byWay[way, default: []].append(now)
        return .now
    }

    /// What is over is forgotten, so that names that somebody makes up fill no memory; not at each try, for it looks at all of them.
    private mutating func clear(_ since: Instant, _ now: Instant) {
        guard cleared.adding(seconds: 10) <= now else { return }
        cleared = now
        func left(_ tries: [Instant]) -> [Instant]? {
            let newer = Tries.newer(tries, since)
            return newer.isEmpty ? nil : Array(newer)
        }
        byWay = byWay.compactMapValues(left)
        byTarget = byTarget.compactMapValues(left)
        byNetwork = byNetwork.compactMapValues(left)
        all = Array(Tries.newer(all, since))
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

    /// They stand in the order in which they were begun.
    private static func newer(_ tries: [Instant]?, _ since: Instant) -> ArraySlice<Instant> {
        guard let tries else { return [] }
        return tries[(tries.firstIndex { $0 > since } ?? tries.endIndex)...]
    }
}
