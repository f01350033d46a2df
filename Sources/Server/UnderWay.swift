/// How much of what one account asks for is under way at once: whoever asks for more waits a little, and then is told so. However much one
/// of them asks, the others are served.
package actor UnderWay {
    private struct Account {
        var count = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private var accounts: [String: Account] = [:]
    private let most: Int
    private let mostWaiting: Int

    /// - Parameters:
    ///   - most: what is under way at once.
    ///   - mostWaiting: what may wait besides.
    package init(most: Int = ServerBounds.underWay, mostWaiting: Int = ServerBounds.waiting) {
        self.most = most
        self.mostWaiting = mostWaiting
    }

    /// Does something for an account when there is a place for it; nil where too much waits already.
    package func run<Value: Sendable>(for account: String, _ work: @Sendable () async -> Value) async -> Value? {
        guard await enter(account) else { return nil }
        let value = await work()
        leave(account)
        return value
    }

    private func enter(_ name: String) async -> Bool {
        var account = accounts[name] ?? Account()
        if account.count < most {
            account.count += 1
            accounts[name] = account
            return true
        }
        guard account.waiting.count < mostWaiting else { return false }
        await withCheckedContinuation { accounts[name, default: Account()].waiting.append($0) }
        return true
    }

    /// Hands the place on to what waits longest.
    private func leave(_ name: String) {
        guard var account = accounts[name] else { return }
        if account.waiting.isEmpty {
            account.count -= 1
            accounts[name] = account.count == 0 ? nil : account
        } else {
            let next = account.waiting.removeFirst()
            accounts[name] = account
            next.resume()
        }
    }
}
