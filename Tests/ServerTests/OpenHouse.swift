import Addresses
import Engine
import Exchange
import Foundation
import Furniture
import House
import Ledger
import LedgerSQLite
import Mounting
import Phrases
import Rulebook
import RulebookTesting
import Server
import Testing

/// A house with one secret, one person and a body, opened to visitors.
struct OpenHouse {
    let desk: FrontDesk
    let sessions: Sessions
    let feed: Feed
    let chancery: Chancery
    let folder: String
    private let journal: SQLiteJournal
    let opened: OpenedHouse

    static let now = Instant("2025-10-14T01:00:00Z")!

    /// A page of some room, by the first word of its address.
    static func page(_ word: String) -> Address { houseRooms.flatMap(\.pages).first { $0.word == word }!.samples[0] }

    init(
        now: Instant = Instant("2025-10-14T01:00:00Z")!, outside: Outside = Outside(), languages: [Phrases]? = nil, sleep: Sleep = .machine,
        realClock: (@Sendable () -> Instant)? = nil, ticks: @escaping @Sendable () -> Int64 = { 0 },
        missingHeads: @escaping @Sendable () async throws(JournalFailure) -> Int = { () throws(JournalFailure) in 0 }
    ) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)").path
        journal = try SQLiteJournal(folder: folder, register: houseRegister)
        let chancery = Chancery(try await LoadedCeremony.opened(journal, now: now), journal: journal, clock: { now }) { failure in
            preconditionFailure("\(failure)")
        }
        for (kind, code, contents) in OpenHouse.records {
            let proposal = ActRequest.Proposal(kind: kind, code: code, contents: contents.map { ($0.0, JSON.text($0.1)) })
            _ = try await chancery.perform(
                ActRequest(act: .edit, actor: "TEST", reason: "because", proposals: [proposal])
            )
            .get()
        }
        self.chancery = chancery
        opened = try await OpenedHouse(
            chancery, of: mountedHouse, journal: journal, folder: folder, clock: { now }, realClock: realClock ?? { OpenHouse.now },
            ticks: ticks,
            runsApart: true,
            languages: try languages ?? Language.delivered.map(Phrases.delivered), outside: outside, sleep: sleep,
            missingHeads: missingHeads)
        (desk, sessions, feed) = (opened.desk, opened.sessions, opened.feed)
    }

    /// Every page of the house as it stands.
    var pages: PageList { PageList(mountedHouse, of: chancery.published.picture, slips: chancery.published.slips.all) }

    /// What stands behind the front desk, put together anew as after a restart.
    func opened(
        again outside: Outside = Outside(), at now: Instant = OpenHouse.now, rooms: [Room] = houseRooms,
        formats: FileFormats = fileFormats
    ) async throws -> OpenedHouse {
        try await OpenedHouse(
            chancery, of: mountedHouse.with(rooms), journal: journal, folder: folder, clock: { now }, realClock: { OpenHouse.now },
            ticks: { 0 },
            runsApart: true,
            languages: try Language.delivered.map(Phrases.delivered), outside: outside, formats: formats)
    }

    /// The same house with a room more.
    func with(_ room: Room) async throws -> OpenHouse { OpenHouse(self, try await opened(rooms: houseRooms + [room])) }

    /// The same house with other formats of files.
    func with(_ formats: FileFormats) async throws -> OpenHouse { OpenHouse(self, try await opened(formats: formats)) }

    private init(_ house: OpenHouse, _ opened: OpenedHouse) {
        (chancery, folder, journal, self.opened) = (house.chancery, house.folder, house.journal, opened)
        (desk, sessions, feed) = (opened.desk, opened.sessions, opened.feed)
    }

    /// The same house on another day, with nobody signed in.
    func later(_ now: Instant) async throws -> OpenHouse { OpenHouse(self, try await opened(again: Outside(), at: now)) }

    func close() { try? FileManager.default.removeItem(atPath: folder) }

    private static let records: [(String, String, [(String, String)])] = [
        ("body", "BCA", [("kind", "ministry"), ("name_vi", "Bộ <Công an>"), ("name_en", "Ministry of \"Public\" Security")]),
        ("officer", "TEST", [("body", "BCA"), ("role", "member"), ("title_vi", "Người thử"), ("title_en", "Tester")]),
        ("body", "X-SECRET", [("kind", "ministry"), ("name_vi", "Cục Mật"), ("name_en", "Hidden office"), ("classification", "secret")]),
        ("body", "UNDER", [("kind", "office"), ("name_vi", "Phòng Dưới"), ("name_en", "Office below"), ("parent", "X-SECRET")]),
        (
            "officer", "O-SECRET",
            [("body", "BCA"), ("role", "head"), ("title_vi", "Người Kín"), ("title_en", "Quiet person"), ("classification", "secret")]
        ),
        ("body", "CALMED", [("kind", "office"), ("name_vi", "Từng Mật"), ("name_en", "Formerly hushed"), ("classification", "secret")]),
        ("body", "CALMED", [("name_vi", "Nay Thường"), ("name_en", "Now plain"), ("classification", "internal")]),
        ("person", "P-1", [("family_name", "Người Thử"), ("given_name", "Một")]),
        ("officer", "HEAD", [("body", "BCA"), ("role", "head"), ("title_vi", "Trưởng"), ("title_en", "Head")]),
        ("account", "CHIEF", [("title_vi", "Trưởng"), ("title_en", "Chief"), ("officer", "HEAD")]),
        ("account", "CLERK", [("title_vi", "Thư ký"), ("title_en", "Clerk")]),
        ("grant", "G-1", [("account", "CHIEF"), ("desk", "CMD"), ("ceiling", "internal")]),
        ("grant", "G-2", [("account", "CLERK"), ("desk", "CMD"), ("ceiling", "internal")]),
    ]

    /// Writes one record, whoever may.
    @discardableResult
    func write(_ kind: String, _ code: String, _ contents: [(String, JSON)], removes: Bool = false) async throws -> Receipt {
        var proposal = ActRequest.Proposal(kind: kind, code: code, contents: contents.map { ($0.0, $0.1) })
        proposal.removes = removes
        return try await chancery.perform(
            ActRequest(act: removes ? .remove : .edit, actor: "TEST", reason: "because", proposals: [proposal])
        ).get()
    }

    /// Does one act, whatever stops it: the head of a body overrides.
    @discardableResult
    func act(_ name: String, _ kind: String, _ code: String, _ contents: [(String, JSON)] = []) async throws -> Receipt {
        let proposal = ActRequest.Proposal(kind: kind, code: code, contents: contents.map { ($0.0, $0.1) })
        return try await chancery.perform(
            ActRequest(act: ActName(name), actor: "HEAD", reason: "because", overrideReason: "a test", proposals: [proposal])
        ).get()
    }

    /// A plan in force that no authority was named for: CMD-09 stops it.
    func putInForce(_ plan: String) async throws {
        try await write("plan", plan, [("title_vi", .text("Đề án")), ("title_en", .text("Master plan")), ("status", .text("drafting"))])
        try await act("approve_plan", "plan", plan)
    }

    /// What somebody who has signed in with these rights gets, as text.
    func get(_ address: Address, as rights: Rights, language: Language = .english) async throws -> (status: Answer.Status, text: String) {
        let token = try await token(rights, language)
        let answer = await desk.answer(Visit(.get, address.text, session: token))
        return (answer.status, String(decoding: answer.bytes, as: UTF8.self))
    }

    func token(_ rights: Rights, _ language: Language = .english) async throws -> String {
        try await token(.opener(name: "Tester", rights), language)
    }

    func token(_ holder: Sessions.Holder, _ language: Language = .english) async throws -> String {
        let code = await sessions.invite(holder, now: OpenHouse.now)
        return try await sessions.signIn(code: code, from: "127.0.0.1", language: language, now: OpenHouse.now)
    }

    /// What somebody gets who sends a form from the house's own pages.
    func post(_ address: Address, _ token: String, _ items: [(String, String)]) async throws -> (
        status: Answer.Status, text: String, location: String?
    ) {
        let session = try #require(await sessions.session(token, now: OpenHouse.now))
        var form = Form(items.map { (name: $0.0, value: $0.1) } + [(name: "token", value: session.formToken)])
        form.files = []
        let answer = await desk.answer(Visit(.post, address.text, session: token, origin: "same-origin", form: form))
        return (answer.status, String(decoding: answer.bytes, as: UTF8.self), answer.location)
    }

    func get(_ address: Address, _ token: String) async -> (status: Answer.Status, text: String) {
        let answer = await desk.answer(Visit(.get, address.text, session: token))
        return (answer.status, String(decoding: answer.bytes, as: UTF8.self))
    }
}

extension Form {
    init(_ fields: [String: String]) { self.init(fields.map { (name: $0.key, value: $0.value) }) }
}
