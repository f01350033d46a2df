import Foundation
import Ledger
import Testing

@Suite struct `Personal fields` {
    private let key = SealingKey(of: KeyOwner(kind: "guest", number: 7, dataSubject: 7), bytes: Array(repeating: 9, count: 32))!
    private let place = Sealing.Place(kind: "guest", number: 7, sequence: 3)

    private func stored(_ guest: Guest) throws -> StoredChange {
        try exampleRegister.stored(Change(guest), sequence: 3) { _ in key }
    }

    @Test func `are not readable in what the journal keeps`() throws {
        let stored = try stored(Guest("G7", id: 7) { $0.name = Personal("Nguyễn Thị Mẫu") })
        #expect(stored.body == #"{"code":"G7","classification":"internal","rank":0}"#)
        #expect(stored.sealed?.text.contains("Nguy") == false)
        #expect(stored.sealed?.dataSubject == 7)
    }

    @Test func `are sealed under a key of the record's own while nobody is named`() throws {
        let stored = try stored(Guest("G0") { $0.name = Personal("Nguyễn Thị Mẫu") })
        #expect(stored.sealed?.dataSubject == 0)
    }

    @Test func `come back under the person's key`() throws {
        let guest = Guest("G7", id: 7) {
            $0.name = Personal("Nguyễn Thị Mẫu")
            $0.born = Personal(Day("1980-02-29"))
        }
        let record = StoredRecord(change: try stored(guest), sequence: 3, happened: .distantPast)
        let row = try #require(try exampleRegister.row(record, keys: KeyRing([key])) as? Row<Guest>)
        #expect(row.record == guest)
    }

    @Test func `are blank when the key is destroyed`() throws {
        let guest = Guest("G7", id: 7) { $0.name = Personal("Nguyễn Thị Mẫu") }
        let record = StoredRecord(change: try stored(guest), sequence: 3, happened: .distantPast)
        let row = try #require(try exampleRegister.row(record, keys: KeyRing()) as? Row<Guest>)
        #expect(row.record.name.content == "")
        #expect(row.record.code == "G7")
    }

    @Test func `do not open in another place of the journal`() throws {
        let sealed = try #require(Sealing.seal(.text("x"), under: key, at: place))
        #expect(Sealing.open(sealed, under: key, at: place) == .text("x"))
        #expect(Sealing.open(sealed, under: key, at: Sealing.Place(kind: "guest", number: 8, sequence: 3)) == nil)
        let other = try #require(SealingKey(of: key.owner, bytes: Array(repeating: 1, count: 32)))
        #expect(Sealing.open(sealed, under: other, at: place) == nil)
    }

    @Test func `do not show themselves in a description`() {
        #expect("\(Personal("Nguyễn"))" == "•••")
        #expect("\(key)" == "key of guest 7")
    }
}
