import Ledger

/// Reads the tables of a workbook (XLSX): a ZIP archive of XML, read part by part without ever being trusted.
package enum WorkbookReader {
    /// Every sheet that holds anything; a workbook's only sheet is known by the file's name alone.
    package static func read(_ bytes: [UInt8], file: String, limits: ReadingLimits = ReadingLimits()) -> [(
        name: String, reading: SheetReading
    )] {
        read(bytes, file: file, ReadingBudget(limits)) { _, _ in true }
    }

    /// - Parameter knows: whether all columns of the header of a sheet of that name are known; under one that is not hardly a row is read.
    static func read(
        _ bytes: [UInt8], file: String, _ budget: ReadingBudget, knows: @escaping (_ sheet: String, _ header: [String]) -> Bool
    ) -> [(name: String, reading: SheetReading)] {
        do throws(Problem) {
            guard bytes.count <= budget.limits.bytes else { throw .tooLarge(.bytes, limit: budget.limits.bytes) }
            // Its parts are read as they are unpacked; what they may come to is counted then.
            var limits = budget.limits
            limits.bytes = max(limits.bytes, limits.markupBytes)
            limits.archiveBytes = max(limits.archiveBytes, limits.markupBytes)
            return try Archive.reading(bytes, limits) { (archive) throws(Problem) in
                try readings(archive, file: file, budget, knows: knows)
            }
        } catch {
            return [("", SheetReading(sheet: Sheet(file: file), findings: [Finding(error, file: file)]))]
        }
    }

    /// Whether an archive is a workbook, as far as the names of its parts tell. What is wrong with it is found when it is read.
    static func isWorkbook(_ bytes: [UInt8]) -> Bool {
        do throws(Problem) {
            return try Archive.reading(bytes, ReadingLimits()) { (archive) throws(Problem) in archive.has(book) }
        } catch { return false }
    }

    fileprivate static let book = "xl/workbook.xml"

    private static func readings(
        _ archive: Archive, file: String, _ budget: ReadingBudget, knows: @escaping (_ sheet: String, _ header: [String]) -> Bool
    ) throws(Problem) -> [(name: String, reading: SheetReading)] {
        let outline = try WorkbookOutline(archive, budget)
        var readings: [(name: String, reading: SheetReading)] = []
        for sheet in outline.sheets {
            guard let part = try archive.opened(sheet.part) else { throw .wrongFormat(.notAWorkbook) }
            let name = outline.sheets.count == 1 ? file : "\(file) › \(sheet.name)"
            let scanner = SheetScanner(file: name, outline: outline, budget) { knows(sheet.name, $0) }
            try MarkupReader.scan(part, with: scanner, budget)
            let isBlank = scanner.sheet.header.isEmpty && scanner.findings.isEmpty
            if !isBlank || outline.sheets.count == 1 {
                readings.append((sheet.name, SheetReading(sheet: scanner.sheet, findings: scanner.findings)))
            }
        }
        return readings
    }
}

/// What a workbook says of itself before its sheets: their names and parts, the shared texts, which styles show days.
private struct WorkbookOutline {
    struct Entry {
        let name: String
        let part: String
    }

    let sheets: [Entry]
    /// As they are kept; nil for one that is too long for a cell.
    let texts: [String?]
    /// Which of the shared texts cannot be read as text.
    let illegible: Set<Int>
    /// By the number of a style, whether it shows a number as a day or a time.
    let dayStyles: [Bool]
    let since1904: Bool

    init(_ archive: Archive, _ budget: ReadingBudget) throws(Problem) {
        guard let book = try archive.opened(WorkbookReader.book), let links = try archive.opened("xl/_rels/workbook.xml.rels") else {
            throw .wrongFormat(.notAWorkbook)
        }
        let bookScanner = BookScanner(most: budget.limits.sheets)
        try MarkupReader.scan(book, with: bookScanner, budget)
        let linkScanner = LinkScanner()
        try MarkupReader.scan(links, with: linkScanner, budget)
        let textScanner = TextScanner(budget.limits)
        if let texts = try archive.opened("xl/sharedStrings.xml") { try MarkupReader.scan(texts, with: textScanner, budget) }
        let styleScanner = StyleScanner(most: budget.limits.styles)
        if let styles = try archive.opened("xl/styles.xml") { try MarkupReader.scan(styles, with: styleScanner, budget) }
        sheets = bookScanner.sheets.compactMap { sheet in
            linkScanner.targets[sheet.link].map { Entry(name: sheet.name, part: $0.hasPrefix("/") ? String($0.dropFirst()) : "xl/" + $0) }
        }
        texts = textScanner.texts
        illegible = textScanner.illegible
        dayStyles = styleScanner.dayStyles
        since1904 = bookScanner.since1904
        guard !sheets.isEmpty else { throw .wrongFormat(.notAWorkbook) }
    }
}

private final class BookScanner: Markup {
    var sheets: [(name: String, link: String)] = []
    var since1904 = false
    private let most: Int
    /// Letters of a sheet's name; a spreadsheet writes 31.
    private static let longestName = 100

    init(most: Int) { self.most = most }

    override func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "sheet":
            guard sheets.count < most else { return failure = .tooLarge(.sheets, limit: most) }
            let link = attributes.items.first { $0.name.hasSuffix(":id") }?.value
            if let link { sheets.append((String((attributes["name"] ?? "").prefix(BookScanner.longestName)), link)) }
        case "workbookPr": since1904 = ["1", "true"].contains(attributes["date1904"])
        default: break
        }
    }
}

private final class LinkScanner: Markup {
    var targets: [String: String] = [:]
    /// Parts that the parts of a workbook may name: many more than its sheets.
    private static let most = 2000

    override func start(_ name: String, _ attributes: MarkupAttributes) {
        guard targets.count < LinkScanner.most else { return failure = .tooLarge(.entries, limit: LinkScanner.most) }
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
        targets[id] = target
    }
}

/// Collects the text of runs, without the readings that are printed above East Asian letters.
private class RunScanner: Markup {
    private(set) var run = ""
    /// Whether the run was longer than any cell may be.
    private(set) var isTooLong = false
    private var isInText = false
    private var isAbove = false
    private let most: Int

    init(most: Int) { self.most = most }

    func forget() {
        run = ""
        isTooLong = false
    }

    override var wantsText: Bool { isInText && !isAbove }

    override func start(_ name: String, _ attributes: MarkupAttributes) {
        if name == "t" { isInText = true }
        if name == "rPh" { isAbove = true }
    }

    override func end(_ name: String) {
        if name == "t" { isInText = false }
        if name == "rPh" { isAbove = false }
    }

    override func text(_ text: String) {
        guard isInText, !isAbove else { return }
        if run.utf8.count + text.utf8.count <= most { run += text } else { tooLong() }
    }

    override func tooLong() {
        run = ""
        isTooLong = true
    }
}

private final class TextScanner: RunScanner {
    var texts: [String?] = []
    var illegible: Set<Int> = []
    private let limits: ReadingLimits
    private var bytes = 0

    init(_ limits: ReadingLimits) {
        self.limits = limits
        super.init(most: limits.cellBytes)
    }

    override func start(_ name: String, _ attributes: MarkupAttributes) {
        super.start(name, attributes)
        if name == "si" { forget() }
    }

    override func end(_ name: String) {
        super.end(name)
        guard name == "si" else { return }
        guard texts.count < limits.cells else { return failure = .tooLarge(.texts, limit: limits.cells) }
        let text = isTooLong ? nil : EnteredText.text(MarkupText.unescaped(run))
        if text == nil, !isTooLong { illegible.insert(texts.count) }
        bytes += text?.utf8.count ?? 0
        guard bytes <= limits.textBytes else { return failure = .tooLarge(.text, limit: limits.textBytes) }
        texts.append(text)
    }
}

private final class StyleScanner: Markup {
    var dayStyles: [Bool] = []
    private var codes: [Int: String] = [:]
    private var isInCellStyles = false
    private let most: Int

    init(most: Int) { self.most = most }

    override func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "numFmt", "xf":
            guard dayStyles.count < most, codes.count < most else { return failure = .tooLarge(.styles, limit: most) }
            take(name, attributes)
        case "cellXfs": isInCellStyles = true
        default: break
        }
    }

    private func take(_ name: String, _ attributes: MarkupAttributes) {
        let id = attributes["numFmtId"].flatMap { Int($0) }
        if name == "numFmt" {
            if let id { codes[id] = attributes["formatCode"] }
        } else if isInCellStyles {
            dayStyles.append(codes[id ?? 0].map(StyleScanner.showsDay) ?? StyleScanner.builtIn.contains { $0.contains(id ?? 0) })
        }
    }

    override func end(_ name: String) {
        if name == "cellXfs" { isInCellStyles = false }
    }

    /// The formats of days and times that every spreadsheet has by number.
    private static let builtIn = [14...22, 27...36, 45...47, 50...58]

    /// Whether a format's code has letters of days and times outside quotes, brackets and escapes.
    private static func showsDay(_ code: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for letter in code.lowercased() {
            if isEscaped { isEscaped = false; continue }
            switch letter {
            case "\"": isQuoted.toggle()
            case "[": isBracketed = true
            case "]": isBracketed = false
            case "\\", "_", "*": isEscaped = true
            case "d", "m", "y", "h", "s": if !isQuoted, !isBracketed, code.lowercased() != "general" { return true }
            default: break
            }
        }
        return false
    }
}

/// One sheet, row by row.
private final class SheetScanner: RunScanner {
    private(set) var sheet: Sheet
    var findings: [Finding] { wrong.findings }

    private var wrong: FoundWrong
    private let outline: WorkbookOutline
    private let budget: ReadingBudget
    private let limits: ReadingLimits
    private let knows: ([String]) -> Bool
    private var hasHeader = false
    /// Rows that are read under this header.
    private var mostRows = Int.max
    private var isFull = false
    private var number = 0
    private var cells: [String] = []
    private var column = -1
    private var sort = ""
    private var style = 0
    private var content = ""
    private var isInValue = false

    init(file: String, outline: WorkbookOutline, _ budget: ReadingBudget, knows: @escaping ([String]) -> Bool) {
        sheet = Sheet(file: file)
        self.outline = outline
        self.budget = budget
        self.knows = knows
        limits = budget.limits
        wrong = FoundWrong(most: limits.findings)
        super.init(most: limits.cellBytes)
    }

    /// No spreadsheet has a row of so high a number, and none that is counted on from there is lost count of.
    private static let lastRow = 100_000_000

    override var isDone: Bool { isFull || wrong.isFull }
    override var wantsText: Bool { isInValue || super.wantsText }

    override func start(_ name: String, _ attributes: MarkupAttributes) {
        super.start(name, attributes)
        switch name {
        case "row":
            number = attributes["r"].flatMap { Int($0) }.flatMap { (1...SheetScanner.lastRow).contains($0) ? $0 : nil } ?? number + 1
            cells = []
            column = -1
        case "c":
            column = attributes["r"].flatMap(SheetScanner.column) ?? column + 1
            sort = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) } ?? 0
            content = ""
            forget()
        case "v": isInValue = true
        default: break
        }
    }

    override func text(_ text: String) {
        super.text(text)
        guard isInValue else { return }
        if content.utf8.count + text.utf8.count <= limits.cellBytes { content += text } else { tooLong() }
    }

    override func end(_ name: String) {
        super.end(name)
        switch name {
        case "v": isInValue = false
        case "c": takeCell()
        case "row": takeRow()
        default: break
        }
    }

    private func takeCell() {
        guard column < limits.columns else { return stop(.tooLarge(.columns, limit: limits.columns)) }
        guard !isTooLong else { return report(.tooLarge(.cell, limit: limits.cellBytes)) }
        guard let text = cellText() else { return report(.badText) }
        guard text.utf8.count <= limits.cellBytes else { return report(.tooLarge(.cell, limit: limits.cellBytes)) }
        guard !text.isEmpty else { return }
        while cells.count <= column { cells.append("") }
        cells[column] = text
    }

    private func takeRow() {
        guard !isFull, cells.contains(where: { !$0.isEmpty }) else { return }
        guard hasHeader else { return takeHeader() }
        guard cells.count <= sheet.header.count else {
            return wrong.add(Finding(.ragged(expected: sheet.header.count, found: cells.count), file: sheet.file, row: number))
        }
        // A row is counted as wide as its header before it is made so wide.
        if let problem = budget.refusal(ofRow: cells, under: sheet.header.count) { return stop(problem) }
        cells += Array(repeating: "", count: sheet.header.count - cells.count)
        sheet.rows.append(Sheet.Row(number: number, cells: cells))
        isFull = sheet.rows.count >= mostRows
    }

    private func takeHeader() {
        guard cells.allSatisfy({ $0.utf8.count <= limits.headerBytes }) else {
            return stop(.tooLarge(.header, limit: limits.headerBytes))
        }
        sheet.header = cells
        hasHeader = true
        if !knows(cells) { mostRows = limits.rowsUnderWrongHeader }
        isFull = mostRows == 0
    }

    /// Reads no further.
    private func stop(_ problem: Problem) {
        if !isFull { wrong.add(Finding(problem, file: sheet.file, row: number)) }
        isFull = true
    }

    /// What the cell shows, made fit to keep.
    /// Nil where it cannot be read as text.
    private func cellText() -> String? {
        switch sort {
        case "s":
            guard let place = Int(content), outline.texts.indices.contains(place) else {
                report(.wrongFormat(.badMarkup))
                return ""
            }
            guard !outline.illegible.contains(place) else { return nil }
            guard let text = outline.texts[place] else {
                report(.tooLarge(.cell, limit: limits.cellBytes))
                return ""
            }
            return text
        case "inlineStr": return EnteredText.text(MarkupText.unescaped(run))
        case "b": return content.isEmpty ? "" : content == "1" || content == "true" ? "true" : "false"
        case "e":
            report(.errorInCell(content))
            return ""
        case "n": return EnteredText.text(numberText())
        default: return EnteredText.text(MarkupText.unescaped(content))
        }
    }

    private func numberText() -> String {
        guard !content.isEmpty else { return "" }
        guard let value = Double(content), value.isFinite else {
            report(.notAnInteger(content))
            return ""
        }
        if outline.dayStyles.indices.contains(style), outline.dayStyles[style] { return dayText(value) }
        if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
        return content
    }

    /// A day, a day and a time, or a time, to the second.
    private func dayText(_ value: Double) -> String {
        guard value >= 0, value < 3_000_000 else {
            report(.notADay(content))
            return ""
        }
        let seconds = Int64((value * 86_400).rounded())
        let time = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
        if seconds < 86_400 { return time }
        guard let day = DaySerial.day(of: Int(seconds / 86_400), since1904: outline.since1904) else {
            report(.notADay(content))
            return ""
        }
        return seconds % 86_400 == 0 ? day.description : "\(day) \(time)"
    }

    private func report(_ problem: Problem) {
        wrong.add(
            Finding(
                problem, file: sheet.file, row: number, column: hasHeader ? sheet.name(ofColumn: column) : Sheet.letters(ofColumn: column)))
    }

    /// The place of the column in `AB12`; nil where there are no letters.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z"), column < 1_000_000 else { break }
            column = column * 26 + Int(byte) - 64
        }
        return column > 0 ? column - 1 : nil
    }
}
