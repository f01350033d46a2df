import Committee
import Ledger
import Parties
import Programme
import Protocol
import Rulebook
import RulebookTesting
import Testing

@Suite struct `The acts of protocol` {
    private var given = Given.ceremonial()
    private let officer: ID<Officer>
    private let other: ID<Officer>
    private let office: ID<Office>
    private let opening: ID<Session>
    private let time = hanoi("2025-10-25T08:50")
    private let earlier = hanoi("2025-10-25T08:45")

    init() {
        given.now = time.instant
        officer = given.add(Officer("OFFICER"))
        other = given.add(Officer("OTHER"))
        office = given.add(
            Office("PM-JPN") {
                $0.titleVietnamese = "Thủ tướng Nhật Bản"
                $0.titleEnglish = "Prime Minister of Japan"
                $0.titleAsGiven = "内閣総理大臣"
            })
        opening = given.opening()
    }

    @Test mutating func `a room for a meeting is opened once, by somebody`() throws {
        let plan = given.add(SeatPlan("P1") { [opening] in $0.session = opening })
        let opened = try given.done(openingRoom, to: plan)
        #expect(opened.opened == time && opened.openedBy == officer)
        let told = try given.done(openingRoom, to: plan) {
            $0.opened = earlier
            $0.openedBy = other
        }
        #expect(told.opened == earlier && told.openedBy == other)
        #expect(given.refusal(of: openingRoom, to: plan, by: "NOBODY") == "officer_unknown")
        given.change(plan) { [time] in $0.opened = time }
        #expect(given.refusal(of: openingRoom, to: plan) == "room_already_open")
        let nowhere = given.add(SeatPlan("P2"))
        #expect(given.refusal(of: openingRoom, to: nowhere) == "room_without_meeting")
    }

    @Test mutating func `a principal joins a procession once, while there is one`() throws {
        let procession = given.add(Procession("PROC"))
        let entry = given.add(
            ProcessionEntry("E1") {
                $0.procession = procession
                $0.order = 4
            })
        let joined = try given.done(joiningProcession, to: entry)
        #expect(joined.joined == time && joined.order == 4)
        #expect(try given.done(joiningProcession, to: entry) { $0.joined = earlier }.joined == earlier)
        #expect(given.refusal(of: joiningProcession, making: ProcessionEntry.self) == "joins_nothing")
        given.change(procession) { [time] in $0.ended = time }
        #expect(given.refusal(of: joiningProcession, to: entry) == "procession_is_over")
        #expect(given.refusal(of: joiningProcession, to: entry) { $0.joined = earlier } == nil)
        given.change(entry) { [earlier] in $0.joined = earlier }
        #expect(given.refusal(of: joiningProcession, to: entry) == "already_in_procession")
    }

    @Test mutating func `a principal of whom no place was prepared joins at the end`() throws {
        given.add(
            Procession("OVER") { [opening, earlier] in
                $0.session = opening
                $0.ended = earlier
            })
        let procession = given.add(Procession("PROC") { [opening] in $0.session = opening })
        given.add(
            ProcessionEntry("E1") {
                $0.procession = procession
                $0.order = 4
            })
        let party = given.add(Party("JPN"))
        let part = given.add(
            Appearance("AP") { [opening, office] in
                $0.session = opening
                $0.party = party
                $0.office = office
                $0.holder = "PM-JPN"
            })
        let joined = try given.made(joiningProcession, ProcessionEntry.self, from: Reference(part))
        #expect(joined.procession == procession && joined.order == 5 && joined.joined == time)
        #expect(joined.party == party && joined.office == office && joined.holder == "PM-JPN")
        #expect(try given.made(joiningProcession, ProcessionEntry.self, from: Reference(procession)).procession == procession)
    }

    @Test mutating func `a title is announced once, in words`() throws {
        let use = given.add(TitleUse("T1") { $0.title = "Prime Minister" })
        let announced = try given.done(announcingTitle, to: use)
        #expect(announced.title == "Prime Minister" && announced.announced == time && announced.announcedBy == officer)
        let told = try given.done(announcingTitle, to: use) {
            $0.announced = earlier
            $0.announcedBy = other
        }
        #expect(told.announced == earlier && told.announcedBy == other)
        #expect(given.refusal(of: announcingTitle, making: TitleUse.self) == "title_is_empty")
        given.change(use) { [time] in $0.announced = time }
        #expect(given.refusal(of: announcingTitle, to: use) == "title_already_announced")
    }

    @Test func `a title comes from the office, in the language in which it is announced`() throws {
        func title(in language: String) throws -> String {
            try given.made(announcingTitle, TitleUse.self, from: Reference(office)) { $0.language = language }.title
        }
        #expect(try title(in: "vi") == "Thủ tướng Nhật Bản")
        #expect(try title(in: "en") == "Prime Minister of Japan")
        #expect(try title(in: "ja") == "内閣総理大臣")
    }

    @Test mutating func `a title begins from a cue or a seat with whose it is`() throws {
        let part = given.add(Appearance("AP") { [office] in $0.office = office })
        let cue = given.add(
            Cue("C") { [opening] in
                $0.session = opening
                $0.appearance = part
            })
        let read = try given.made(announcingTitle, TitleUse.self, from: Reference(cue)) { $0.language = "en" }
        #expect(read.cue == cue && read.session == opening && read.office == office && read.medium == .announcement)
        let plan = given.add(SeatPlan("P1") { [opening] in $0.session = opening })
        let seat = given.add(
            Seat("S") { [office] in
                $0.plan = plan
                $0.office = office
            })
        let plate = try given.made(announcingTitle, TitleUse.self, from: Reference(seat)) { $0.language = "en" }
        #expect(plate.seat == seat && plate.session == opening && plate.office == office && plate.medium == .namePlate)
    }
}
