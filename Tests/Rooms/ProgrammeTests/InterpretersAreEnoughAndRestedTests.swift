import Committee
import Ledger
import Parties
import Programme
import RulebookTesting
import Testing

@Suite struct `PRG-06 Interpreters are enough and rested` {
    private var given = Given.programme()

    private mutating func session(
        _ code: String, on date: String, at hour: String = "09:00", _ interpretation: [String] = []
    ) -> ID<Session> {
        given.add(
            Session(code) {
                $0.starts = hanoi("\(date)T\(hour)")
                $0.ends = hanoi("\(date)T\(hour)")
                $0.interpretation = interpretation
            })
    }

    @discardableResult
    private mutating func interpreter(
        _ code: String, _ booth: String, of holder: String, in session: ID<Session>, _ fill: (inout Appearance) -> Void = { _ in }
    ) -> ID<Appearance> {
        given.appearance(code, of: holder, in: session) {
            $0.role = .interpreter
            $0.booth = booth
            fill(&$0)
        }
    }

    @Test mutating func `two interpret into Arabic where three are needed`() {
        let session = session("A", on: "2025-10-25", ["ar", "fr"])
        for number in 1...2 { interpreter("AR\(number)", "ar", of: "INT-AR\(number)", in: session) }
        for number in 1...2 { interpreter("FR\(number)", "fr", of: "INT-FR\(number)", in: session) }
        #expect(given.finds(interpretersAreEnoughAndRested) == ["PRG-06:booth A"])
        interpreter("AR3", "ar", of: "INT-AR3", in: session)
        #expect(given.finds(interpretersAreEnoughAndRested) == [])
    }

    @Test mutating func `empty booths are asked for from seven days before`() {
        _ = session("A", on: "2025-10-25", ["fr"])
        #expect(given.finds(interpretersAreEnoughAndRested) == [])
        given.now = Instant("2025-10-18T02:00:00Z")!
        #expect(given.finds(interpretersAreEnoughAndRested) == ["PRG-06:booth A"])
    }

    @Test mutating func `one works 31 minutes alone`() {
        let session = session("A", on: "2025-10-25")
        interpreter("FR1", "fr", of: "INT-FR1", in: session) { $0.minutesAlone = 31 }
        interpreter("FR2", "fr", of: "INT-FR2", in: session) { $0.minutesAlone = 30 }
        #expect(given.finds(interpretersAreEnoughAndRested) == ["PRG-06:alone A FR1"])
    }

    @Test mutating func `the third session of a day is one too many`() {
        for (number, hour) in ["09:00", "14:00", "19:00"].enumerated() {
            interpreter("I\(number)", "fr", of: "INT-FR1", in: session("S\(number)", on: "2025-10-25", at: hour))
        }
        #expect(given.finds(interpretersAreEnoughAndRested) == ["PRG-06:day S2 I2"])
    }

    @Test mutating func `the eighth session of seven days is one too many`() {
        for number in 0..<8 {
            let date = "2025-10-\(20 + number / 2)"
            interpreter("I\(number)", "fr", of: "INT-FR1", in: session("S\(number)", on: date, at: number % 2 == 0 ? "09:00" : "15:00"))
        }
        #expect(given.finds(interpretersAreEnoughAndRested) == ["PRG-06:week S7 I7"])
    }

    @Test mutating func `one works in a direction that nobody certified`() {
        let person = given.add(Person("PER-1"))
        let body = given.add(Body("UNODC"))
        given.add(
            Qualification("Q1") {
                $0.person = person
                $0.fromLanguage = "en"
                $0.toLanguage = "vi"
                $0.verifiedBy = body
                $0.verifiedOn = day("2025-09-01")
            })
        let session = session("A", on: "2025-10-25")
        let appearance = interpreter("VI1", "vi", of: "", in: session) {
            $0.person = person
            $0.directions = ["en>vi", "vi>en"]
        }
        #expect(given.finds(interpretersAreEnoughAndRested) == ["PRG-06:direction A VI1"])
        given.change(appearance) { $0.directions = [] }
        #expect(given.finds(interpretersAreEnoughAndRested) == [])
    }

    @Test mutating func `moving a session asks again about the later ones of its interpreters`() {
        let first = session("S0", on: "2025-10-25")
        interpreter("I0", "fr", of: "INT-FR1", in: first)
        interpreter("I1", "fr", of: "INT-FR1", in: session("S1", on: "2025-10-26"))
        interpreter("I2", "es", of: "INT-ES1", in: session("S2", on: "2025-10-26"))
        #expect(given.asksAgain(interpretersAreEnoughAndRested, after: first) { $0.note = "moved" } == ["PRG-06 S0", "PRG-06 S1"])
    }
}
