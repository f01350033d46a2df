package import Ledger
import Synchronization

/// The time by which what is short-lived ends: sessions, codes, proofs, tries and waits. It never goes back.
///
/// It runs with a clock that nobody sets and that counts while the machine sleeps, so that a wall clock which is set back prolongs nothing.
/// Where the wall clock is ahead of it, it catches up: a machine that was held still for hours cannot tell that from a clock which was set
/// forward, and what should have ended meanwhile has ended. Set back again, it goes on from there; the most that a wrong hour costs is that
/// somebody signs in once more.
package final class Watch: Sendable {
    private struct Reading {
        var time: Int64
        var ticks: Int64
    }

    private let wall: @Sendable () -> Instant
    private let ticks: @Sendable () -> Int64
    private let last: Mutex<Reading>

    /// - Parameters:
    ///   - wall: what the machine's clock says.
    ///   - ticks: milliseconds of a clock that is never set.
    package init(wall: @escaping @Sendable () -> Instant, ticks: @escaping @Sendable () -> Int64) {
        self.wall = wall
        self.ticks = ticks
        last = Mutex(Reading(time: wall().milliseconds, ticks: ticks()))
    }

    package var now: Instant {
        last.withLock { last in
            let ticks = self.ticks()
            last.time = max(last.time + max(0, ticks - last.ticks), wall().milliseconds)
            last.ticks = max(last.ticks, ticks)
            return Instant(milliseconds: last.time)
        }
    }
}
