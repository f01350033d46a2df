/// A reader of JSON by hand: a million entries are read at every start, and a general decoder takes ten times as long.
struct JSONReader {
    private let bytes: ContiguousArray<UInt8>
    private let limits: JSONLimits
    private var place = 0
    /// Values begun so far, in the whole document.
    private var count = 0
    /// Names of one object up to which they are compared one by one: a record's few are found faster so than by hashing.
    private static let fewNames = 24

    init(bytes: ContiguousArray<UInt8>, limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    mutating func document() throws(JSONMistake) -> JSON {
        let value = try value(depth: 0)
        skipSpace()
        guard place == bytes.count else { throw mistake(.trailing) }
        return value
    }

    private func mistake(_ reason: JSONMistake.Reason) -> JSONMistake { JSONMistake(reason: reason, offset: place) }

    private mutating func skipSpace() {
        while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x0A || bytes[place] == 0x0D || bytes[place] == 0x09 {
            place += 1
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONMistake) -> JSON {
        guard depth < limits.depth else { throw mistake(.tooDeep) }
        guard count < limits.values else { throw mistake(.tooManyValues) }
        count += 1
        skipSpace()
        guard place < bytes.count else { throw mistake(.unfinished) }
        switch bytes[place] {
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .integer(try number())
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONMistake) -> JSON {
        for offset in 0..<word.utf8CodeUnitCount {
            guard take(word.utf8Start[offset]) else { throw mistake(.unexpected) }
        }
        return value
    }

    private mutating func list(depth: Int) throws(JSONMistake) -> JSON {
        place += 1
        var items: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .list(items) }
        while true {
            guard items.count < limits.items else { throw mistake(.tooManyItems) }
            items.append(try value(depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: "]")) { return .list(items) }
            guard take(UInt8(ascii: ",")) else { throw mistake(place < bytes.count ? .unexpected : .unfinished) }
        }
    }

    private mutating func object(depth: Int) throws(JSONMistake) -> JSON {
        place += 1
        var members: [JSON.Member] = []
        var names: Set<String> = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
                throw mistake(place < bytes.count ? .unexpected : .unfinished)
            }
            guard members.count < limits.names else { throw mistake(.tooManyNames) }
            let name = try text()
            guard isNew(name, among: members, &names) else { throw mistake(.repeatedName) }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw mistake(place < bytes.count ? .unexpected : .unfinished) }
            members.append(JSON.Member(name, try value(depth: depth + 1)))
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw mistake(place < bytes.count ? .unexpected : .unfinished) }
        }
    }

    /// Whether no member has that name yet. Of many names a set is kept, so that each is looked up at once.
    private func isNew(_ name: String, among members: [JSON.Member], _ names: inout Set<String>) -> Bool {
        guard members.count >= JSONReader.fewNames else { return !members.contains { $0.name == name } }
        if names.isEmpty { names = Set(members.map(\.name)) }
        return names.insert(name).inserted
    }

    private mutating func number() throws(JSONMistake) -> Int64 {
        let isNegative = take(UInt8(ascii: "-"))
        let start = place
        var number: Int64 = 0
        while place < bytes.count, bytes[place] >= 48, bytes[place] <= 57 {
            let (product, overflowed) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflowedAgain) = product.addingReportingOverflow(Int64(bytes[place] - 48))
            guard !overflowed, !overflowedAgain else { throw mistake(.badNumber) }
            number = sum
            place += 1
        }
        guard place > start else { throw mistake(.unexpected) }
        guard place == start + 1 || bytes[start] != 48 else { throw mistake(.badNumber) }
        if place < bytes.count, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[place]) {
            throw mistake(.fraction)
        }
        return isNegative ? -number : number
    }

    private mutating func text() throws(JSONMistake) -> String {
        place += 1
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\\"), bytes[place] >= 0x20 {
            place += 1
        }
        guard place < bytes.count else { throw mistake(.unfinished) }
        if bytes[place] == UInt8(ascii: "\"") {
            place += 1
            return try checked(bytes[start..<(place - 1)])
        }
        var unescaped = ContiguousArray(bytes[start..<place])
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") {
                place += 1
                return try checked(unescaped[...])
            }
            guard byte >= 0x20 else { throw mistake(.badText) }
            place += 1
            if byte == UInt8(ascii: "\\") { try escape(into: &unescaped) } else { unescaped.append(byte) }
        }
        throw mistake(.unfinished)
    }

    private func checked(_ utf8: ArraySlice<UInt8>) throws(JSONMistake) -> String {
        guard let text = String(validating: utf8, as: UTF8.self) else { throw mistake(.badText) }
        return text
    }

    private mutating func escape(into text: inout ContiguousArray<UInt8>) throws(JSONMistake) {
        guard place < bytes.count else { throw mistake(.unfinished) }
        let letter = bytes[place]
        place += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "u"):
            var code = try hexadecimal()
            if (0xD800..<0xDC00).contains(code) {
                guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw mistake(.badText) }
                let low = try hexadecimal()
                guard (0xDC00..<0xE000).contains(low) else { throw mistake(.badText) }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw mistake(.badText) }
            text.append(contentsOf: String(Character(scalar)).utf8)
        default: throw mistake(.badText)
        }
    }

    private mutating func hexadecimal() throws(JSONMistake) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard place < bytes.count, let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue, bytes[place] < 0x80 else {
                throw mistake(.badText)
            }
            code = code << 4 | UInt32(digit)
            place += 1
        }
        return code
    }
}
