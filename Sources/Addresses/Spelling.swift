/// An address taken apart: the words of its path, and what its query says, in order.
public struct Spelling: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public let name: String
        public let value: String
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public var path: [String]
    public var query: [Item]

    public init(_ path: [String], query: [Item] = []) {
        self.path = path
        self.query = query
    }

    /// Takes apart `/records/people?q=hoa&page=2`; nil where an escape is broken or what it means is no text.
    public init?(_ text: String) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.first == UInt8(ascii: "/") else { return nil }
        var path: [String] = []
        for word in first.split(separator: "/") {
            guard let plain = Escape.off(word) else { return nil }
            path.append(plain)
        }
        var query: [Item] = []
        for item in parts.count == 2 ? parts[1].split(separator: "&") : [] {
            let sides = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Escape.off(sides[0]), let value = Escape.off(sides.count == 2 ? sides[1] : "") else { return nil }
            query.append(Item(name, value))
        }
        self.init(path, query: query)
    }

    public var text: String {
        let path = "/" + path.map(Escape.on).joined(separator: "/")
        guard !query.isEmpty else { return path }
        return path + "?" + query.map { "\(Escape.on($0.name))=\(Escape.on($0.value))" }.joined(separator: "&")
    }

    /// The one value of that name; nil where there is none.
    public subscript(name: String) -> String? { query.first { $0.name == name }?.value }
}

/// Percent escapes of RFC 3986; a plus in a query is a space, as forms write it.
enum Escape {
    static func on(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            if isPlain(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + hexadecimal(byte >> 4) + hexadecimal(byte & 15)
            }
        }
        return result
    }

    static func off(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(nibble), let low = rest.popFirst().flatMap(nibble) else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// What RFC 3986 calls unreserved.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }

    private static func hexadecimal(_ nibble: UInt8) -> String { String(nibble, radix: 16, uppercase: true) }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
