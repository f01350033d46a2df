import Foundation
import Ledger
import Testing

@Suite struct `Days and moments` {
    @Test(arguments: ["2025-10-25", "2024-02-29", "1970-01-01", "0001-01-01", "9999-12-31"])
    func `a day reads back as it was written`(text: String) {
        #expect(Day(text)?.description == text)
    }

    @Test(arguments: ["2025-02-29", "2025-13-01", "2025-1-01", "25/10/2025", "2025-10-32", ""])
    func `what no calendar has is no day`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `every day of four centuries follows the one before`() {
        var day = Day("1800-01-01")!
        while day < Day("2200-01-01")! {
            let next = day.adding(days: 1)
            #expect(Day(next.description) == next)
            day = next
        }
    }

    @Test func `the last day of a month stays the last where the later month is shorter`() {
        #expect(Day("2025-10-31")!.adding(months: 4) == Day("2026-02-28"))
        #expect(Day("2024-01-31")!.adding(months: 1) == Day("2024-02-29"))
    }

    @Test func `a moment of any instant is what it is written as`() {
        let zone = TimeZone(identifier: "Asia/Ho_Chi_Minh")!
        for milliseconds in [-1, 0, 1, 999, 1000, 1_761_364_800_123] as [Int64] {
            let moment = Moment(Instant(milliseconds: milliseconds), in: zone)
            #expect(Moment(moment.description) == moment)
            #expect(moment.instant <= Instant(milliseconds: milliseconds))
        }
    }

    @Test func `a moment keeps its zone and its instant`() {
        let moment = Moment("2025-10-25T10:00:00+07:00[Asia/Ho_Chi_Minh]")
        #expect(moment?.instant == Instant("2025-10-25T03:00:00Z"))
        #expect(moment?.description == "2025-10-25T10:00:00+07:00[Asia/Ho_Chi_Minh]")
        #expect(Moment("2025-10-25T10:00[Asia/Ho_Chi_Minh]") == moment)
    }

    @Test(arguments: [
        "2025-10-25T10:00:00+07:00", "2025-10-25T10:00:00+08:00[Asia/Ho_Chi_Minh]", "2025-10-25T10:00:00[GMT+7]",
        "2025-10-25T10:00:00[Nowhere/City]", "2025-10-25T25:00:00[Asia/Ho_Chi_Minh]",
    ])
    func `a fixed offset, a wrong one or an unknown zone is no moment`(text: String) {
        #expect(Moment(text) == nil)
    }

    @Test func `an hour that the clocks repeat or skip needs its offset`() {
        #expect(Moment("2025-10-26T02:30[Europe/Vienna]") == nil)
        #expect(Moment("2025-03-30T02:30[Europe/Vienna]") == nil)
        #expect(Moment("2025-10-26T02:30:00+02:00[Europe/Vienna]")?.instant == Instant("2025-10-26T00:30:00Z"))
        #expect(Moment("2025-10-26T02:30:00+01:00[Europe/Vienna]")?.instant == Instant("2025-10-26T01:30:00Z"))
    }

    @Test func `a point in time is written in UTC or on the clocks of a zone, and in nothing else`() {
        let instant = Instant("2025-10-14T01:00:00Z")
        #expect(Instant(written: "2025-10-14T01:00:00Z") == instant)
        #expect(Instant(written: "2025-10-14T08:00:00+07:00[Asia/Ho_Chi_Minh]") == instant)
        #expect(Instant(written: "2025-10-14T08:00:00+07:00") == nil && Instant(written: "2025-10-14") == nil)
        #expect(Moment("2025-10-14T08:00[Asia/Ho_Chi_Minh]")?.withOffset == "2025-10-14T08:00:00+07:00")
    }

    @Test func `an instant before 1970 and one with milliseconds read back`() {
        for text in ["1969-12-31T23:59:59.500Z", "2025-10-25T03:00:00.001Z", "1889-05-02T00:00:00Z"] {
            #expect(Instant(text)?.description == text)
        }
    }
}
