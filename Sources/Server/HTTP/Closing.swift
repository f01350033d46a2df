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
    private let course = Mutex<Task<Void, Never>?>(nil)

    /// Seconds in which those who are being served are given their answers.
    private static let forGuests = 5

    init(_ doorkeeper: Doorkeeper, sleep: Sleep) {
        self.doorkeeper = doorkeeper
        self.sleep = sleep
    }

    func run() async {
        guard (try? await gracefulShutdown()) != nil else { return }
        let (doorkeeper, sleep) = (doorkeeper, sleep)
        doorkeeper.close()
        doorkeeper.dismissWaiting()
        // The rest is stopped only after this service has ended: its course goes on beside it.
        let task = Task {
            for _ in 0..<Closing.forGuests {
                await sleep(seconds: 1)
                doorkeeper.dismissWaiting()
            }
            doorkeeper.dismissAll()
        }
        course.withLock { $0 = task }
    }

    /// The house has come to its end.
    func ended() { course.withLock { $0?.cancel() } }
}
