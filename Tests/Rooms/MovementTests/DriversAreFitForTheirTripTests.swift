import Foundation
import Ledger
import Movement
import Parties
import RulebookTesting
import Testing

@Suite struct `MOV-04 Drivers are fit for their trip` {
    private var journey = Journey()
    private let coach: ID<Vehicle>
    private let driver: ID<Driver>
    private let relief: ID<Driver>

    init() {
        coach = journey.given.add(
            Vehicle("V1") {
                $0.kind = .coach
                $0.seats = 45
            })
        let relief = journey.given.add(Driver("D2"))
        self.relief = relief
        driver = journey.given.add(
            Driver("D1") {
                $0.licenceClasses = ["D"]
                $0.licenceUntil = day("2026-01-01")
                $0.routesDriven = ["R1"]
                $0.relief = relief
                $0.isUnderLabourCode = true
            })
    }

    @discardableResult
    private mutating func ride(_ code: String, _ leaves: String, _ arrives: String) -> ID<Trip> {
        journey.trip(code, leaves, arrives) { [coach, driver] in
            $0.vehicles = [coach]
            $0.drivers = [driver]
        }
    }

    @Test mutating func `licensed, at home on the route, rested and relieved`() {
        ride("T1", "08:00", "12:00")
        #expect(journey.given.finds(driversAreFitForTheirTrip) == [])
    }

    @Test mutating func `a licence for cars does not do for a coach`() {
        ride("T1", "08:00", "09:00")
        journey.given.change(driver) { $0.licenceClasses = ["B", "D1"] }
        #expect(journey.given.finds(driversAreFitForTheirTrip) == ["MOV-04:licence T1 D1"])
    }

    @Test mutating func `the licence runs out before`() {
        ride("T1", "08:00", "09:00")
        journey.given.change(driver) { $0.licenceUntil = day("2025-10-24") }
        #expect(journey.given.finds(driversAreFitForTheirTrip) == ["MOV-04:expired T1 D1"])
    }

    @Test mutating func `the route was driven too long ago`() {
        ride("T1", "08:00", "09:00")
        journey.given.change(driver) { $0.routesDriven = [] }
        journey.given.add(
            DriverRun("RUN") { [driver, journey] in
                $0.driver = driver
                $0.route = journey.route
                $0.drivenOn = day("2025-09-24")
            })
        #expect(journey.given.finds(driversAreFitForTheirTrip) == ["MOV-04:route T1 D1"])
    }

    @Test mutating func `the route was driven within thirty days`() {
        ride("T1", "08:00", "09:00")
        journey.given.change(driver) { $0.routesDriven = [] }
        journey.given.add(
            DriverRun("RUN") { [driver, journey] in
                $0.driver = driver
                $0.route = journey.route
                $0.drivenOn = day("2025-09-25")
            })
        #expect(journey.given.finds(driversAreFitForTheirTrip) == [])
    }

    @Test mutating func `nobody drives, nobody relieves, and both are due two days before`() {
        ride("T1", "08:00", "09:00")
        journey.trip("T2", "10:00", "11:00") { [coach] in $0.vehicles = [coach] }
        journey.given.change(driver) { $0.relief = nil }
        #expect(journey.given.finds(driversAreFitForTheirTrip) == ["MOV-04:relief T1 D1", "MOV-04:driverless T2"])
        journey.given.now = Instant("2025-10-22T00:00:00Z")!
        #expect(journey.given.finds(driversAreFitForTheirTrip) == [])
    }

    @Test mutating func `two trips with ten minutes between them are one stretch`() {
        ride("T1", "08:00", "10:30")
        ride("T2", "10:40", "12:20")
        #expect(journey.given.finds(driversAreFitForTheirTrip) == ["MOV-04:stretch T2 D1"])
    }

    @Test mutating func `the trip that passes ten hours is reported and the next is not`() {
        ride("T1", "00:00", "04:00")
        ride("T2", "05:00", "09:00")
        ride("T3", "10:00", "12:01")
        ride("T4", "13:00", "13:30")
        #expect(journey.given.finds(driversAreFitForTheirTrip) == ["MOV-04:day T3 D1"])
    }

    @Test mutating func `forty-eight hours in seven days`() {
        for number in 1...13 {
            let trip = ride("T\(number)", "08:00", "12:00")
            journey.given.change(trip) {
                let shift = -((number - 1) / 2) * 24 * 60
                let later = number % 2 == 0 ? 5 * 60 : 0
                $0.leaves = Moment($0.leaves.instant.adding(minutes: shift + later), in: .gmt)
                $0.arrives = Moment($0.arrives.instant.adding(minutes: shift + later), in: .gmt)
            }
        }
        #expect(journey.given.finds(driversAreFitForTheirTrip) == ["MOV-04:week T2 D1"])
    }

    @Test mutating func `police drive by their own norm`() {
        ride("T1", "00:00", "14:00")
        journey.given.change(driver) { $0.isUnderLabourCode = false }
        #expect(journey.given.finds(driversAreFitForTheirTrip) == [])
    }
}
