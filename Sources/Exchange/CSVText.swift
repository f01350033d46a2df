/// Tables as comma-separated text: RFC 4180, UTF-8, CRLF.
package enum CSVText {
    /// Reads a table the way people's spreadsheets write it: separated by comma, semicolon or tab, told from the header;
    /// lines ended by CRLF, LF or CR; UTF-8 with or without its mark, or UTF-16 with it.
    package static func read(_ bytes: [UInt8], file: String, limits: ReadingLimits = ReadingLimits()) -> SheetReading {
        guard bytes.count <= limits.bytes else {
            return SheetReading(sheet: Sheet(file: file), findings: [Finding(.tooLarge(.bytes, limit: limits.bytes), file: file)])
        }
        guard let bytes = utf8(bytes) else {
            return SheetReading(sheet: Sheet(file: file), findings: [Finding(.badText, file: file)])
        }
        return bytes.withUnsafeBufferPointer { bytes in
            var scanner = CSVScanner(bytes, file: file, limits: limits)
            scanner.scan()
            return SheetReading(sheet: scanner.sheet, findings: scanner.findings)
        }
    }

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

    /// The bytes without their mark, as UTF-8; nil where they claim to be UTF-16 and are not.
    private static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let low = bytes[0] == 0xFF ? 0 : 1
        let units = stride(from: 2, to: bytes.count, by: 2).map { UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8 }
        return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
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
