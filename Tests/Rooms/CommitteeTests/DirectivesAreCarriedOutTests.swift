import Committee
import Ledger
import RulebookTesting
import Testing

@Suite struct `CMD-06 Every directive is carried out` {
    private var given = Given(at: "2025-10-14T03:00:00Z", kinds: committeeKinds)
    private let police: ID<Body>
    private let foreign: ID<Body>
    private let directive: ID<Directive>

    init() {
        let police = given.add(Body("BCA"))
        let foreign = given.add(Body("BNG"))
        directive = given.add(
            Directive("CD-04") {
                $0.issuedOn = day("2025-10-13")
                $0.addressees = [police, foreign]
            })
        (self.police, self.foreign) = (police, foreign)
    }

    private mutating func task(lead: ID<Body>, coordinating: ID<Body>...) -> ID<PlanTask> {
        let directive = directive
        return given.add(
            PlanTask("T") {
                $0.lead = lead
                $0.coordinating = coordinating
                $0.carriesOut = [directive]
            })
    }

    @Test mutating func `one addressee leads and the other coordinates`() {
        _ = task(lead: police, coordinating: foreign)
        #expect(given.finds(directivesAreCarriedOut) == [])
    }

    @Test mutating func `one addressee has no part in any task`() {
        _ = task(lead: police)
        #expect(given.finds(directivesAreCarriedOut) == ["CMD-06:task CD-04 BNG"])
    }

    @Test mutating func `a cancelled task carries nothing out`() {
        let task = task(lead: police, coordinating: foreign)
        given.change(task) { $0.state = .cancelled }
        #expect(given.finds(directivesAreCarriedOut) == ["CMD-06:task CD-04 BCA", "CMD-06:task CD-04 BNG"])
    }

    @Test mutating func `tasks are not asked for on the day of issue`() {
        given.change(directive) { $0.issuedOn = day("2025-10-14") }
        #expect(given.finds(directivesAreCarriedOut) == [])
    }

    @Test mutating func `the successor of a body that was replaced carries on`() {
        let committee = given.add(Body("BCD"))
        given.change(police) { $0.replacedBy = committee }
        _ = task(lead: committee, coordinating: foreign)
        #expect(given.finds(directivesAreCarriedOut) == [])
    }

    @Test mutating func `an international body needs no task`() {
        given.change(foreign) { $0.kind = .internationalOrganisation }
        _ = task(lead: police)
        #expect(given.finds(directivesAreCarriedOut) == [])
    }

    @Test mutating func `its answer is late`() {
        _ = task(lead: police, coordinating: foreign)
        given.change(directive) { $0.due = day("2025-10-13") }
        #expect(given.finds(directivesAreCarriedOut) == ["CMD-06:answer CD-04"])
        given.change(directive) { $0.answeredOn = day("2025-10-14") }
        #expect(given.finds(directivesAreCarriedOut) == [])
    }

    @Test mutating func `a new task of the directive asks again about it`() {
        let task = task(lead: police)
        let foreign = foreign
        #expect(given.asksAgain(directivesAreCarriedOut, after: task) { $0.coordinating = [foreign] } == ["CMD-06 CD-04"])
    }
}
