import Ledger
import RulebookTesting
import Protection
import Testing

@Suite struct `SEC-12 Numbered copies come back` {
    private var given = Given(at: "2025-10-25T12:00:00Z", kinds: [Kind(Shift.self), Kind(NumberedCopy.self)])
    private let copy: ID<NumberedCopy>

    init() {
        let shift = given.add(Shift("S1") { $0.ends = hanoi("2025-10-25T18:00") })
        copy = given.add(
            NumberedCopy("C1") {
                $0.shift = shift
                $0.signedOut = hanoi("2025-10-25T06:00")
            })
    }

    @Test mutating func `the shift is over and the copy is out`() {
        #expect(given.finds(numberedCopiesComeBack) == ["SEC-12:overdue C1"])
        given.now = Instant("2025-10-25T10:59:00Z")!
        #expect(given.finds(numberedCopiesComeBack) == [])
    }

    @Test mutating func `it is back, or destroyed`() {
        given.change(copy) { $0.returned = hanoi("2025-10-25T18:00") }
        #expect(given.finds(numberedCopiesComeBack) == [])
        given.change(copy) {
            $0.returned = nil
            $0.destroyed = hanoi("2025-10-25T18:00")
        }
        #expect(given.finds(numberedCopiesComeBack) == [])
    }

    @Test mutating func `nobody said until when`() {
        given.change(copy) { $0.shift = nil }
        #expect(given.finds(numberedCopiesComeBack) == ["SEC-12:undated C1"])
    }
}
