import Foundation

/// How long something took: by the clock on the wall, and of the processor by all threads of this process.
struct Stopwatch {
    struct Time {
        let wall: Double
        let processor: Double
    }

    private let start = Stopwatch.now()

    var time: Time {
        let now = Stopwatch.now()
        return Time(wall: now.wall - start.wall, processor: now.processor - start.processor)
    }

    static func time<Answer>(_ work: () throws -> Answer) rethrows -> (time: Time, answer: Answer) {
        let watch = Stopwatch()
        let answer = try work()
        return (watch.time, answer)
    }

    private static func now() -> Time { Time(wall: seconds(CLOCK_MONOTONIC), processor: seconds(CLOCK_PROCESS_CPUTIME_ID)) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}
