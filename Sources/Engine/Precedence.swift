import Ledger

/// Keeps small acts waiting while one that is large is weighed for the last time: whoever writes little and often shuts nobody out. For no
/// longer than a second, so that whoever sends what is large stops nobody either.
struct Precedence {
    /// Which of the large acts goes before now; nil where none does.
    private var going: Int?
    private var number = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Seconds that others wait at most.
    static let longest = 1

    var isGiven: Bool { going != nil }

    mutating func give() -> Int {
        number += 1
        going = number
        return number
    }

    mutating func wait(_ next: CheckedContinuation<Void, Never>) { waiting.append(next) }

    /// - Parameter given: for which act it ends; where that no longer goes before, nothing does.
    mutating func end(_ given: Int) {
        guard going == given else { return }
        going = nil
        for next in waiting { next.resume() }
        waiting = []
    }
}

extension Chancery {
    /// Lets the large act that is weighed now be written before anything small.
    func givePrecedence() -> Int {
        let given = precedence.give()
        Task {
            await sleep(seconds: Precedence.longest)
            self.endPrecedence(given)
        }
        return given
    }

    func endPrecedence(_ given: Int) { precedence.end(given) }

    /// Waits until no large act goes before.
    func giveWay() async {
        guard precedence.isGiven else { return }
        await withCheckedContinuation { precedence.wait($0) }
    }
}
