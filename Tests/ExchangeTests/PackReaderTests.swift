import Exchange
import ExchangeTesting
import Foundation
import Ledger
import Testing

@Suite struct `Packs read into versions of records` {
    private let reader = PackReader(into: house(), happened: opening, vocabulary: guestVocabulary)

    private func guests(_ reading: PackReading, into picture: Picture = house()) -> [Guest] {
        picture.applying(reading.content?.versions ?? []).all(Guest.self)
    }

    @Test func `records refer to one another across files and whichever comes first`() {
        let reading = reader.read(
            pack([
                "guests.csv": "code,name,table,friends\nG1,An,T9,G2;G1\nG2,Bình,t8,\n", "boards.csv": "code,seats\nT8,8\nT9,10\n",
            ]))
        #expect(reading.findings == [])
        let found = guests(reading)
        #expect(found.map(\.table) == [ID(2), ID(1)])
        #expect(found[0].friends == [ID(2), ID(1)])
    }

    @Test func `references reach records of the house, and new ones are numbered behind them`() {
        let picture = house([Board("T1")], [Guest("G1") { $0.name = "An" }])
        let reading = PackReader(into: picture, happened: opening).read(pack(["guests.csv": "code,name,table\nG2,Bình,T1\n"]))
        #expect(guests(reading, into: picture).last.map { [$0.id.number, $0.table?.number] } == [2, 1])
    }

    @Test func `headers are read in either language, in any order and spelling`() {
        let reading = reader.read(pack(["guests.csv": "Họ tên,Is Speaker,CODE\nAn,có,G1\n"]))
        #expect(guests(reading).map { [$0.code, $0.name, String($0.isSpeaker)] } == [["G1", "An", "true"]])
    }

    @Test func `everything that is wrong is found at once, and nothing is read`() {
        let reading = reader.read(
            pack([
                "boards.csv": "code,seats,seats,colour\nT1,many,1,red\n",
                "guests.csv": "code,nam,arrives_on\nG1,An,32/1/2025\n,Bình,\n",
                "strangers.csv": "code\nX\n", "pack.json": "{}", "notes.md": "", ".hidden": "", "sub/guests.csv": "no",
            ]))
        #expect(
            reading.lines == [
                "pack.json: not_a_pack.missing",
                "boards.csv 1 seats: repeated_column", "boards.csv 1 colour: unknown_column", "boards.csv 2 seats: not_an_integer",
                "guests.csv 1 nam: unknown_column.near", "guests.csv 1: missing_column", "guests.csv 2 arrives_on: not_a_day",
                "guests.csv 3 code: required_is_blank", "strangers.csv: unknown_file",
            ])
        #expect(reading.content == nil)
    }

    @Test func `rows of one code are its history, by the days on which they happened`() {
        let reading = reader.read(
            pack([
                "guests.csv": "happened,code,name\n2025-10-20,G1,Anh\n2025-10-18T05:00:00Z,G2,Bình\n2025-10-16,G1,An\n"
            ]))
        #expect(
            reading.content?.versions.map { "\($0.code) \($0.happened)" } == [
                "G1 2025-10-15T17:00:00Z", "G2 2025-10-18T05:00:00Z", "G1 2025-10-19T17:00:00Z",
            ])
        #expect(guests(reading).map(\.name) == ["Anh", "Bình"])
    }

    @Test func `a row that does not say when happened when the caller says`() {
        let reading = reader.read(pack(["guests.csv": "code,name\nG1,An\n"]))
        #expect(reading.content?.versions.map(\.happened) == [opening])
        #expect(reading.content?.versions[0].row?.happened == opening)
    }

    @Test func `the same record twice at one time is found`() {
        #expect(
            reader.read(pack(["guests.csv": "code,name\nG1,An\nG2,Bình\nG1,Anh\n"])).findings == [
                Finding(.repeatedCode("G1", firstRow: 2), file: "guests.csv", row: 4, column: "code")
            ])
    }

    @Test func `a removed record is gone, and may come back under its number`() {
        let reading = reader.read(
            pack([
                "guests.csv":
                    "happened,removed,code,name\n2025-10-16,,G1,An\n2025-10-17,x,G1,\n"
                    + "2025-10-18,,G1,An\n2025-10-18,,G2,Bình\n2025-10-19,có,G2,\n"
            ]))
        #expect(reading.content?.versions.map { $0.row == nil } == [false, true, false, false, true])
        #expect(guests(reading).map(\.id) == [ID(1)])
    }

    @Test func `what does not exist cannot be removed`() {
        let reading = reader.read(pack(["boards.csv": "code,removed\nT1,yes\n"]))
        #expect(
            reading.findings == [Finding(.unknownReference("T1", kind: "board", nearest: []), file: "boards.csv", row: 2, column: "code")])
    }

    @Test func `columns that a table lacks keep what they hold, and blank cells make blank`() {
        let picture = house(
            [],
            [
                Guest("G1") {
                    $0.name = "An"; $0.rank = 3; $0.age = 40; $0.document = Personal("B123")
                }
            ])
        let reading = PackReader(into: picture, happened: opening).read(pack(["guests.csv": "code,rank,age\nG1,5,\n"]))
        let guest = guests(reading, into: picture)[0]
        #expect([guest.name, guest.document.content] == ["An", "B123"])
        #expect(guest.rank == 5)
        #expect(guest.age == nil)
    }

    @Test func `an unknown code is found with those that are near`() {
        let picture = house([Board("T-01"), Board("T-02"), Board("KITCHEN")])
        let reading = PackReader(into: picture, happened: opening).read(pack(["guests.csv": "code,name,table\nG1,An,T-03\nG2,Bình,zzz\n"]))
        #expect(
            reading.findings == [
                Finding(.unknownReference("T-03", kind: "board", nearest: ["T-01", "T-02"]), file: "guests.csv", row: 2, column: "table"),
                Finding(.unknownReference("zzz", kind: "board", nearest: []), file: "guests.csv", row: 3, column: "table"),
            ])
    }

    @Test func `a code is found without regard to case only where it is the only one`() {
        let reading = reader.read(pack(["boards.csv": "code\nabc\nABC\nx  y\n", "guests.csv": "code,name,table\nG1,An,Abc\nG2,B,X Y\n"]))
        #expect(
            reading.findings == [
                Finding(.unknownReference("Abc", kind: "board", nearest: ["ABC", "abc"]), file: "guests.csv", row: 2, column: "table")
            ])
    }

    @Test func `a later pack replaces all that an earlier one says of the same record`() {
        let base = pack(["guests.csv": "happened,code,name\n2025-10-16,G1,An\n2025-10-17,G1,Anh\n2025-10-16,G2,Bình\n"])
        let overlay = pack(["guests.csv": "happened,code,name\n2025-10-18,G1,Ân\n2025-10-18,G3,Cường\n"])
        let reading = reader.read([base, overlay])
        #expect(reading.content?.versions.map(\.code) == ["G2", "G1", "G3"])
        #expect(guests(reading).map(\.name) == ["Ân", "Bình", "Cường"])
    }

    @Test func `a time without a zone is read only where the caller says whose time it is`() {
        let guests = pack(["guests.csv": "code,name,received_at\nG1,An,25/10/2025 10:00\n"])
        #expect(reader.read(guests).lines == ["guests.csv 2 received_at: not_a_moment.no_zone"])
        let reading = PackReader(into: house(), happened: opening, zoneOfTimes: hanoiZone).read(guests)
        #expect(reading.content?.versions.count == 1)
    }

    @Test func `of several packs a finding names the one it is in`() {
        #expect(
            reader.read([pack([:]), pack(["x.csv": "", "pack.json": ""])]).lines == [
                "test/pack.json: not_a_pack.not_json", "test/x.csv: unknown_file",
            ])
    }

    @Test func `days begin in the zone of the pack`() throws {
        let manifest =
            #"{"format":1,"ceremony":"PARIS","zone":"Europe/Paris","clock":"2025-10-14","opens":"2025-10-25","closes":"2025-10-26"}"#
        let content = try #require(reader.read(pack(["pack.json": manifest, "boards.csv": "happened,code\n2025-10-25,T1\n"])).content)
        #expect(content.versions.map(\.happened.description) == ["2025-10-24T22:00:00Z"])
        #expect(content.manifest?.clock?.description == "2025-10-13T22:00:00Z")
        #expect(try content.manifest.map { try PackManifest(parsing: $0.written) } == content.manifest)
    }

    @Test(
        arguments: [
            ("{", .notJSON(.unfinished, offset: 1)), ("[]", .wrongType("pack.json")), ("{}", .missing("format")),
            (#"{"format":2}"#, .unknownFormat(2)), (#"{"format":"1"}"#, .wrongType("format")),
            (#"{"format":1,"x":1}"#, .unknownMember("x")),
            (#"{"format":1}"#, .missing("ceremony")), (#"{"format":1,"ceremony":"H"}"#, .missing("zone")),
            (#"{"format":1,"ceremony":"H","zone":"Asia/Hanoi"}"#, .unknownZone("Asia/Hanoi")),
            (#"{"format":1,"ceremony":"H","zone":"UTC","clock":"noon"}"#, .notATime("clock", text: "noon")),
            (#"{"format":1,"ceremony":"H","zone":"UTC","opens":"25/10"}"#, .notADay("opens", text: "25/10")),
            (#"{"format":1,"ceremony":"H","zone":"UTC","opens":"2025-10-26","closes":"2025-10-25"}"#, .closesBeforeItOpens),
        ] as [(String, PackManifest.Mistake)])
    func `a manifest that is none is refused with the reason`(text: String, mistake: PackManifest.Mistake) {
        #expect(throws: mistake) { try PackManifest(parsing: Array(text.utf8)) }
    }
}
