import Committee
import Ledger
import Parties
import RulebookTesting
import Testing

@Suite struct `PTY-03 Look-alikes are confirmed by a second officer` {
    private var given = Given(kinds: committeeKinds + partiesKinds)
    private let austria: ID<Party>
    private let delegation: ID<Delegation>
    private let chooser: ID<Officer>
    private let second: ID<Officer>

    init() {
        let austria = given.add(Party("AUT"))
        let australia = given.add(Party("AUS"))
        given.add(
            LookAlike("AT-AU") {
                $0.party = australia
                $0.other = austria
            })
        delegation = given.add(
            Delegation("D-AUT") {
                $0.party = austria
                $0.status = .confirmed
            })
        chooser = given.add(Officer("O1"))
        second = given.add(Officer("O2"))
        self.austria = austria
    }

    private mutating func confirm(_ items: [LookAlikeConfirmation.Item], by officer: ID<Officer>) {
        given.add(
            LookAlikeConfirmation("C") {
                $0.delegation = delegation
                $0.items = items
                $0.chosenBy = chooser
                $0.confirmedBy = officer
                $0.confirmedOn = day("2025-10-10")
            })
    }

    @Test mutating func `nobody has confirmed party, flag, anthem and name plate`() {
        for kind in Symbol.Sort.allCases {
            given.add(
                Symbol("S-\(kind.rawValue)") {
                    $0.party = austria
                    $0.kind = kind
                })
        }
        #expect(
            given.finds(lookAlikesAreConfirmedTwice)
                == ["PTY-03:anthem D-AUT", "PTY-03:flag D-AUT", "PTY-03:name_plate D-AUT", "PTY-03:party D-AUT"])
    }

    @Test mutating func `who chose cannot confirm`() {
        confirm([.party], by: chooser)
        #expect(given.finds(lookAlikesAreConfirmedTwice) == ["PTY-03:party D-AUT"])
    }

    @Test mutating func `a second officer has confirmed`() {
        confirm([.party], by: second)
        #expect(given.finds(lookAlikesAreConfirmedTwice) == [])
    }

    @Test mutating func `a delegation that has not confirmed, and a party that looks like nobody, need nothing`() {
        given.change(delegation) { $0.status = .invited }
        let peru = given.add(Party("PER"))
        given.add(
            Delegation("D-PER") {
                $0.party = peru
                $0.status = .confirmed
            })
        #expect(given.finds(lookAlikesAreConfirmedTwice) == [])
    }

    @Test mutating func `a new flag asks again about its own party's delegations only`() {
        let flag = given.add(Symbol("F") { $0.party = austria })
        given.add(Delegation("D-OTHER") { $0.status = .confirmed })
        #expect(given.asksAgain(lookAlikesAreConfirmedTwice, after: flag) { $0.kind = .anthem } == ["PTY-03 D-AUT"])
    }
}
