import Accreditation
import Committee
import Communications
import Foundation
import House
import Integrity
import Ledger
import Lodging
import Parties
import Programme
import Rulebook
import RulebookTesting
import Protection
import Signing
import Testing

@Suite struct `What is measured` {
    private var given = Given(at: "2025-10-14T03:00:00Z", kinds: houseRegister.kinds)

    private func share(_ quantity: String) -> [Int] {
        let share = measured(MeasuredQuantity(quantity), See(given.picture, at: given.now))
        return [share.done, share.total]
    }

    @Test(arguments: houseMeasures.map(\.code)) func `in an empty house nothing is done of nothing`(quantity: String) {
        #expect(share(quantity) == [0, 0])
    }

    @Test func `is nothing of nothing where a measure states no quantity`() { #expect(share("unstated") == [0, 0]) }

    @Test mutating func `figures that are announced are of nothing in particular`() {
        given.add(Ceremony("C") { $0.host = "VNM" })
        let outlet = given.add(Outlet("O-1"))
        given.add(Outlet("O-2"))
        let national = given.add(
            Delegation("D-1") {
                $0.status = .confirmed
                $0.kind = .national
                $0.levelOfHead = .minister
            })
        given.add(
            Delegation("D-2") {
                $0.status = .confirmed
                $0.kind = .company
                $0.levelOfHead = .other
            })
        given.add(Delegation("D-3") { $0.status = .invited })
        for (code, nationality) in [("P-1", "VNM"), ("P-2", "FRA"), ("P-3", "FRA"), ("P-4", "")] {
            given.add(
                Person(code) {
                    $0.delegation = national
                    $0.nationality = Personal(nationality)
                })
        }
        given.add(Person("P-5") { $0.outlet = outlet })
        #expect(share("delegations_confirmed") == [2, 2])
        #expect(share("national_delegations") == [1, 1])
        #expect(share("organisations") == [1, 1])
        #expect(share("led_by_ministers") == [1, 1])
        #expect(share("delegates") == [4, 4])
        #expect(share("foreign_delegates") == [2, 2])
        #expect(share("nationalities") == [2, 2])
        #expect(share("journalists") == [1, 1])
        #expect(share("delegates_and_press") == [5, 5])
        #expect(share("outlets") == [1, 1])
    }

    @Test mutating func `figures of the programme and of the signing`() {
        let hall = given.add(
            Session("P-SIGN") {
                $0.kind = .signing
                $0.starts = hanoi("2025-10-25T09:00")
                $0.ends = hanoi("2025-10-25T12:00")
            })
        given.add(
            Session("P-EX") {
                $0.kind = .exhibition
                $0.booths = 45
            })
        given.add(Intention("I-1") { $0.intent = .willSign })
        given.add(Intention("I-2"))
        given.add(Signature("S-1") { $0.signed = hanoi("2025-10-25T10:00") })
        given.add(Signature("S-2") { $0.signed = hanoi("2025-10-26T10:00") })
        #expect(share("booths") == [45, 45])
        #expect(share("registered_to_sign") == [1, 1])
        #expect(share("signed_in_hall") == [1, 1])
        #expect(given.picture[hall] != nil)
    }

    @Test mutating func `plans in force, but for those that are over`() {
        for status in Plan.Status.allCases { given.add(Plan(status.rawValue) { $0.status = status }) }
        #expect(share("plans_in_force") == [1, 3])
    }

    @Test mutating func `delegations confirmed of those invited who did not decline`() {
        for status in [Delegation.Status.planned, .invited, .confirmed, .declined] {
            given.add(Delegation(status.rawValue) { $0.status = status })
        }
        #expect(share("delegations_confirmed_of_invited") == [1, 2])
    }

    @Test mutating func `delegations lodged of those confirmed`() {
        let lodged = given.add(Delegation("D-1") { $0.status = .confirmed })
        given.add(Delegation("D-2") { $0.status = .confirmed })
        given.add(Stay("S-1") { $0.delegation = lodged })
        #expect(share("delegations_lodged") == [1, 2])
    }

    @Test mutating func `badges of approved applications, and by the group of their category`() {
        let press = given.add(Category("MEDIA") { $0.group = .media })
        let delegates = given.add(Category("DEL") { $0.group = .delegates })
        for (code, category, state) in [
            ("A-1", press, Application.State.approved), ("A-2", press, .submitted), ("A-3", delegates, .approved),
            ("A-4", delegates, .draft),
        ] {
            given.add(
                Application(code) {
                    $0.category = category
                    $0.state = state
                })
        }
        given.add(
            Badge("B-1") {
                $0.category = press
                $0.state = .printed
            })
        #expect(share("badges_issued_of_approved") == [1, 2])
        #expect(share("journalists_badged") == [1, 2])
        #expect(share("delegates_badged") == [0, 1])
    }

    @Test mutating func `full powers of those who need them`() {
        let treaty = given.add(Treaty("TREATY"))
        let parties = ["FRA", "VNM", "MLI"].map { given.add(Party($0)) }
        let people = ["P-1", "P-2", "P-3"].map { given.add(Person($0)) }
        for (party, person) in zip(parties, people) {
            given.add(
                Intention("I-\(party.number)") {
                    $0.party = party
                    $0.treaty = treaty
                    $0.intent = .willSign
                    $0.signer = person
                })
        }
        given.add(
            Office("OF-1") {
                $0.person = people[0]
                $0.party = parties[0]
                $0.level = .headOfState
            })
        given.add(
            FullPowers("FP-2") {
                $0.party = parties[1]
                $0.treaty = treaty
                $0.person = people[1]
                $0.status = .accepted
            })
        #expect(share("full_powers_accepted_of_needed") == [1, 2])
        given.add(
            Signature("SG-1") {
                $0.treaty = treaty
                $0.party = parties[0]
            })
        #expect(share("parties_signed") == [1, 3])
    }

    @Test mutating func `rows that stand for several events count as many`() {
        given.add(
            Session("P-WS") {
                $0.kind = .workshop
                $0.parallelCount = 38
            })
        given.add(
            Session("P-HL") {
                $0.kind = .highLevelEvent
                $0.parallelCount = 4
                $0.place = ID(1)
            })
        #expect(share("workshops_placed") == [0, 38])
        #expect(share("high_level_events_placed") == [4, 4])
        #expect(share("sessions_placed") == [1, 2])
    }

    @Test mutating func `targets whose last plan was drilled`() {
        let target = given.add(Target("TG-1"))
        given.add(Target("TG-2"))
        let plan = given.add(
            ProtectionPlan("PP-1") {
                $0.target = target
                $0.version = 2
            })
        let drill = given.add(
            Drill("DR-1") {
                $0.plan = plan
                $0.version = 2
                $0.isPassed = true
            })
        #expect(share("protection_plans_drilled") == [1, 2])
        given.change(drill) { $0.version = 1 }
        #expect(share("protection_plans_drilled") == [0, 2])
    }

    @Test mutating func `posts that are manned throughout`() {
        let post = given.add(
            Post("PO-1") {
                $0.mannedFrom = hanoi("2025-10-25T06:00")
                $0.mannedTo = hanoi("2025-10-25T12:00")
            })
        let person = given.add(Person("P-1"))
        let shift = given.add(
            Shift("SH-1") {
                $0.post = post
                $0.person = person
                $0.starts = hanoi("2025-10-25T06:00")
                $0.ends = hanoi("2025-10-25T12:00")
                $0.isVetted = true
                $0.isTrained = true
                $0.isConfirmed = true
            })
        #expect(share("posts_covered") == [1, 1])
        given.change(shift) { $0.ends = hanoi("2025-10-25T11:00") }
        #expect(share("posts_covered") == [0, 1])
    }

    @Test mutating func `what is confirmed, approved, published and drilled`() {
        given.add(Outlet("O-1") { $0.confirmedOn = day("2025-10-01") })
        given.add(Outlet("O-2"))
        #expect(share("outlets_confirmed") == [1, 2])
        given.add(Symbol("SY-1"))
        #expect(share("symbols_approved") == [0, 1])
        given.add(MediaItem("M-1") { $0.published = hanoi("2025-10-13T08:00") })
        given.add(MediaItem("M-2") { $0.published = hanoi("2025-10-15T08:00") })
        #expect(share("media_items_published") == [1, 2])
        let asset = given.add(Asset("GATES") { $0.isCritical = true })
        given.add(Asset("LISTS") { $0.isCritical = true })
        given.add(
            Fallback("FB-1") {
                $0.asset = asset
                $0.drilled = hanoi("2025-10-05T08:00")
                $0.result = .passed
            })
        #expect(share("fallbacks_drilled") == [1, 2])
    }
}
