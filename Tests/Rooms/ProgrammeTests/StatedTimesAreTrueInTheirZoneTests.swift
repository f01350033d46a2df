import Ledger
import Programme
import RulebookTesting
import Testing
import Venues

@Suite struct `PRG-07 Stated times are true in their zone` {
    private var given = Given.programme()
    private let second: ID<Session>

    init() {
        let hall = given.add(Place("MAIN") { $0.timeZone = "Asia/Ho_Chi_Minh" })
        second = given.add(
            Session("P-PLEN2") {
                $0.starts = hanoi("2025-10-26T09:00")
                $0.ends = hanoi("2025-10-26T12:30")
                $0.place = hall
            })
    }

    @discardableResult
    private mutating func states(_ time: String, _ zone: String) -> ID<StatedTime> {
        given.add(
            StatedTime("T1") { [second] in
                $0.session = second
                $0.stated = time
                $0.statedZone = zone
            })
    }

    @Test mutating func `Paris is told the summer time of the day before`() {
        states("2025-10-26T04:00", "Europe/Paris")
        #expect(given.finds(statedTimesAreTrueInTheirZone) == ["PRG-07:mismatch P-PLEN2 T1"])
    }

    @Test mutating func `Paris is told the time that its clocks will show`() {
        states("2025-10-26T03:00", "Europe/Paris")
        #expect(given.finds(statedTimesAreTrueInTheirZone) == [])
    }

    @Test(arguments: ["UTC+1", "GMT+7", "CET", "+07:00", ""])
    func `a fixed offset or an abbreviation is no zone`(zone: String) {
        var suite = self
        suite.states("2025-10-26T03:00", zone)
        #expect(suite.given.finds(statedTimesAreTrueInTheirZone) == ["PRG-07:zone P-PLEN2 T1"])
    }

    @Test mutating func `an hour that the clocks show twice must be stated otherwise`() {
        given.change(second) { $0.starts = hanoi("2025-10-26T08:00") }
        states("2025-10-26T02:00", "Europe/Paris")
        #expect(given.finds(statedTimesAreTrueInTheirZone) == ["PRG-07:twice P-PLEN2 T1"])
    }

    @Test mutating func `a time that cannot be read`() {
        states("9 o'clock", "Europe/Paris")
        #expect(given.finds(statedTimesAreTrueInTheirZone) == ["PRG-07:unreadable P-PLEN2 T1"])
    }

    @Test mutating func `a session is written in the zone of its place`() {
        given.change(second) { $0.starts = Moment("2025-10-26T03:00[Europe/Paris]")! }
        #expect(given.finds(statedTimesAreTrueInTheirZone) == ["PRG-07:place P-PLEN2"])
    }

    @Test mutating func `a release asks again about the sessions in it`() {
        states("2025-10-26T04:00", "Europe/Paris")
        let release = given.add(ProgrammeRelease("V1"))
        given.add(
            ReleasedSession("V1-PLEN2") { [second] in
                $0.release = release
                $0.session = second
            })
        given.session("OTHER")
        let asked = given.asksAgain(statedTimesAreTrueInTheirZone, after: release) { $0.released = hanoi("2025-10-15T09:00") }
        #expect(asked == ["PRG-07 P-PLEN2"])
    }
}
