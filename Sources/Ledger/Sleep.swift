/// How time is waited for, as an argument: a test lets it pass at once, and hears how long it would have been.
public struct Sleep: Sendable {
    private let wait: @Sendable (_ seconds: Int) async -> Void

    public init(_ wait: @escaping @Sendable (_ seconds: Int) async -> Void) { self.wait = wait }

    /// Returns after that many seconds, or as soon as whoever waits is told to stop.
    public func callAsFunction(seconds: Int) async { await wait(seconds) }

    /// By this machine's clock.
    public static let machine = Sleep { seconds in try? await Task.sleep(for: .seconds(seconds)) }
}
