/// Reads comma-separated text in one pass over its bytes.
struct CSVScanner {
    private(set) var sheet: Sheet
    var findings: [Finding] { wrong.findings }

    private var wrong: FoundWrong
    private let bytes: UnsafeBufferPointer<UInt8>
    private let budget: ReadingBudget
    private let limits: ReadingLimits
    private let delimiter: UInt8
    private var place = 0
    private var number = 1
    private var isUnclosed = false

    private static let quote = UInt8(ascii: "\"")

    init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, _ budget: ReadingBudget) {
        self.bytes = bytes
        self.budget = budget
        limits = budget.limits
        wrong = FoundWrong(most: limits.findings)
        sheet = Sheet(file: file)
        delimiter = CSVScanner.delimiter(in: bytes)
    }

    mutating func scan(knows: (_ header: [String]) -> Bool) {
        guard place < bytes.count else { return }
        let header = row(width: 8)
        guard header.count <= limits.columns else { return refuseHeader(.tooLarge(.columns, limit: limits.columns)) }
        guard header.cells.allSatisfy({ $0.utf8.count <= limits.headerBytes }) else {
            return refuseHeader(.tooLarge(.header, limit: limits.headerBytes))
        }
        sheet.header = header.cells
        let most = knows(sheet.header) ? Int.max : limits.rowsUnderWrongHeader
        // A row is rarely shorter than two bytes a column; the guess only saves copying.
        sheet.rows.reserveCapacity(min(limits.rows, most, bytes.count / (sheet.header.count * 8 + 2)))
        while place < bytes.count, !isUnclosed, !wrong.isFull, sheet.rows.count < most {
            number += 1
            let row = row(width: sheet.header.count)
            guard row.holdsMore || !row.cells.allSatisfy(\.isEmpty) else { continue }
            guard take(row) else { return }
        }
    }

    /// Of a header that is no header nobody is told column by column what is wrong.
    private mutating func refuseHeader(_ problem: Problem) { wrong.add(Finding(problem, file: sheet.file, row: 1)) }

    /// Keeps a row; false where there is no room for it, nor for any other.
    private mutating func take(_ row: ScannedRow) -> Bool {
        var cells = row.cells
        let width = sheet.header.count
        guard row.count == width || row.count > width && !row.holdsMore && cells[width...].allSatisfy(\.isEmpty) else {
            wrong.add(Finding(.ragged(expected: width, found: row.count), file: sheet.file, row: number))
            return true
        }
        if cells.count > width { cells.removeSubrange(width...) }
        if let problem = budget.refusal(ofRow: cells, under: width) {
            wrong.add(Finding(problem, file: sheet.file, row: number))
            return false
        }
        sheet.rows.append(Sheet.Row(number: number, cells: cells))
        return true
    }

    /// The cells of a row as far as any table may be wide; of those behind them only how many there are, and whether they hold anything.
    private struct ScannedRow {
        var cells: [String] = []
        var count = 0
        var holdsMore = false

        mutating func add(_ cell: String, keeping most: Int) {
            if count < most { cells.append(cell) } else { holdsMore = holdsMore || !cell.isEmpty }
            count += 1
        }
    }

    /// The row that starts here; afterwards the place is behind its line break.
    private mutating func row(width: Int) -> ScannedRow {
        var row = ScannedRow()
        row.cells.reserveCapacity(min(width, limits.columns))
        while true {
            let text = cell(row.count)
            row.add(text, keeping: limits.columns)
            guard place < bytes.count else { return row }
            let byte = bytes[place]
            place += 1
            if byte == delimiter {
                guard place == bytes.count else { continue }
                row.add("", keeping: limits.columns)
                return row
            }
            if byte == 0x0D, place < bytes.count, bytes[place] == 0x0A { place += 1 }
            return row
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
        wrong.add(Finding(problem, file: sheet.file, row: number, column: sheet.name(ofColumn: column)))
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
