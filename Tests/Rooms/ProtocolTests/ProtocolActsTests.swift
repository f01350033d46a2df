import Ledger
import Programme
import Protocol
import Rulebook
import RulebookTesting
import Testing

@Suite struct `The acts of protocol` {
    private var given = Given.ceremonial()
    private let time = hanoi("2025-10-25T08:50")

    private func refusal<Record: Entity>(_ name: ActName, _ before: Record?, _ after: Record) -> String? {
        let act = protocolActs.first { $0.name == name }!
        func row(_ record: Record) -> Row<Record> { Row(record, happened: .distantPast, sequence: 0) }
        return act.refusal(before.map(row), row(after), given.picture)?.code
    }

    @Test func `a title is announced once, in words`() {
        let announced = TitleUse("T1") { [time] in
            $0.title = "Prime Minister"
            $0.announced = time
        }
        let untitled = TitleUse("T1") { [time] in $0.announced = time }
        #expect(refusal(.announceTitle, TitleUse("T1"), announced) == nil)
        #expect(refusal(.announceTitle, TitleUse("T1"), TitleUse("T1")) == "announcing_time_unknown")
        #expect(refusal(.announceTitle, TitleUse("T1"), untitled) == "title_is_empty")
        #expect(refusal(.announceTitle, announced, announced) == "title_already_announced")
    }

    @Test func `a room for a meeting is opened once, by somebody`() {
        let opened = SeatPlan("P1") { [time] in
            $0.session = ID(1)
            $0.opened = time
            $0.openedBy = ID(1)
        }
        let byNobody = SeatPlan("P1") { [time] in $0.opened = time }
        #expect(refusal(.openRoom, SeatPlan("P1"), opened) == nil)
        #expect(refusal(.openRoom, SeatPlan("P1"), byNobody) == "opened_by_nobody")
        let nowhere = SeatPlan("P1") { [time] in
            $0.opened = time
            $0.openedBy = ID(1)
        }
        #expect(refusal(.openRoom, SeatPlan("P1"), nowhere) == "room_without_meeting")
        #expect(refusal(.openRoom, opened, opened) == "room_already_open")
    }

    @Test mutating func `a principal joins a procession once, while there is one`() {
        let procession = given.add(Procession("PROC"))
        let joined = ProcessionEntry("E1") { [time] in
            $0.procession = procession
            $0.joined = time
        }
        #expect(refusal(.joinProcession, ProcessionEntry("E1"), joined) == nil)
        #expect(refusal(.joinProcession, nil, ProcessionEntry("E1")) == "joins_nothing")
        #expect(refusal(.joinProcession, joined, joined) == "already_in_procession")
        given.change(procession) { [time] in $0.ended = time }
        #expect(refusal(.joinProcession, ProcessionEntry("E1"), joined) == "procession_is_over")
    }
}
