/// What takes the elements of a part of a workbook as they come. Names of elements come without their prefixes.
class Markup {
    /// Why no more is read; nil while all is well.
    var failure: Problem?
    /// Whether the scanner has seen enough.
    var isDone: Bool { false }
    /// Whether the text that stands here is of any use.
    var wantsText: Bool { false }

    func start(_ name: String, _ attributes: MarkupAttributes) {}
    func end(_ name: String) {}
    func text(_ text: String) {}
    /// Told in the place of a text that is longer than any cell may be.
    func tooLong() {}
}

/// What an element says of itself, by names with their prefixes.
struct MarkupAttributes {
    fileprivate(set) var items: [(name: String, value: String)] = []

    subscript(name: String) -> String? { items.first { $0.name == name }?.value }
}

/// Reads the markup of a workbook (XML in UTF-8) as it is unpacked, piece by piece: however large it is, no more of it is in memory
/// than one piece, one text and the names of the elements that are open.
///
/// Document types are refused: no workbook has one, and entities are how XML bites. What no workbook needs is bounded, so that the work
/// grows with the length of what is read and with nothing else.
final class MarkupReader {
    private let file: ArchivedFile
    private let scanner: Markup
    private let budget: ReadingBudget
    private var piece: [UInt8] = []
    private var place = 0
    private var open: [String] = []
    private var hasRoot = false

    private static let deepest = 64
    private static let longestName = 200
    private static let mostAttributes = 64
    private static let longestAttribute = 1 << 15

    private init(_ file: ArchivedFile, _ scanner: Markup, _ budget: ReadingBudget) {
        self.file = file
        self.scanner = scanner
        self.budget = budget
    }

    /// Lets a scanner have all elements of a part, or as many as it wants.
    static func scan(_ file: ArchivedFile, with scanner: Markup, _ budget: ReadingBudget) throws(Problem) {
        let reader = MarkupReader(file, scanner, budget)
        try reader.read()
    }

    private var broken: Problem { .wrongFormat(.badMarkup) }

    private func read() throws(Problem) {
        try skipMark()
        while let byte = try peek() {
            if byte == UInt8(ascii: "<") {
                place += 1
                try element()
                if let failure = scanner.failure { throw failure }
                if scanner.isDone { return }
            } else {
                try text()
            }
        }
        guard hasRoot, open.isEmpty else { throw broken }
    }

    /// The next byte, which stays where it is; nil behind the last.
    private func peek() throws(Problem) -> UInt8? {
        if place < piece.count { return piece[place] }
        guard let next = try file.next() else { return nil }
        try budget.take(markup: next.count)
        piece = next
        place = 0
        return piece.first
    }

    private func take() throws(Problem) -> UInt8 {
        guard let byte = try peek() else { throw broken }
        place += 1
        return byte
    }

    private func expect(_ text: StaticString) throws(Problem) {
        for offset in 0..<text.utf8CodeUnitCount {
            guard try take() == text.utf8Start[offset] else { throw broken }
        }
    }

    private func skipMark() throws(Problem) {
        if try peek() == 0xEF { try expect("\u{FEFF}") }
    }

    private func skipSpace() throws(Problem) {
        while let byte = try peek(), MarkupReader.isSpace(byte) { place += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
    private static func isText(_ byte: UInt8) -> Bool { byte >= 0x20 || isSpace(byte) }
}

// What stands between and within elements.
extension MarkupReader {
    private func text() throws(Problem) {
        var run = Run(isWanted: !open.isEmpty && scanner.wantsText, most: budget.limits.cellBytes)
        while let byte = try peek(), byte != UInt8(ascii: "<") {
            place += 1
            guard !open.isEmpty || MarkupReader.isSpace(byte) else { throw broken }
            if byte == UInt8(ascii: "&") { run.add(contentsOf: try reference()) } else { try add(byte, to: &run) }
        }
        try hand(over: run)
    }

    /// Adds a byte; however a line ended, it ends in the one way now.
    private func add(_ byte: UInt8, to run: inout Run) throws(Problem) {
        guard MarkupReader.isText(byte) else { throw broken }
        guard byte == 0x0D else { return run.add(byte) }
        if try peek() != 0x0A { run.add(0x0A) }
    }

    private func hand(over run: Run) throws(Problem) {
        guard !run.isTooLong else { return scanner.tooLong() }
        guard !run.bytes.isEmpty else { return }
        guard let text = String(validating: run.bytes, as: UTF8.self) else { throw broken }
        scanner.text(text)
    }

    /// The text of a run, as far as it is wanted and any cell may hold it.
    private struct Run {
        let isWanted: Bool
        let most: Int
        var bytes: [UInt8] = []
        var isTooLong = false

        mutating func add(_ byte: UInt8) {
            guard isWanted, !isTooLong else { return }
            guard bytes.count < most else {
                isTooLong = true
                bytes = []
                return
            }
            bytes.append(byte)
        }

        mutating func add(contentsOf more: [UInt8]) {
            for byte in more { add(byte) }
        }
    }

    /// What a reference stands for, behind its ampersand: one of the five names that all XML has, or a character by its number.
    private func reference() throws(Problem) -> [UInt8] {
        var name: [UInt8] = []
        while true {
            let byte = try take()
            if byte == UInt8(ascii: ";") { break }
            guard name.count < 10 else { throw broken }
            name.append(byte)
        }
        switch String(decoding: name, as: UTF8.self) {
        case "lt": return [UInt8(ascii: "<")]
        case "gt": return [UInt8(ascii: ">")]
        case "amp": return [UInt8(ascii: "&")]
        case "quot": return [UInt8(ascii: "\"")]
        case "apos": return [UInt8(ascii: "'")]
        case let number where number.hasPrefix("#x"): return try character(UInt32(number.dropFirst(2), radix: 16))
        case let number where number.hasPrefix("#"): return try character(UInt32(number.dropFirst()))
        default: throw broken
        }
    }

    private func character(_ number: UInt32?) throws(Problem) -> [UInt8] {
        guard let scalar = number.flatMap(Unicode.Scalar.init), scalar.value >= 0x20 || MarkupReader.isSpace(UInt8(scalar.value)) else {
            throw broken
        }
        return Array(String(scalar).utf8)
    }

    /// What begins behind an opening angle.
    private func element() throws(Problem) {
        switch try peek() {
        case UInt8(ascii: "!"):
            place += 1
            if try peek() == UInt8(ascii: "-") { try skipComment() } else { try literalText() }
        case UInt8(ascii: "?"): try skip(until: "?>")
        case UInt8(ascii: "/"):
            place += 1
            let name = try name()
            try skipSpace()
            try expect(">")
            guard open.popLast() == name else { throw broken }
            scanner.end(MarkupReader.local(name))
        default: try startTag()
        }
    }

    private func skipComment() throws(Problem) {
        try expect("--")
        try skip(until: "-->")
    }

    private func literalText() throws(Problem) {
        try expect("[CDATA[")
        guard !open.isEmpty else { throw broken }
        var run = Run(isWanted: scanner.wantsText, most: budget.limits.cellBytes)
        var closing = 0
        while true {
            let byte = try take()
            switch byte {
            case UInt8(ascii: "]"):
                if closing == 2 { run.add(byte) } else { closing += 1 }
            case UInt8(ascii: ">") where closing == 2: return try hand(over: run)
            default:
                for _ in 0..<closing { run.add(UInt8(ascii: "]")) }
                closing = 0
                try add(byte, to: &run)
            }
        }
    }

    private func skip(until end: StaticString) throws(Problem) {
        let end = (0..<end.utf8CodeUnitCount).map { end.utf8Start[$0] }
        var last: [UInt8] = []
        while last != end {
            let byte = try take()
            guard MarkupReader.isText(byte) else { throw broken }
            last.append(byte)
            if last.count > end.count { last.removeFirst() }
        }
    }

    private func startTag() throws(Problem) {
        guard open.count < MarkupReader.deepest, !open.isEmpty || !hasRoot else { throw broken }
        hasRoot = true
        let name = try name()
        var attributes = MarkupAttributes()
        while true {
            let hadSpace = try peek().map(MarkupReader.isSpace) ?? false
            try skipSpace()
            switch try peek() {
            case UInt8(ascii: ">"):
                place += 1
                open.append(name)
                return scanner.start(MarkupReader.local(name), attributes)
            case UInt8(ascii: "/"):
                place += 1
                try expect(">")
                scanner.start(MarkupReader.local(name), attributes)
                return scanner.end(MarkupReader.local(name))
            default:
                guard hadSpace, attributes.items.count < MarkupReader.mostAttributes else { throw broken }
                try attribute(of: &attributes)
            }
        }
    }

    private func attribute(of attributes: inout MarkupAttributes) throws(Problem) {
        let name = try name()
        guard attributes[name] == nil else { throw broken }
        try skipSpace()
        try expect("=")
        try skipSpace()
        let quote = try take()
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw broken }
        var value: [UInt8] = []
        while true {
            let byte = try take()
            if byte == quote { break }
            guard MarkupReader.isText(byte), byte != UInt8(ascii: "<"), value.count < MarkupReader.longestAttribute else { throw broken }
            if byte == UInt8(ascii: "&") { value += try reference() } else { value.append(MarkupReader.isSpace(byte) ? 0x20 : byte) }
        }
        guard let text = String(validating: value, as: UTF8.self) else { throw broken }
        attributes.items.append((name, text))
    }

    private func name() throws(Problem) -> String {
        var name: [UInt8] = []
        while let byte = try peek(), !MarkupReader.isSpace(byte), !MarkupReader.endsName(byte) {
            guard MarkupReader.isText(byte), name.count < MarkupReader.longestName else { throw broken }
            name.append(byte)
            place += 1
        }
        guard let first = name.first,
            first >= 0x80 || first == UInt8(ascii: "_") || first == UInt8(ascii: ":") || MarkupReader.isLetter(first),
            let text = String(validating: name, as: UTF8.self)
        else { throw broken }
        return text
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }

    private static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            true
        default: false
        }
    }

    private static func local(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: ":")) else { return name }
        return String(name.split(separator: ":").last ?? "")
    }
}
