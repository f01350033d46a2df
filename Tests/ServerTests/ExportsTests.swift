import Addresses
import Engine
import Foundation
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
        let sheet = await house.get(.sheet(ListQuery("people"), .csv), token).text
        #expect(sheet.contains("P-1") && !sheet.contains("family_name") && !sheet.contains("TEST-000001"))
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
        let seen = try await house.get(.exports(RecordsQuery()), as: Rights(desks: [], ceiling: .internal, audits: true))
        #expect(seen.text.contains("What left") && seen.text.contains("Family name") && seen.text.contains(">4<"))
        #expect(await house.get(.exports(RecordsQuery()), token).text.contains(code))
        #expect(!(await house.get(.exports(RecordsQuery()), token).text.contains("What left")))
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
        let code = try await made(house, session)
        let given = try await ask(.export(ListQuery("people"), code: code))
        #expect(given.text.contains("Người Thử") && given.text.contains("\(code) #1") && !given.text.contains("TEST-000001"))
        #expect(try await ask(.export(ListQuery("people"), code: "NONE")).status == .notFound)
        #expect(try await ask(.export(ListQuery("bodies"), code: code)).status == .notFound)
    }
}
