import Ledger
import Programme
import RulebookTesting
import Testing

@Suite struct `PRG-12 Indispensable people have a late variant` {
    private var given = Given.programme()

    @Test mutating func `only one leads the opening, and nobody says what is done if he is late`() {
        let opening = given.session("P-OPEN")
        let chair = given.appearance("A1", of: "SP-VNM", in: opening) { $0.role = .chair }
        #expect(given.finds(indispensablePeopleHaveALateVariant) == ["PRG-12 P-OPEN A1"])
        given.change(chair) { $0.lateVariant = "the film first, ten minutes" }
        #expect(given.finds(indispensablePeopleHaveALateVariant) == [])
    }

    @Test mutating func `two who lead can go on without one another`() {
        let opening = given.session("P-OPEN")
        for holder in ["SP-VNM", "UN-SG"] { given.appearance(holder, of: holder, in: opening) { $0.role = .chair } }
        #expect(given.finds(indispensablePeopleHaveALateVariant) == [])
    }

    @Test mutating func `a speaker marked as indispensable in any session, unless somebody steps in`() {
        let session = given.session("WS-01") { $0.kind = .workshop }
        let speaker = given.appearance("A1", of: "EXPERT", in: session) { $0.isIndispensable = true }
        #expect(given.finds(indispensablePeopleHaveALateVariant) == ["PRG-12 WS-01 A1"])
        given.change(speaker) { $0.substitute = "DEPUTY" }
        #expect(given.finds(indispensablePeopleHaveALateVariant) == [])
    }
}
