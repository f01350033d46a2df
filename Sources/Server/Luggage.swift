/// How many bytes of what is sent the house holds at once, of all together and of one sender: from before they are read until they are
/// answered. So that many who send much at once take no more memory than a few.
package actor Luggage {
    /// Who sends: an account, however many sessions and tokens it has, or a network of which nobody is known.
    package enum Sender: Hashable, Sendable {
        case account(String)
        case network([UInt8])
    }

    private var held = 0
    private var bySender: [Sender: Int] = [:]
    private let most: Int
    private let mostOfOne: Int

    /// - Parameters:
    ///   - most: bytes of all.
    ///   - mostOfOne: bytes of one sender.
    package init(most: Int = ServerBounds.luggage, mostOfOne: Int = ServerBounds.luggageOfOne) {
        self.most = most
        self.mostOfOne = mostOfOne
    }

    /// Does something while so many bytes are held; nil where there is no room for them.
    package func carry<Value: Sendable>(
        _ bytes: Int, of sender: Sender, _ work: @Sendable () async throws -> Value
    ) async rethrows -> Value? {
        guard bytes > ServerBounds.handLuggage else { return try await work() }
        guard held + bytes <= most, bySender[sender, default: 0] + bytes <= mostOfOne else { return nil }
        held += bytes
        bySender[sender, default: 0] += bytes
        defer { putDown(bytes, sender) }
        return try await work()
    }

    private func putDown(_ bytes: Int, _ sender: Sender) {
        held -= bytes
        let left = bySender[sender, default: 0] - bytes
        bySender[sender] = left > 0 ? left : nil
    }
}
