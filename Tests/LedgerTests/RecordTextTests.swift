import Foundation
import Ledger
import RulebookTesting
import Testing

/// A kind of the tests with one field that is computed, and required and repeated ones that may say nothing.
struct Pennant: Entity {
    static let slot = 1
    static let code = "pennant"
    static let file = "pennants"
    static let fields = Fields<Pennant>(
        Field("raised", \.raised), Field("lowered", \.lowered), Field("colours", \.colours), Field("width", \.width),
        Field("doubled", \.doubled))
    var heading = Heading<Pennant>()
    var raised = Moment.blank
    var lowered: Moment?
    var colours: [String] = []
    var width = 0
    var doubled: Int {
        get { width * 2 }
        set { width = newValue / 2 }
    }
    init() { heading.classification = .restricted }
}

@Suite struct `A record in the journal` {
    private let kind = Kind(Pennant.self)

    private func readBack(_ pennant: Pennant) throws -> Pennant? {
        let row = Row(pennant, happened: Instant(milliseconds: 0), sequence: 1)
        let back = try kind.row(pennant.id.number, kind.text(of: row), happened: row.happened, sequence: 1)
        return (back as? Row<Pennant>)?.record
    }

    @Test func `keeps a time that nobody has set, and one in UTC`() throws {
        let blank = Pennant("A", id: 1)
        #expect(try readBack(blank) == blank)
        #expect(kind.text(of: Row(blank, happened: .distantPast, sequence: 1)).open["raised"] == nil)
        let set = Pennant("B", id: 2) {
            $0.raised = Moment(Instant(milliseconds: 1_000), in: .gmt)
            $0.lowered = Moment("2025-10-26T02:30:00+01:00[Europe/Vienna]")
        }
        #expect(set.raised.description == "1970-01-01T00:00:01+00:00[UTC]")
        #expect(try readBack(set) == set)
    }

    @Test func `leaves out the items of a list that say nothing`() throws {
        #expect(try readBack(Pennant("A", id: 1) { $0.colours = ["", "red", ""] })?.colours == ["red"])
        #expect(try readBack(Pennant("A", id: 1) { $0.colours = [""] })?.colours == [])
    }

    @Test func `is of its kind's own classification where nobody said another`() throws {
        #expect(Pennant("A").heading.classification == .restricted)
        let place = try #require(kind.place(of: "classification"))
        #expect(try kind.row(1, [(0, .text("A")), (place, .absent)]).classification == .restricted)
        #expect(try kind.row(1, [(0, .text("A")), (place, .text("public"))]).classification == .public)
    }

    @Test func `reads and writes a computed field like a stored one`() throws {
        let place = try #require(kind.place(of: "doubled"))
        let row = try kind.row(1, [(0, .text("A")), (place, .integer(14))])
        #expect((row as? Row<Pennant>)?.record.width == 7)
        #expect(row.value(place) == .integer(14))
    }

    @Test(arguments: [5, 6, 7] as [UInt64])
    func `reads back as it was, whatever its fields hold`(seed: UInt64) throws {
        var dice = SeededDice(seed: seed)
        let kind = Kind(Guest.self)
        for number in 1...500 as ClosedRange<UInt32> {
            let guest = Guest("G\"\\\n\(number)đ", id: number) {
                $0.rank = Int.random(in: -9...9, using: &dice)
                $0.heading.owner = UInt32.random(in: 0...3, using: &dice)
                $0.heading.assumed = Bool.random(using: &dice) ? "đoán \u{1} \"x\"" : ""
                $0.host = Bool.random(using: &dice) ? ID(UInt32.random(in: 1...20, using: &dice)) : nil
                $0.friends = (0..<Int.random(in: 0..<3, using: &dice)).map { _ in ID(UInt32.random(in: 1...20, using: &dice)) }
                let instant = Instant(milliseconds: Int64.random(in: -1_000_000_000...4_000_000_000, using: &dice) * 1000)
                $0.arrives = Bool.random(using: &dice) ? Moment(instant, in: Zones.named("Asia/Ho_Chi_Minh")!) : nil
                $0.born = Personal(Bool.random(using: &dice) ? Day(number: Int32.random(in: -9999...9999, using: &dice)) : nil)
                $0.name = Personal(Bool.random(using: &dice) ? "Nguyễn\u{1F} \(number)" : "")
            }
            let row = Row(guest, happened: Instant(milliseconds: 0), sequence: 1)
            let text = kind.text(of: row)
            let written = RecordText(
                open: try JSON(parsing: text.open.written), personal: try text.personal.map { try JSON(parsing: $0.written) })
            let back = try kind.row(number, written, happened: row.happened, sequence: 1)
            #expect(back.isEqual(to: row), "seed \(seed), number \(number)")
        }
    }
}
