import Addresses
import Furniture
import Ledger
import PageTesting
import Programme
import ProgrammePages
import RulebookTesting
import Testing

@Suite struct `The page of the programme` {
    private var given = Given(at: "2025-10-14T03:00:00Z", kinds: programmeKinds)

    private mutating func session(_ code: String, _ starts: String, _ ends: String, _ kind: Session.Sort = .workshop) {
        given.add(
            Session(code) {
                $0.starts = hanoi(starts)
                $0.ends = hanoi(ends)
                $0.kind = kind
            })
    }

    private func page(_ path: ProgrammePath = ProgrammePath()) throws -> ProgrammeModel { ProgrammeModel(path, for: try given.reader()) }

    @Test mutating func `opens on the day of the opening, and has each day on which there is anything`() throws {
        session("EVE", "2025-10-24T19:00", "2025-10-24T21:00")
        session("OPENING", "2025-10-25T09:00", "2025-10-25T10:00", .opening)
        session("EARLY", "2025-10-25T08:00", "2025-10-25T08:30")
        let page = try page()
        #expect(page.day == day("2025-10-25"))
        #expect(page.days == [day("2025-10-24"), day("2025-10-25")])
        #expect(page.sessions.map(\.session.code) == ["EARLY", "OPENING"])
        #expect(try self.page(ProgrammePath(day: day("2025-10-24"))).sessions.map(\.session.code) == ["EVE"])
        #expect(try self.page(ProgrammePath(day: day("2025-10-30"))).sessions.isEmpty)
    }

    @Test mutating func `is not on the day that begins as a session ends`() throws {
        session("LATE", "2025-10-25T22:00", "2025-10-26T00:00")
        #expect(try page().days == [day("2025-10-25")])
    }

    @Test mutating func `stands in calendars in the order in which it begins, without what has no time yet`() throws {
        session("B", "2025-10-26T09:00", "2025-10-26T10:00")
        session("A", "2025-10-25T09:00", "2025-10-25T10:00")
        given.add(Session("SOMETIME"))
        #expect(CalendarModel(CalendarPath(), for: try given.reader()).sessions.map(\.code) == ["A", "B"])
    }

    @Test func `is asked by an address that names a day, or no page at all`() {
        #expect(ProgrammePath(Spelling([], query: [.init("day", "2025-10-26")]))?.day == day("2025-10-26"))
        #expect(ProgrammePath(Spelling([], query: [.init("day", "soon")])) == nil)
        #expect(ProgrammePath(Spelling(["x"])) == nil)
    }
}
