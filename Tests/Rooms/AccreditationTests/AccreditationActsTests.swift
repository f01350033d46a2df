import Accreditation
import Committee
import Ledger
import Parties
import Rulebook
import RulebookTesting
import Testing
import Venues

@Suite struct `Handing in and deciding an application` {
    private var facts = AccreditationCase()
    private let delegation: ID<Delegation>
    private let today = day("2025-10-10")

    init() {
        delegation = facts.given.add(Delegation("D"))
        facts.given.now = hanoi("2025-10-10T09:00").instant
        facts.given.change(facts.application) {
            $0.state = .draft
            $0.appliedBy = nil
        }
    }

    private mutating func set(_ state: Application.State, _ change: (inout Application) -> Void = { _ in }) {
        facts.given.change(facts.application) {
            $0.state = state
            change(&$0)
        }
    }

    @Test func `a draft is handed in by whoever does so, on that day`() throws {
        let nominated = try facts.given.done(nominating, to: facts.application, by: "O1")
        #expect(nominated.state == .submitted && nominated.appliedBy == facts.officers[0] && nominated.appliedOn == today)
        let told = try facts.given.done(nominating, to: facts.application, by: "O1") {
            $0.appliedBy = facts.officers[1]
            $0.appliedOn = day("2025-10-01")
        }
        #expect(told.appliedBy == facts.officers[1] && told.appliedOn == day("2025-10-01"))
    }

    @Test mutating func `a person is nominated for the delegation or the outlet that sends them`() throws {
        let outlet = facts.given.add(Outlet("VTV"))
        let delegation = delegation
        let person = facts.given.add(
            Person("Q") {
                $0.delegation = delegation
                $0.outlet = outlet
            })
        let nominated = try facts.given.made(nominating, Application.self, from: Reference(person), by: "O1") {
            $0.category = facts.category
        }
        #expect(nominated.person == person && nominated.delegation == delegation && nominated.outlet == outlet)
        let announced = try facts.given.made(nominating, Application.self, from: Reference(delegation), by: "O1") {
            $0.person = person
            $0.category = facts.category
        }
        #expect(announced.delegation == delegation && announced.state == .submitted)
    }

    @Test mutating func `handing in is refused for nobody, in no category, by nobody and twice`() {
        func refusal(by officer: String = "O1", _ fill: (inout Application) -> Void = { _ in }) -> String? {
            facts.given.refusal(of: nominating, to: facts.application, by: officer, giving: fill)
        }
        #expect(refusal() == nil)
        #expect(refusal { $0.person = ID(99) } == "person_unknown")
        #expect(refusal { $0.category = ID(99) } == "category_unknown")
        #expect(refusal(by: "NOBODY") == "officer_unknown")
        set(.submitted)
        #expect(facts.given.refusal(of: nominating, to: facts.application, by: "O1") == "already_handed_in")
        set(.approved)
        #expect(facts.given.refusal(of: nominating, to: facts.application, by: "O1") == "already_handed_in")
    }

    @Test mutating func `what was refused is handed in anew, as if nothing had been decided`() throws {
        let officers = facts.officers
        set(.refused) {
            $0.appliedBy = officers[0]
            $0.appliedOn = day("2025-09-01")
            $0.decidedBy = officers[1]
            $0.decidedOn = day("2025-09-20")
            $0.reasonClass = .incomplete
        }
        let again = try facts.given.done(nominating, to: facts.application, by: "O3")
        #expect(again.state == .submitted && again.appliedBy == officers[2] && again.appliedOn == today)
        #expect(again.decidedBy == nil && again.decidedOn == nil && again.reasonClass == .none)
    }

    @Test mutating func `what was handed in is approved by whoever does so, on that day`() throws {
        #expect(facts.given.refusal(of: approving, to: facts.application, by: "O2") == "nothing_to_decide")
        set(.submitted)
        let approved = try facts.given.done(approving, to: facts.application, by: "O2")
        #expect(approved.state == .approved && approved.decidedBy == facts.officers[1] && approved.decidedOn == today)
        #expect(facts.given.refusal(of: approving, to: facts.application, by: "NOBODY") == "officer_unknown")
        let told = try facts.given.done(approving, to: facts.application, by: "NOBODY") {
            $0.decidedBy = facts.officers[2]
            $0.decidedOn = day("2025-10-09")
        }
        #expect(told.decidedBy == facts.officers[2] && told.decidedOn == day("2025-10-09"))
    }

    @Test mutating func `an application is refused for a reason, even where it was approved before`() throws {
        let officers = facts.officers
        set(.approved) {
            $0.decidedBy = officers[0]
            $0.decidedOn = day("2025-10-01")
        }
        let refused = try facts.given.done(refusingApplication, to: facts.application, by: "O2") { $0.reasonClass = .security }
        #expect(refused.state == .refused && refused.reasonClass == .security)
        #expect(refused.decidedBy == officers[1] && refused.decidedOn == today)
        let told = try facts.given.done(refusingApplication, to: facts.application, by: "O2") { $0.decidedOn = day("2025-10-08") }
        #expect(told.decidedOn == day("2025-10-08"))
        #expect(facts.given.refusal(of: refusingApplication, to: facts.application, by: "NOBODY") == "officer_unknown")
        set(.withdrawn)
        #expect(facts.given.refusal(of: refusingApplication, to: facts.application, by: "O2") == "application_over")
    }

    @Test mutating func `an application is withdrawn once`() throws {
        #expect(try facts.given.done(withdrawingApplication, to: facts.application).state == .withdrawn)
        set(.withdrawn)
        #expect(facts.given.refusal(of: withdrawingApplication, to: facts.application) == "application_over")
    }
}

@Suite struct `Making, validating and revoking a badge` {
    private var facts = AccreditationCase()
    private let now = hanoi("2025-10-25T09:00")

    init() { facts.given.now = now.instant }

    private func issues(by officer: String = "O3", _ fill: (inout Badge) -> Void = { _ in }) -> String? {
        facts.given.refusal(of: issuing, making: Badge.self, from: Reference(facts.application), by: officer, giving: fill)
    }

    private func reissues(_ fill: (inout Badge) -> Void = { _ in }) -> String? {
        facts.given.refusal(of: reissuing, making: Badge.self, from: Reference(facts.badge), by: "O3", giving: fill)
    }

    @Test func `a badge is issued on an application, with a number of its own`() throws {
        let badge = try facts.given.made(issuing, Badge.self, from: Reference(facts.application), by: "O3")
        #expect(badge.person == facts.person && badge.category == facts.category && badge.application == facts.application)
        #expect(badge.state == .printed && badge.issuedBy == facts.officers[2] && badge.issued == now)
        #expect(badge.serial == "B-000002" && badge.epoch == 1)
        #expect(issues { $0.serial = "000001" } == "serial_used")
    }

    @Test mutating func `a number that another badge has is passed over`() throws {
        facts.given.change(facts.badge) { $0.serial = "B-000002" }
        #expect(try facts.given.made(issuing, Badge.self, from: Reference(facts.application), by: "O3").serial == "B-000003")
    }

    @Test mutating func `what is given of a badge stands, and its person's application is found`() throws {
        let zone = facts.given.add(Zone("HALL"))
        let earlier = hanoi("2025-10-24T16:00")
        let badge = try facts.given.made(issuing, Badge.self, by: "NOBODY") {
            $0.person = facts.person
            $0.category = facts.category
            $0.zones = [zone]
            $0.serial = "X-7"
            $0.issuedBy = facts.officers[1]
            $0.issued = earlier
        }
        #expect(badge.application == facts.application && badge.zones == [zone] && badge.serial == "X-7")
        #expect(badge.issuedBy == facts.officers[1] && badge.issued == earlier)
    }

    @Test mutating func `a prepared badge is issued as it was prepared`() throws {
        facts.given.change(facts.badge) {
            $0.state = .draft
            $0.issued = nil
            $0.issuedBy = nil
        }
        let badge = try facts.given.done(issuing, to: facts.badge, by: "O3")
        #expect(badge.state == .printed && badge.serial == "000001" && badge.issued == now)
    }

    @Test func `it is not issued for nobody, in no category, by nobody or twice`() {
        #expect(issues() == nil)
        #expect(issues { $0.person = ID(99) } == "person_unknown")
        #expect(issues { $0.category = ID(99) } == "category_unknown")
        #expect(issues(by: "NOBODY") == "officer_unknown")
        #expect(facts.given.refusal(of: issuing, to: facts.badge, by: "O3") == "already_issued")
    }

    @Test mutating func `it is made again with all that the replaced one said, and the next epoch`() throws {
        let zone = facts.given.add(Zone("HALL"))
        facts.given.change(facts.badge) {
            $0.state = .revoked
            $0.epoch = 2
            $0.zones = [zone]
        }
        let badge = try facts.given.made(reissuing, Badge.self, from: Reference(facts.badge), by: "O3")
        #expect(badge.replaces == facts.badge && badge.person == facts.person && badge.category == facts.category)
        #expect(badge.application == facts.application && badge.zones == [zone] && badge.epoch == 3)
        #expect(badge.validFrom == hanoi("2025-10-24T00:00") && badge.validTo == hanoi("2025-10-26T23:59"))
        #expect(badge.serial == "B-000002" && badge.state == .printed && badge.issued == now)
        let named = try facts.given.made(reissuing, Badge.self, by: "O3") { $0.replaces = facts.badge }
        #expect(named.person == facts.person && named.zones == [zone] && named.epoch == 3)
        #expect(try facts.given.made(reissuing, Badge.self, from: Reference(facts.badge), by: "O3") { $0.epoch = 7 }.epoch == 7)
    }

    @Test mutating func `it is made again only in the place of one that no longer counts`() {
        let lost = facts.badge
        #expect(reissues() == "replaced_still_counts")
        #expect(facts.given.refusal(of: reissuing, to: lost, by: "O3") == "already_issued")
        facts.given.change(lost) { $0.state = .revoked }
        #expect(reissues() == nil)
        #expect(reissues { $0.replaces = nil } == "replaces_nothing")
        let other = facts.given.add(Person("Q"))
        #expect(reissues { $0.person = other } == "replaces_anothers")
    }

    @Test mutating func `only a printed badge is validated`() throws {
        #expect(try facts.given.done(validating, to: facts.badge).state == .validated)
        facts.given.change(facts.badge) { $0.state = .validated }
        #expect(facts.given.refusal(of: validating, to: facts.badge) == "not_printed")
    }

    @Test mutating func `a badge that counts or was lost is revoked, with the time`() throws {
        let revoked = try facts.given.done(revoking, to: facts.badge)
        #expect(revoked.state == .revoked && revoked.revoked == now)
        let told = hanoi("2025-10-25T08:50")
        #expect(try facts.given.done(revoking, to: facts.badge) { $0.revoked = told }.revoked == told)
        facts.given.change(facts.badge) { $0.state = .lost }
        #expect(facts.given.refusal(of: revoking, to: facts.badge) == nil)
        facts.given.change(facts.badge) { $0.state = .revoked }
        #expect(facts.given.refusal(of: revoking, to: facts.badge) == "nothing_to_revoke")
    }

    @Test mutating func `a badge that counts is given back`() throws {
        #expect(try facts.given.done(returningBadge, to: facts.badge).state == .returned)
        facts.given.change(facts.badge) { $0.state = .revoked }
        #expect(facts.given.refusal(of: returningBadge, to: facts.badge) == "nothing_to_return")
    }

    @Test func `a lost badge is reported with the time, to whoever takes the report`() throws {
        let report = try facts.given.made(reportingLost, LostReport.self, from: Reference(facts.badge), by: "O1") { $0.isStolen = true }
        #expect(report.badge == facts.badge && report.reported == now && report.takenBy == facts.officers[0] && report.isStolen)
        let told = hanoi("2025-10-25T08:30")
        let earlier = try facts.given.made(reportingLost, LostReport.self, from: Reference(facts.badge)) { $0.reported = told }
        #expect(earlier.reported == told && earlier.takenBy == nil)
        #expect(facts.given.refusal(of: reportingLost, making: LostReport.self) == "lost_report_without_badge")
    }

    @Test mutating func `a badge that counted is lost by the report, and one that was revoked stays so`() throws {
        #expect(try stateAfterReport() == .lost)
        facts.given.change(facts.badge) { $0.state = .revoked }
        #expect(try stateAfterReport() == nil)
    }

    /// What the report writes of the badge; nil where nothing.
    private func stateAfterReport() throws -> Badge.State? {
        let report = LostReport("L", id: 1) { $0.badge = facts.badge }
        let setting = Act.Setting(
            picture: facts.given.picture, before: nil, number: 1, code: "L", officer: "O1", happened: facts.given.now)
        let changes = try reportingLost.decide(Row(report, happened: facts.given.now, sequence: 0), setting)
        return changes.compactMap { ($0.row as? Row<Badge>)?.record.state }.first
    }
}
