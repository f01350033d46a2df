import Ledger
import Programme
import RulebookTesting
import Testing

@Suite struct `PRG-10 The lectern is adjusted between speakers` {
    private var given = Given.programme()
    private let session: ID<Session>
    private let next: ID<Appearance>

    init() {
        session = given.session("P-OPEN")
        given.appearance("A1", of: "SP-VNM", in: session) {
            $0.order = 1
            $0.lectern = 118
        }
        next = given.appearance("A2", of: "UN-SG", in: session) {
            $0.order = 2
            $0.lectern = 105
        }
    }

    @Test func `nobody adjusts it`() {
        #expect(given.finds(lecternIsAdjustedBetweenSpeakers) == ["PRG-10 P-OPEN A2"])
    }

    @Test(arguments: [(19, ["PRG-10 P-OPEN A2"]), (20, [])])
    func `the cue to adjust it takes so many seconds`(seconds: Int, found: [String]) {
        var given = given
        given.add(
            Cue("C1") { [session, next] in
                $0.session = session
                $0.kind = .adjustLectern
                $0.appearance = next
                $0.length = seconds
            })
        #expect(given.finds(lecternIsAdjustedBetweenSpeakers) == found)
    }

    @Test mutating func `speakers of one height follow one another`() {
        given.change(next) { $0.lectern = 118 }
        #expect(given.finds(lecternIsAdjustedBetweenSpeakers) == [])
    }
}
