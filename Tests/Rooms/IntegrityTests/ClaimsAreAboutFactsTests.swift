import Committee
import Integrity
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `INT-02 Claims are about facts` {
    private var given = Given(kinds: committeeKinds + integrityKinds)
    private let source: ID<OfficialSource>
    private let claim: ID<Claim>

    init() {
        let cyber = given.add(Body("A05"))
        let foreign = given.add(Body("BNG"))
        given.add(Desk("INT") { $0.body = cyber })
        let source = given.add(OfficialSource("SRC-1"))
        claim = given.add(
            Claim("CL-1") {
                $0.about = .timeOfSession
                $0.harm = .toAccess
                $0.sampleHash = String(repeating: "ab", count: 32)
                $0.source = source
                $0.state = .accepted
                $0.reviewedBy = foreign
            })
        self.source = source
    }

    @Test func `a wrong time with an official source, agreed by another body`() {
        #expect(given.finds(claimsAreAboutFacts) == [])
    }

    @Test mutating func `neither fact nor harm nor source`() {
        given.change(claim) {
            $0.about = .unstated
            $0.harm = .unstated
            $0.source = nil
        }
        #expect(given.finds(claimsAreAboutFacts) == ["INT-02:fact CL-1", "INT-02:harm CL-1", "INT-02:source CL-1"])
        #expect(given.slips(claimsAreAboutFacts).first?.stops == [.publishCorrection])
    }

    @Test mutating func `what was only reported is not judged until a correction is written`() {
        given.change(claim) {
            $0.state = .reported
            $0.source = nil
        }
        #expect(given.finds(claimsAreAboutFacts) == [])
        let claim = claim
        given.add(Correction("CC-1") { $0.claim = claim })
        #expect(given.finds(claimsAreAboutFacts) == ["INT-02:source CL-1"])
    }

    @Test mutating func `what is out of scope gets no correction`() {
        given.change(claim) { $0.state = .outOfScope }
        #expect(given.finds(claimsAreAboutFacts) == [])
        let claim = claim
        given.add(Correction("CC-1") { $0.claim = claim })
        #expect(given.finds(claimsAreAboutFacts) == ["INT-02:fact CL-1"])
    }

    @Test mutating func `its source was withdrawn`() {
        given.change(source) { $0.withdrawnOn = day("2025-10-14") }
        #expect(given.finds(claimsAreAboutFacts) == ["INT-02:source_withdrawn CL-1 SRC-1"])
    }

    @Test mutating func `only the cyber desk has looked at it`() {
        given.change(claim) { $0.reviewedBy = ID<Body>(1) }
        #expect(given.finds(claimsAreAboutFacts) == ["INT-02:review CL-1"])
        given.change(claim) { $0.reviewedBy = nil }
        #expect(given.finds(claimsAreAboutFacts) == ["INT-02:review CL-1"])
    }

    @Test(arguments: ["somebody's name", "ab"]) mutating func `words stand where the hash belongs`(text: String) {
        given.change(claim) { $0.sampleHash = text }
        #expect(given.finds(claimsAreAboutFacts) == ["INT-02:words CL-1"])
    }

    @Test mutating func `words stand in the code`() {
        given.change(claim) { $0.heading.code = "about-somebody" }
        #expect(given.finds(claimsAreAboutFacts) == ["INT-02:words about-somebody"])
    }

    @Test func `a claim has no field for words or persons`() {
        let own = Kind(Claim.self).columns.filter { !["code", "owner", "classification", "assumed", "sample_hash"].contains($0.name) }
        #expect(own.allSatisfy { $0.shape != .text && $0.shape != .list(.text) && $0.shape != .reference("person") })
    }
}
