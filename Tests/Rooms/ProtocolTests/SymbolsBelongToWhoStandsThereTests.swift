import Ledger
import Parties
import Programme
import Protocol
import RulebookTesting
import Testing

@Suite struct `PRO-02 Symbols belong to who stands there` {
    private var given = Given.ceremonial()
    private let albania: ID<Party>
    private let andorra: ID<Party>
    private let anthem: ID<Symbol>

    init() {
        albania = given.add(Party("ALB"))
        andorra = given.add(Party("AND"))
        anthem = given.add(
            Symbol("AND-A") { [andorra] in
                $0.party = andorra
                $0.kind = .anthem
            })
    }

    @Test mutating func `Andorra's anthem for Albania`() {
        let cue = given.add(
            Cue("C1") { [albania, anthem] in
                $0.symbol = anthem
                $0.party = albania
            })
        #expect(given.finds(symbolsBelongToWhoStandsThere) == ["PRO-02:cue AND-A C1"])
        given.change(cue) { [andorra] in $0.party = andorra }
        #expect(given.finds(symbolsBelongToWhoStandsThere) == [])
    }

    @Test mutating func `who stands there is told by the appearance and its office`() {
        let office = given.add(Office("PM-ALB") { [albania] in $0.party = albania })
        let appearance = given.add(Appearance("A1") { $0.office = office })
        given.add(
            Cue("C1") { [anthem] in
                $0.symbol = anthem
                $0.appearance = appearance
            })
        #expect(given.finds(symbolsBelongToWhoStandsThere) == ["PRO-02:cue AND-A C1"])
    }

    @Test mutating func `another party's plate at the seat`() {
        let plan = given.add(SeatPlan("HALL"))
        let seat = given.add(
            Seat("S1") { [albania, anthem] in
                $0.plan = plan
                $0.party = albania
                $0.namePlate = anthem
            })
        #expect(given.finds(symbolsBelongToWhoStandsThere) == ["PRO-02:seat AND-A S1"])
        #expect(given.asksAgain(symbolsBelongToWhoStandsThere, after: seat) { $0.namePlate = nil } == ["PRO-02 AND-A"])
    }

    @Test mutating func `a cue at which nobody is named is not compared`() {
        given.add(Cue("C1") { [anthem] in $0.symbol = anthem })
        #expect(given.finds(symbolsBelongToWhoStandsThere) == [])
    }
}
