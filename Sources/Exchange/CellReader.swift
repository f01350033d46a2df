package import Foundation
package import Ledger

/// Understands the cells of one column: from what somebody typed to a value of the column's shape.
///
/// Everything that ``CellText`` writes is read back as it was. Beyond that, people's habits are accepted where they leave
/// no doubt: thousands grouped in the Vietnamese or the English way, days as 25/10/2025 (the day first), `x` and `có` for
/// yes, words by their names in every language.
package struct CellReader: Sendable {
    private let shape: Shape
    /// The zone of times that are written without one.
    private let zone: TimeZone?
    /// The words of the column by what they are called, folded.
    private let words: [String: String]

    /// - Parameters:
    ///   - zone: where times are meant that name no zone; nil refuses them.
    ///   - names: what a word is called besides its own spelling, in every language.
    package init(_ shape: Shape, zone: TimeZone? = nil, names: (String) -> [String] = { _ in [] }) {
        self.shape = shape
        self.zone = zone.flatMap { Zones.named($0.ianaName) }
        words = CellReader.words(of: shape, names: names)
    }

    /// What the cell means.
    ///
    /// - Parameter number: the number of the record of that kind with that code.
    package func value(
        _ cell: String, number: (_ kind: String, _ code: String) throws(Problem) -> UInt32
    ) throws(Problem) -> Value {
        try value(Shield.off(cell), as: shape, number: number)
    }

    private func value(_ text: String, as shape: Shape, number: (String, String) throws(Problem) -> UInt32) throws(Problem) -> Value {
        guard !text.isEmpty else { return .absent }
        switch shape {
        case .text: return .text(text)
        case .integer: return .integer(try CellReader.integer(text))
        case .flag: return .flag(try CellReader.flag(text))
        case .day:
            guard let day = CellReader.day(text) else { throw .notADay(text) }
            return .day(day)
        case .moment: return try moment(text).value
        case .choice(let words): return .text(try word(text, among: words))
        case .reference(let kind): return .reference(try number(kind, text))
        case .attachment:
            guard let attachment = Attachment(text) else { throw .notAnAttachment(text) }
            return .text(attachment.description)
        case .list(let shape):
            var values: [Value] = []
            for item in CellReader.items(text) { values.append(try value(item, as: shape, number: number)) }
            return values.isEmpty ? .absent : .list(values)
        }
    }
}

// Whole numbers and flags.
extension CellReader {
    /// A whole number, its thousands grouped throughout by points, commas, spaces or not at all.
    ///
    /// A fraction is never whole, so `1.500` can only mean fifteen hundred.
    static func integer(_ text: String) throws(Problem) -> Int64 {
        if let number = Int64(text) { return number }
        let scalars = Array(text.unicodeScalars)
        let isNegative = scalars.first == "-" || scalars.first == "\u{2212}"
        let digits = scalars.dropFirst(isNegative ? 1 : 0)
        guard let separator = digits.first(where: { !isDigit($0) }), separator == "." || separator == "," || EnteredText.isSpace(separator)
        else { throw .notAnInteger(text) }
        let groups = digits.split(separator: separator, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count), first.first != "0", groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.allSatisfy({ $0.allSatisfy(isDigit) }),
            let number = Int64((isNegative ? "-" : "") + String(String.UnicodeScalarView(groups.joined())))
        else { throw .notAnInteger(text) }
        return number
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

    static func flag(_ text: String) throws(Problem) -> Bool {
        switch text {
        case "true": return true
        case "false": return false
        default: break
        }
        switch text.folded {
        case "true", "yes", "y", "x", "co", "dung", "1", "✓": return true
        case "false", "no", "n", "khong", "sai", "0": return false
        default: throw .notAFlag(text)
        }
    }
}

// Days and times.
extension CellReader {
    /// `2025-10-25`, `25/10/2025`, `25-10-2025` or `25.10.2025`: where the year stands last, the day stands first.
    static func day(_ text: String) -> Day? {
        if let day = Day(text) { return day }
        for separator in "/-." as String {
            let parts = text.split(separator: separator, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            let isYearFirst = parts[0].utf8.count == 4
            guard let year = number(parts[isYearFirst ? 0 : 2], digits: 4...4), let month = number(parts[1], digits: 1...2),
                let day = number(parts[isYearFirst ? 2 : 0], digits: 1...2)
            else { return nil }
            return Day(year: year, month: month, day: day)
        }
        return nil
    }

    /// A day, which means its first instant in that zone, an instant in UTC, or a moment.
    package static func instant(_ text: String, in zone: TimeZone) -> Instant? {
        if let instant = Instant(text) { return instant }
        return day(text).map { zone.start(of: $0) } ?? Moment(text)?.instant
    }

    private func moment(_ text: String) throws(Problem) -> Moment {
        if let moment = Moment(text) { return moment }
        guard text.last == "]", let bracket = text.firstIndex(of: "[") else { return try momentWithoutZone(text) }
        let name = String(text[text.index(after: bracket)...].dropLast())
        let clock = String(text[..<bracket])
        guard Zones.named(name) != nil else { throw .notAMoment(text, name.contains(":") ? .fixedOffset : .unknownZone) }
        let (local, offset) = CellReader.splitOffset(clock)
        guard let local = CellReader.localTime(local) else { throw .notAMoment(text, .notATime) }
        guard let moment = Moment("\(local)\(offset)[\(name)]") else {
            throw .notAMoment(text, offset.isEmpty ? .clocksChange : .wrongOffset)
        }
        return moment
    }

    private func momentWithoutZone(_ text: String) throws(Problem) -> Moment {
        if let instant = Instant(text), let zone { return Moment(instant, in: zone) }
        let (clock, offset) = CellReader.splitOffset(text)
        guard let local = CellReader.localTime(clock) else { throw .notAMoment(text, .notATime) }
        guard offset.isEmpty else { throw .notAMoment(text, .fixedOffset) }
        guard let zone else { throw .notAMoment(text, .noZone) }
        guard let moment = Moment("\(local)[\(zone.ianaName)]") else { throw .notAMoment(text, .clocksChange) }
        return moment
    }

    /// Takes `Z` or `+07:00` off the end of a time.
    private static func splitOffset(_ text: String) -> (clock: String, offset: String) {
        if text.last == "Z" { return (String(text.dropLast()), "+00:00") }
        let tail = Array(text.utf8.suffix(6))
        guard tail.count == 6, text.utf8.count > 12, tail[0] == UInt8(ascii: "+") || tail[0] == UInt8(ascii: "-"),
            tail[3] == UInt8(ascii: ":"), text.utf8.contains(UInt8(ascii: "T")) || text.contains(" ")
        else { return (text, "") }
        return (String(text.dropLast(6)), String(text.suffix(6)))
    }

    /// A day and a time of day in either order, as the ledger spells them: `2025-10-25T10:00:00`.
    private static func localTime(_ text: String) -> String? {
        let parts = text.split { $0 == "T" || $0.isWhitespace }
        guard parts.count == 2 else { return nil }
        if let day = day(String(parts[0])), let time = timeOfDay(parts[1]) { return "\(day)T\(time)" }
        if let time = timeOfDay(parts[0]), let day = day(String(parts[1])) { return "\(day)T\(time)" }
        return nil
    }

    /// `10:00`, `9:30:15`, `10h`, `10h30` as `10:00:00`.
    private static func timeOfDay(_ text: Substring) -> String? {
        var parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" }
        if parts.count == 2, parts[1].isEmpty, text.last == "h" { parts[1] = "00" }
        guard (2...3).contains(parts.count), let hour = number(parts[0], digits: 1...2), hour < 24,
            let minute = number(parts[1], digits: 2...2), minute < 60,
            let second = parts.count == 3 ? number(parts[2], digits: 2...2) : 0, second < 60
        else { return nil }
        return [hour, minute, second].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
    }

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.unicodeScalars.allSatisfy(isDigit) else { return nil }
        return Int(text)
    }
}

// Words and lists.
extension CellReader {
    private func word(_ text: String, among words: [String]) throws(Problem) -> String {
        if words.contains(text) { return text }
        if let word = self.words[text.folded] { return word }
        let nearest = Nearest.names(to: text, among: words)
        throw .unknownWord(text, candidates: nearest.isEmpty ? words : nearest)
    }

    /// Names that two words share are left out: they would be a guess.
    private static func words(of shape: Shape, names: (String) -> [String]) -> [String: String] {
        switch shape {
        case .list(let item): return words(of: item, names: names)
        case .choice(let words):
            var result: [String: String] = [:]
            var shared: Set<String> = []
            for word in words {
                for name in Set((names(word) + [word]).map(\.folded)) where result.updateValue(word, forKey: name) != nil {
                    shared.insert(name)
                }
            }
            for name in shared { result[name] = nil }
            return result
        default: return [:]
        }
    }

    /// The items between semicolons, without spaces at their edges; a backslash keeps the letter behind it as it is.
    static func items(_ text: String) -> [String] {
        var items: [String] = []
        var item = String.UnicodeScalarView()
        var kept = 0
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isEscaped {
                item.append(scalar)
                kept = item.count
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == ";" {
                items.append(String(String.UnicodeScalarView(item.prefix(kept))))
                item = String.UnicodeScalarView()
                kept = 0
            } else if !EnteredText.isSpace(scalar) {
                item.append(scalar)
                kept = item.count
            } else if !item.isEmpty {
                item.append(scalar)
            }
        }
        if isEscaped {
            item.append("\\")
            kept = item.count
        }
        items.append(String(String.UnicodeScalarView(item.prefix(kept))))
        return items.filter { !$0.isEmpty }
    }
}
