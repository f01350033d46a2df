import Health
import Ledger
import Parties
import Programme
import RulebookTesting
import Testing
import Venues

@Suite struct `HLT-01 Medical cover is in place` {
    private var given = Given(
        kinds: healthKinds + [Kind(Place.self), Kind(Session.self), Kind(Delegation.self)])
    private let venue: ID<Place>
    private let hospital: ID<Hospital>

    init() {
        venue = given.add(Place("NCC"))
        hospital = given.add(
            Hospital("BV108") {
                $0.hasEmergency = true
                $0.designatedOn = day("2025-10-01")
            })
    }

    private mutating func session() {
        let hall = given.add(
            Place("MAIN") { [venue] in
                $0.kind = .hall
                $0.venue = venue
            })
        given.add(
            Session("P-SIGN") {
                $0.place = hall
                $0.starts = hanoi("2025-10-25T10:00")
                $0.ends = hanoi("2025-10-25T12:00")
            })
    }

    private mutating func cover(_ code: String, _ fill: (inout MedicalCover) -> Void) -> ID<MedicalCover> {
        given.add(
            MedicalCover(code) { [hospital] in
                $0.doctors = 1
                $0.ambulances = 1
                $0.hospital = hospital
                $0.hospitalMinutes = 20
                $0.from = hanoi("2025-10-25T07:00")
                $0.to = hanoi("2025-10-25T12:00")
                fill(&$0)
            })
    }

    @Test mutating func `a session in a hall of the venue, covered to its end`() {
        session()
        let cover = cover("MC") { [venue] in $0.venue = venue }
        #expect(given.finds(medicalCoverIsInPlace) == [])
        given.change(cover) { $0.to = hanoi("2025-10-25T11:59") }
        #expect(given.finds(medicalCoverIsInPlace) == ["HLT-01:venue NCC"])
    }

    @Test mutating func `it is due two weeks before`() {
        session()
        given.now = Instant("2025-10-11T02:59:00Z")!
        #expect(given.finds(medicalCoverIsInPlace) == [])
        given.now = Instant("2025-10-11T03:00:00Z")!
        #expect(given.finds(medicalCoverIsInPlace) == ["HLT-01:venue NCC"])
    }

    @Test mutating func `no ambulance, and a hospital that nobody designated`() {
        session()
        let cover = cover("MC") { [venue] in
            $0.venue = venue
            $0.ambulances = 0
        }
        #expect(given.finds(medicalCoverIsInPlace) == ["HLT-01:crew MC"])
        given.change(cover) { $0.ambulances = 1 }
        given.change(hospital) { $0.designatedOn = nil }
        #expect(given.finds(medicalCoverIsInPlace) == ["HLT-01:hospital MC"])
    }

    @Test mutating func `the motorcade of a head of State, and none for a minister`() {
        for (code, level) in [("D-LAO", Level.headOfState), ("D-FRA", .minister)] {
            given.add(
                Delegation(code) {
                    $0.status = .confirmed
                    $0.levelOfHead = level
                    $0.arrives = hanoi("2025-10-24T15:00")
                })
        }
        #expect(given.finds(motorcadesHaveMedicalCover) == ["HLT-01:motorcade D-LAO"])
        _ = cover("MC") {
            $0.kind = .motorcade
            $0.delegation = ID<Delegation>(1)
        }
        #expect(given.finds(motorcadesHaveMedicalCover) == [])
    }
}
