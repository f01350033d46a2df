import Ledger
import Testing

/// A booking whose fields are called anything but what they mean.
private struct Booking: Entity {
    static let slot = 1
    static let code = "booking"
    static let file = "bookings"
    static let fields = Fields<Booking>(
        Field("a", \.first, means: .starts), Field("b", \.second, means: .starts), Field("c", \.third, means: .ends),
        Field("d", \.fourth, means: .ends), Field("e", \.fifth, means: .ends), Field("f", \.price, means: .money),
        Field("g", \.label, means: .title(in: "en")), Field("h", \.other, means: .title(in: "fr")),
        Field("guest", \.guest, Processing(.lodging, basis: .consent, seenBy: [], kept: .archive), means: .note))
    var heading = Heading<Booking>()
    var first: Day?
    var second: Day?
    var third: Day?
    var fourth: Day?
    var fifth: Day?
    var price = 0
    var label = ""
    var other = ""
    var guest = Personal<String>()
    init() {}
}

@Suite struct `The meanings of a kind's fields` {
    private let kind = Kind(Booking.self)

    @Test func `are found whatever the fields are called`() {
        #expect(kind.place(of: .money) == kind.place(of: "f"))
        #expect(kind.place(of: .title(in: "fr")) == kind.place(of: "h"))
        #expect(kind.place(of: .note) == kind.place(of: "guest"))
        #expect(kind.place(of: .title(in: "de")) == nil)
        #expect(kind.place(of: .party) == nil)
    }

    @Test func `let each end close the last beginning that is still open, and no end close nothing`() {
        let named = kind.periods.map { "\(kind.columns[$0.start].name)-\(kind.columns[$0.end].name)" }
        #expect(named == ["b-c", "a-d"])
    }

    @Test func `are those of every record's heading too`() {
        #expect(kind.columns.prefix(4).map(\.meaning) == [.code, .owner, .classification, .assumption])
        #expect(kind.columns.filter(\.isCommon).map(\.name) == ["owner", "classification", "assumed"])
        #expect(kind.columns.filter(\.isCode).map(\.name) == ["code"])
    }

    @Test func `in a language are the same in another`() {
        #expect(Meaning.title(in: "en").said(in: "vi") == .title(in: "vi"))
        #expect(Meaning.wording(in: "en").said(in: "vi") == .wording(in: "vi"))
        #expect(Meaning.money.said(in: "vi") == .money)
        #expect(Meaning.money.language == nil)
        #expect(Meaning.shortTitle(in: "vi").language == "vi")
    }
}
