@preconcurrency import Dispatch
import Glibc

/// Ends the process where it was told to stop and has not come to its end in time. It waits on a thread of its own: where strangers keep
/// all that serves busy, nothing that is served with it would ever have its turn.
final class LastCall: Sendable {
    private let sources: [any DispatchSourceSignal]

    /// Seconds from the first signal: ten are promised.
    private static let longest = 9

    /// - Parameter overdue: told before the process is ended.
    init(overdue: @escaping @Sendable () -> Void) {
        let queue = DispatchQueue(label: "last call", qos: .userInteractive)
        sources = [SIGTERM, SIGINT].map { signal in
            let source = DispatchSource.makeSignalSource(signal: signal, queue: queue)
            source.setEventHandler {
                queue.asyncAfter(deadline: .now() + .seconds(LastCall.longest)) {
                    overdue()
                    // What `exit` calls may wait for whoever is busy. All that was acknowledged lies on the disk.
                    _exit(0)
                }
            }
            source.resume()
            return source
        }
    }

    /// The house has come to its end by itself: whoever is in a hurry after that ends the process at once.
    func cancel() { for source in sources { source.cancel() } }
}
