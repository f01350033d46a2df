import Exchange
import ExchangeTesting
import Ledger
import Rulebook
import Testing

/// Limits so small that a test can stand at them and one past them.
private func limits(_ change: (inout ReadingLimits) -> Void) -> ReadingLimits {
    var limits = ReadingLimits()
    change(&limits)
    return limits
}

/// A workbook of one or several sheets, its cells as texts.
private func workbook(_ sheets: [String], styles: String = "", texts: String = "") throws -> [UInt8] {
    let numbers = 1...sheets.count
    var files = [
        "xl/workbook.xml": "<workbook xmlns:r=\"r\"><sheets>"
            + numbers.map { "<sheet name=\"S\($0)\" sheetId=\"\($0)\" r:id=\"rId\($0)\"/>" }.joined() + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships>"
            + numbers.map { "<Relationship Id=\"rId\($0)\" Target=\"worksheets/sheet\($0).xml\"/>" }.joined() + "</Relationships>",
        "xl/styles.xml": "<styleSheet>\(styles)</styleSheet>", "xl/sharedStrings.xml": "<sst>\(texts)</sst>",
    ]
    for (number, sheet) in zip(numbers, sheets) {
        files["xl/worksheets/sheet\(number).xml"] = "<worksheet><sheetData>\(sheet)</sheetData></worksheet>"
    }
    return try zip(files.mapValues { Array($0.utf8) })
}

/// A row of cells.
private func row(_ cells: [String]) -> String {
    "<row>" + cells.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined() + "</row>"
}

@Suite struct `Bounds of what is read` {
    /// The same table as text and as a workbook, read within limits.
    private func readings(_ rows: [[String]], _ limits: ReadingLimits) throws -> [SheetReading] {
        let text = rows.map { $0.joined(separator: ",") + "\n" }.joined()
        let book = try workbook([rows.map(row).joined()])
        return [CSVText.read(Array(text.utf8), file: "t", limits: limits)]
            + WorkbookReader.read(book, file: "t", limits: limits).map(\.reading)
    }

    private func problems(_ rows: [[String]], _ limits: ReadingLimits) throws -> [[Problem]] {
        try readings(rows, limits).map { $0.findings.map(\.problem) }
    }

    @Test func `rows are taken up to the bound and no further, as text and as a workbook`() throws {
        let bound = limits { $0.rows = 3 }
        let three = [["a", "b"]] + (1...3).map { ["\($0)", "x"] }
        #expect(try problems(three, bound) == [[], []])
        #expect(try problems(three + [["4", "x"]], bound) == Array(repeating: [.tooLarge(.rows, limit: 3)], count: 2))
        #expect(try readings(three + [["4", "x"]], bound).map(\.sheet.rows.count) == [3, 3])
    }

    @Test func `cells are counted as rows times columns, whether they hold anything or not`() throws {
        let bound = limits { $0.cells = 6 }
        let rows = [["a", "b", "c"], ["1", "", ""], ["2", "", ""]]
        #expect(try problems(rows, bound) == [[], []])
        #expect(try problems(rows + [["3", "", ""]], bound) == Array(repeating: [.tooLarge(.cells, limit: 6)], count: 2))
    }

    @Test func `the bytes of all cells together are bounded`() throws {
        let bound = limits { $0.textBytes = 6 }
        #expect(try problems([["a", "b"], ["123", "456"]], bound) == [[], []])
        #expect(try problems([["a", "b"], ["123", "4567"]], bound) == Array(repeating: [.tooLarge(.text, limit: 6)], count: 2))
    }

    @Test func `columns and the length of their headers are bounded`() throws {
        let bound = limits {
            $0.columns = 3
            $0.headerBytes = 4
        }
        #expect(try problems([["a", "b", "long"]], bound) == [[], []])
        #expect(try problems([["a", "b", "c", "d"]], bound) == Array(repeating: [.tooLarge(.columns, limit: 3)], count: 2))
        #expect(try problems([["a", "b", "longer"]], bound) == Array(repeating: [.tooLarge(.header, limit: 4)], count: 2))
    }

    @Test func `a cell is as long as the bound and no longer`() throws {
        let bound = limits { $0.cellBytes = 5 }
        #expect(try problems([["a"], ["12345"]], bound) == [[], []])
        #expect(try problems([["a"], ["123456"], ["ok"]], bound) == Array(repeating: [.tooLarge(.cell, limit: 5)], count: 2))
    }

    @Test func `reading ends after so many findings, and says that there are more`() throws {
        let bound = limits { $0.findings = 2 }
        let wrong = ["1", "2", "3"]
        #expect(
            try problems([["a", "b"], wrong, wrong], bound)
                == Array(repeating: Array(repeating: .ragged(expected: 2, found: 3), count: 2), count: 2))
        let many = try problems([["a", "b"]] + Array(repeating: wrong, count: 100), bound)
        #expect(many == Array(repeating: [.ragged(expected: 2, found: 3), .ragged(expected: 2, found: 3), .more(than: 2)], count: 2))
        let pack = pack(["guests.csv": "code,name,rank\n" + (1...9).map { "G\($0),An,x\n" }.joined()])
        let lines = PackReader(into: house(), happened: opening, limits: bound).read(pack).lines
        #expect(lines == ["guests.csv 2 rank: not_an_integer", "guests.csv 3 rank: not_an_integer", "guests.csv: more"])
    }

    @Test func `a row far wider than its header takes no more than any table may be wide`() {
        let text = "a,b\n1,2" + String(repeating: ",", count: 100_000) + "\n3,4" + String(repeating: ",", count: 600) + "x\n"
        let reading = CSVText.read(Array(text.utf8), file: "t")
        #expect(reading.sheet.rows.map(\.cells) == [["1", "2"]])
        #expect(reading.findings.map(\.problem) == [.ragged(expected: 2, found: 602)])
    }

    @Test func `what is counted is counted over all files of a pack`() {
        let bound = limits { $0.rows = 3 }
        func read(_ boards: Int) -> [String] {
            let files = [
                "boards.csv": "code\n" + (0..<boards).map { "T\($0)\n" }.joined(), "guests.csv": "code,name\nG1,An\nG2,Bình\n",
            ]
            return PackReader(into: house(), happened: opening, limits: bound).read(pack(files)).lines
        }
        #expect(read(1) == [])
        #expect(read(2) == ["guests.csv 3: too_large.rows"])
    }

    @Test func `under a header of which a column is not known, rows are read as far as was said`() {
        let text = "code,name,colour\n" + (1...5).map { "G\($0),,red\n" }.joined()
        func read(_ rows: Int) -> [String] {
            PackReader(into: house(), happened: opening, limits: limits { $0.rowsUnderWrongHeader = rows }).read(pack(["guests.csv": text]))
                .lines
        }
        #expect(read(0) == ["guests.csv 1 colour: unknown_column"])
        #expect(
            read(2) == [
                "guests.csv 1 colour: unknown_column", "guests.csv 2 name: required_is_blank", "guests.csv 3 name: required_is_blank",
            ])
    }

    @Test func `a sentence repeats the start of a long cell, and not all of it`() {
        let text = String(repeating: "x", count: 100_000)
        let findings = PackReader(into: house(), happened: opening).read(pack(["guests.csv": "code,name,rank\nG1,An,\(text)\n"])).findings
        let quoted = findings.first?.facts.first { $0.name == "text" }?.content
        #expect(quoted == .text(String(repeating: "x", count: 200) + "…"))
    }

    @Test func `text in two bytes a letter is read as the same text, and broken text is refused`() {
        let units = Array("\u{FEFF}code,name\nG1,Nguyễn 👩‍🚀\n".utf16)
        let bytes = units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(CSVText.read(bytes, file: "t").sheet.rows.map(\.cells) == [["G1", "Nguyễn 👩‍🚀"]])
        #expect(CSVText.read(bytes + [0x00, 0xD8], file: "t").findings.map(\.problem) == [.badText])
    }
}

@Suite struct `Bounds of workbooks` {
    private func problems(_ bytes: [UInt8], _ limits: ReadingLimits) -> [Problem] {
        WorkbookReader.read(bytes, file: "t.xlsx", limits: limits).flatMap { $0.reading.findings.map(\.problem) }
    }

    @Test func `sheets, texts and formats are taken up to the bound and no further`() throws {
        let sheet = row(["a"])
        #expect(try problems(workbook([sheet, sheet]), limits { $0.sheets = 2 }) == [])
        #expect(try problems(workbook([sheet, sheet, sheet]), limits { $0.sheets = 2 }) == [.tooLarge(.sheets, limit: 2)])
        let texts = "<si><t>123</t></si><si><t>456</t></si>"
        #expect(try problems(workbook([sheet], texts: texts), limits { ($0.cells, $0.textBytes) = (2, 6) }) == [])
        #expect(try problems(workbook([sheet], texts: texts + "<si/>"), limits { $0.cells = 2 }) == [.tooLarge(.texts, limit: 2)])
        #expect(try problems(workbook([sheet], texts: texts), limits { $0.textBytes = 5 }) == [.tooLarge(.text, limit: 5)])
        let styles = "<cellXfs><xf/><xf/></cellXfs>"
        #expect(try problems(workbook([sheet], styles: styles), limits { $0.styles = 3 }) == [])
        #expect(
            try problems(workbook([sheet], styles: "<cellXfs><xf/><xf/><xf/><xf/></cellXfs>"), limits { $0.styles = 3 })
                == [.tooLarge(.styles, limit: 3)])
    }

    @Test func `a small file of many rows stops at the bound, and its parts are unpacked no further than they are read`() throws {
        let rows = (0..<40_000).map { row(["G\($0)"]) }.joined()
        let bytes = try workbook([row(["code", "name"]) + rows])
        let bound = limits {
            $0.rows = 100
            // Six hundred kilobytes are behind the bound.
            $0.markupBytes = 2 << 20
            $0.bytes = 1 << 20
        }
        let reading = try #require(WorkbookReader.read(bytes, file: "t.xlsx", limits: bound).first?.reading)
        #expect(reading.sheet.rows.count == 100)
        #expect(reading.findings.map(\.problem) == [.tooLarge(.rows, limit: 100)])
    }

    @Test func `parts are counted together as they are unpacked`() throws {
        let filler = "<!--" + String(repeating: "x", count: 60_000) + "-->"
        let bytes = try workbook([filler + row(["a"]), filler + row(["a"])])
        #expect(problems(bytes, limits { $0.markupBytes = 130_000 }) == [])
        #expect(problems(bytes, limits { ($0.markupBytes, $0.bytes) = (100_000, 100_000) }) == [.tooLarge(.archive, limit: 100_000)])
    }

    @Test func `a sheet that is taken by itself is read once`() throws {
        let filler = "<!--" + String(repeating: "x", count: 60_000) + "-->"
        let bytes = try workbook([filler + row(["code", "seats"]) + row(["T1", "4"])])
        // There is room to unpack it once.
        let reader = PackReader(into: house(), happened: opening, limits: limits { $0.markupBytes = 75_000 })
        let reading = try reader.read([Pack(name: "", files: ["boards.xlsx": bytes])], isOneSheet: true, seesColumn: { _ in true })
        #expect(reading.findings == [])
        #expect(reading.content?.versions.map(\.code) == ["T1"])
    }

    @Test func `several sheets are not one, and a column that is not for its bearer is named before anything is compared`() throws {
        let reader = PackReader(into: house(), happened: opening)
        let two = Pack(name: "", files: ["boards.xlsx": try workbook([row(["code"]), row(["code"])])])
        #expect(throws: NotToBeRead.severalSheets) { try reader.read([two], isOneSheet: true, seesColumn: { _ in true }) }
        let seats = pack(["boards.csv": "code,seats\nT1,many\n"])
        #expect(throws: NotToBeRead.notForReader("seats")) { try reader.read([seats], seesColumn: { $0.name != "seats" }) }
    }

    @Test func `a row of the highest number there is does not end the house`() throws {
        let bytes = try workbook([
            row(["code"]) + "<row r=\"9223372036854775807\"><c t=\"str\"><v>A</v></c></row>" + row(["B"]) + "<row r=\"100000000\"/>"
                + row(["C"])
        ])
        #expect(WorkbookReader.read(bytes, file: "t").first?.reading.sheet.rows.map(\.number) == [2, 3, 100_000_001])
    }

    @Test func `an archive that claims more files than are read is refused before it is opened`() throws {
        let bytes = try zip(Dictionary(uniqueKeysWithValues: (0..<6).map { ("f\($0)", [UInt8(1)]) }))
        #expect(throws: Problem.tooLarge(.entries, limit: 5)) { try Archive(bytes, limits: limits { $0.entries = 5 }) }
        #expect(try Archive(bytes, limits: limits { $0.entries = 6 }).names.count == 6)
        #expect(throws: Problem.tooLarge(.entries, limit: 1000)) {
            // No archive at all but for its end, which says that there are sixty-five thousand.
            try Archive([0x50, 0x4B, 5, 6, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF] + Array(repeating: 0, count: 10))
        }
        let name = String(repeating: "n", count: 500)
        #expect(try Archive(zip([name: [1]])).names == [name])
        #expect(throws: Problem.tooLarge(.name, limit: 500)) { try Archive(zip([name + "n": [1]])) }
    }
}

@Suite struct `The markup of workbooks` {
    private func read(_ sheet: String) throws -> SheetReading? {
        WorkbookReader.read(try workbook([sheet]), file: "t.xlsx").first?.reading
    }

    private func cells(_ markup: String) throws -> [[String]] { try read(row(["code"]) + markup)?.sheet.rows.map(\.cells) ?? [] }

    @Test(arguments: [
        ("&lt;&amp;&gt;&quot;&apos;", "<&>\"'"), ("&#65;&#x1F600;", "A😀"), ("<![CDATA[<a>]]]]><![CDATA[>&amp;]]>", "<a>]]>&amp;"),
        ("a<!-- <v>not this</v> -->b", "ab"), ("a<?not this?>b", "ab"), ("a\r\nb\rc", "a\nb\nc"), ("]]x]", "]]x]"),
    ])
    func `is understood as XML is`(markup: String, text: String) throws {
        #expect(try cells("<row><c t=\"str\"><v>\(markup)</v></c></row>") == [[text]])
    }

    @Test func `prefixes, quotes and spaces in tags do not matter`() throws {
        #expect(
            try cells("<x:row  r = '7' ><x:c\n r=\"A7\" t='inlineStr'><x:is ><x:t xml:space=\"preserve\"> a </x:t></x:is></x:c></x:row >")
                == [["a"]])
    }

    @Test(arguments: [
        "<row>", "</row>", "<row></c>", "<row a=1/>", "<row a='1' a='2'/>", "<row a='<'/>", "<row a/>", "<1/>", "<row &amp;/>",
        "<row>&nbsp;</row>", "<row>&#0;</row>", "<row>&#xD800;</row>", "<row>&amp</row>", "<row>\u{1}</row>", "<!ELEMENT a>", "<![CDATA[x",
        "<!-- x", "<?x",
        "<row", "<row a='1", "< row/>", "<row/ >",
    ])
    func `is refused where it is broken`(markup: String) throws {
        #expect(try read(markup)?.findings.map(\.problem) == [.wrongFormat(.badMarkup)])
    }

    @Test func `is bounded in depth, attributes and names`() throws {
        func nested(_ depth: Int) -> String { String(repeating: "<x>", count: depth) + String(repeating: "</x>", count: depth) }
        func attributes(_ count: Int) -> String { "<row " + (0..<count).map { "a\($0)='' " }.joined() + "/>" }
        func named(_ length: Int) -> String { "<" + String(repeating: "n", count: length) + "/>" }
        let broken = [Problem.wrongFormat(.badMarkup)]
        // Two are open already.
        #expect(try read(nested(62))?.findings == [])
        #expect(try read(nested(63))?.findings.map(\.problem) == broken)
        #expect(try read(attributes(64))?.findings == [])
        #expect(try read(attributes(65))?.findings.map(\.problem) == broken)
        #expect(try read(named(200))?.findings == [])
        #expect(try read(named(201))?.findings.map(\.problem) == broken)
    }
}
