import Addresses
import Ledger
import RulebookTesting
import Testing

@Suite struct `An address` {
    private static let words = ["VNM", "P-SIGN", "đoàn / 100%", "a&b=c", "x+y z", "?#", "تجربة", "..", "%41"]

    private static func some(_ dice: inout SeededDice) -> [Address] {
        let word = { (dice: inout SeededDice) in words.randomElement(using: &dice) ?? "" }
        let day = Bool.random(using: &dice) ? Day(number: Int32.random(in: 19_000...22_000, using: &dice)) : nil
        let query = ListQuery(
            word(&dice), words: word(&dice), filters: [.init("q", word(&dice)), .init("level_of_head", word(&dice))],
            order: Bool.random(using: &dice) ? "name" : "", isDescending: false, page: Int.random(in: 1...9, using: &dice), asOf: day)
        let slips = SlipsQuery(
            grouping: SlipsQuery.Grouping.allCases.randomElement(using: &dice) ?? .desk, desk: word(&dice), rule: "",
            withWaived: Bool.random(using: &dice))
        let record = RecordAddress(
            word(&dice), word(&dice), asOf: day, written: Bool.random(using: &dice) ? Int.random(in: 0...99, using: &dice) : nil)
        let records = LogQuery(account: word(&dice), day: day, page: Int.random(in: 1...9, using: &dice))
        let slip = SlipName(rule: word(&dice), variant: Bool.random(using: &dice) ? word(&dice) : "", subjects: [word(&dice), word(&dice)])
        return [
            .readiness, Address(WallPath(), asOf: day), .slips(slips), Address(SlipsQuery(), asOf: day),
            Address(WallPath(), asOf: day, part: word(&dice)), .list(query),
            .list(query.changed { ($0.order, $0.isDescending) = ("code", true) }),
            .record(record), .proof, .search(word(&dice)), .signIn, .signOut,
            .language, .asset(word(&dice)), .edit(RecordAddress(word(&dice), word(&dice))), .new(file: word(&dice)),
            .bulk(file: word(&dice)), .undo(entry: Int.random(in: 0...99, using: &dice)), .sheet(query, format: word(&dice)),
            .take(file: word(&dice)),
            Address(WaivePath(slip)), Address(AssignPath(slip)), .views, .credentials, .confirm(back: word(&dice)), .administration,
            .invite(account: word(&dice)), .endSessions(account: word(&dice)), .readings(records), .signIns(records), .keys,
            .act(ActAddress(word(&dice))), .act(ActAddress(word(&dice), about: RecordAddress(word(&dice), word(&dice)))),
            .askExport(ListQuery(word(&dice), words: word(&dice))), .export(word(&dice)), .exports(LogQuery(account: word(&dice))),
            .attachment(AttachmentAddress(RecordAddress(word(&dice), word(&dice)), word(&dice))),
            .attach(AttachmentAddress(RecordAddress(word(&dice), word(&dice)), word(&dice))),
            .hooks, .packs, .feed(after: Int.random(in: 0...99, using: &dice)),
        ]
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `is read back as it was printed`(seed: UInt64) {
        var dice = SeededDice(seed: seed)
        for _ in 0..<200 {
            for address in `An address`.some(&dice) { #expect(Address(address.text) == address, "seed \(seed): \(address.text)") }
        }
    }

    @Test func `is spelled with letters that every client leaves alone`() {
        #expect(Address.record(RecordAddress("people", "đ/1")).text == "/records/people/%C4%91%2F1")
        #expect(
            Address.list(ListQuery("people", words: "hoa", order: "code", isDescending: true, page: 2)).text
                == "/records/people?q=hoa&order=-code&page=2")
        #expect(Address(WallPath(), asOf: day("2025-10-14")).text == "/wall?as-of=2025-10-14")
    }

    @Test(arguments: [
        "", "records", "/records", "/records/a/b/c/d", "/records/people?page=0", "/records/people?colour=red", "/%4", "/%zz",
        "/records/%FF/x", "/delegations?as-of=soon", "/undo/-1", "/sheets/people", "/feed?after=x",
    ])
    func `that means nothing is none`(text: String) {
        #expect(Address(text) == nil)
    }

    @Test func `forgives an empty field of a form`() {
        #expect(Address("/records/people?q=&order=&page=&as-of=&is-state=") == .list(ListQuery("people")))
        #expect(Address("/wall?as-of=") == Address(WallPath()))
        #expect(Address("/slips?desk=&rule=&waived=") == .slips(SlipsQuery()))
    }

    @Test func `of a part of a page names its page, and is no place to send somebody back to`() throws {
        let part = Address(SlipsQuery(desk: "PRG"), part: "figures")
        #expect(part.text == "/slips?desk=PRG&part=figures" && Address(part.text) == part)
        #expect(!part.isPage && Address(SlipsQuery(desk: "PRG")).isPage)
        #expect(Address("/slips?desk=PRG&part=") == Address(SlipsQuery(desk: "PRG")))
        #expect(Address(WallPath(), asOf: day("2025-10-14"), part: "slips").today == Address(WallPath(), part: "slips"))
    }

    @Test func `of a room's page is known by its room alone`() throws {
        guard case .page(let page)? = Address("/nowhere/at-all?colour=red&as-of=2025-10-14") else {
            Issue.record("an address that no place of the house has is a page's")
            return
        }
        #expect(page.word == "nowhere" && page.rest.path == ["at-all"] && page.rest["colour"] == "red")
        #expect(page.asOf == day("2025-10-14") && Address.page(page).today.text == "/nowhere/at-all?colour=red")
        #expect(SlipsQuery(Spelling([], query: [.init("by", "colour")])) == nil)
        #expect(WallPath(Spelling(["further"])) == nil)
    }

    @Test func `of a place for programs is read back as it was printed`() {
        let places: [InterfaceAddress] = [
            .description, .list(ListQuery("people", words: "a b", order: "code", page: 2)), .record(RecordAddress("bodies", "B/1")), .slips,
            .acts, .preview, .packs(isPreview: true), .packs(isPreview: false), .nowhere,
            .attachment(AttachmentAddress(RecordAddress("people", "P/1"), "photograph")),
        ]
        for place in places { #expect(InterfaceAddress(place.text) == place) }
        #expect(InterfaceAddress("/records/people") == nil)
        #expect(InterfaceAddress("/api/records/people?page=0") == .nowhere)
    }
}
