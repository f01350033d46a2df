/// Where files that somebody brings are read: one at a time in the whole house, for each takes memory; and one of each account, so that
/// nobody's many keep the others waiting.
package actor ReadingRoom {
    /// Why a file is not read now.
    package enum Busy: Error {
        /// A file of the same account is being read, or waits.
        case own
        /// Too many wait already.
        case house
    }

    private var readers: Set<String> = []
    private var isBusy = false
    private var queue: [CheckedContinuation<Void, Never>] = []

    package init() {}

    /// How many wait.
    package var line: Int { queue.count }

    /// Reads when it is this account's turn.
    package func read<Value: Sendable>(for account: String, _ read: @Sendable () async -> Value) async throws(Busy) -> Value {
        guard !readers.contains(account) else { throw .own }
        guard queue.count < ServerBounds.readingsWaiting else { throw .house }
        readers.insert(account)
        if isBusy { await withCheckedContinuation { queue.append($0) } }
        isBusy = true
        let value = await read()
        readers.remove(account)
        if queue.isEmpty { isBusy = false } else { queue.removeFirst().resume() }
        return value
    }
}

extension ReadingRoom.Busy {
    /// The key of the sentence that says it.
    package var phrase: String {
        switch self {
        case .own: "error.reading_own"
        case .house: "error.reading_house"
        }
    }
}
