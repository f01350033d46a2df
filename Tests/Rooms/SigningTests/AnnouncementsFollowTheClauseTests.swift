import Ledger
import Parties
import RulebookTesting
import Signing
import Testing

@Suite struct `SGN-13 Announcements follow the clause` {
    private var scene = SigningScene()

    private mutating func deposit(_ code: String, _ kind: Party.Sort = .memberState, on day: Day) -> ID<TreatyAct> {
        let party = scene.party(code, kind)
        return scene.given.add(
            TreatyAct("R-\(code)") { [treaty = scene.treaty] in
                $0.treaty = treaty
                $0.party = party
                $0.kind = .ratification
                $0.depositedOn = day
            })
    }

    private mutating func announce(_ fill: @escaping (inout DepositaryNotification) -> Void) {
        scene.given.add(
            DepositaryNotification("CN") { [treaty = scene.treaty] in
                $0.treaty = treaty
                fill(&$0)
            })
    }

    @Test mutating func `an organisation is a signatory like the others`() {
        scene.signature("S1", of: scene.party("VNM"))
        scene.signature("S2", of: scene.party("EUE", .reio))
        announce {
            $0.asOf = day("2025-10-25")
            $0.signatories = 2
        }
        #expect(scene.given.finds(announcementsFollowTheClause) == [])
        scene.given.change(ID<DepositaryNotification>(1)) { $0.signatories = 3 }
        #expect(scene.given.finds(announcementsFollowTheClause) == ["SGN-13:signatories CN HNC"])
    }

    @Test mutating func `an organisation's instrument adds nothing`() {
        _ = deposit("VNM", on: day("2026-01-10"))
        let union = deposit("EUE", .reio, on: day("2026-01-11"))
        announce {
            $0.asOf = day("2026-02-01")
            $0.instruments = 2
        }
        #expect(scene.given.finds(announcementsFollowTheClause) == ["SGN-13:instruments CN HNC"])
        scene.given.change(ID<DepositaryNotification>(1)) { $0.instruments = 1 }
        scene.given.change(union) { $0.ordinal = 2 }
        #expect(scene.given.finds(announcementsFollowTheClause) == ["SGN-13:organisation_counted R-EUE HNC"])
    }

    @Test mutating func `the fortieth instrument and ninety days`() {
        for number in 1...39 { _ = deposit("P\(number)", on: day("2026-01-01").adding(days: number)) }
        announce { $0.entersIntoForceOn = day("2026-06-01") }
        #expect(scene.given.finds(announcementsFollowTheClause) == ["SGN-13:entry_too_early CN HNC"])
        let fortieth = deposit("P40", on: day("2026-03-03"))
        #expect(scene.given.finds(announcementsFollowTheClause) == [])
        scene.given.change(ID<DepositaryNotification>(1)) { $0.entersIntoForceOn = day("2026-05-31") }
        scene.given.change(fortieth) { $0.ordinal = 41 }
        let found = ["SGN-13:ordinal R-P40 HNC", "SGN-13:entry CN HNC"]
        #expect(scene.given.finds(announcementsFollowTheClause) == found)
    }

    @Test mutating func `what is announced for one party`() {
        let first = deposit("P1", on: day("2026-01-01"))
        scene.given.change(first) { $0.inForceOn = day("2026-04-01") }
        #expect(scene.given.finds(announcementsFollowTheClause) == ["SGN-13:in_force_too_early R-P1 HNC"])
        scene.given.change(scene.treaty) { $0.instruments = 1 }
        #expect(scene.given.finds(announcementsFollowTheClause) == [])
        scene.given.change(first) { $0.inForceOn = day("2026-03-31") }
        #expect(scene.given.finds(announcementsFollowTheClause) == ["SGN-13:in_force R-P1 HNC"])
    }

    @Test mutating func `a definitive signature where the treaty knows none`() {
        let signature = scene.signature("S1", of: scene.party("VNM"))
        scene.given.change(signature) { $0.effect = .definitive }
        #expect(scene.given.finds(announcementsFollowTheClause) == ["SGN-13:definitive S1 HNC"])
    }
}
