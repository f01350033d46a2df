package import NIOCore

/// How long the house waits for what a connection owes it: that it is secured, asks, and takes what it is given.
///
/// Bytes alone buy no time, for a byte every ten seconds would then keep a place for ever.
package struct Patience {
    package struct Limits: Hashable, Sendable {
        /// From the first packet until both sides have agreed on keys.
        package var greeting = TimeAmount.seconds(10)
        /// From the first moment, or the first byte of a further request, until its header is whole.
        package var asking = TimeAmount.seconds(10)
        /// Between two requests.
        package var rest = TimeAmount.seconds(60)
        package var pace = Pace.Limits()
        /// How often it is looked whether somebody is late.
        package var look = TimeAmount.seconds(1)

        package init() {}
    }

    private enum Stage {
        case greeting
        case asking
        case resting
        case visiting
    }

    private let limits: Limits
    private var stage: Stage
    private var since: NIODeadline
    /// Whether requests are carried beside one another (HTTP/2): bytes between them are then no beginning of another.
    private(set) var isShared = false
    private var answer: Pace?
    private var taken = 0

    package init(_ limits: Limits, isSecured: Bool, at now: NIODeadline) {
        self.limits = limits
        stage = isSecured ? .asking : .greeting
        since = now
    }

    package mutating func secured(isShared: Bool, at now: NIODeadline) {
        self.isShared = isShared
        guard stage == .greeting else { return }
        (stage, since) = (.asking, now)
    }

    /// Bytes came in, whatever they mean.
    package mutating func heard(at now: NIODeadline) {
        guard stage == .resting, !isShared else { return }
        (stage, since) = (.asking, now)
    }

    /// A header is whole; what belongs to it has deadlines of its own.
    package mutating func visitBegan() { stage = .visiting }

    /// All that was asked is answered.
    package mutating func visitEnded(at now: NIODeadline) { (stage, since) = (.resting, now) }

    /// - Parameters:
    ///   - written: bytes given to the connection so far.
    ///   - unsent: those of them that the other side has not taken yet.
    package mutating func isExhausted(at now: NIODeadline, written: Int, unsent: Int) -> Bool {
        switch stage {
        case .greeting: if now - since >= limits.greeting { return true }
        case .asking: if now - since >= limits.asking { return true }
        case .resting: if now - since >= limits.rest { return true }
        case .visiting: break
        }
        let before = taken
        taken = written - unsent
        guard unsent > 0 else {
            answer = nil
            return false
        }
        var pace = answer ?? Pace(limits.pace, at: now)
        if answer != nil { pace.came(taken - before) }
        let isLate = pace.isTooSlow(at: now)
        answer = pace
        return isLate
    }
}

/// Whether bytes come, or are taken, fast enough: each stretch of time must bring its share, or the end.
package struct Pace {
    package struct Limits: Hashable, Sendable {
        package var stretch = TimeAmount.seconds(30)
        /// Bytes of one stretch: 4 KiB a second, which the slowest mobile line carries.
        package var share = 120 << 10

        package init() {}
    }

    private let limits: Limits
    private var start: NIODeadline
    private var bytes = 0

    package init(_ limits: Limits, at now: NIODeadline) {
        self.limits = limits
        start = now
    }

    package mutating func came(_ count: Int) { bytes += count }

    package mutating func isTooSlow(at now: NIODeadline) -> Bool {
        guard now - start >= limits.stretch else { return false }
        guard bytes >= limits.share else { return true }
        (start, bytes) = (now, 0)
        return false
    }
}
