/// What takes long to make and many ask for: made once, however many ask at the same time, and kept until it is overtaken.
package actor Kept<Key: Hashable & Sendable, Value: Sendable> {
    private var made: [Key: Task<Value, Never>] = [:]
    private let most: Int

    /// - Parameter most: how many are kept at hand.
    package init(most: Int) { self.most = most }

    /// - Parameters:
    ///   - isOvertaken: whether what was made under another key is of no use any more.
    ///   - make: runs beside this actor, so that nobody else waits for it.
    package func value(
        of key: Key, droppingWhere isOvertaken: @Sendable (Key) -> Bool = { _ in false }, make: @escaping @Sendable () async -> Value
    ) async -> Value {
        if let known = made[key] { return await known.value }
        made = made.filter { !isOvertaken($0.key) }
        if made.count >= most { made.removeAll() }
        let making = Task.detached { await make() }
        made[key] = making
        return await making.value
    }

    /// Of what could not be made another try may make more.
    package func forget(_ key: Key) { made[key] = nil }
}
