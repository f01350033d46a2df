package import Foundation
package import Ledger
package import Rulebook

/// What a pack says of itself in `pack.json`: whose ceremony it is, where its days begin, and when it is played.
///
/// ```json
/// { "format": 1, "ceremony": "HANOI-2025", "zone": "Asia/Ho_Chi_Minh", "clock": "2025-10-14",
///   "opens": "2025-10-25", "closes": "2025-10-26" }
/// ```
package struct PackManifest: Hashable, Sendable {
    package static let file = "pack.json"
    /// The format that this house writes and reads.
    package static let format: Int64 = 1

    package var ceremony: String
    package var zone: TimeZone
    /// Where the clock of a ceremony that is opened from the pack stands.
    package var clock: Instant?
    package var opens: Day?
    package var closes: Day?

    package init(ceremony: String, zone: TimeZone, clock: Instant? = nil, opens: Day? = nil, closes: Day? = nil) {
        self.ceremony = ceremony
        self.zone = zone
        self.clock = clock
        self.opens = opens
        self.closes = closes
    }

    /// Why a `pack.json` is none.
    package enum Mistake: Error, Hashable, Sendable {
        case notJSON(JSONMistake.Reason, offset: Int)
        case missing(String)
        case unknownMember(String)
        case wrongType(String)
        case unknownFormat(Int64)
        case unknownZone(String)
        case notADay(String, text: String)
        case notATime(String, text: String)
        case closesBeforeItOpens
    }

    package init(parsing bytes: [UInt8]) throws(Mistake) {
        let json: JSON
        do { json = try JSON(parsing: bytes, within: .sent) } catch { throw .notJSON(error.reason, offset: error.offset) }
        guard let members = json.members else { throw .wrongType(PackManifest.file) }
        let known = ["format", "ceremony", "zone", "clock", "opens", "closes"]
        if let stranger = members.first(where: { !known.contains($0.name) }) { throw .unknownMember(stranger.name) }
        guard let format = json["format"] else { throw .missing("format") }
        guard let format = format.integer else { throw .wrongType("format") }
        guard format == PackManifest.format else { throw .unknownFormat(format) }
        guard let ceremony = try PackManifest.text("ceremony", of: json) else { throw .missing("ceremony") }
        guard let zoneName = try PackManifest.text("zone", of: json) else { throw .missing("zone") }
        guard let zone = Zones.named(zoneName) else { throw .unknownZone(zoneName) }
        self.ceremony = ceremony
        self.zone = zone
        clock = try PackManifest.text("clock", of: json).map { (text) throws(Mistake) -> Instant in
            guard let clock = CellReader.instant(text, in: zone) else { throw .notATime("clock", text: text) }
            return clock
        }
        opens = try PackManifest.day("opens", of: json)
        closes = try PackManifest.day("closes", of: json)
        if let opens, let closes, closes < opens { throw .closesBeforeItOpens }
    }

    private static func text(_ name: String, of json: JSON) throws(Mistake) -> String? {
        guard let member = json[name], member != .null else { return nil }
        guard let text = member.text else { throw .wrongType(name) }
        return text
    }

    private static func day(_ name: String, of json: JSON) throws(Mistake) -> Day? {
        guard let text = try text(name, of: json) else { return nil }
        guard let day = Day(text) else { throw .notADay(name, text: text) }
        return day
    }

    /// The manifest as a file, one member a line.
    package var written: [UInt8] {
        var members: [(String, JSON)] = [
            ("format", .integer(PackManifest.format)), ("ceremony", .text(ceremony)), ("zone", .text(zone.ianaName)),
        ]
        if let clock { members.append(("clock", .text(clock.description))) }
        if let opens { members.append(("opens", .text(opens.description))) }
        if let closes { members.append(("closes", .text(closes.description))) }
        let lines = members.map { "  \(JSON.text($0).written): \($1.written)" }.joined(separator: ",\n")
        return Array("{\n\(lines)\n}\n".utf8)
    }
}

extension PackManifest.Mistake {
    /// Frozen: the name of the sentence that explains it, after `finding.not_a_pack.`.
    package var code: String {
        switch self {
        case .notJSON: "not_json"
        case .missing: "missing"
        case .unknownMember: "unknown_member"
        case .wrongType: "wrong_type"
        case .unknownFormat: "unknown_format"
        case .unknownZone: "unknown_zone"
        case .notADay: "not_a_day"
        case .notATime: "not_a_time"
        case .closesBeforeItOpens: "closes_before_it_opens"
        }
    }

    package var facts: [Fact] {
        switch self {
        case .notJSON(_, let offset): [Fact("offset", .number(offset))]
        case .missing(let member), .unknownMember(let member), .wrongType(let member): [Fact("member", .text(member))]
        case .unknownFormat(let format): [Fact("format", .number(Int(format)))]
        case .unknownZone(let zone): [Fact("zone", .text(zone))]
        case .notADay(let member, let text), .notATime(let member, let text): [Fact("member", .text(member)), Fact("text", .text(text))]
        case .closesBeforeItOpens: []
        }
    }
}
