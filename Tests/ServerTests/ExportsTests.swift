import Addresses
import Engine
import Exchange
import Foundation
import GRDB
import House
import Ledger
import Phrases
import Rulebook
import Server
import Testing

@Suite struct `What is about people` {
    /// A house in which a clerk and another officer look after people, and somebody audits.
    private func opened(now: Instant = OpenHouse.now) async throws -> OpenHouse {
        let house = try await OpenHouse(now: now)
        try await house.write("person", "P-1", [("document", .text("TEST-000001")), ("birth_date", .text("1970-01-01"))])
        for (office, account) in [("O-1", "ASKER"), ("O-2", "OTHER")] {
            let titles: [(String, JSON)] = [("title_vi", .text("Người")), ("title_en", .text("Officer"))]
            try await house.write("officer", office, [("body", .text("BCA")), ("role", .text("member"))] + titles)
            try await house.write("account", account, titles + [("officer", .text(office))])
            let grant: [(String, JSON)] = [("account", .text(account)), ("desk", .text("PTY")), ("ceiling", .text("internal"))]
            try await house.write("grant", "G-\(account)", grant)
        }
        return house
    }

    private let audits = Rights(desks: [], ceiling: .internal, audits: true)

    private let people = Address.askExport(ListQuery("people"))
    private let wish = [("column", "family_name"), ("purpose", "registration"), ("recipient", "BCA"), ("expires_on", "2025-10-15")]

    private func made(_ house: OpenHouse, _ token: String) async throws -> String {
        let asked = try await house.post(people, token, wish)
        #expect(asked.status == .seeOther, "\(asked.text)")
        guard case .export(let code)? = asked.location.flatMap({ Address($0) }) else {
            Issue.record("\(asked.location ?? "")")
            return ""
        }
        return code
    }

    @Test func `is in no list as a file, and is asked for beside it`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(.account("ASKER"))
        let sheet = await house.get(.sheet(ListQuery("people"), format: "csv"), token).text
        #expect(sheet.contains("P-1") && !sheet.contains("Family name") && !sheet.contains("TEST-000001"))
        #expect(await house.get(.list(ListQuery("people")), token).text.contains(people.text))
        let page = await house.get(people, token).text
        #expect(page.contains("column-family_name") && page.contains("number of a document") && !page.contains(" checked"))
        #expect(try await house.get(.askExport(ListQuery("people")), as: Rights(desks: ["CMD"], ceiling: .internal)).status == .notFound)
        #expect(await house.get(.askExport(ListQuery("bodies")), token).status == .notFound)
        let empty = try await house.post(people, token, [("purpose", " "), ("expires_on", "soon")])
        #expect(empty.status == .conflict && empty.text.contains("Tick at least one") && empty.text.contains("Say what it is for"))
    }

    @Test func `leaves as a marked copy, to whoever asked for it alone, and auditors see what left`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(.account("ASKER"))
        let code = try await made(house, token)
        for number in 1...2 {
            let copy = try await house.post(.export(code), token, [("as", "csv")])
            #expect(copy.status == .fine && copy.text.contains("Người Thử") && !copy.text.contains("TEST-000001"))
            #expect(copy.text.contains("\(code) #\(number) · O-1 · 2025-10-14T"), "\(copy.text)")
            #expect(copy.text.contains("registration · until 2025-10-15"))
        }
        let paper = try await house.post(.export(code), token, [("as", "print")])
        #expect(paper.text.contains("watermark") && paper.text.contains("\(code) #3"))
        #expect(try await house.post(.export(code), token, [("as", "xlsx")]).status == .fine)
        let other = try await house.token(.account("OTHER"))
        let refused = try await house.post(.export(code), other, [("as", "csv")])
        #expect(refused.status == .forbidden && refused.text.contains("Only the officer who asked") && !refused.text.contains("Người Thử"))
        let seen = try await house.get(.exports(LogQuery()), as: Rights(desks: [], ceiling: .internal, audits: true))
        #expect(seen.text.contains("What left") && seen.text.contains("Family name") && seen.text.contains(">4<"))
        #expect(await house.get(.exports(LogQuery()), token).text.contains(code))
        #expect(!(await house.get(.exports(LogQuery()), token).text.contains("What left")))
    }

    @Test func `is given by nothing that nobody asked the house for, and no longer to who may not see it`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(.account("ASKER"))
        let forged: [(String, JSON)] = [
            ("holds", .text("list_of_people")), ("list_of", .text("person")), ("list_columns", .list([.text("document")])),
            ("list_numbers", .text("1")), ("asked_by", .text("O-1")), ("made", .text("2025-10-14T07:00:00+07:00[Asia/Ho_Chi_Minh]")),
            ("expires_on", .text("2025-10-15")),
        ]
        let proposal = ActRequest.Proposal(kind: "export", code: "EX-9", contents: forged.map { ($0.0, $0.1) })
        let edit = await house.chancery.perform(ActRequest(act: .edit, actor: "TEST", proposals: [proposal]))
        guard case .failure(.refused(let refusal)) = edit else {
            Issue.record("\(edit)")
            return
        }
        #expect(refusal.code == "only_by_act")
        let code = try await made(house, token)
        #expect(try await house.post(.export(code), token, [("as", "csv")]).status == .fine)
        try await house.write("grant", "G-ASKER", [("desk", .text("PRG"))])
        #expect(try await house.post(.export(code), token, [("as", "csv")]).text.contains("no longer see"))
    }

    @Test func `does not leave in which records are in a list either, nor in their order`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(.account("ASKER"))
        let open = ListQuery("people", order: "code")
        for query in [
            ListQuery("people", words: "Người"), ListQuery("people", filters: [.init("birth_date", "1970-01-01")]),
            ListQuery("people", order: "family_name"),
        ] {
            for format in fileFormats.writingTables.all.map(\.code) {
                let sheet = await house.get(.sheet(query, format: format), token)
                #expect(sheet.status == .forbidden && sheet.text.contains(Address.askExport(query).text.escaped), "\(query)")
                #expect(!sheet.text.contains("P-1"))
            }
            let page = await house.get(.list(query), token).text
            #expect(!page.contains(Address.sheet(query, format: "csv").text.escaped) && page.contains("scroll narrowed"), "\(query)")
        }
        #expect(await house.get(.sheet(open, format: "csv"), token).text.contains("P-1"))
        #expect(await house.get(.list(open), token).text.contains(Address.sheet(open, format: "csv").text.escaped))
        // What is assumed of people is searched by everybody; who may not ask for it is not shown where.
        let other = Rights(desks: ["CMD"], ceiling: .internal)
        let searched = try await house.get(.sheet(ListQuery("people", words: "P-1"), format: "csv"), as: other)
        #expect(searched.status == .forbidden && !searched.text.contains("With sensitive columns"))
        #expect(try await !house.get(.list(ListQuery("people")), as: other).text.contains("With sensitive columns"))
    }

    @Test func `is in texts too that are about anything, where they may tell of somebody`() async throws {
        let house = try await opened()
        defer { house.close() }
        try await house.write("hold", "H-1", [("person", .text("P-1")), ("reason", .text("ZQ-REASON")), ("ends_on", .text("2026-06-01"))])
        let token = try await house.token(.account("ASKER"))
        let sheet = await house.get(.sheet(ListQuery("holds"), format: "csv"), token)
        #expect(sheet.status == .fine && sheet.text.contains("H-1") && !sheet.text.contains("ZQ-REASON"))
        #expect(await house.get(.sheet(ListQuery("holds", words: "ZQ"), format: "csv"), token).status == .forbidden)
        let page = await house.get(.list(ListQuery("holds")), token).text
        #expect(page.contains("ZQ-REASON") && page.contains(Address.askExport(ListQuery("holds")).text), "it is read, and asked for")
    }

    @Test func `is given until its last day, and not a day longer, by the clock of the ceremony`() async throws {
        let house = try await opened()
        defer { house.close() }
        let code = try await made(house, try await house.token(.account("ASKER")))
        for (now, status, words) in [
            ("2025-10-15T10:00:00Z", Answer.Status.fine, "Người Thử"), ("2025-10-16T10:00:00Z", .forbidden, "Its last day is over"),
        ] {
            let day = try await house.later(Instant(now)!)
            let token = try await day.token(.account("ASKER"))
            let copy = try await day.post(.export(code), token, [("as", "csv")])
            #expect(copy.status == status && copy.text.contains(words), "\(now) \(copy.text)")
            #expect(status == .fine || !copy.text.contains("Người Thử"))
        }
    }

    @Test func `is given no more once whoever asked has ended it`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(.account("ASKER"))
        let code = try await made(house, token)
        #expect(await house.get(.export(code), token).text.contains("End the export"))
        let other = try await house.token(.account("OTHER"))
        #expect(try await house.post(.export(code), other, [("as", "end")]).status == .refused)
        #expect(try await house.post(.export(code), token, [("as", "csv")]).status == .fine)
        #expect(try await house.post(.export(code), token, [("as", "end")]).status == .seeOther)
        let copy = try await house.post(.export(code), token, [("as", "csv")])
        #expect(copy.status == .forbidden && copy.text.contains("ended before its last day"))
    }

    @Test func `is asked for and fetched in Vietnamese`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(.account("ASKER"), .vietnamese)
        #expect(await house.get(.list(ListQuery("people")), token).text.contains("Kèm cột nhạy cảm"))
        let empty = try await house.post(people, token, [("purpose", "")])
        #expect(empty.status == .conflict && !empty.text.contains("Tick at least"))
        let code = try await made(house, token)
        let page = await house.get(.export(code), token).text
        #expect(page.contains("Mục đích") && page.contains("Nơi nhận đã đăng ký") && page.contains("Chấm dứt việc xuất dữ liệu"))
        let copy = try await house.post(.export(code), token, [("as", "csv")])
        #expect(copy.status == .fine && copy.text.contains("Người Thử") && copy.text.contains("registration"))
        #expect(copy.text.contains("Bộ <Công an>"), "the recipient as the reader calls it")
    }

    @Test func `is noted wherever it is written to a page, be it the form of an act or what a proposal would do`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(.account("ASKER"))
        func readings() async throws -> Int {
            let page = try await house.get(.readings(LogQuery(account: "ASKER", day: Day("2025-10-14"))), as: audits).text
            return page.components(separatedBy: "P-1").count - 1
        }
        let before = try await readings()
        let form = await house.get(.act(ActAddress("erase", about: RecordAddress("people", "P-1"))), token)
        #expect(form.status == .fine && form.text.contains("Người Thử"), "\(form.text)")
        #expect(try await readings() == before + 1)
        _ = await house.get(.list(ListQuery("bodies")), token)
        #expect(try await readings() == before + 1, "what tells of nobody is noted by nobody")
        // What cannot be noted is not shown.
        let file = try DatabaseQueue(path: house.folder + "/credentials.sqlite")
        try await file.write { try $0.execute(sql: "ALTER TABLE reading RENAME TO elsewhere") }
        let unnoted = await house.get(.record(RecordAddress("people", "P-1")), token)
        #expect(unnoted.status == .unavailable && !unnoted.text.contains("Người Thử"))
    }

    /// The proof of what left, as the file says.
    private func left(_ house: OpenHouse) throws -> Chain.Proof? {
        try Credentials.proofs(in: house.folder).first { $0.chain.table == "copy" }?.proof
    }

    @Test func `that left stands in a record that nobody alters without a trace, and goes with a copy of the house`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(.account("ASKER"))
        let code = try await made(house, token)
        for _ in 1...3 { _ = try await house.post(.export(code), token, [("as", "csv")]) }
        #expect(try left(house)?.damaged == nil && left(house)?.count == 3)
        #expect(try await house.get(.exports(LogQuery()), as: audits).text.contains("3 lines stand as they were written"))
        // Laid out elsewhere, it is taken in once the house is opened there.
        let other = house.folder + ".restored"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: other) }
        let copies = try #require(try Credentials.copies(in: house.folder))
        try copies.write(to: URL(filePath: other + "/" + Credentials.copiesName))
        let restored = try Credentials(folder: other)
        #expect(try await restored.prove(.copies).head == left(house)?.head)
        #expect(!FileManager.default.fileExists(atPath: other + "/" + Credentials.copiesName))
        let file = try DatabaseQueue(path: house.folder + "/credentials.sqlite")
        let guarding = try await file.read { try String.fetchOne($0, sql: "SELECT sql FROM sqlite_schema WHERE name = 'copy_stays'") }
        try await file.write { try $0.execute(sql: "DROP TRIGGER copy_stays; UPDATE copy SET people = 0 WHERE copy = 2") }
        // That the guard is gone is told, and where it is put back what was altered.
        #expect(throws: Chain.Strange.self) { try left(house) }
        try await file.write { try $0.execute(sql: guarding ?? "") }
        #expect(try left(house)?.damaged == 2)
    }

    @Test func `is given to programs in a list only by an export`() async throws {
        let house = try await opened()
        defer { house.close() }
        let session = try await house.token(.account("ASKER"))
        let page = try await house.post(.credentials, session, [("token-name", "test"), ("scope", "read"), ("act", "token")]).text
        let token = String(try #require(page.firstMatch(of: /chancery_[A-Z2-9]{52}/)).output)
        func ask(_ place: InterfaceAddress) async throws -> (status: Answer.Status, text: String) {
            let answer = await house.desk.answer(Visit(.get, place.text, language: "en", bearer: token))
            return (answer.status, String(decoding: answer.bytes, as: UTF8.self))
        }
        let plain = try await ask(.list(ListQuery("people")))
        #expect(plain.status == .fine && plain.text.contains("P-1") && !plain.text.contains("family_name"))
        for query in [ListQuery("people", words: "Người"), ListQuery("people", order: "birth_date")] {
            let narrowed = try await ask(.list(query))
            #expect(narrowed.status == .forbidden && narrowed.text.contains("narrowed") && !narrowed.text.contains("P-1"))
        }
        let code = try await made(house, session)
        let given = try await ask(.export(ListQuery("people"), code: code))
        #expect(given.text.contains("Người Thử") && given.text.contains("\(code) #1") && !given.text.contains("TEST-000001"))
        let byName = try await ask(.export(ListQuery("people", order: "family_name"), code: code))
        #expect(byName.status == .fine, "it gives that column")
        #expect(try await ask(.export(ListQuery("people", order: "birth_date"), code: code)).status == .forbidden, "and not that one")
        #expect(try await ask(.export(ListQuery("people"), code: "NONE")).status == .notFound)
        #expect(try await ask(.export(ListQuery("bodies"), code: code)).status == .notFound)
    }
}

extension String {
    /// As it stands in an attribute.
    fileprivate var escaped: String { replacingOccurrences(of: "&", with: "&amp;") }
}
