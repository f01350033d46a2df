import Foundation
import FoundationXML
import Ledger

/// Reads the tables of a workbook (XLSX): a ZIP archive of XML, read part by part without ever being trusted.
package enum WorkbookReader {
    /// Every sheet that holds anything; a workbook's only sheet is known by the file's name alone.
    package static func read(_ bytes: [UInt8], file: String, limits: ReadingLimits = ReadingLimits()) -> [(
        name: String, reading: SheetReading
    )] {
        do throws(Problem) {
            let archive = try Archive(bytes, limits: limits)
            let outline = try WorkbookOutline(archive)
            var readings: [(name: String, reading: SheetReading)] = []
            for sheet in outline.sheets {
                guard let part = try archive.file(sheet.part) else { throw .wrongFormat(.notAWorkbook) }
                let name = outline.sheets.count == 1 ? file : "\(file) › \(sheet.name)"
                let scanner = SheetScanner(file: name, outline: outline, limits: limits)
                try Markup.scan(part, with: scanner)
                let isBlank = scanner.sheet.header.isEmpty && scanner.findings.isEmpty
                if !isBlank || outline.sheets.count == 1 {
                    readings.append((sheet.name, SheetReading(sheet: scanner.sheet, findings: scanner.findings)))
                }
            }
            return readings
        } catch {
            return [("", SheetReading(sheet: Sheet(file: file), findings: [Finding(error, file: file)]))]
        }
    }
}

/// What a workbook says of itself before its sheets: their names and parts, the shared texts, which styles show days.
private struct WorkbookOutline {
    struct Entry {
        let name: String
        let part: String
    }

    let sheets: [Entry]
    let texts: [String]
    /// By the number of a style, whether it shows a number as a day or a time.
    let dayStyles: [Bool]
    let since1904: Bool

    init(_ archive: Archive) throws(Problem) {
        guard let book = try archive.file("xl/workbook.xml"), let links = try archive.file("xl/_rels/workbook.xml.rels") else {
            throw .wrongFormat(.notAWorkbook)
        }
        let bookScanner = BookScanner()
        try Markup.scan(book, with: bookScanner)
        let linkScanner = LinkScanner()
        try Markup.scan(links, with: linkScanner)
        let textScanner = TextScanner()
        if let texts = try archive.file("xl/sharedStrings.xml") { try Markup.scan(texts, with: textScanner) }
        let styleScanner = StyleScanner()
        if let styles = try archive.file("xl/styles.xml") { try Markup.scan(styles, with: styleScanner) }
        sheets = bookScanner.sheets.compactMap { sheet in
            linkScanner.targets[sheet.link].map { Entry(name: sheet.name, part: $0.hasPrefix("/") ? String($0.dropFirst()) : "xl/" + $0) }
        }
        texts = textScanner.texts
        dayStyles = styleScanner.dayStyles
        since1904 = bookScanner.since1904
        guard !sheets.isEmpty else { throw .wrongFormat(.notAWorkbook) }
    }
}

/// What takes the elements of a part of a workbook as they come. Names come without their prefixes.
private class Markup: NSObject, XMLParserDelegate {
    func start(_ name: String, _ attributes: [String: String]) {}
    func end(_ name: String) {}
    func text(_ text: String) {}
    /// Whether the scanner has seen enough.
    var isDone: Bool { false }
    private var isBroken = false

    /// Reads a part. Document types are refused before the parser sees them: no workbook has one, and entities are how XML bites.
    static func scan(_ bytes: [UInt8], with scanner: Markup) throws(Problem) {
        let data = Data(bytes)
        guard !bytes.contains(0), data.range(of: Data("<!DOCTYPE".utf8)) == nil, data.range(of: Data("<!ENTITY".utf8)) == nil else {
            throw .wrongFormat(.badMarkup)
        }
        let parser = XMLParser(data: data)
        parser.delegate = scanner
        let isWhole = parser.parse() && !scanner.isBroken
        guard isWhole || scanner.isDone else { throw .wrongFormat(.badMarkup) }
    }

    final func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        start(Markup.local(element), attributes)
        if isDone { parser.abortParsing() }
    }

    final func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
        end(Markup.local(element))
        if isDone { parser.abortParsing() }
    }

    final func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { isBroken = true }
    final func parser(_ parser: XMLParser, foundCharacters string: String) { text(string) }
    final func parser(_ parser: XMLParser, foundCDATA block: Data) { text(String(decoding: block, as: UTF8.self)) }

    private static func local(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: ":")) else { return name }
        return String(name.split(separator: ":").last ?? "")
    }
}

private final class BookScanner: Markup {
    var sheets: [(name: String, link: String)] = []
    var since1904 = false

    override func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "sheet":
            let link = attributes.first { $0.key == "r:id" || $0.key.hasSuffix(":id") }?.value
            if let link { sheets.append((attributes["name"] ?? "", link)) }
        case "workbookPr": since1904 = ["1", "true"].contains(attributes["date1904"])
        default: break
        }
    }
}

private final class LinkScanner: Markup {
    var targets: [String: String] = [:]

    override func start(_ name: String, _ attributes: [String: String]) {
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
        targets[id] = target
    }
}

/// Collects the text of runs, without the readings that are printed above East Asian letters.
private class RunScanner: Markup {
    private(set) var run = ""
    private var isInText = false
    private var isAbove = false

    func forget() { run = "" }

    override func start(_ name: String, _ attributes: [String: String]) {
        if name == "t" { isInText = true }
        if name == "rPh" { isAbove = true }
    }

    override func end(_ name: String) {
        if name == "t" { isInText = false }
        if name == "rPh" { isAbove = false }
    }

    override func text(_ text: String) {
        if isInText, !isAbove { run += text }
    }
}

private final class TextScanner: RunScanner {
    var texts: [String] = []

    override func start(_ name: String, _ attributes: [String: String]) {
        super.start(name, attributes)
        if name == "si" { forget() }
    }

    override func end(_ name: String) {
        super.end(name)
        if name == "si" { texts.append(MarkupText.unescaped(run)) }
    }
}

private final class StyleScanner: Markup {
    var dayStyles: [Bool] = []
    private var codes: [Int: String] = [:]
    private var isInCellStyles = false

    override func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] }
        case "cellXfs": isInCellStyles = true
        case "xf" where isInCellStyles:
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            dayStyles.append(codes[id].map(StyleScanner.showsDay) ?? StyleScanner.builtIn.contains { $0.contains(id) })
        default: break
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
    private(set) var findings: [Finding] = []

    private let outline: WorkbookOutline
    private let limits: ReadingLimits
    private var hasHeader = false
    private var isFull = false
    private var number = 0
    private var cells: [String] = []
    private var column = -1
    private var sort = ""
    private var style = 0
    private var content = ""
    private var isInValue = false

    init(file: String, outline: WorkbookOutline, limits: ReadingLimits) {
        sheet = Sheet(file: file)
        self.outline = outline
        self.limits = limits
    }

    override var isDone: Bool { isFull }

    override func start(_ name: String, _ attributes: [String: String]) {
        super.start(name, attributes)
        switch name {
        case "row":
            number = attributes["r"].flatMap { Int($0) } ?? number + 1
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
        if isInValue { content += text }
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
        guard column < limits.columns else {
            if !isFull { findings.append(Finding(.tooLarge(.columns, limit: limits.columns), file: sheet.file, row: number)) }
            isFull = true
            return
        }
        guard var text = EnteredText.text(cellText()) else { return report(.badText) }
        if text.utf8.count > limits.cellBytes {
            report(.tooLarge(.cell, limit: limits.cellBytes))
            text = ""
        }
        guard !text.isEmpty else { return }
        while cells.count <= column { cells.append("") }
        cells[column] = text
    }

    private func takeRow() {
        guard !isFull, cells.contains(where: { !$0.isEmpty }) else { return }
        guard hasHeader else {
            sheet.header = cells
            hasHeader = true
            return
        }
        guard cells.count <= sheet.header.count else {
            findings.append(Finding(.ragged(expected: sheet.header.count, found: cells.count), file: sheet.file, row: number))
            return
        }
        guard sheet.rows.count < limits.rows else {
            findings.append(Finding(.tooLarge(.rows, limit: limits.rows), file: sheet.file, row: number))
            isFull = true
            return
        }
        cells += Array(repeating: "", count: sheet.header.count - cells.count)
        sheet.rows.append(Sheet.Row(number: number, cells: cells))
    }

    private func cellText() -> String {
        switch sort {
        case "s":
            guard let place = Int(content), outline.texts.indices.contains(place) else {
                report(.wrongFormat(.badMarkup))
                return ""
            }
            return outline.texts[place]
        case "inlineStr": return MarkupText.unescaped(run)
        case "b": return content.isEmpty ? "" : content == "1" || content == "true" ? "true" : "false"
        case "e":
            report(.errorInCell(content))
            return ""
        case "n": return numberText()
        default: return MarkupText.unescaped(content)
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
        findings.append(
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
