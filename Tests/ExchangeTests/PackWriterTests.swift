import Exchange
import ExchangeTesting
import Foundation
import Ledger
import Testing

@Suite struct `A pack as an archive` {
    @Test func `has the same bytes for the same files and gives them back`() throws {
        let files = ["a.csv": Array("code\r\nđ\r\n".utf8), "pack.json": Array("{}".utf8), "empty.csv": []]
        let bytes = try Archive.archive(files)
        #expect(try Archive.archive(files) == bytes)
        #expect(try Archive.pack(bytes, name: "x.zip").get().files == files)
    }

    @Test func `of nothing is none`() {
        #expect(throws: Archive.NotWritten.self) { try Archive.archive([:]) }
    }

    @Test func `says the zone of UTC by its own name`() throws {
        let manifest = PackManifest(ceremony: "test", zone: .gmt)
        let back = try PackManifest(parsing: manifest.written)
        #expect(back.zone == manifest.zone)
        #expect(String(decoding: manifest.written, as: UTF8.self).contains("\"UTC\""))
    }
}

@Suite struct `Packs written from records` {
    private func randomHouse(_ dice: inout Dice) -> Picture {
        let boards = (1...4).map { number in Board(["=T", "-T", "T 'x'", "t;"][number - 1]) { $0.seats = number - 2 } }
        let guests = (1...8).map { number in
            Guest("G\(number)") { guest in
                guest.heading.classification = Classification.allCases.randomElement(using: &dice)!
                guest.heading.assumed = AwkwardText.random(&dice)
                guest.name = "N" + AwkwardText.random(&dice)
                guest.rank = Int.random(in: -3...3, using: &dice)
                guest.age = Bool.random(using: &dice) ? nil : Int.random(in: 0...2, using: &dice)
                guest.isSpeaker = Bool.random(using: &dice)
                guest.arrivesOn = Bool.random(using: &dice) ? nil : Day(number: Int32.random(in: 0...30_000, using: &dice))
                guest.receivedAt =
                    Bool.random(using: &dice)
                    ? nil
                    : Moment(Instant(seconds: Int64.random(in: 1...2_000_000_000, using: &dice)), in: TimeZone(identifier: "Europe/Paris")!)
                guest.sort = Guest.Sort.allCases.randomElement(using: &dice)!
                guest.table = Bool.random(using: &dice) ? nil : ID(UInt32.random(in: 1...4, using: &dice))
                guest.tags = (0..<2).map { _ in AwkwardText.random(&dice) }.filter { !$0.isEmpty }
                guest.friends = Bool.random(using: &dice) ? [] : [ID(UInt32.random(in: 1...8, using: &dice)), ID(1)]
                guest.document = Personal(AwkwardText.random(&dice))
            }
        }
        return house(boards, guests)
    }

    @Test func `reading an export over the house it came from changes nothing`() {
        var dice = Dice(state: 3)
        for includesPersonal in [true, false] {
            for _ in 0..<40 {
                let picture = randomHouse(&dice)
                let files = PackWriter(guestRegister, includingPersonal: includesPersonal).files(of: picture)
                let reading = PackReader(into: picture, happened: opening).read(Pack(name: "export", files: files))
                #expect(reading.findings == [])
                #expect(reading.content?.versions.count == 0)
                #expect(reading.content?.unchanged == 12)
            }
        }
    }

    @Test func `a copy of an export says whose it is in every row, and reading it back passes that over`() throws {
        var dice = Dice(state: 5)
        let picture = randomHouse(&dice)
        let kind = try #require(picture.register.kind("guest"))
        var rows: [any AnyRow] = []
        picture[slot: kind.slot].forEach { rows.append($0) }
        let mark = CopyMark(name: "EX-1 #2", line: "EX-1 #2 · O-1 & O-2", purpose: "why", recipient: "to", fetcher: "O-1")
        // A format that is only written is read back by nobody.
        for format in fileFormats.writingTables.all where fileFormats.readingTables[format.code] != nil {
            let bytes = try PackWriter.table(
                of: rows, kind, picture.register, as: format, mark: mark, columns: { _ in true }, code: { picture.code(of: $0) ?? "" })
            let reading = PackReader(into: picture, happened: opening).read(Pack(name: "export", files: ["guests.\(format.code)": bytes]))
            #expect(reading.findings == [] && reading.content?.versions.count == 0)
            guard format.code == FileFormat.csv.code else { continue }
            #expect(String(decoding: bytes, as: UTF8.self).components(separatedBy: "EX-1 #2 · O-1 & O-2").count == rows.count + 1)
        }
    }

    @Test func `reading an export into an empty house gives the same records`() {
        var dice = Dice(state: 4)
        for _ in 0..<40 {
            let picture = randomHouse(&dice)
            let files = PackWriter(guestRegister, includingPersonal: true).files(of: picture)
            let reading = PackReader(into: house(), happened: opening).read(Pack(name: "export", files: files))
            #expect(reading.findings == [])
            let copy = house().applying(reading.content?.versions ?? [])
            #expect(copy.all(Guest.self) == picture.all(Guest.self))
            #expect(copy.all(Board.self) == picture.all(Board.self))
            #expect(
                PackWriter(guestRegister, includingPersonal: true).files(of: house().applying(reading.content?.versions ?? []))[
                    "guests.csv"] != nil)
        }
    }

    @Test func `personal fields are written only when asked for`() {
        let picture = house([], [Guest("G1") { $0.document = Personal("B123") }])
        let text = { (bytes: [UInt8]?) in String(decoding: bytes ?? [], as: UTF8.self) }
        #expect(!text(PackWriter(guestRegister).files(of: picture)["guests.csv"]).contains("document"))
        #expect(text(PackWriter(guestRegister, includingPersonal: true).files(of: picture)["guests.csv"]).contains("B123"))
    }

    @Test func `a file is what it looks like`() {
        let happened = Instant("2025-10-14T03:00:00.005Z")!
        var picture = house([Board("T1") { $0.seats = 12 }])
        picture.apply([
            Change(
                Guest("G1", id: 1) {
                    $0.name = "=An, \"Bình\""
                    $0.arrivesOn = Day("2025-10-25")!
                    $0.receivedAt = Moment("2025-10-25T10:00[America/St_Johns]")!
                    $0.table = ID(1)
                    $0.tags = ["a;b", "c"]
                }, happened: happened)
        ])
        let files = PackWriter(guestRegister).files(of: picture)
        #expect(
            String(decoding: files["boards.csv"] ?? [], as: UTF8.self)
                == "happened,code,owner,classification,assumed,seats\r\n,T1,,internal,,12\r\n")
        #expect(
            String(decoding: files["guests.csv"] ?? [], as: UTF8.self).split(separator: "\r\n").last! == """
                2025-10-14T03:00:00.005Z,G1,,internal,"'=An, ""Bình""\",0,,false,2025-10-25,2025-10-25T10:00:00-02:30[America/St_Johns],delegate,T1,"a\\;b;c",
                """)
    }

    @Test func `a history comes back as it was, and reading it over its own house changes nothing`() throws {
        let first = house().applying([])
        let reading = PackReader(into: first, happened: opening).read(
            pack([
                "guests.csv":
                    "happened,removed,code,name\n2025-10-16,,G1,An\n2025-10-17,x,G1,\n"
                    + "2025-10-18,,G1,Ân\n2025-10-18,,G2,Bình\n2025-10-19,,G2,Binh\n",
                "boards.csv": "happened,code,seats\n2025-10-15,T1,8\n2025-10-16,T1,10\n",
            ]))
        let versions = try #require(reading.content?.versions)
        let picture = first.applying(versions)
        let files = PackWriter(guestRegister).files(of: versions, in: picture)
        let again = try #require(PackReader(into: house(), happened: opening).read(Pack(name: "history", files: files)).content?.versions)
        let text = { (version: Version) in "\(version.happened) \(version.code) \(version.row?.value(4) ?? .absent)" }
        #expect(again.map(text).sorted() == versions.map(text).sorted())
        let over = try #require(PackReader(into: picture, happened: opening).read(Pack(name: "history", files: files)).content)
        #expect(over.versions.count == 0)
        #expect(over.unchanged == 7)
    }
}
