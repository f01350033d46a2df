/// A point of time in the world, the same everywhere: milliseconds since 1 January 1970, UTC.
@frozen
public struct Instant: Hashable, Comparable, Sendable, BitwiseCopyable {
    public let milliseconds: Int64

    @inlinable public init(milliseconds: Int64) { self.milliseconds = milliseconds }
    @inlinable public init(seconds: Int64) { milliseconds = seconds * 1000 }

    @inlinable public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    public static let distantPast = Instant(milliseconds: Int64.min / 2)
    public static let distantFuture = Instant(milliseconds: Int64.max / 2)

    public func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds) * 1000) }
    public func adding(minutes: Int) -> Instant { adding(seconds: minutes * 60) }

    public static func minutes(from start: Instant, to end: Instant) -> Int {
        Int((end.milliseconds - start.milliseconds) / 60_000)
    }
}

extension Instant: CustomStringConvertible, LosslessStringConvertible {
    /// `2025-10-25T03:00:00Z`, with milliseconds only where there are some.
    public var description: String {
        let seconds = Int64((Double(milliseconds) / 1000).rounded(.down))
        let rest = Int(milliseconds - seconds * 1000)
        return ClockText.date(seconds) + (rest == 0 ? "" : "." + padded(rest, 3)) + "Z"
    }

    public init?(_ text: String) {
        guard text.hasSuffix("Z") else { return nil }
        let parts = text.dropLast().split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let seconds = ClockText.seconds(Array(parts[0].utf8)[...]) else { return nil }
        guard parts.count == 2 else { self.init(seconds: seconds); return }
        guard parts[1].utf8.count == 3, let rest = digits(ArraySlice(parts[1].utf8)) else { return nil }
        self.init(milliseconds: seconds * 1000 + Int64(rest))
    }
}

/// The civil date and time written for machines: `2025-10-25T10:00:00`.
enum ClockText {
    static func date(_ seconds: Int64) -> String {
        let days = Int64((Double(seconds) / 86_400).rounded(.down))
        let rest = Int(seconds - days * 86_400)
        return "\(Day(number: Int32(clamping: days)))T\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
    }

    /// Seconds since 1970 of a civil time read as if it were UTC; the seconds may be left out.
    static func seconds(_ bytes: ArraySlice<UInt8>) -> Int64? {
        guard bytes.startIndex == 0, bytes.count == 16 || bytes.count == 19, bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), let day = Day(bytes[0..<10]),
            let hour = digits(bytes[11..<13]), hour < 24, let minute = digits(bytes[14..<16]), minute < 60
        else { return nil }
        var second = 0
        if bytes.count == 19 {
            guard bytes[16] == UInt8(ascii: ":"), let read = digits(bytes[17..<19]), read < 60 else { return nil }
            second = read
        }
        return Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    }
}
