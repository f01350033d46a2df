import Ledger
import Testing

/// A kind with a field that may say more than is known where it is described.
private struct Signal: Entity {
    static let slot = 1
    static let code = "signal"
    static let file = "signals"
    static let fields = Fields<Signal>(Field("colour", \.colour, .required), Field("lamp", \.lamp))
    var heading = Heading<Signal>()
    var colour = Colour("none")
    var lamp = ""
    init() {}

    struct Colour: FieldValue {
        let word: String
        init(_ word: String) { self.word = word }
        static var shape: Shape { .choice(["none"]) }
        static var blank: Colour { Colour("none") }
        init?(_ value: Value) {
            guard case .text(let word) = value else { return nil }
            self.word = word
        }
        var value: Value { .text(word) }
    }
}

@Suite struct `Words that are added to a kind` {
    private let kind = Kind(Signal.self).taking(["none", "red", "green"], for: "colour")

    @Test func `are what its field may say, and no others`() throws {
        let place = try #require(kind.place(of: "colour"))
        #expect(kind.columns[place].shape == .choice(["none", "red", "green"]))
        #expect(try kind.row(1, [(place, .text("red"))]).value(place) == .text("red"))
        #expect(try kind.row(1, [(place, .absent)]).value(place) == .text("none"))
        #expect(throws: Kind.FieldMismatch.self) { try kind.row(1, [(place, .text("blue"))]) }
        #expect(throws: Kind.FieldMismatch.self) { try kind.row(1, [(place, .integer(1))]) }
    }

    @Test func `leave everything else of it as it was`() throws {
        let before = Kind(Signal.self)
        #expect(kind.columns.map(\.name) == before.columns.map(\.name))
        #expect(kind.columns.map(\.isRequired) == before.columns.map(\.isRequired))
        #expect(kind.columns.filter { $0.name != "colour" } == before.columns.filter { $0.name != "colour" })
        #expect(kind.blanks == before.blanks)
        #expect(kind.slot == before.slot && kind.code == before.code && kind.file == before.file)
        let lamp = try #require(kind.place(of: "lamp"))
        #expect(try kind.row(7, [(lamp, .text("blue"))]).value(lamp) == .text("blue"))
        #expect(Kind(Signal.self).taking(["red"], for: "sound").columns == before.columns)
    }
}
