import Engine
import Ledger
import Rulebook
import Testing

@Suite struct `What only acts write` {
    private func house() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        try await house.write("A")
        return house
    }

    private func edit(_ house: ExampleHouse, _ column: String, _ value: JSON, of code: String = "A", kind: String = "letter") async
        -> String?
    {
        await why(house.do(.edit, code, kind: kind, [(column, value)]))
    }

    private let moment = Moment(morning, in: Zones.named("Asia/Ho_Chi_Minh")!).description

    @Test func `preparation fills in nothing that an act fills in, and leaves it where it is`() async throws {
        let house = try await house()
        #expect(await edit(house, "sealed_by", .text("CLERK")) == "only_by_act")
        #expect(await edit(house, "sealed", .text(moment)) == "only_by_act")
        #expect(await edit(house, "sealed", .text(moment), of: "NEW") == "field_is_required")
        #expect(await edit(house, "postage", .integer(5)) == nil)
        _ = try await house.do(.seal, "A").get()
        #expect(await edit(house, "sealed_by", .null) == "only_by_act")
    }

    @Test func `of a column that both write, the act's words are its own`() async throws {
        let house = try await house()
        #expect(await edit(house, "state", .text("read")) == nil)
        #expect(await edit(house, "state", .text("closed")) == "only_by_act")
        _ = try await house.do(.seal, "A").get()
        #expect(await edit(house, "state", .text("read")) == "only_by_act")
        #expect(house.letter("A")?.state == .closed)
    }

    @Test func `what comes about by an act alone is neither prepared nor taken away, but labelled`() async throws {
        let house = try await house()
        #expect(await edit(house, "label", .text("x"), of: "P", kind: "parcel") == "only_by_act")
        _ = try await house.do(.pack, "P", kind: "parcel", [("content", .text("books"))]).get()
        #expect(await why(house.do(.remove, "P", kind: "parcel")) == "only_by_act")
        #expect(await edit(house, "content", .text("stones"), of: "P", kind: "parcel") == "only_by_act")
        #expect(await edit(house, "label", .text("x"), of: "P", kind: "parcel") == nil)
        try await house.tell(Parcel("BARE"))
        #expect(await why(house.do(.remove, "BARE", kind: "parcel")) == "only_by_act", "though nothing is filled in")
        #expect(example.actOnly.wayIn(to: Parcel.slot) == .pack && example.actOnly.wayIn(to: Letter.slot) == nil)
    }

    @Test func `what an act that takes two asks for is not prepared by one`() async throws {
        let house = try await house()
        #expect(await edit(house, "urn", .text("attic")) == "only_by_act")
    }

    @Test func `what was asked for is closed once an act is done that seals it`() async throws {
        let house = try await house()
        #expect(await edit(house, "title", .text("b")) == nil)
        #expect(await why(house.do(.turnIn, "A", [("title", .text("c"))])) == nil)
        #expect(await edit(house, "title", .text("d")) == "only_by_act")
        #expect(await edit(house, "pages", .integer(9)) == "only_by_act")
        #expect(await edit(house, "postage", .integer(9)) == nil)
    }

    @Test func `it is told which columns those are, of a record as it stands`() async throws {
        let house = try await house()
        let kind = Kind(Letter.self)
        func closed(_ code: String) -> Set<String> {
            example.actOnly.closed(of: kind, as: house.chancery.published.picture.row(ID<Letter>(house.number(code))))
        }
        let always: Set<String> = ["sealed", "sealed_by", "witness", "gone", "urn"]
        #expect(example.actOnly.closed(of: kind, as: nil) == always)
        #expect(closed("A") == always)
        _ = try await house.do(.seal, "A").get()
        #expect(closed("A") == always.union(["state", "title", "pages"]))
        #expect(example.actOnly.withheld(of: kind)["state"] == ["closed"])
    }
}

@Suite struct `What a pack tells` {
    private func house() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        try await house.write("A")
        return house
    }

    private func tell<Record: Entity>(
        _ house: ExampleHouse, _ record: Record, happened: Instant? = nil, on head: Head? = nil, replays: Bool = false
    ) async -> Result<Int?, Denial> {
        let picture = house.chancery.published.picture
        var record = record
        record.heading.id =
            picture.find(Record.self, record.heading.code)?.heading.id ?? ID(picture.nextNumber(slot: Record.slot))
        let happened = happened ?? house.now
        let news = News(
            Reference(slot: Record.slot, number: record.heading.id.number), code: record.heading.code, happened: happened,
            row: Row(record, happened: happened, sequence: 0), isCurrent: true)
        do throws(Denial) {
            return .success(
                try await house.chancery.note(
                    [news], on: head ?? house.chancery.published.head, by: .dataFolder(for: "CHIEF"), reason: "pack", replays: replays)?
                    .entries)
        } catch { return .failure(error) }
    }

    private func letter(_ code: String, _ fill: (inout Letter) -> Void = { _ in }) -> Letter {
        var letter = Letter(code)
        letter.title = code
        fill(&letter)
        return letter
    }

    @Test func `is taken in, where nobody has written since it was read`() async throws {
        let house = try await house()
        #expect(try await tell(house, letter("B")).get() == 1)
        #expect(house.letter("B")?.title == "B")
        #expect(try await tell(house, letter("C"), on: .origin).get() == nil)
        #expect(house.letter("C") == nil)
    }

    @Test func `has happened, and nothing of it is to come`() async throws {
        let house = try await house()
        #expect(await why(tell(house, letter("B"), happened: house.now.adding(minutes: 1))) == "not_yet")
        #expect(await why(tell(house, letter("B"), happened: house.now.adding(minutes: 1), replays: true)) == "not_yet")
    }

    @Test func `makes up nothing that only acts write, unless it tells a whole ceremony again`() async throws {
        let house = try await house()
        let sealed = letter("B") { $0.sealedBy = "CLERK" }
        #expect(await why(tell(house, sealed)) == "only_by_act")
        #expect(try await tell(house, sealed, replays: true).get() == 1)
        let fresh = try await ExampleHouse()
        #expect(try await tell(fresh, sealed).get() == 1, "to an empty journal it tells the beginning")
    }

    @Test func `gives no power and waives nothing that its bearer could not`() async throws {
        let house = try await house()
        var keeper = Keeper("NEW")
        keeper.desk = "CMD"
        #expect(await why(tell(house, keeper)) == "power_by_pack")
        keeper.desk = "MOON"
        #expect(await why(tell(house, keeper)) == "no_such_desk")
        var waiver = Waiver("W")
        waiver.rule = "CMD-01"
        waiver.approver = "CLERK"
        waiver.reason = "r"
        waiver.ends = Moment(noon, in: Zones.named("Asia/Ho_Chi_Minh")!)
        #expect(await why(tell(house, waiver)) == "waiver_not_entitled")
        waiver.approver = "CHIEF"
        #expect(await why(tell(house, waiver)) == nil)
    }

    @Test func `gives power where there are not two who could`() async throws {
        let house = try await ExampleHouse()
        try await house.give("ADM-A", [("administers", .flag(true))])
        try await house.give("CHIEF", [("chief", .flag(true)), ("desk", .text("CMD"))])
        var keeper = Keeper("NEW")
        keeper.desk = "CMD"
        #expect(try await tell(house, keeper).get() == 1)
    }
}
