import Exchange
import ExchangeTesting
import Foundation
import Ledger
import Phrases
import Testing

@Suite struct `A format of files` {
    private func codes(_ formats: FileFormats) -> [String] { formats.all.map(\.code) }

    private func boards(_ count: Int) -> Picture { house((1...count).map { number in Board("T\(number)") { $0.seats = number } }) }

    private func written(_ picture: Picture, as format: FileFormat) throws -> [UInt8] {
        var rows: [any AnyRow] = []
        picture[slot: Board.slot].forEach { rows.append($0) }
        return try PackWriter.table(
            of: rows, Kind(Board.self), guestRegister, as: format, columns: { _ in true }, code: { picture.code(of: $0) ?? "" })
    }

    private func workbook() throws -> [UInt8] {
        try FileFormat.workbook.write(OutgoingPack(PackWriter(guestRegister).tables(of: boards(1)))).bytes
    }

    private func archive() throws -> [UInt8] {
        try FileFormat.archive.write(OutgoingPack(PackWriter(guestRegister).tables(of: boards(1)))).bytes
    }

    @Test func `that was made in this test is written, and read back by its name or by its bytes`() throws {
        let formats = FileFormats(fileFormats.all + [barFormat])
        let picture = boards(5)
        let bytes = try written(picture, as: #require(formats.writingTables["bars"]))
        #expect(
            String(decoding: bytes, as: UTF8.self).hasPrefix("%BARS\nhappened|code|owner|classification|assumed|seats\n|T1||internal||1\n"))
        for name in ["boards.bars", "boards.psv", "boards.csv", "boards.dat", "boards"] {
            let reader = PackReader(into: house(), happened: opening, formats: formats)
            let reading = reader.read(Pack(name: "", files: [name: bytes]))
            let copy = house().applying(reading.content?.versions ?? [])
            #expect(copy.all(Board.self).map(\.seats) == [1, 2, 3, 4, 5], "\(name): \(reading.lines)")
        }
        let strange = PackReader(into: house(), happened: opening).read(Pack(name: "", files: ["boards.bars": bytes]))
        #expect(strange.lines == ["boards.bars: unknown_file"], "a house that does not have it")
    }

    @Test func `writes no more than its bound, nor what it has no way to say`() throws {
        #expect(throws: Unwritten.tooManyRows(table: "boards", most: 5)) { try written(boards(6), as: barFormat) }
        let pack = OutgoingPack(PackWriter(guestRegister).tables(of: boards(1)))
        #expect(throws: Unwritten.notSoMuch(format: "bars")) { try barFormat.write(pack) }
        #expect(throws: Unwritten.notSoMuch(format: "zip")) { try written(boards(1), as: .archive) }
        #expect(throws: Unwritten.notSoMuch(format: "ics")) { try written(boards(1), as: .calendar) }
    }

    @Test func `read in bars obeys the bounds of all that is read`() throws {
        var limits = ReadingLimits()
        limits.rows = 2
        let reader = PackReader(into: house(), happened: opening, limits: limits, formats: FileFormats([barFormat]))
        let reading = reader.read(Pack(name: "", files: ["boards.bars": try written(boards(3), as: barFormat)]))
        #expect(reading.lines == ["boards.bars 4: too_large.rows"])
    }

    @Test func `has its name in every language, and a word of its own`() throws {
        for phrases in try Language.delivered.map(Phrases.delivered) {
            #expect(fileFormats.all.filter { !phrases.has($0.phrase) }.map(\.code) == [])
        }
        let endings = fileFormats.all.flatMap { [$0.code] + $0.otherEndings }
        #expect(Set(endings).count == endings.count && endings.allSatisfy { $0.wholeMatch(of: /[a-z0-9]+/) != nil })
        #expect(Set(fileFormats.all.map(\.mediaType)).count == fileFormats.all.count)
    }

    @Test func `is offered where it can be used`() throws {
        #expect(codes(fileFormats.writingTables) == ["csv", "xlsx"] && codes(fileFormats.writingPacks) == ["xlsx", "zip"])
        #expect(codes(fileFormats.readingTables) == ["csv", "xlsx"] && codes(fileFormats.reading) == ["csv", "xlsx", "zip"])
        #expect(codes(fileFormats.tellingThemselves) == ["xlsx", "zip"])
        let english = try Phrases.delivered(.english)
        #expect(english.any(of: fileFormats.reading) == "CSV, XLSX or zip" && english.any(of: fileFormats.readingTables) == "CSV or XLSX")
        #expect(english.any(of: FileFormats([.csv])) == "CSV" && english.any(of: FileFormats([])) == "")
    }

    @Test func `is known by the bytes of a file, and by its name where they say nothing else`() throws {
        let (book, zip, text) = (try workbook(), try archive(), Array("code,seats\nT1,8\n".utf8))
        let files: [(bytes: [UInt8], name: String, format: String?)] = [
            (book, "people.xlsx", "xlsx"), (book, "people.csv", "xlsx"), (book, "people", "xlsx"), (zip, "pack.zip", "zip"),
            (zip, "people.csv", "zip"), (zip, "pack", "zip"), (text, "People.CSV", "csv"), (text, "a.b.tsv", "csv"),
            (text, "people", nil), (text, ".csv", "csv"),
            // What begins as its name promises is believed, and found wrong where it is read.
            (zip, "people.xlsx", "xlsx"), (book, "people.zip", "zip"), (text, "people.xlsx", "xlsx"),
        ]
        for file in files {
            #expect(fileFormats.format(of: file.bytes, named: file.name)?.code == file.format, "\(file.name)")
        }
    }

    @Test func `is no matter of a file's name alone`() throws {
        let pack = try Pack.brought(archive(), as: "upload").get()
        #expect(Array(pack.files.keys) == ["boards.csv"])
        let misnamed = Pack(name: "", files: ["boards.csv": try workbook()])
        #expect(PackReader(into: house(), happened: opening).read(misnamed).content?.versions.count == 1)
        let nested = Pack(name: "", files: ["boards.zip": try archive()])
        #expect(PackReader(into: house(), happened: opening).read(nested).lines == ["boards.zip: unknown_file"])
    }

    @Test func `that holds several tables holds their histories too`() throws {
        let first = PackReader(into: house(), happened: opening).read(
            pack([
                "guests.csv": "happened,removed,code,name\n2025-10-16,,G1,An\n2025-10-17,x,G1,\n2025-10-18,,G1,Ân\n",
                "boards.csv": "happened,code,seats\n2025-10-15,T1,8\n2025-10-16,T1,10\n",
            ]))
        let versions = try #require(first.content?.versions)
        let tables = PackWriter(guestRegister).tables(of: versions, in: house().applying(versions))
        let book = try FileFormat.workbook.write(OutgoingPack(tables))
        let again = PackReader(into: house(), happened: opening).read(Pack(name: "", files: ["house.xlsx": book.bytes]))
        let text = { (version: Version) in "\(version.happened) \(version.code) \(version.row?.value(4) ?? .absent)" }
        #expect(again.content?.versions.map(text).sorted() == versions.map(text).sorted() && versions.count == 5, "\(again.lines)")
        #expect(book.files == 1)
        let manifest = PackManifest(ceremony: "test", zone: hanoiZone)
        #expect(try FileFormat.archive.write(OutgoingPack(tables, manifest: manifest)).files == 3)
    }
}
