package import Ledger
import Synchronization

/// The machine's clock, but for leaps: where it suddenly says another hour, the house goes on by the clock that nobody sets, until the leap
/// has lasted so long that somebody meant it. A time server that errs for a moment ends no token, records nothing in another year, and
/// moves no rule's now.
package final class SteadyClock: Sendable {
    private struct State {
        /// What both clocks said when they last agreed.
        var agreed: (wall: Int64, ticks: Int64)
        /// The leap that is being watched; nil where there is none.
        var leap: Leap?
    }

    private struct Leap {
        /// Milliseconds by which the wall clock goes before what was expected; before zero, behind it.
        let offset: Int64
        /// When it was first seen, by the other clock.
        let since: Int64
    }

    /// Milliseconds by which the clocks may differ: machines are set by small steps, and clocks drift.
    private static let tolerance: Int64 = 2 * 60_000
    /// Milliseconds that a leap must last to be believed.
    private static let lasting: Int64 = 10 * 60_000

    private let wall: @Sendable () -> Instant
    private let ticks: @Sendable () -> Int64
    private let state: Mutex<State>

    /// - Parameters:
    ///   - wall: what the machine's clock says.
    ///   - ticks: milliseconds of a clock that is never set, and runs on while the machine sleeps.
    package init(wall: @escaping @Sendable () -> Instant, ticks: @escaping @Sendable () -> Int64) {
        self.wall = wall
        self.ticks = ticks
        state = Mutex(State(agreed: (wall().milliseconds, ticks())))
    }

    package var now: Instant {
        state.withLock { state in
            let (wall, ticks) = (self.wall().milliseconds, self.ticks())
            let expected = state.agreed.wall + ticks - state.agreed.ticks
            let offset = wall - expected
            guard abs(offset) > Self.tolerance else {
                state = State(agreed: (wall, ticks))
                return Instant(milliseconds: wall)
            }
            // A clock that leaps about was not set by anybody: each leap must last by itself.
            let kept = state.leap.flatMap { abs(offset - $0.offset) <= Self.tolerance ? $0 : nil }
            let watched = kept ?? Leap(offset: offset, since: ticks)
            guard ticks - watched.since < Self.lasting else {
                state = State(agreed: (wall, ticks))
                return Instant(milliseconds: wall)
            }
            state.leap = watched
            return Instant(milliseconds: expected)
        }
    }
}
