import Ledger
import Synchronization

/// A clock that somebody sets now and then: it leaps by up to a year, forward and back, and runs on from there.
final class LeapingClock: Sendable {
    private let state: Mutex<(dice: Dice64, shift: Int64)>

    init(seed: UInt64) { state = Mutex((Dice64(seed: seed), 0)) }

    @Sendable func now() -> Instant {
        state.withLock { state in
            if Int.random(in: 0..<100, using: &state.dice) == 0 {
                let most: Int64 = [60_000, 3_600_000, 86_400_000, 31_536_000_000].randomElement(using: &state.dice) ?? 0
                state.shift = Int64.random(in: -most...most, using: &state.dice)
            }
            return Instant(milliseconds: machineClock().milliseconds + state.shift)
        }
    }
}

/// SplitMix64: the same numbers for the same seed.
private struct Dice64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
