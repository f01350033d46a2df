/// What takes long to make and many ask for: made once, however many ask at the same time, and kept until it is overtaken.
package actor Kept<Key: Hashable & Sendable, Value: Sendable> {
    private var made: [Key: Task<Value, Never>] = [:]
    private let most: Int
    /// How many may still be begun now.
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - most: how many are kept at hand.
    ///   - atOnce: how many are made at a time: of what is large, many at once would fill the memory.
    package init(most: Int, atOnce: Int = .max) {
        self.most = most
        free = atOnce
    }

    /// - Parameters:
    ///   - isOvertaken: whether what was made under another key is of no use any more.
    ///   - make: runs beside this actor, so that nobody else waits for it.
    package func value(
        of key: Key, droppingWhere isOvertaken: @Sendable (Key) -> Bool = { _ in false }, make: @escaping @Sendable () async -> Value
    ) async -> Value {
        if let known = made[key] { return await known.value }
        made = made.filter { !isOvertaken($0.key) }
        if made.count >= most { made.removeAll() }
        let making = Task.detached {
            await self.begin()
            let value = await make()
            await self.end()
            return value
        }
        made[key] = making
        return await making.value
    }

    /// Of what could not be made another try may make more.
    package func forget(_ key: Key) { made[key] = nil }

    private func begin() async {
        guard free == 0 else {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Hands the place on to who waits longest.
    private func end() {
        guard waiting.isEmpty else { return waiting.removeFirst().resume() }
        free += 1
    }
}
