import Exchange
import Foundation
import Testing

@Suite struct `Tables as comma-separated text` {
    private func read(_ text: String) -> SheetReading { CSVText.read(Array(text.utf8), file: "t.csv") }
    private func cells(_ text: String) -> [[String]] { read(text).sheet.rows.map(\.cells) }

    @Test func `a row is a row as a person counts it, blank rows and quoted line breaks included`() {
        let reading = read("code,name\r\nA,\"one\r\ntwo\"\r\n\r\nB,b\r\n")
        #expect(reading.sheet.header == ["code", "name"])
        #expect(reading.sheet.rows == [.init(number: 2, cells: ["A", "one\r\ntwo"]), .init(number: 4, cells: ["B", "b"])])
        #expect(reading.findings == [])
    }

    @Test(arguments: [",", ";", "\t"], ["\r\n", "\n", "\r"])
    func `the separator and the line break are told from the file`(separator: String, lineBreak: String) {
        let text = [["code", "name", "note"], ["A", "x,y;z".replacingOccurrences(of: separator, with: "."), ""]]
            .map { $0.joined(separator: separator) }.joined(separator: lineBreak)
        #expect(cells(text) == [["A", "x,y;z".replacingOccurrences(of: separator, with: "."), ""]])
    }

    @Test func `separators within a quoted header do not count`() {
        #expect(read("code;\"a,b,c\"\nA;1").sheet.header == ["code", "a,b,c"])
    }

    @Test func `doubled quotes are one, and quotes within a plain cell are themselves`() {
        #expect(cells("a,b\n\"say \"\"no\"\"\",5\" pipe\n\"\"\"\",x") == [["say \"no\"", "5\" pipe"], ["\"", "x"]])
    }

    @Test func `spaces of every sort at the edges are taken off`() {
        #expect(cells("a,b\n\u{A0} x y\u{3000}, \"q\" \n\u{FEFF}k,\t") == [["x y", "q"], ["k", ""]])
    }

    @Test func `decomposed Vietnamese is composed`() {
        let text = "a,b\n" + "Đặng Thị Huệ".decomposedStringWithCanonicalMapping + ",x"
        #expect(Array(cells(text)[0][0].unicodeScalars) == Array("\u{110}\u{1EB7}ng Th\u{1ECB} Hu\u{1EC7}".unicodeScalars))
    }

    @Test func `a byte order mark is no part of the header, in UTF-8 and in UTF-16`() {
        let text = "mã,tên\nA,Đặng"
        let units = Array(("\u{FEFF}" + text).utf16)
        let expected = Sheet(file: "t.csv", header: ["mã", "tên"], rows: [.init(number: 2, cells: ["A", "Đặng"])])
        #expect(CSVText.read([0xEF, 0xBB, 0xBF] + Array(text.utf8), file: "t.csv").sheet == expected)
        #expect(CSVText.read(units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, file: "t.csv").sheet == expected)
        #expect(CSVText.read(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }, file: "t.csv").sheet == expected)
    }

    @Test func `bytes that are no text are found in their cell, and the rest is read`() {
        let reading = CSVText.read(Array("code,name\nA,".utf8) + [0xC3, 0x28] + Array("\nB,b\0\nC,c".utf8), file: "t.csv")
        #expect(
            reading.findings == [
                Finding(.badText, file: "t.csv", row: 2, column: "name"), Finding(.badText, file: "t.csv", row: 3, column: "name"),
            ])
        #expect(reading.sheet.rows.last?.cells == ["C", "c"])
    }

    @Test(arguments: ["a\u{1}b", "a\u{1B}[1m", "a\u{7F}", "a\u{9B}b", "a\u{B}b"])
    func `control characters are no text, and tabs and line ends are`(cell: String) {
        let found = CSVText.read(Array("code,name\nA,\"\(cell)\"\n".utf8), file: "t.csv")
        #expect(found.findings == [Finding(.badText, file: "t.csv", row: 2, column: "name")])
        let kept = CSVText.read(Array("code,name\nA,\"a\tb\r\nc\"\n".utf8), file: "t.csv")
        #expect(kept.findings.isEmpty)
    }

    @Test func `half a UTF-16 file is no text`() {
        #expect(CSVText.read([0xFF, 0xFE, 0x41], file: "t.csv").findings == [Finding(.badText, file: "t.csv")])
        #expect(CSVText.read([0xFF, 0xFE, 0x00, 0xD8], file: "t.csv").findings == [Finding(.badText, file: "t.csv")])
    }

    @Test func `a quote that is never closed is found where it opens`() {
        let reading = read("a,b\n1,2\n3,\"4\n5,6\n")
        #expect(reading.findings == [Finding(.unclosedQuote, file: "t.csv", row: 3, column: "b")])
        #expect(reading.sheet.rows.map(\.number) == [2, 3])
    }

    @Test func `something behind a closing quote is found`() {
        #expect(read("a,b\n\"x\"y,2\n").findings == [Finding(.strayQuote, file: "t.csv", row: 2, column: "a")])
    }

    @Test func `a row that is too short or too long is found, but blank cells too many are no matter`() {
        let reading = read("a,b\n1\n1,2,3\n1,2,,\n")
        #expect(
            reading.findings == [
                Finding(.ragged(expected: 2, found: 1), file: "t.csv", row: 2),
                Finding(.ragged(expected: 2, found: 3), file: "t.csv", row: 3),
            ])
        #expect(reading.sheet.rows == [.init(number: 4, cells: ["1", "2"])])
    }

    @Test func `too much is said and not read`() {
        var limits = ReadingLimits()
        limits.rows = 1
        limits.cellBytes = 3
        let reading = CSVText.read(Array("a,b\nlong,1\nb,2\n".utf8), file: "t.csv", limits: limits)
        #expect(
            reading.findings == [
                Finding(.tooLarge(.cell, limit: 3), file: "t.csv", row: 2, column: "a"),
                Finding(.tooLarge(.rows, limit: 1), file: "t.csv", row: 3),
            ])
        limits.bytes = 4
        #expect(
            CSVText.read(Array("a,b\n1".utf8), file: "t.csv", limits: limits).findings == [
                Finding(.tooLarge(.bytes, limit: 4), file: "t.csv")
            ])
    }

    @Test func `nothing is an empty table`() {
        #expect(read("").sheet == Sheet(file: "t.csv"))
        #expect(read("\n").sheet.rows == [])
    }

    @Test func `columns are lettered as in a spreadsheet`() {
        #expect([0, 25, 26, 701, 702].map(Sheet.letters) == ["A", "Z", "AA", "ZZ", "AAA"])
    }

    @Test func `what is written is read back, whatever the cells hold`() {
        var dice = Dice(state: 1)
        for _ in 0..<300 {
            var sheet = Sheet(file: "t.csv", header: ["code", "b", "c"])
            for number in 2..<8 {
                let texts = (0..<2).map { _ in throughSheet(AwkwardText.random(&dice)) }
                sheet.rows.append(.init(number: number, cells: ["k"] + texts))
            }
            let reading = CSVText.read(CSVText.write(sheet), file: "t.csv")
            #expect(reading.sheet == sheet)
            #expect(reading.findings == [])
        }
    }
}

/// A text as a sheet holds it once it was written and read.
func throughSheet(_ text: String) -> String {
    let sheet = Sheet(file: "", header: ["a", "b"], rows: [.init(number: 2, cells: ["x", text])])
    return CSVText.read(CSVText.write(sheet), file: "").sheet.rows.first?.cells[1] ?? ""
}
