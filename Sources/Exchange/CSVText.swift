/// Tables as comma-separated text: RFC 4180, UTF-8, CRLF.
package enum CSVText {
    /// Reads a table the way people's spreadsheets write it: separated by comma, semicolon or tab, told from the header;
    /// lines ended by CRLF, LF or CR; UTF-8 with or without its mark, or UTF-16 with it.
    package static func read(_ bytes: [UInt8], file: String, limits: ReadingLimits = ReadingLimits()) -> SheetReading {
        read(bytes, file: file, ReadingBudget(limits)) { _ in true }
    }

    /// - Parameter knows: whether all columns of a header are known; under one that is not hardly a row is read.
    static func read(_ bytes: [UInt8], file: String, _ budget: ReadingBudget, knows: (_ header: [String]) -> Bool) -> SheetReading {
        guard bytes.count <= budget.limits.bytes else {
            let problem = Problem.tooLarge(.bytes, limit: budget.limits.bytes)
            return SheetReading(sheet: Sheet(file: file), findings: [Finding(problem, file: file)])
        }
        func scanned(_ bytes: UnsafeBufferPointer<UInt8>) -> SheetReading {
            var scanner = CSVScanner(bytes, file: file, budget)
            scanner.scan(knows: knows)
            return SheetReading(sheet: scanner.sheet, findings: scanner.findings)
        }
        guard isUTF16(bytes) else {
            let mark = bytes.starts(with: mark) ? mark.count : 0
            return bytes.withUnsafeBufferPointer { scanned(UnsafeBufferPointer(rebasing: $0[mark...])) }
        }
        guard let bytes = utf8(bytes) else {
            return SheetReading(sheet: Sheet(file: file), findings: [Finding(.badText, file: file)])
        }
        return bytes.withUnsafeBufferPointer(scanned)
    }

    /// Records as text.
    static func write(_ table: OutgoingTable) -> [UInt8] {
        var writer = CSVWriter(capacity: (table.rowCount + 1) * table.columnCount * 10)
        table.write(to: &writer)
        return writer.bytes
    }

    /// What says at the beginning of a file that it is UTF-8: passed over where it is read.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The table as text; its cells as they are, which ``Shield`` is no part of.
    package static func write(_ sheet: Sheet) -> [UInt8] {
        var writer = CSVWriter(capacity: (sheet.rows.count + 1) * max(sheet.header.count, 1) * 12)
        for cell in sheet.header { writer.cell(cell) }
        writer.endRow()
        for row in sheet.rows {
            for cell in row.cells { writer.cell(cell) }
            writer.endRow()
        }
        return writer.bytes
    }

    private static func isUTF16(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) }

    /// The same text as UTF-8, unit by unit so that it lies in memory once; nil where it is none.
    private static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let low = bytes[0] == 0xFF ? 0 : 1
        let units = stride(from: 2, to: bytes.count, by: 2).lazy.map { UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8 }
        var utf8: [UInt8] = []
        // No unit needs more than three bytes.
        utf8.reserveCapacity(bytes.count / 2 * 3)
        let isBroken = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true) { utf8.append($0) }
        return isBroken ? nil : utf8
    }
}

/// Writes rows of cells, byte by byte.
struct CSVWriter {
    var bytes: [UInt8] = []
    private var isRowStarted = false

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    @inline(__always)
    mutating func startCell() {
        if isRowStarted { bytes.append(UInt8(ascii: ",")) }
        isRowStarted = true
    }

    mutating func cell(_ text: String) {
        startCell()
        var text = text
        text.withUTF8 { content in
            // Semicolons and tabs are quoted too, lest a header be taken for one that they separate.
            var isPlain = true
            for byte in content where byte <= 0x3B {
                isPlain = isPlain && byte != 0x22 && byte != 0x2C && byte != 0x0A && byte != 0x0D && byte != 0x3B && byte != 0x09
            }
            if isPlain { bytes.append(contentsOf: content) } else { quote(content) }
        }
    }

    mutating func cell(_ number: Int64) {
        startCell()
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = number.magnitude
        repeat {
            bytes.append(48 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    mutating func blank() { startCell() }

    mutating func endRow() {
        bytes.append(0x0D)
        bytes.append(0x0A)
        isRowStarted = false
    }

    private mutating func quote(_ content: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        for byte in content {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
