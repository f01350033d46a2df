import Committee
import Communications
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `COM-01 Released figures agree` {
    private var given = Given(kinds: committeeKinds + communicationsKinds)
    private let figure: ID<Figure>
    private let release: ID<PressRelease>
    private let stated: ID<ReleaseFigure>

    init() {
        let measure = given.add(Measure("MS") { $0.quantity = MeasuredQuantity("workshops_placed") })
        let figure = given.add(Figure("WORKSHOPS") { $0.measure = measure })
        let release = given.add(PressRelease("TC-2"))
        stated = given.add(
            ReleaseFigure("TC-2-1") {
                $0.release = release
                $0.figure = figure
                $0.value = 38
                $0.asOf = hanoi("2025-10-14T08:00")
            })
        (self.figure, self.release) = (figure, release)
    }

    private mutating func announce(_ qualifier: Qualifier, _ value: Int, by body: ID<Body>? = ID(1)) {
        let figure = figure
        given.add(
            Statement("ST") {
                $0.figure = figure
                $0.qualifier = qualifier
                $0.value = value
                $0.body = body
                $0.asOf = day("2025-10-13")
            })
    }

    @Test func `a query as of a time, with nothing said before`() {
        #expect(given.finds(releasedFiguresAgree) == [])
    }

    @Test mutating func `no query gives the figure, and no time is told`() {
        given.change(figure) { $0.measure = nil }
        given.change(stated) { $0.asOf = nil }
        #expect(given.finds(releasedFiguresAgree) == ["COM-01:as_of TC-2-1 TC-2", "COM-01:query TC-2-1 TC-2"])
        #expect(given.slips(releasedFiguresAgree).first?.stops == [.releasePress])
    }

    @Test(arguments: [(Qualifier.exactly, 32), (.moreThan, 38), (.about, 34)])
    mutating func `the host announced something else`(qualifier: Qualifier, value: Int) {
        announce(qualifier, value)
        #expect(given.finds(releasedFiguresAgree) == ["COM-01:differs TC-2-1 TC-2 ST"])
    }

    @Test(arguments: [(Qualifier.exactly, 38), (.moreThan, 37), (.about, 35)])
    mutating func `the host announced what may be the same`(qualifier: Qualifier, value: Int) {
        announce(qualifier, value)
        #expect(given.finds(releasedFiguresAgree) == [])
    }

    @Test mutating func `the release says why it differs`() {
        announce(.exactly, 32)
        given.change(stated) { $0.whyDiffers = "six more workshops were admitted" }
        #expect(given.finds(releasedFiguresAgree) == [])
    }

    @Test mutating func `the press counted for itself`() {
        announce(.exactly, 32, by: nil)
        #expect(given.finds(releasedFiguresAgree) == [])
    }

    @Test mutating func `an earlier release said something else, and a later one does not matter`() {
        let figure = figure
        for (code, time, value) in [("TC-1", "2025-10-14T09:00", 32), ("TC-3", "2025-10-16T09:00", 40)] {
            let release = given.add(PressRelease(code) { $0.released = hanoi(time) })
            given.add(
                ReleaseFigure("\(code)-1") {
                    $0.release = release
                    $0.figure = figure
                    $0.value = value
                    $0.asOf = hanoi(time)
                    $0.whyDiffers = "more workshops"
                })
        }
        given.change(release) { $0.released = hanoi("2025-10-15T09:00") }
        #expect(given.finds(releasedFiguresAgree) == ["COM-01:differs TC-2-1 TC-2 TC-1-1"])
    }

    @Test mutating func `releasing asks again about the figures of the release`() {
        let other = given.add(PressRelease("TC-9"))
        given.add(ReleaseFigure("TC-9-1") { $0.release = other })
        #expect(given.asksAgain(releasedFiguresAgree, after: release) { $0.released = hanoi("2025-10-15T09:00") } == ["COM-01 TC-2-1"])
    }
}
