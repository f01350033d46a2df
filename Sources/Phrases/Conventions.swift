import Ledger

/// How a language writes days, moments, money and numbers: taken out of its phrases once, since every row of a list asks for it.
struct Conventions: Sendable {
    private let thousands: String
    private let months: [String]
    private let dayPattern: Pattern
    private let momentPatterns: [MomentForm: Pattern]
    /// The word between the ends of a span of time: `to`.
    let until: String
    private let moneyPattern: Pattern
    let collation: Collation

    init(_ sentences: [String: String]) {
        func said(_ name: String) -> String { sentences["convention.\(name)"] ?? "convention.\(name)" }
        thousands = said("thousands")
        months = (1...12).map { said("month.\($0)") }
        dayPattern = Pattern(said("day"))
        momentPatterns = Dictionary(uniqueKeysWithValues: MomentForm.allCases.map { ($0, Pattern(said($0.rawValue))) })
        until = said("until")
        moneyPattern = Pattern(said("money"))
        collation = Collation(alphabet: said("alphabet"))
    }

    /// Thousands grouped: `1.500.000` in Vietnamese, `1,500,000` in English.
    func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        groups.insert(rest, at: 0)
        return (number < 0 ? "-" : "") + groups.joined(separator: thousands)
    }

    /// Vietnamese đồng, which have no smaller part.
    func money(_ amount: Int) -> String { moneyPattern.filled { $0 == "amount" ? grouped(amount) : nil } }

    /// `25/10/2025` in Vietnamese, `25 October 2025` in English.
    func day(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return dayPattern.filled { name in
            switch name {
            case "day": String(number)
            case "day_2": Conventions.twoDigits(number)
            case "month": months[month - 1]
            case "month_2": Conventions.twoDigits(month)
            case "year": String(year)
            default: nil
            }
        }
    }

    /// The time on the clocks of its zone, with as much beside it as the form has.
    func moment(_ moment: Moment, city: String, _ form: MomentForm = .whole) -> String {
        momentPatterns[form, default: Pattern("")].filled { name in
            switch name {
            case "clock": "\(Conventions.twoDigits(moment.minuteOfDay / 60)):\(Conventions.twoDigits(moment.minuteOfDay % 60))"
            case "day": day(moment.day)
            case "city": city
            default: nil
            }
        }
    }

    /// How much of a moment is written: what stands beside it in the same sentence need not be said twice.
    enum MomentForm: String, CaseIterable {
        /// Clock, day and zone: `10:00 on 25 October 2025 (Hanoi time)`.
        case whole = "moment"
        /// The same where brackets are open already.
        case inBrackets = "moment.in_brackets"
        case withoutZone = "moment.without_zone"
        case clock = "moment.clock"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// Words with places between them: `{day} {month} {year}`.
    private struct Pattern: Sendable {
        private var parts: [(before: String, place: String)] = []
        private let end: String

        init(_ sentence: String) {
            var rest = sentence[...]
            while let start = rest.firstIndex(of: "{"), let close = rest[start...].firstIndex(of: "}") {
                parts.append((String(rest[..<start]), String(rest[rest.index(after: start)..<close])))
                rest = rest[rest.index(after: close)...]
            }
            end = String(rest)
        }

        func filled(_ content: (String) -> String?) -> String {
            var result = ""
            for part in parts { result += part.before + (content(part.place) ?? "{\(part.place)}") }
            return result + end
        }
    }
}
