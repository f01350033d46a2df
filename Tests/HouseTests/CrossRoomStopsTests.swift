import Accreditation
import Committee
import Gates
import House
import Ledger
import Parties
import Programme
import Rulebook
import RulebookTesting
import Signing
import Testing
import Venues

@Suite struct `What rules across rooms stop` {
    @Test(arguments: crossRoomStops) func `is stopped by one rule, until its slip is mended`(_ stop: StopCase) throws {
        #expect(try stop.stopped(by: crossRoomRules) == [stop.rule.id])
        #expect(try stop.stoppedOnceMended(by: crossRoomRules) == [])
    }

    @Test func `has a case for every act and every rule that stops it`() {
        #expect(crossRoomStops.pairs == crossRoomRules.stopPairs)
    }
}

private let crossRoomStops = delegationStops + nameStops + zoneStops + lossStops

private let delegationStops = [
    StopCase(nominating, delegationsAreOfARegisteredParty) { isMended in
        var (given, _, delegation) = sent(isByState: isMended)
        let (person, category) = (given.add(Person("P")), given.add(Category("CAT")))
        return try given.attempt(nominating, making: Application.self, from: Reference(delegation)) {
            $0.person = person
            $0.category = category
        }
    },
    StopCase(printingText, delegationsAreOfARegisteredParty) { isMended in
        var (given, party, _) = sent(isByState: isMended)
        let menu = given.add(
            PrintedText("MENU") {
                $0.kind = .menu
                $0.party = party
                $0.language = "en"
                $0.text = "Menu"
            })
        return try given.attempt(printingText, on: menu)
    },
    StopCase(sending, delegationsAreOfARegisteredParty) { isMended in
        var (given, _, delegation) = sent(isByState: isMended)
        let contact = given.add(Contact("MISSION"))
        let invitation = given.add(Invitation("I") { $0.delegation = delegation })
        return try given.attempt(sending, on: invitation) { $0.contact = contact }
    },
    StopCase(signing, delegationsAreOfARegisteredParty) { isMended in
        var (given, party, _) = sent(isByState: isMended)
        let (person, treaty) = (given.add(Person("P")), given.add(Treaty("HNC")))
        return try given.attempt(signing, making: Signature.self) {
            $0.party = party
            $0.treaty = treaty
            $0.person = person
        }
    },
]

private let nameStops = [
    StopCase(callingCue, announcementsUseApprovedNames) { isMended in
        var (given, china) = registered()
        let cue = given.add(
            Cue("Q") {
                $0.party = china
                $0.textEnglish = "The anthem of \(isMended ? "the People's Republic of China" : "China")."
            })
        return try given.attempt(callingCue, on: cue)
    },
    StopCase(printingText, printedTextsUseApprovedNames) { isMended in
        var (given, china) = registered()
        let plate = given.add(
            PrintedText("T") {
                $0.kind = .namePlate
                $0.party = china
                $0.language = "en"
                $0.text = isMended ? "People's Republic of China" : "China"
            })
        return try given.attempt(printingText, on: plate)
    },
]

private let zoneStops = [
    StopCase(issuing, badgesOpenOnlyJustifiedZones) { isMended in
        let (given, badge) = badge(.draft, isJustified: isMended)
        return try given.attempt(issuing, on: badge)
    },
    StopCase(reissuing, badgesOpenOnlyJustifiedZones) { isMended in
        let (given, badge) = badge(.revoked, isJustified: isMended)
        return try given.attempt(reissuing, making: Badge.self, from: Reference(badge))
    },
    StopCase(validating, badgesOpenOnlyJustifiedZones) { isMended in
        let (given, badge) = badge(.printed, isJustified: isMended)
        return try given.attempt(validating, on: badge)
    },
]

private let lossStops = [
    StopCase(reissuing, lostBadgesAreRevokedEverywhere) { isMended in
        var (given, lost) = reportedLost()
        if !isMended { given.change(lost) { $0.state = .lost } }
        return try given.attempt(reissuing, making: Badge.self, from: Reference(lost))
    },
    StopCase(validating, lostBadgesAreRevokedEverywhere) { isMended in
        var (given, lost) = reportedLost()
        let next = given.next(after: lost, epoch: isMended ? 2 : 1)
        return try given.attempt(validating, on: next)
    },
    StopCase(admitting, lostBadgesAreRevokedEverywhere) { isMended in
        var (given, lost) = reportedLost()
        let (gate, next) = (given.add(Gate("G")), given.next(after: lost, epoch: isMended ? 2 : 1))
        return try given.attempt(admitting, making: Passage.self, from: Reference(gate)) { $0.badge = next }
    },
]

private func house() -> Given {
    var given = Given(at: "2025-10-25T03:00:00Z", kinds: houseRegister.kinds)
    given.add(Officer("OFFICER"))
    return given
}

/// A delegation that a State sends, or that calls a State a company.
private func sent(isByState: Bool) -> (Given, ID<Party>, ID<Delegation>) {
    var given = house()
    let party = given.add(Party("FRA") { $0.kind = .memberState })
    let delegation = given.add(
        Delegation("D-FRA") {
            $0.kind = isByState ? .national : .company
            $0.party = party
        })
    return (given, party, delegation)
}

/// A party with one approved name.
private func registered() -> (Given, ID<Party>) {
    var given = house()
    let china = given.add(Party("CHN") { $0.nameEnglish = "China" })
    let contact = given.add(Contact("MISSION"))
    given.add(
        OfficialName("CHN-EN") {
            $0.party = china
            $0.language = .english
            $0.text = "People's Republic of China"
            $0.approvedBy = contact
            $0.approvedOn = day("2025-10-01")
        })
    return (given, china)
}

/// A badge that opens the lobby of its category, or the stage as well.
private func badge(_ state: Badge.State, isJustified: Bool) -> (Given, ID<Badge>) {
    var given = house()
    let (lobby, stage) = (given.add(Zone("LOBBY")), given.add(Zone("STAGE")))
    let (person, category) = (given.add(Person("P")), given.add(Category("STAFF") { $0.zones = [lobby] }))
    let badge = given.add(
        Badge("B") {
            $0.person = person
            $0.category = category
            $0.zones = isJustified ? [lobby] : [lobby, stage]
            $0.serial = "000001"
            $0.state = state
        })
    return (given, badge)
}

/// A badge that was reported lost an hour ago and is revoked.
private func reportedLost() -> (Given, ID<Badge>) {
    var (given, lost) = badge(.revoked, isJustified: true)
    given.change(lost) { $0.revoked = hanoi("2025-10-25T09:02") }
    given.add(
        LostReport("R") {
            $0.badge = lost
            $0.reported = hanoi("2025-10-25T09:00")
        })
    return (given, lost)
}

extension Given {
    fileprivate mutating func next(after lost: ID<Badge>, epoch: Int) -> ID<Badge> {
        let before = picture[lost]
        return add(
            Badge("B2") {
                $0.person = before?.person ?? .blank
                $0.category = before?.category ?? .blank
                $0.serial = "000002"
                $0.epoch = epoch
                $0.state = .printed
            })
    }
}
