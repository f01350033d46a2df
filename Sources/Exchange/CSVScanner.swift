/// Reads comma-separated text in one pass over its bytes.
struct CSVScanner {
    private(set) var sheet: Sheet
    private(set) var findings: [Finding] = []

    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: ReadingLimits
    private let delimiter: UInt8
    private var place = 0
    private var number = 1
    private var isUnclosed = false

    private static let quote = UInt8(ascii: "\"")

    init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, limits: ReadingLimits) {
        self.bytes = bytes
        self.limits = limits
        sheet = Sheet(file: file)
        delimiter = CSVScanner.delimiter(in: bytes)
    }

    mutating func scan() {
        guard place < bytes.count else { return }
        sheet.header = row(width: 8)
        if sheet.header.count > limits.columns {
            findings.append(Finding(.tooLarge(.columns, limit: limits.columns), file: sheet.file, row: 1))
            // Of so many nobody is told one by one what they are not.
            sheet.header = []
            return
        }
        // A row is rarely shorter than two bytes a column; the guess only saves copying.
        sheet.rows.reserveCapacity(min(limits.rows, bytes.count / (sheet.header.count * 8 + 2)))
        while place < bytes.count, !isUnclosed {
            number += 1
            let cells = row(width: sheet.header.count)
            guard !cells.allSatisfy(\.isEmpty) else { continue }
            if sheet.rows.count == limits.rows {
                findings.append(Finding(.tooLarge(.rows, limit: limits.rows), file: sheet.file, row: number))
                return
            }
            take(cells)
        }
    }

    private mutating func take(_ cells: [String]) {
        var cells = cells
        let width = sheet.header.count
        if cells.count > width, cells[width...].allSatisfy(\.isEmpty) { cells.removeSubrange(width...) }
        guard cells.count == width else {
            findings.append(Finding(.ragged(expected: width, found: cells.count), file: sheet.file, row: number))
            return
        }
        sheet.rows.append(Sheet.Row(number: number, cells: cells))
    }

    /// The cells of the row that starts here; afterwards the place is behind its line break.
    private mutating func row(width: Int) -> [String] {
        var cells: [String] = []
        cells.reserveCapacity(width)
        while true {
            cells.append(cell(cells.count))
            guard place < bytes.count else { return cells }
            let byte = bytes[place]
            place += 1
            if byte == delimiter {
                if place == bytes.count {
                    cells.append("")
                    return cells
                }
                continue
            }
            if byte == 0x0D, place < bytes.count, bytes[place] == 0x0A { place += 1 }
            return cells
        }
    }

    /// The cell that starts here; afterwards the place is on the delimiter or line break behind it.
    @inline(__always)
    private mutating func cell(_ column: Int) -> String {
        let start = place
        while place < bytes.count, isBlank(bytes[place]) { place += 1 }
        if place < bytes.count, bytes[place] == CSVScanner.quote { return quotedCell(column) }
        while place < bytes.count {
            let byte = bytes[place]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            place += 1
        }
        return place == start ? "" : text(UnsafeBufferPointer(rebasing: bytes[start..<place]), column)
    }

    private mutating func quotedCell(_ column: Int) -> String {
        place += 1
        let start = place
        var doubled = false
        while place < bytes.count {
            if bytes[place] == CSVScanner.quote {
                guard place + 1 < bytes.count, bytes[place + 1] == CSVScanner.quote else { break }
                doubled = true
                place += 1
            }
            place += 1
        }
        guard place < bytes.count else {
            isUnclosed = true
            report(.unclosedQuote, column)
            return ""
        }
        let content = UnsafeBufferPointer(rebasing: bytes[start..<place])
        place += 1
        skipToSeparator(column)
        return doubled ? undoubled(content).withUnsafeBufferPointer { text($0, column) } : text(content, column)
    }

    private mutating func skipToSeparator(_ column: Int) {
        var isStray = false
        while place < bytes.count {
            let byte = bytes[place]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            isStray = isStray || !isBlank(byte)
            place += 1
        }
        if isStray { report(.strayQuote, column) }
    }

    private func undoubled(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(content.count)
        var isSecond = false
        for byte in content {
            isSecond = byte == CSVScanner.quote && !isSecond
            if byte != CSVScanner.quote || isSecond { result.append(byte) }
        }
        return result
    }

    @inline(__always)
    private mutating func text(_ content: UnsafeBufferPointer<UInt8>, _ column: Int) -> String {
        guard content.count <= limits.cellBytes else {
            report(.tooLarge(.cell, limit: limits.cellBytes), column)
            return ""
        }
        guard let text = EnteredText.text(content) else {
            report(.badText, column)
            return ""
        }
        return text
    }

    private mutating func report(_ problem: Problem, _ column: Int) {
        findings.append(Finding(problem, file: sheet.file, row: number, column: sheet.name(ofColumn: column)))
    }

    @inline(__always)
    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 && delimiter != 0x09 }

    /// Whichever of comma, semicolon and tab stands most often in the header, outside quotes.
    private static func delimiter(in bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        var commas = 0
        var semicolons = 0
        var tabs = 0
        var isQuoted = false
        header: for byte in bytes {
            switch byte {
            case quote: isQuoted.toggle()
            case _ where isQuoted: break
            case UInt8(ascii: ","): commas += 1
            case UInt8(ascii: ";"): semicolons += 1
            case 0x09: tabs += 1
            case 0x0A, 0x0D: break header
            default: break
            }
        }
        if tabs > max(commas, semicolons) { return 0x09 }
        return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }
}
