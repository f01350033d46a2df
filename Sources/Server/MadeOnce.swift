/// What takes long to make and many ask for: made once, however many ask at the same time, and kept until it is overtaken.
package actor MadeOnce<Key: Hashable & Sendable, Value: Sendable> {
    private var made: [Key: Made] = [:]
    private let most: Int
    /// How many may still be begun now.
    private var free: Int
    private var waiting: [(who: String, place: CheckedContinuation<Void, Never>)] = []
    /// When each of those who wait, or were let in before others, was last let in: counted, not timed.
    private var lastTurns: [String: Int] = [:]
    private var turns = 0
    /// How often anything was asked for.
    private var askings = 0

    private struct Made {
        let making: Task<Value, Never>
        /// The asking at which it was last asked for.
        var asked: Int
    }

    /// - Parameters:
    ///   - most: how many are kept at hand.
    ///   - atOnce: how many are made at a time: of what is large, many at once would fill the memory.
    package init(most: Int, atOnce: Int = .max) {
        self.most = most
        free = atOnce
    }

    /// - Parameters:
    ///   - who: for whom it is made. Of those who wait for a place everybody is let in in turn, however much one of them asks for.
    ///   - isOvertaken: whether what was made under another key is of no use any more.
    ///   - make: runs beside this actor, so that nobody else waits for it.
    package func value(
        of key: Key, for who: String = "", droppingWhere isOvertaken: @Sendable (Key) -> Bool = { _ in false },
        make: @escaping @Sendable () async -> Value
    ) async -> Value {
        await value(of: key, for: who, following: { _ in false }, droppingWhere: isOvertaken) { _ in await make() }
    }

    /// The same of what can be made out of what it was before.
    ///
    /// - Parameters:
    ///   - isBefore: whether what was made under another key is what this one was before.
    ///   - make: is handed that, where there is any: what was asked for last.
    package func value(
        of key: Key, for who: String = "", following isBefore: @Sendable (Key) -> Bool,
        droppingWhere isOvertaken: @Sendable (Key) -> Bool = { _ in false },
        make: @escaping @Sendable (Value?) async -> Value
    ) async -> Value {
        askings += 1
        if let known = made[key] {
            made[key]?.asked = askings
            return await known.making.value
        }
        let before = made.filter { isBefore($0.key) }.max { $0.value.asked < $1.value.asked }?.value.making
        made = made.filter { !isOvertaken($0.key) }
        // What nobody has asked for longest makes room.
        if made.count >= most, let oldest = made.min(by: { $0.value.asked < $1.value.asked })?.key { made[oldest] = nil }
        let making = Task.detached {
            // It is waited for before there is a place: holding one, it would wait for who waits for it.
            let known = await before?.value
            await self.begin(who)
            let value = await make(known)
            await self.end()
            return value
        }
        made[key] = Made(making: making, asked: askings)
        return await making.value
    }

    /// How many wait for a place.
    package var line: Int { waiting.count }

    /// How much is kept at hand.
    package var count: Int { made.count }

    /// Drops all of it: what is being made goes to those alone who wait for it.
    package func empty() { made = [:] }

    /// Of what could not be made another try may make more.
    package func forget(_ key: Key) { made[key] = nil }

    private func begin(_ who: String) async {
        guard free == 0 else {
            free -= 1
            return noteTurn(of: who)
        }
        await withCheckedContinuation { waiting.append((who, $0)) }
    }

    /// Hands the place on: to whom of those who wait was let in longest ago, and of what they wait for to the oldest.
    private func end() {
        let turns = lastTurns
        guard let next = waiting.indices.min(by: { (turns[waiting[$0].who] ?? 0, $0) < (turns[waiting[$1].who] ?? 0, $1) }) else {
            lastTurns = [:]
            free += 1
            return
        }
        let (who, place) = waiting.remove(at: next)
        noteTurn(of: who)
        place.resume()
    }

    private func noteTurn(of who: String) {
        turns += 1
        lastTurns[who] = turns
    }
}
