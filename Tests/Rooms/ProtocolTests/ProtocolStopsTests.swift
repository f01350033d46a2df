import Committee
import Ledger
import Parties
import Programme
import Protocol
import Rulebook
import RulebookTesting
import Testing
import Venues

@Suite struct `What stops the acts of protocol` {
    @Test(arguments: protocolStops) func `is one rule, until its slip is mended`(_ stop: StopCase) throws {
        #expect(try stop.stopped(by: protocolRules) == [stop.rule.id])
        #expect(try stop.stoppedOnceMended(by: protocolRules) == [])
    }

    @Test func `has a case for every act and every rule that stops it`() {
        #expect(protocolStops.pairs == protocolRules.stopPairs)
    }
}

private let protocolStops =
    symbolStops + [
        StopCase(openingRoom, principalsHaveEqualSeats) { isMended in
            var (given, plan) = room()
            let (host, guest) = (given.add(Party("VNM")), given.add(Party("LAO")))
            let place = given.add(Place("R01") { $0.principalSeats = isMended ? 2 : 1 })
            given.change(plan) {
                $0.kind = .bilateral
                $0.place = place
                $0.host = host
            }
            for (party, holder) in [(host, "PM-VNM"), (guest, "PRES-LAO")] {
                given.add(
                    Appearance(holder) {
                        $0.session = given.picture[plan]?.session
                        $0.holder = holder
                        $0.party = party
                        $0.isPrincipal = true
                    })
            }
            given.add(
                RoomInspection("RI-1") {
                    $0.place = place
                    $0.party = guest
                    $0.inspected = hanoi("2025-10-24T09:00")
                    $0.result = .accepted
                })
            return try given.attempt(openingRoom, on: plan)
        },
        StopCase(joiningProcession, latePrincipalsAreOfferedAWindow) { isMended in
            var given = Given.ceremonial()
            let procession = given.add(Procession("PROC") { $0.started = hanoi("2025-10-25T08:41") })
            return try given.attempt(joiningProcession, making: ProcessionEntry.self, from: Reference(procession)) {
                $0.joined = hanoi(isMended ? "2025-10-25T08:39" : "2025-10-25T08:43")
            }
        },
        StopCase(announcingTitle, titlesComeFromTheOffice) { isMended in
            var given = Given.ceremonial()
            let office = given.add(
                Office("PM-JPN") {
                    $0.titleEnglish = "Prime Minister of Japan"
                    $0.titleConfirmedOn = day("2025-10-10")
                    $0.takenOn = day("2024-10-01")
                })
            return try given.attempt(announcingTitle, making: TitleUse.self, from: Reference(office)) {
                $0.language = "en"
                $0.title = isMended ? "Prime Minister of Japan" : "President of Japan"
            }
        },
    ]

private let symbolStops = [
    StopCase(openingRoom, partySymbolsAreApproved) { isMended in
        var (given, plan) = room()
        let party = given.add(Party("ALB"))
        given.add(
            Seat("S1") {
                $0.plan = plan
                $0.party = party
            })
        for kind in Symbol.Sort.allCases {
            given.add(
                Symbol("ALB-\(kind.rawValue)") {
                    $0.party = party
                    $0.kind = kind
                    $0.source = kind == .anthem && !isMended ? .internet : .mission
                    $0.hash = "a1"
                    $0.approvedHash = "a1"
                    $0.approvedBy = ID(1)
                    $0.approvedOn = day("2025-10-10")
                })
        }
        return try given.attempt(openingRoom, on: plan)
    },
    StopCase(openingRoom, symbolsBelongToWhoStandsThere) { isMended in
        var (given, plan) = room()
        let (plate, parties) = given.plateOfAndorra()
        let office = given.add(Office("PM") { $0.party = isMended ? parties.owner : parties.other })
        given.add(
            Seat("S1") {
                $0.plan = plan
                $0.office = office
                $0.namePlate = plate
            })
        return try given.attempt(openingRoom, on: plan)
    },
    StopCase(callingCue, symbolsBelongToWhoStandsThere) { isMended in
        var (given, _) = room()
        let (symbol, parties) = given.plateOfAndorra()
        let cue = given.add(
            Cue("C1") {
                $0.symbol = symbol
                $0.party = isMended ? parties.owner : parties.other
            })
        return try given.attempt(callingCue, on: cue)
    },
]

/// A room for the opening session, and somebody who opens it.
private func room() -> (Given, ID<SeatPlan>) {
    var given = Given.ceremonial()
    given.add(Officer("OFFICER"))
    let session = given.opening()
    let plan = given.add(SeatPlan("P1") { $0.session = session })
    return (given, plan)
}

extension Given {
    fileprivate mutating func plateOfAndorra() -> (ID<Symbol>, parties: (owner: ID<Party>, other: ID<Party>)) {
        let (andorra, albania) = (add(Party("AND")), add(Party("ALB")))
        let plate = add(
            Symbol("AND-P") {
                $0.party = andorra
                $0.kind = .namePlate
            })
        return (plate, (andorra, albania))
    }
}
