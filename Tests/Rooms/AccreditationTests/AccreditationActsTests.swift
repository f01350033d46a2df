import Accreditation
import Ledger
import Parties
import RulebookTesting
import Testing

@Suite struct `Handing in and approving an application` {
    private let facts = AccreditationCase()
    private var draft: Application { facts.given.picture[facts.application]! }

    private func application(_ state: Application.State, _ change: (inout Application) -> Void = { _ in }) -> Application {
        var application = draft
        application.state = state
        change(&application)
        return application
    }

    private func nominates(_ after: Application, before: Application? = nil) -> String? {
        nominating.refuses(after, before: before, in: facts.given.picture)
    }

    private func approves(_ after: Application, before: Application? = nil) -> String? {
        approving.refuses(after, before: before, in: facts.given.picture)
    }

    @Test func `a draft is handed in`() {
        #expect(nominates(application(.submitted), before: application(.draft)) == nil)
    }

    @Test func `handing in is refused for nobody, in no category, twice, and as anything else`() {
        #expect(nominates(application(.submitted) { $0.person = ID(99) }) == "person_unknown")
        #expect(nominates(application(.submitted) { $0.category = ID(99) }) == "category_unknown")
        #expect(nominates(application(.submitted), before: application(.submitted)) == "already_handed_in")
        #expect(nominates(application(.approved)) == "not_handed_in")
    }

    @Test func `what was handed in is approved by somebody on a day`() {
        let officer = facts.officers[0]
        let decided = application(.approved) {
            $0.decidedBy = officer
            $0.decidedOn = day("2025-10-10")
        }
        #expect(approves(decided, before: application(.submitted)) == nil)
        #expect(approves(decided, before: application(.draft)) == "nothing_to_decide")
        #expect(approves(application(.refused), before: application(.submitted)) == "not_approved")
        #expect(approves(application(.approved), before: application(.submitted)) == "decided_by_nobody")
    }
}

@Suite struct `Making, validating and revoking a badge` {
    private var facts = AccreditationCase()
    private var printed: Badge { facts.given.picture[facts.badge]! }

    private func new(_ change: (inout Badge) -> Void = { _ in }) -> Badge {
        var badge = printed
        badge.heading = Heading("B9", id: ID(9))
        badge.serial = "000009"
        badge.state = .printed
        change(&badge)
        return badge
    }

    private func issues(_ badge: Badge, before: Badge? = nil) -> String? {
        issuing.refuses(badge, before: before, in: facts.given.picture)
    }

    private func reissues(_ badge: Badge, before: Badge? = nil) -> String? {
        reissuing.refuses(badge, before: before, in: facts.given.picture)
    }

    @Test func `a badge is issued with a number of its own`() {
        #expect(issues(new()) == nil)
        #expect(issues(new { $0.serial = "000001" }) == "serial_used")
        #expect(issues(new { $0.serial = "" }) == "badge_without_serial")
    }

    @Test func `it is not issued for nobody, in no category, unprinted or twice`() {
        #expect(issues(new { $0.person = ID(99) }) == "person_unknown")
        #expect(issues(new { $0.category = ID(99) }) == "category_unknown")
        #expect(issues(new { $0.state = .draft }) == "badge_not_printed")
        #expect(issues(printed, before: printed) == "already_issued")
    }

    @Test mutating func `it is made again only in the place of one that no longer counts`() {
        let lost = facts.badge
        #expect(reissues(new()) == "replaces_nothing")
        #expect(reissues(new { $0.replaces = lost }) == "replaced_still_counts")
        facts.given.change(lost) { $0.state = .revoked }
        #expect(reissues(new { $0.replaces = lost }) == nil)
        #expect(reissues(new { $0.replaces = lost }, before: printed) == "already_issued")
        let other = facts.given.add(Person("Q"))
        #expect(
            reissues(
                new {
                    $0.replaces = lost
                    $0.person = other
                }) == "replaces_anothers")
    }

    @Test func `only a printed badge is validated`() {
        var validated = printed
        validated.state = .validated
        #expect(validating.refuses(validated, before: printed, in: facts.given.picture) == nil)
        #expect(validating.refuses(validated, before: validated, in: facts.given.picture) == "not_printed")
        #expect(validating.refuses(printed, before: printed, in: facts.given.picture) == "not_validated")
    }

    @Test func `a badge that counts is revoked at a time`() {
        var revoked = printed
        revoked.state = .revoked
        #expect(revoking.refuses(revoked, before: printed, in: facts.given.picture) == "not_revoked")
        revoked.revoked = hanoi("2025-10-25T09:00")
        #expect(revoking.refuses(revoked, before: printed, in: facts.given.picture) == nil)
        #expect(revoking.refuses(revoked, before: revoked, in: facts.given.picture) == "nothing_to_revoke")
    }
}
