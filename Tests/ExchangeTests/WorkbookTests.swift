import Exchange
import ExchangeTesting
import Foundation
import Ledger
import Testing

@Suite struct `Tables as workbooks` {
    private func workbook(_ sheet: String, styles: String = "", texts: String = "", name: String = "guests") throws -> [UInt8] {
        try zip(
            [
                "xl/workbook.xml": #"<workbook xmlns:r="r"><sheets><sheet name="\#(name)" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
                "xl/_rels/workbook.xml.rels": #"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>"#,
                "xl/worksheets/sheet1.xml": "<worksheet><sheetData>\(sheet)</sheetData></worksheet>",
                "xl/styles.xml": "<styleSheet>\(styles)</styleSheet>", "xl/sharedStrings.xml": "<sst>\(texts)</sst>",
            ].mapValues { Array($0.utf8) })
    }

    private func read(_ bytes: [UInt8]) -> SheetReading? { WorkbookReader.read(bytes, file: "g.xlsx").first?.reading }

    @Test func `texts, numbers, flags and days are read as what they show`() throws {
        let bytes = try workbook(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>na</t></r><r><t>me</t></r></is></c><c r="C1" t="str"><v>c</v></c>\
            <c r="D1" t="str"><v>d</v></c><c r="E1" t="str"><v>e</v></c></row>
            <row r="4"><c r="A4" t="str"><v>G1</v></c><c r="B4" t="b"><v>1</v></c><c r="C4" s="1"><v>45955</v></c><c r="D4" s="2"><v>45955.4375</v></c>\
            <c r="E4"><v>1.5E3</v></c></row>
            <row><c><v>7</v></c><c r="E5" s="0"><v>1.25</v></c></row>
            """,
            styles:
                #"<numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy\ hh:mm"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>"#,
            texts: "<si><t>code</t><rPh><t>kô</t></rPh></si>")
        let reading = try #require(read(bytes))
        #expect(
            reading.sheet
                == Sheet(
                    file: "g.xlsx", header: ["code", "name", "c", "d", "e"],
                    rows: [
                        .init(number: 4, cells: ["G1", "true", "2025-10-25", "2025-10-25 10:30:00", "1500"]),
                        .init(number: 5, cells: ["7", "", "", "", "1.25"]),
                    ]))
        #expect(reading.findings == [])
    }

    @Test func `errors in cells are found where they are`() throws {
        let bytes = try workbook(#"<row r="1"><c r="A1" t="str"><v>code</v></c></row><row r="2"><c r="A2" t="e"><v>#REF!</v></c></row>"#)
        #expect(read(bytes)?.findings == [Finding(.errorInCell("#REF!"), file: "g.xlsx", row: 2, column: "code")])
    }

    @Test func `what is no workbook is said`() throws {
        #expect(read(Array("code,name".utf8))?.findings.map(\.problem) == [.wrongFormat(.notAnArchive)])
        #expect(read(try zip(["a.txt": [1]]))?.findings.map(\.problem) == [.wrongFormat(.notAWorkbook)])
        #expect(read(try workbook("<row>"))?.findings.map(\.problem) == [.wrongFormat(.badMarkup)])
        let entities = try zip([
            "xl/workbook.xml": Array("<!DOCTYPE x [<!ENTITY a \"b\">]><workbook/>".utf8), "xl/_rels/workbook.xml.rels": [],
        ])
        #expect(read(entities)?.findings.map(\.problem) == [.wrongFormat(.badMarkup)])
    }

    @Test func `a house written as a workbook is read back over itself without a change`() throws {
        var dice = Dice(state: 5)
        for _ in 0..<20 {
            let boards = [Board("=T") { $0.seats = -4 }, Board("t;") { $0.seats = 9_007_199_254_740_993 }]
            let guests = (1...6).map { number in
                Guest("G\(number)") {
                    $0.name = "N" + AwkwardText.random(&dice)
                    $0.heading.assumed = AwkwardText.random(&dice)
                    $0.isSpeaker = Bool.random(using: &dice)
                    $0.arrivesOn = [nil, Day("1900-02-28"), Day("2025-10-25"), Day("9999-12-31")].randomElement(using: &dice)!
                    $0.receivedAt = Moment("2025-10-26T02:30:00+01:00[Europe/Paris]")
                    $0.tags = [AwkwardText.random(&dice)].filter { !$0.isEmpty }
                    $0.table = ID(UInt32.random(in: 1...2, using: &dice))
                }
            }
            let picture = house(boards, guests)
            let tables = PackWriter(guestRegister, includingPersonal: true).tables(of: picture)
            let bytes = try FileFormat.workbook.write(OutgoingPack(tables)).bytes
            let reading = PackReader(into: picture, happened: opening).read(Pack(name: "x", files: ["house.xlsx": bytes]))
            #expect(reading.findings == [])
            #expect(reading.content?.unchanged == 8)
            #expect(reading.content?.versions.count == 0)
        }
    }

    @Test func `a text that is too long for a cell is refused by its row`() {
        let picture = house([], [Guest("G1"), Guest("G2") { $0.name = String(repeating: "a", count: 40_000) }])
        #expect(throws: Unwritten.textTooLong(table: "guests", row: 3)) {
            try FileFormat.workbook.write(OutgoingPack(PackWriter(guestRegister).tables(of: picture)))
        }
    }
}

@Suite struct `Packs as archives` {
    @Test func `a pack may lie in a folder of its archive`() throws {
        let files = [
            "Hanoi/guests.csv": Array("code,name\nG1,An\n".utf8), "Hanoi/pack.json": [], "Hanoi/sub/x.csv": [], "__MACOSX/Hanoi/._x": [],
        ]
        let pack = try Archive.pack(zip(files), name: "h.zip").get()
        #expect(pack.files.keys.sorted() == ["guests.csv", "pack.json", "sub/x.csv"])
        #expect(
            PackReader(into: house(), happened: opening).read(Pack(name: "", files: ["guests.csv": pack.files["guests.csv"]!])).content?
                .versions.count == 1)
    }

    @Test(arguments: ["../guests.csv", "/etc/passwd", "a/../../b", "C:guests.csv", "a\\b.csv"])
    func `a name that leads out of the archive is refused`(name: String) throws {
        #expect(throws: Finding(.unsafeName(name), file: "h.zip")) { try Archive.pack(zip([name: [1]]), name: "h.zip").get() }
    }

    @Test func `too many, too large and too well packed files are refused before they are unpacked`() throws {
        var limits = ReadingLimits()
        limits.entries = 1
        #expect(throws: Problem.tooLarge(.entries, limit: 1)) { try Archive(zip(["a": [1], "b": [2]]), limits: limits) }
        limits.entries = 2
        limits.archiveBytes = 3
        #expect(throws: Problem.tooLarge(.archive, limit: 3)) { try Archive(zip(["a": [1, 2], "b": [3, 4]]), limits: limits) }
        limits.bytes = 300
        #expect(throws: Problem.tooLarge(.bytes, limit: 300)) { try Archive(zip(["a": Array(repeating: 0, count: 301)]), limits: limits) }
        #expect(throws: Problem.tooLarge(.ratio, limit: 200)) { try Archive(zip(["a": Array(repeating: 0, count: 1 << 20)])) }
    }

    @Test func `a damaged archive is said to be none`() throws {
        var bytes = try zip(["guests.csv": Array("code,name\nG1,An\n".utf8)])
        #expect(throws: Problem.wrongFormat(.notAnArchive)) { try Archive(Array(bytes.dropLast(30))) }
        #expect(throws: Problem.wrongFormat(.notAnArchive)) { try Archive([]) }
        // The first letter of the content.
        let place = try #require(
            bytes.firstIndex(of: UInt8(ascii: "c")).map { bytes[($0 + 1)...].firstRange(of: Array("code".utf8))?.lowerBound } ?? nil)
        bytes[place] ^= 1
        let archive = try Archive(bytes)
        #expect(throws: Problem.wrongFormat(.damagedArchive)) { try archive.file("guests.csv") }
    }

    @Test func `a folder is written and read as a pack`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["guests.csv": Array("code,name\nG1,An\n".utf8)]
        try PackFolder.write(files, to: folder)
        try FileManager.default.createDirectory(at: folder.appending(path: "notes"), withIntermediateDirectories: true)
        #expect(try PackFolder.read(folder).files == files)
    }
}
