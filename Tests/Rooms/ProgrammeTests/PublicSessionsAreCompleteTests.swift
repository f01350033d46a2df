import Committee
import Ledger
import Programme
import RulebookTesting
import Testing

@Suite struct `PRG-05 Public sessions are complete` {
    private var given = Given.programme()

    private mutating func complete(_ code: String) -> ID<Session> {
        let session = given.session(code) {
            $0.runBy = [ID(1)]
            $0.languages = ["vi", "en"]
            $0.interpretation = ["vi", "en"]
        }
        given.appearance("CHAIR-\(code)", of: "PM-VNM", in: session) { $0.role = .chair }
        return session
    }

    @Test mutating func `a public session of which only the title is known`() {
        given.session("A")
        #expect(given.finds(publicSessionsAreComplete) == ["PRG-05:chair A", "PRG-05:languages A", "PRG-05:organiser A"])
    }

    @Test mutating func `a complete one`() {
        _ = complete("A")
        #expect(given.finds(publicSessionsAreComplete) == [])
    }

    @Test mutating func `a language that is spoken and not interpreted into`() {
        let session = complete("A")
        given.change(session) { $0.languages = ["vi", "en", "fr"] }
        #expect(given.finds(publicSessionsAreComplete) == ["PRG-05:interpretation A"])
    }

    @Test mutating func `a chair that names nobody is no chair`() {
        let session = given.session("A") {
            $0.runBy = [ID(1)]
            $0.languages = ["en"]
        }
        given.appearance("CHAIR", in: session) { $0.role = .chair }
        #expect(given.finds(publicSessionsAreComplete) == ["PRG-05:chair A"])
    }

    @Test mutating func `a rehearsal, an exhibition and a row for many workshops need less`() {
        given.session("P-REH") { $0.access = .restricted }
        given.session("P-EXPO") {
            $0.kind = .exhibition
            $0.runBy = [ID(1)]
        }
        given.session("P-WS") {
            $0.parallelCount = 38
            $0.runBy = [ID(1)]
            $0.languages = ["en"]
        }
        #expect(given.finds(publicSessionsAreComplete) == [])
    }
}
