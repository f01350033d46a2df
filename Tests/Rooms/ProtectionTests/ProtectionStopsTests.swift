import Accreditation
import Committee
import Gates
import Ledger
import Parties
import Protection
import Rulebook
import RulebookTesting
import Testing
import Venues

@Suite struct `What stops the acts of security` {
    @Test(arguments: protectionStops) func `is one rule, until its slip is mended`(_ stop: StopCase) throws {
        #expect(try stop.stopped(by: protectionRules) == [stop.rule.id])
        #expect(try stop.stoppedOnceMended(by: protectionRules) == [])
    }

    @Test func `has a case for every act and every rule that stops it`() {
        #expect(protectionStops.pairs == protectionRules.stopPairs)
    }
}

private let protectionStops =
    guardStops + [
        StopCase(openingGate, gatesOpenMannedAndInformed) { isMended in
            var given = Given.guarded
            let gate = given.add(Gate("G1"))
            let post = given.add(
                Post("P1") {
                    $0.gate = gate
                    $0.kind = .screening
                    $0.mannedFrom = hanoi("2025-10-25T06:00")
                    $0.mannedTo = hanoi("2025-10-25T18:00")
                })
            given.shift(at: post, isConfirmed: isMended)
            return try given.attempt(openingGate, making: GateTurn.self, from: Reference(gate)) {
                $0.listAsOf = hanoi("2025-10-25T11:50")
            }
        },
        StopCase(declaringSecure, zonesDeclaredSecureAreSecure) { isMended in
            var given = Given.guarded
            let hall = given.add(Zone("HALL"))
            given.add(
                Sweep("SW1") {
                    $0.zone = hall
                    $0.started = hanoi("2025-10-25T08:00")
                    $0.ended = hanoi("2025-10-25T10:00")
                    $0.isClear = true
                })
            given.add(
                Key("K1") {
                    $0.zone = hall
                    $0.takenAt = hanoi("2025-10-25T07:00")
                    $0.returnedAt = isMended ? hanoi("2025-10-25T11:00") : nil
                })
            return try given.attempt(declaringSecure, making: SecureDeclaration.self, from: Reference(hall))
        },
        StopCase(closingIncident, graveIncidentsAreEscalated) { isMended in
            var given = Given.guarded
            let (own, above) = (given.add(Body("OWN")), given.add(Body("ABOVE")))
            let unit = given.add(
                Unit("U") {
                    $0.body = own
                    $0.authority = .moderate
                })
            let incident = given.add(
                Incident("I1") {
                    $0.severity = .serious
                    $0.at = hanoi("2025-10-25T11:50")
                    $0.handledBy = unit
                    $0.escalatedTo = isMended ? above : own
                    $0.escalatedAt = hanoi("2025-10-25T11:55")
                })
            return try given.attempt(closingIncident, on: incident) { $0.outcome = "Handed over" }
        },
    ]

private let guardStops = [
    StopCase(admittingArmed, armedPeopleNearPrincipalsAreOnTheRoster) { isMended in
        var given = Given.guarded
        let lift = given.add(Zone("LIFT"))
        given.add(
            ProtectedWay("W1") {
                $0.zones = [lift]
                $0.starts = hanoi("2025-10-25T16:00")
                $0.ends = hanoi("2025-10-25T16:10")
            })
        let post = given.add(
            Post("P1") {
                $0.zone = lift
                $0.kind = isMended ? .protection : .guardPost
            })
        let shift = given.shift(at: post, isConfirmed: true)
        return try given.attempt(admittingArmed, making: ArmedPerson.self, from: Reference(shift)) {
            $0.weapon = "pistol"
            $0.serial = "1"
        }
    },
    StopCase(licensingForeignSecurity, foreignGuardsKeepToTheirLicence) { isMended in
        var given = Given.guarded
        let delegation = given.add(Delegation("DEL"))
        given.add(
            ForeignSecurity("F1") {
                $0.delegation = delegation
                $0.weapons = ["W-1"]
            })
        return try given.attempt(licensingForeignSecurity, making: ForeignSecurityLicence.self, from: Reference(delegation)) {
            $0.officers = isMended ? 1 : 0
        }
    },
    StopCase(admittingForeignSecurity, foreignGuardsKeepToTheirLicence) { isMended in
        var given = Given.guarded
        let delegation = given.add(Delegation("DEL"))
        let person = given.add(Person("GUARD"))
        let licence = given.add(
            ForeignSecurityLicence("L1") {
                $0.delegation = delegation
                $0.officers = 1
                $0.weapons = ["W-1"]
                $0.signedBy = ID(1)
            })
        return try given.attempt(admittingForeignSecurity, making: ForeignSecurity.self, from: Reference(licence)) {
            $0.person = person
            $0.weapons = [isMended ? "W-1" : "W-2"]
            $0.briefingSignedOn = day("2025-10-24")
        }
    },
]

extension Given {
    /// Noon of the first day, with the officer who acts.
    fileprivate static var guarded: Given {
        var given = Given(
            at: "2025-10-25T05:00:00Z",
            kinds: committeeKinds + venuesKinds + partiesKinds + accreditationKinds + gatesKinds + protectionKinds)
        given.add(Officer("OFFICER"))
        return given
    }

    @discardableResult
    fileprivate mutating func shift(at post: ID<Post>, isConfirmed: Bool) -> ID<Shift> {
        let person = add(Person("N1"))
        return add(
            Shift("S1") {
                $0.post = post
                $0.person = person
                $0.starts = hanoi("2025-10-25T06:00")
                $0.ends = hanoi("2025-10-25T18:00")
                $0.isVetted = true
                $0.isTrained = true
                $0.isConfirmed = isConfirmed
            })
    }
}
