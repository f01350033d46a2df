/// JSON as a tree, with the order of members kept. Whole numbers only: the ceremony has no fractions.
public enum JSON: Hashable, Sendable {
    case null
    case flag(Bool)
    case integer(Int64)
    case text(String)
    case list([JSON])
    case object([Member])

    public struct Member: Hashable, Sendable {
        public let name: String
        public let value: JSON
        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// The member of that name; nil where there is none or this is no object.
    public subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    public var text: String? { if case .text(let text) = self { text } else { nil } }
    public var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
    public var list: [JSON]? { if case .list(let items) = self { items } else { nil } }
    public var members: [Member]? { if case .object(let members) = self { members } else { nil } }
}

/// Where and why a text is not the JSON that the house reads.
public struct JSONMistake: Error, Hashable, Sendable {
    public enum Reason: String, Sendable {
        case unexpected, unfinished, badText = "bad_text", badNumber = "bad_number", fraction, tooDeep = "too_deep", trailing
        case repeatedName = "repeated_name"
        case tooManyNames = "too_many_names", tooManyItems = "too_many_items", tooManyValues = "too_many_values"
    }
    public let reason: Reason
    /// The byte at which reading stopped, from 0.
    public let offset: Int
}

/// How much one JSON text may hold. Reading ends at the first thing too many, so that nothing larger is ever made of it.
public struct JSONLimits: Hashable, Sendable {
    /// Members of one object.
    public var names: Int
    /// Items of one list.
    public var items: Int
    /// Values in all, on every level.
    public var values: Int
    /// Objects and lists within one another.
    public var depth: Int

    public init(names: Int = .max, items: Int = .max, values: Int = .max, depth: Int = 64) {
        self.names = names
        self.items = items
        self.values = values
        self.depth = depth
    }

    /// What the house itself has written: as long as it is.
    public static let kept = JSONLimits()
    /// What comes from outside: an act of as many records as one act may have, with all their fields, and no more.
    public static let sent = JSONLimits(names: 128, items: 10_000, values: 100_000, depth: 16)
}

extension JSON {
    /// Reads one JSON text. RFC 8259, but for two things refused: fractions and names given twice.
    public init(parsing bytes: some Sequence<UInt8>, within limits: JSONLimits = .kept) throws(JSONMistake) {
        var reader = JSONReader(bytes: ContiguousArray(bytes), limits: limits)
        self = try reader.document()
    }

    public init(parsing text: String, within limits: JSONLimits = .kept) throws(JSONMistake) {
        try self.init(parsing: text.utf8, within: limits)
    }

    /// The shortest spelling: no spaces, nothing escaped that need not be.
    public var written: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    public func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .text(let text): JSON.write(text, to: &bytes)
        case .list(let items):
            bytes.append(UInt8(ascii: "["))
            for (place, item) in items.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                item.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                JSON.write(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { content in
            // Nearly every text is as it stands, and is taken as a whole.
            let isPlain = content.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
            if isPlain { bytes.append(contentsOf: content) } else { writeEscaped(content, to: &bytes) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func writeEscaped(_ content: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        for byte in content {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
            case 0x00..<0x20:
                bytes.append(contentsOf: #"\u00"#.utf8)
                bytes.append(hex(byte >> 4))
                bytes.append(hex(byte & 15))
            default: bytes.append(byte)
            }
        }
    }

    private static func hex(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 48 + nibble : 87 + nibble }
}
