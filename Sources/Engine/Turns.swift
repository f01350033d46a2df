/// Lets one at a time weigh what is large, in the order in which they came: so that however many are sent at once, one processor and
/// one copy of the ceremony are taken up by them.
struct Turns {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Who may wait: more are told at once that the house is busy.
    static let mostWaiting = 8

    var isFull: Bool { waiting.count >= Self.mostWaiting }

    /// Whether the turn is free, which it then no longer is.
    mutating func take() -> Bool {
        defer { isTaken = true }
        return !isTaken
    }

    mutating func wait(_ next: CheckedContinuation<Void, Never>) { waiting.append(next) }

    /// Hands the turn to whoever has waited longest.
    mutating func pass() {
        guard !waiting.isEmpty else {
            isTaken = false
            return
        }
        waiting.removeFirst().resume()
    }
}
