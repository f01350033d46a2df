import Engine
import Exchange
import Ledger
import Paperwork

/// Packs that somebody has looked at and not yet let be taken in: the last one of each session, for a while.
///
/// They lie in memory, so that what waits is neither sent twice nor left behind on a disk.
actor PackShelf {
    struct Waiting: Sendable {
        let name: String
        let bytes: [UInt8]
        /// When a row happened that does not say: when its bearer looked, so that nothing newer is overwritten.
        let happened: Instant
        /// What they were shown.
        let tally: Foresight.Tally
        fileprivate let code: String
        fileprivate let ends: Instant
    }

    /// Minutes for which a pack waits.
    private static let longest = 60
    /// Bytes of all packs that wait.
    private static let mostBytes = 64 << 20

    private var waiting: [[UInt8]: Waiting] = [:]
    /// Lets a pack wait in place of the session's last one; where there is no room, what would end first makes room.
    ///
    /// - Returns: the code under which it waits.
    func put(
        _ bytes: [UInt8], named name: String, happened: Instant, tally: Foresight.Tally, of session: [UInt8], now: Instant
    ) -> String {
        let code = Secret.token()
        waiting[session] = nil
        waiting = waiting.filter { $0.value.ends > now }
        while !waiting.isEmpty, waiting.values.reduce(bytes.count, { $0 + $1.bytes.count }) > PackShelf.mostBytes {
            guard let first = waiting.min(by: { $0.value.ends < $1.value.ends }) else { break }
            waiting[first.key] = nil
        }
        waiting[session] = Waiting(
            name: name, bytes: bytes, happened: happened, tally: tally, code: code, ends: now.adding(minutes: PackShelf.longest))
        return code
    }

    /// The pack that waits under a code of this session; nil where it waits no more.
    func waiting(_ code: String, of session: [UInt8], now: Instant) -> Waiting? {
        waiting[session].flatMap { $0.code == code && $0.ends > now ? $0 : nil }
    }

    func drop(_ session: [UInt8]) { waiting[session] = nil }

    /// Drops all of them: any may tell of somebody who was erased.
    func empty() { waiting = [:] }

    /// How many wait.
    var count: Int { waiting.count }
}
