import Committee
import Integrity
import Ledger
import Parties
import Rulebook
import RulebookTesting
import Testing

@Suite struct `What stops the acts of the integrity desk` {
    @Test(arguments: integrityStops) func `is one rule, until its slip is mended`(_ stop: StopCase) throws {
        #expect(try stop.stopped(by: integrityRules) == [stop.rule.id])
        #expect(try stop.stoppedOnceMended(by: integrityRules) == [])
    }

    @Test func `has a case for every act and every rule that stops it`() {
        #expect(integrityStops.pairs == integrityRules.stopPairs)
    }

    @Test func `stops a list of people, and no documents, while one of them is kept too long`() throws {
        let documents = StopCase(exporting, personalFieldsAreNotKeptTooLong) { try ExportOfPeople.afterClosing(isErased: $0, .documents) }
        #expect(try documents.stopped(by: integrityRules) == [])
    }
}

private let integrityStops = [
    StopCase(publishingCorrection, claimsAreAboutFacts) { isMended in
        var given = Given(kinds: committeeKinds + partiesKinds + integrityKinds)
        let foreign = given.add(Body("BNG"))
        let source = given.add(OfficialSource("SRC-1"))
        let claim = given.add(
            Claim("CL-1") {
                $0.about = .timeOfSession
                $0.harm = .toAccess
                $0.source = isMended ? source : nil
                $0.reviewedBy = foreign
            })
        return try given.attempt(publishingCorrection, making: Correction.self, from: Reference(claim)) {
            $0.textVietnamese = "Phiên khai mạc bắt đầu lúc 09:00"
        }
    },
    StopCase(exporting, exportsAreAnsweredFor) { isMended in
        try ExportOfPeople().attempt { $0.purpose = isMended ? "registration desk" : "" }
    },
    StopCase(exporting, personalFieldsAreNotKeptTooLong) { isMended in
        try ExportOfPeople.afterClosing(isErased: isMended, .listOfPeople)
    },
    StopCase(exportingList, exportsAreAnsweredFor) { isMended in
        try ExportOfPeople.ofTheHouse(isErased: true, until: isMended ? nil : day("2025-10-01"))
    },
    StopCase(exportingList, personalFieldsAreNotKeptTooLong) { isMended in try ExportOfPeople.ofTheHouse(isErased: isMended) },
]

/// A list of people for the United Nations, answered for by two officers, on the eighth day after closing.
private struct ExportOfPeople {
    var given = Given(at: "2025-11-03T03:00:00Z", kinds: committeeKinds + partiesKinds + integrityKinds)
    private let recipient: ID<Body>
    private let approving: ID<Officer>

    init() {
        recipient = given.add(Body("UNODC"))
        given.add(Officer("OFFICER"))
        approving = given.add(Officer("BTK-HEAD"))
    }

    func attempt(giving fill: (inout Export) -> Void = { _ in }) throws -> Attempt {
        try given.attempt(exporting, making: Export.self) { export in
            export.people = 26
            export.purpose = "registration desk"
            export.recipient = recipient
            export.approvedBy = approving
            export.expiresOn = day("2025-11-10")
            fill(&export)
        }
    }

    /// The names of one person, out of the house's own list.
    ///
    /// - Parameter end: the last day of the recipient.
    static func ofTheHouse(isErased: Bool, until end: Day? = nil) throws -> Attempt {
        var scene = ExportOfPeople()
        scene.given.change(scene.recipient) { $0.validTo = end }
        scene.addPerson(isErased: isErased)
        return try scene.given.attempt(exportingList, making: Export.self) { export in
            export.listOf = Person.code
            export.listColumns = ["family_name"]
            export.listNumbers = "1"
            export.purpose = "registration desk"
            export.recipient = scene.recipient
            export.expiresOn = day("2025-11-04")
        }
    }

    /// Somebody's needs should have been erased the day before.
    static func afterClosing(isErased: Bool, _ content: Export.Content) throws -> Attempt {
        var scene = ExportOfPeople()
        scene.addPerson(isErased: isErased)
        return try scene.attempt { $0.holds = content }
    }

    private mutating func addPerson(isErased: Bool) {
        given.add(Ceremony("HANOI") { $0.closes = day("2025-10-26") })
        given.add(
            Person("P-1") {
                $0.familyName = Personal("Example")
                $0.needs = isErased ? Personal() : Personal(["vegetarian"])
            })
    }
}
