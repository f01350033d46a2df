import Ledger
import Parties
import Protocol
import RulebookTesting
import Testing

@Suite struct `PRO-07 Greeters meet the guest's level` {
    private var given = Given.ceremonial()
    private let delegation: ID<Delegation>
    private let greeting: ID<Greeting>

    init() {
        delegation = given.add(Delegation("DEL-LAO") { $0.levelOfHead = .headOfState })
        given.add(
            Courtesy("C-HOS") {
                $0.level = .headOfState
                $0.greeterLevel = .minister
            })
        greeting = given.add(
            Greeting("G1") { [delegation] in
                $0.delegation = delegation
                $0.greeter = "DFM-VNM"
                $0.greeterLevel = .viceMinister
                $0.at = hanoi("2025-10-24T15:00")
            })
    }

    @Test func `a vice-minister greets a head of State`() {
        #expect(given.finds(greetersMeetTheGuestsLevel) == ["PRO-07:rank G1"])
    }

    @Test mutating func `a minister does, by the office in the register`() {
        let office = given.add(Office("FM-VNM") { $0.level = .minister })
        given.change(greeting) { $0.greeterOffice = office }
        #expect(given.finds(greetersMeetTheGuestsLevel) == [])
    }

    @Test mutating func `a level without courtesies asks for nothing`() {
        given.change(delegation) { $0.levelOfHead = .ambassador }
        #expect(given.finds(greetersMeetTheGuestsLevel) == [])
    }

    @Test mutating func `nobody is named three days before the arrival`() {
        given.change(greeting) { $0.greeter = "" }
        #expect(given.finds(greetersMeetTheGuestsLevel) == [])
        given.now = Instant("2025-10-21T08:00:00Z")!
        #expect(given.finds(greetersMeetTheGuestsLevel) == ["PRO-07:nobody G1"])
    }
}
