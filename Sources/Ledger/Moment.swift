public import Foundation
import Synchronization

/// A time somebody wrote down for a place: an instant together with the IANA zone it was meant in.
///
/// Written as RFC 9557: `2025-10-25T10:00:00+07:00[Asia/Ho_Chi_Minh]`. A fixed offset alone is not a moment: the
/// European Union changes its clocks on 26 October 2025, in the middle of the ceremony (slip W03).
public struct Moment: Hashable, Comparable, Sendable {
    public let instant: Instant
    /// The zone's IANA name.
    public let zone: String
    /// Minutes east of UTC at that instant in that zone.
    public let offset: Int16

    /// The instant as the clocks of `zone` show it, to the whole second: a moment is what it is written as, and nothing more.
    public init(_ instant: Instant, in zone: TimeZone) {
        self.instant = Instant(seconds: floored(instant.milliseconds, 1000))
        self.zone = zone.ianaName
        offset = Int16(clamping: zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)) / 60)
    }

    private init(instant: Instant, zone: String, offset: Int16) {
        self.instant = instant
        self.zone = zone
        self.offset = offset
    }

    public static func < (left: Moment, right: Moment) -> Bool { left.instant < right.instant }

    /// The civil day on the clocks of its zone.
    public var day: Day { Day(number: Int32(clamping: floored(localSeconds, 86_400))) }

    /// Minutes since midnight on the clocks of its zone.
    public var minuteOfDay: Int { Int(localSeconds - floored(localSeconds, 86_400) * 86_400) / 60 }

    private var localSeconds: Int64 { floored(instant.milliseconds, 1000) + Int64(offset) * 60 }
}

extension Moment: CustomStringConvertible, LosslessStringConvertible {
    public var description: String { "\(withOffset)[\(zone)]" }

    /// The moment for those who know no zones: RFC 3339, `2025-10-25T10:00:00+07:00`.
    public var withOffset: String {
        let sign = offset < 0 ? "-" : "+"
        let size = Int(abs(offset))
        return "\(ClockText.date(localSeconds))\(sign)\(padded(size / 60, 2)):\(padded(size % 60, 2))"
    }

    /// Reads RFC 9557. The offset may be left out where the zone's clocks leave no doubt; an offset that the zone does
    /// not have at that time, an unknown zone, an hour that the clocks skip or repeat, give nil.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let bracket = bytes.firstIndex(of: UInt8(ascii: "[")), bytes.last == UInt8(ascii: "]") else { return nil }
        let name = String(decoding: bytes[(bracket + 1)..<(bytes.count - 1)], as: UTF8.self)
        guard let zone = Zones.named(name) else { return nil }
        let clock = bytes[..<bracket]
        if let local = ClockText.seconds(clock) {
            guard let instant = zone.only(instantOf: local) else { return nil }
            self.init(instant, in: zone)
            return
        }
        guard clock.count >= 22, let local = ClockText.seconds(clock.dropLast(6)), let offset = Moment.offset(Array(clock.suffix(6))) else {
            return nil
        }
        let instant = Instant(seconds: local - Int64(offset) * 60)
        let moment = Moment(instant, in: zone)
        guard moment.offset == offset else { return nil }
        self = Moment(instant: instant, zone: name, offset: offset)
    }

    private static func offset(_ bytes: [UInt8]) -> Int16? {
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = digits(bytes[1..<3]), let minutes = digits(bytes[4..<6]),
            hours <= 15, minutes < 60, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-")
        else { return nil }
        let size = Int16(hours * 60 + minutes)
        return bytes[0] == UInt8(ascii: "-") ? -size : size
    }
}

extension Instant {
    /// Reads what people and programs write for a point in time: in UTC (`2025-10-14T01:00:00Z`), or on the clocks of a zone
    /// (`2025-10-14T08:00:00+07:00[Asia/Ho_Chi_Minh]`).
    public init?(written text: String) {
        guard let instant = Instant(text) ?? Moment(text)?.instant else { return nil }
        self = instant
    }
}

/// The zones of the world by IANA name.
public enum Zones {
    /// Those that were asked for: making a zone takes longer than reading all else of a moment.
    private static let known = Mutex<[String: TimeZone]>([:])

    /// The zone of that exact IANA name; abbreviations and fixed offsets (`GMT+7`, `EST`) are not names of places.
    public static func named(_ name: String) -> TimeZone? {
        if let zone = known.withLock({ $0[name] }) { return zone }
        guard name == "UTC" || name.contains("/"), !name.hasPrefix("Etc/"), let zone = TimeZone(identifier: name) else { return nil }
        known.withLock { $0[name] = zone }
        return zone
    }
}

extension TimeZone {
    /// The zone's name among those of the world; Foundation calls UTC by another, which is no place's.
    public var ianaName: String { identifier == "GMT" ? "UTC" : identifier }

    /// The one instant at which this zone's clocks show `local` (seconds as if UTC); nil when they skip or repeat it.
    func only(instantOf local: Int64) -> Instant? {
        let candidates = Set(
            [-86_400, 86_400].map { shift in
                local - Int64(secondsFromGMT(for: Date(timeIntervalSince1970: Double(local + shift))))
            }
        ).filter { local - $0 == Int64(secondsFromGMT(for: Date(timeIntervalSince1970: Double($0)))) }
        return candidates.count == 1 ? candidates.first.map { Instant(seconds: $0) } : nil
    }

    /// The first instant of a civil day here.
    public func start(of day: Day) -> Instant {
        let local = Int64(day.number) * 86_400
        return only(instantOf: local) ?? Instant(seconds: local - Int64(secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))))
    }

    /// The civil day at an instant here.
    public func day(at instant: Instant) -> Day { Moment(instant, in: self).day }
}

func floored(_ number: Int64, _ divisor: Int64) -> Int64 {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
}
