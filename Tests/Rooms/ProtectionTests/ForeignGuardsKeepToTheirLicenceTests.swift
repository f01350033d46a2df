import Committee
import Ledger
import Parties
import RulebookTesting
import Protection
import Testing
import Venues

@Suite struct `SEC-11 Foreign guards keep to their licence` {
    private var given = Given(
        at: "2025-10-24T00:00:00Z",
        kinds: [Kind(Zone.self), Kind(Delegation.self), Kind(ForeignSecurityLicence.self), Kind(ForeignSecurity.self)])
    private let core: ID<Zone>
    private let delegation: ID<Delegation>
    private let licence: ID<ForeignSecurityLicence>
    private let guardian: ID<ForeignSecurity>

    init() {
        let core = given.add(Zone("CORE") { $0.level = .core })
        let delegation = given.add(Delegation("DEL"))
        (self.core, self.delegation) = (core, delegation)
        licence = given.add(
            ForeignSecurityLicence("L1") {
                $0.delegation = delegation
                $0.officers = 1
                $0.officersInCore = 1
                $0.weapons = ["W-1"]
                $0.zones = [core]
                $0.validFrom = day("2025-10-24")
                $0.validTo = day("2025-10-27")
                $0.signedBy = ID<Officer>(1)
            })
        guardian = given.add(
            ForeignSecurity("F1") {
                $0.delegation = delegation
                $0.weapons = ["W-1"]
                $0.zones = [core]
                $0.starts = hanoi("2025-10-24T10:00")
                $0.ends = hanoi("2025-10-27T10:00")
                $0.briefingSignedOn = day("2025-10-24")
            })
    }

    @Test func `one guard with one weapon where one is licensed`() {
        #expect(given.finds(foreignGuardsKeepToTheirLicence) == [])
    }

    @Test mutating func `one more than licensed`() {
        given.add(ForeignSecurity("F2") { [delegation] in $0.delegation = delegation })
        #expect(given.finds(foreignGuardsKeepToTheirLicence) == ["SEC-11:number F2"])
    }

    @Test mutating func `too many in the core, with another weapon, elsewhere and too long`() {
        let hall = given.add(Zone("HALL"))
        given.change(licence) { $0.officersInCore = 0 }
        given.change(guardian) { [core] in
            $0.weapons = ["W-1", "W-2"]
            $0.zones = [core, hall]
            $0.ends = hanoi("2025-10-28T10:00")
        }
        #expect(
            given.finds(foreignGuardsKeepToTheirLicence)
                == ["SEC-11:core F1", "SEC-11:days F1", "SEC-11:weapon F1", "SEC-11:zone F1"])
    }

    @Test mutating func `nobody signed the licence, nor the guard the briefing`() {
        given.change(licence) { $0.signedBy = nil }
        given.change(guardian) { $0.briefingSignedOn = nil }
        #expect(given.finds(foreignGuardsKeepToTheirLicence) == ["SEC-11:briefing F1", "SEC-11:unlicensed F1"])
        given.now = Instant("2025-10-22T00:00:00Z")!
        #expect(given.finds(foreignGuardsKeepToTheirLicence) == [])
    }
}
