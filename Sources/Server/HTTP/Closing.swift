import Ledger
import ServiceLifecycle
import Synchronization

/// Ends the house's service in good time: nobody comes in any more, who waits goes, and who is slow is given some seconds.
///
/// What is being written is written first. Nothing is lost that was acknowledged, even where the last of these times passes: an act is
/// acknowledged after it lies on the disk.
final class Closing: Service {
    private let doorkeeper: Doorkeeper
    private let sleep: Sleep
    private let overdue: @Sendable () -> Void
    private let course = Mutex<Task<Void, Never>?>(nil)

    /// Seconds in which those who are being served are given their answers, and then those in which the house itself comes to an end.
    private static let forGuests = 5
    private static let forHouse = 4

    /// - Parameter overdue: told where the house has not come to its end by itself.
    init(_ doorkeeper: Doorkeeper, sleep: Sleep, overdue: @escaping @Sendable () -> Void) {
        self.doorkeeper = doorkeeper
        self.sleep = sleep
        self.overdue = overdue
    }

    func run() async {
        guard (try? await gracefulShutdown()) != nil else { return }
        let (doorkeeper, sleep, overdue) = (doorkeeper, sleep, overdue)
        doorkeeper.close()
        doorkeeper.dismissWaiting()
        // The rest is stopped only after this service has ended: its course goes on beside it.
        let task = Task {
            for _ in 0..<Closing.forGuests {
                await sleep(seconds: 1)
                doorkeeper.dismissWaiting()
            }
            doorkeeper.dismissAll()
            await sleep(seconds: Closing.forHouse)
            if !Task.isCancelled { overdue() }
        }
        course.withLock { $0 = task }
    }

    /// The house has come to its end.
    func ended() { course.withLock { $0?.cancel() } }
}
