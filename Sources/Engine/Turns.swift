/// Lets one at a time weigh what is large: so that however many are sent at once, one processor and one copy of the ceremony are taken up by
/// them. The accounts come by turns, so that whoever sends much keeps only themselves waiting.
struct Turns {
    /// Who asks: an account, or an officer at a closed house.
    typealias Asker = String

    private var isTaken = false
    /// In the order in which they came.
    private var waiting: [(asker: Asker, next: CheckedContinuation<Void, Never>)] = []
    /// The askers whose turn came, the last one last.
    private var served: [Asker] = []

    /// Who may wait, in all and of one asker: more are told at once that the house is busy.
    static let mostWaiting = 16
    static let mostWaitingOfOne = 4

    /// Whether there is no place to wait for somebody.
    func isFull(for asker: Asker) -> Bool {
        waiting.count >= Self.mostWaiting || waiting.count { $0.asker == asker } >= Self.mostWaitingOfOne
    }

    /// Whether the turn is free, which it then no longer is.
    mutating func take(_ asker: Asker) -> Bool {
        guard !isTaken else { return false }
        isTaken = true
        note(asker)
        return true
    }

    mutating func wait(_ asker: Asker, _ next: CheckedContinuation<Void, Never>) { waiting.append((asker, next)) }

    /// Hands the turn to whoever has waited longest of those whose last turn is longest ago.
    mutating func pass() {
        let place = waiting.indices.min { last(waiting[$0].asker) < last(waiting[$1].asker) }
        guard let place else {
            isTaken = false
            served = []
            return
        }
        let (asker, next) = waiting.remove(at: place)
        note(asker)
        next.resume()
    }

    private func last(_ asker: Asker) -> Int { served.lastIndex(of: asker) ?? -1 }

    private mutating func note(_ asker: Asker) {
        served.removeAll { $0 == asker }
        served.append(asker)
        if served.count > 2 * Self.mostWaiting { served.removeFirst() }
    }
}
