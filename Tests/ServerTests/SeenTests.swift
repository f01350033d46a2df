import Addresses
import Engine
import Exchange
import Foundation
import House
import Ledger
import Phrases
import Rulebook
import Testing

import Server

/// Counts and figures are made of what their reader may know of, and of nothing else.
@Suite struct `A figure on a page` {
    private let committee = Rights(desks: ["CMD"], ceiling: .internal)
    private let cleared = Rights(desks: ["CMD"], ceiling: .topSecret)

    @Test func `of the successes counts nothing that its reader may not know of`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        for (code, classification) in [("S-1", "internal"), ("S-2", "secret")] {
            try await house.write(
                "session", code,
                [
                    ("kind", .text("plenary")), ("title_vi", .text(code)), ("title_en", .text(code)),
                    ("starts", .text("2025-10-25T10:00:00+07:00[Asia/Ho_Chi_Minh]")),
                    ("ends", .text("2025-10-25T11:00:00+07:00[Asia/Ho_Chi_Minh]")), ("classification", .text(classification)),
                ])
        }
        try await house.write(
            "measure", "M-1", [("quantity", .text("sessions_placed")), ("name_vi", .text("Đo")), ("name_en", .text("Measure"))])
        try await house.write(
            "criterion", "C-1",
            [("success", .text("content")), ("title_vi", .text("Tiêu chí")), ("title_en", .text("Criterion")), ("measure", .text("M-1"))])
        #expect(try await house.get(.readiness, as: committee).text.contains("measured 0 of 1"))
        #expect(try await house.get(.readiness, as: cleared).text.contains("measured 0 of 2"))
    }

    @Test func `of a success stands beside what those report who carry it out`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.write(
            "criterion", "C-1", [("success", .text("content")), ("title_vi", .text("Tiêu chí")), ("title_en", .text("Criterion"))])
        #expect(try await !house.get(.readiness, as: committee).text.contains("reported"))
        for (code, state, percent) in [("T-1", "open", 40), ("T-2", "done", 0), ("T-3", "cancelled", 0)] {
            try await house.write(
                "task", code,
                [
                    ("title_vi", .text(code)), ("title_en", .text(code)), ("state", .text(state)), ("percent", .integer(Int64(percent))),
                    ("criterion", .text("C-1")),
                ])
        }
        #expect(try await house.get(.readiness, as: committee).text.contains("reported 70 %"))
    }

    @Test func `of decisions counts what is due today or overdue, is not answered, and may be known`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let asked: [(String, String, Int, String)] = [
            ("E-LATE", "2025-10-14T07:00:00", 1, "internal"), ("E-TODAY", "2025-10-14T17:00:00", 2, "internal"),
            ("E-TOMORROW", "2025-10-15T08:00:00", 3, "internal"), ("E-SECRET", "2025-10-14T17:00:00", 4, "secret"),
        ]
        for (code, due, number, classification) in asked {
            try await house.write(
                "escalation", code,
                [
                    ("from", .text("UNDER")), ("to", .text("BCA")), ("asks", .text("programme")),
                    ("question", .text("Question \(number)?")),
                    ("answer_due", .text("\(due)+07:00[Asia/Ho_Chi_Minh]")), ("classification", .text(classification)),
                ])
        }
        let page = try await house.get(.readiness, as: committee).text
        #expect(page.contains("2 need a decision today"))
        #expect(page.contains("Question 1?") && page.contains("overdue since 07:00"))
        #expect(page.contains("Question 2?") && page.contains("due 17:00"))
        #expect(!page.contains("Question 3?") && !page.contains("Question 4?"))
        try await house.act("answer_escalation", "escalation", "E-TODAY", [("answer", .text("Yes"))])
        #expect(try await house.get(.readiness, as: committee).text.contains("1 needs a decision today"))
    }

    @Test func `of the signing register counts nothing that its reader may not know of`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.write("treaty", "T", [("title_vi", .text("Công ước")), ("title_en", .text("Convention"))])
        for (code, classification) in [("AA", "internal"), ("BB", "secret")] {
            try await house.write(
                "party", code, [("kind", .text("member_state")), ("name_vi", .text("Nước \(code)")), ("name_en", .text("Country \(code)"))])
            try await house.write(
                "intention", code,
                [
                    ("party", .text(code)), ("treaty", .text("T")), ("intent", .text("will_sign")),
                    ("classification", .text(classification)),
                ])
        }
        let open = try await house.get(OpenHouse.page("signing"), as: committee).text
        #expect(open.contains("Country AA") && !open.contains("Country BB"))
        let whole = try await house.get(OpenHouse.page("signing"), as: cleared).text
        #expect(whole.contains("Country AA") && whole.contains("Country BB"))
    }

    @Test func `and a search find what is about a party by the party's name, unless the party is not to be known`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.write("treaty", "T", [("title_vi", .text("Công ước")), ("title_en", .text("Convention"))])
        for (code, classification) in [("AA", "internal"), ("BB", "secret")] {
            try await house.write(
                "party", code,
                [
                    ("kind", .text("member_state")), ("name_vi", .text("Nước \(code)")), ("name_en", .text("Country of \(code)")),
                    ("classification", .text(classification)),
                ])
            try await house.write(
                "intention", "I-\(code)", [("party", .text(code)), ("treaty", .text("T")), ("intent", .text("will_sign"))])
        }
        for address in [Address.search("country"), .list(ListQuery("intentions", words: "country"))] {
            let page = try await house.get(address, as: committee).text
            #expect(page.contains("I-AA") && !page.contains("I-BB"), "\(address.text)")
            #expect(try await house.get(address, as: cleared).text.contains("I-BB"))
        }
    }

    @Test func `and a record stay hidden as of a day on which they were not, even when they are gone`() async throws {
        let house = try await OpenHouse(now: Instant("2025-10-20T01:00:00Z")!)
        defer { house.close() }
        func write(_ day: Int, _ contents: [(String, JSON)], removes: Bool = false) async throws {
            var proposal = ActRequest.Proposal(kind: "body", code: "LATER", contents: contents)
            proposal.removes = removes
            let request = ActRequest(
                act: removes ? .remove : .edit, actor: "TEST", reason: "because",
                happened: Instant("2025-10-\(day)T01:00:00Z"), proposals: [proposal])
            _ = try await house.chancery.perform(request).get()
        }
        try await write(15, [("kind", .text("office")), ("name_vi", .text("Phòng Ấy")), ("name_en", .text("That office"))])
        let address = Address.record(RecordAddress("bodies", "LATER", asOf: Day("2025-10-15")))
        #expect(try await house.get(address, as: committee).status == .fine)
        try await write(17, [("classification", .text("secret"))])
        #expect(try await house.get(address, as: committee).status == .notFound)
        #expect(try await house.get(address, as: cleared).status == .fine)
        try await write(18, [], removes: true)
        #expect(try await house.get(address, as: committee).status == .notFound)
        #expect(try await house.get(address, as: cleared).status == .fine)
    }
}

@Suite struct `What takes long to make` {
    /// Counts how often something was made.
    private actor Workshop {
        private(set) var made = 0
        func make() async -> Int {
            made += 1
            try? await Task.sleep(for: .milliseconds(50))
            return made
        }
    }

    @Test func `is made once, however many ask for it at the same time`() async {
        let workshop = Workshop()
        let kept = MadeOnce<String, Int>(most: 3)
        await withTaskGroup(of: Int.self) { asking in
            for _ in 0..<50 { asking.addTask { await kept.value(of: "a") { await workshop.make() } } }
            for await value in asking { #expect(value == 1) }
        }
        #expect(await workshop.made == 1)
        await kept.forget("a")
        #expect(await kept.value(of: "a") { await workshop.make() } == 2)
    }

    @Test func `is dropped when it is overtaken`() async {
        let kept = MadeOnce<Int, Int>(most: 3)
        #expect(await kept.value(of: 1) { 10 } == 10)
        #expect(await kept.value(of: 2, droppingWhere: { $0 < 2 }) { 20 } == 20)
        #expect(await kept.value(of: 1) { 11 } == 11)
    }

    @Test func `is made out of what it was before, of what there is the last asked for`() async {
        let kept = MadeOnce<Int, [Int]>(most: 3)
        @Sendable func follow(_ key: Int) async -> [Int] {
            await kept.value(of: key, following: { $0 < key }, droppingWhere: { $0 < key - 1 }) { ($0 ?? []) + [key] }
        }
        #expect(await follow(1) == [1])
        #expect(await follow(2) == [1, 2])
        #expect(await follow(3) == [1, 2, 3])
        // The first is dropped, the second is still there and was asked for since.
        #expect(await follow(2) == [1, 2])
        #expect(await follow(4) == [1, 2, 4])
    }

    @Test func `makes room where nobody has asked for longest`() async {
        let kept = MadeOnce<Int, Int>(most: 2)
        for key in [1, 2, 1, 3] { _ = await kept.value(of: key) { key } }
        #expect(await kept.count == 2)
        let first = await kept.value(of: 1) { -1 }
        let second = await kept.value(of: 2) { -2 }
        #expect(first == 1 && second == -2)
    }
}

@Suite struct `A calendar program` {
    private func token(_ scope: String, _ house: OpenHouse) async throws -> (token: String, session: String) {
        let session = try await house.token(.account("CLERK"))
        let made = try await house.post(.credentials, session, [("act", "token"), ("token-name", "Calendar"), ("scope", scope)])
        return (String(try #require(made.text.firstMatch(of: /chancery_[A-Z2-9]+/)).output), session)
    }

    private func visit(_ address: String, _ token: String?, as user: String?) -> Visit {
        Visit(.get, address, bearer: token, user: user)
    }

    @Test func `gets the programme with a token for it, and nothing else`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let (token, session) = try await token("calendar", house)
        let calendar = await house.desk.answer(visit("/programme.ics", token, as: "CLERK"))
        #expect(calendar.status == .fine && calendar.content == Answer.Content(.calendar))
        #expect(await house.desk.answer(visit("/api/slips", token, as: nil)).status == .unauthorized)
        #expect(await house.desk.answer(visit("/programme.ics", token, as: "CHIEF")).status == .unauthorized)
        let asked = await house.desk.answer(visit("/programme.ics", nil, as: nil))
        #expect(asked.status == .unauthorized && asked.asksForPassword)
        let page = await house.get(.credentials, session).text
        let number = try #require(page.firstMatch(of: /name="number" value="(\d+)"/)).output.1
        #expect(!page.contains(token), "a token is told once")
        _ = try await house.post(.credentials, session, [("act", "revoke"), ("number", String(number))])
        #expect(await house.desk.answer(visit("/programme.ics", token, as: "CLERK")).status == .unauthorized)
    }

    @Test func `does not end another's token`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let (token, session) = try await token("calendar", house)
        let number = try #require(await house.get(.credentials, session).text.firstMatch(of: /name="number" value="(\d+)"/)).output.1
        let other = try await house.token(.account("CHIEF"))
        _ = try await house.post(.credentials, other, [("act", "revoke"), ("number", String(number))])
        #expect(await house.desk.answer(visit("/programme.ics", token, as: "CLERK")).status == .fine)
    }
}

@Suite struct `A further language` {
    private func file(_ name: String, _ text: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "phrases-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    @Test func `is one file, and says in English what it does not say`() async throws {
        let english = try Phrases.delivered(.english)
        let path = try file(
            "ar.json",
            """
            {"convention.name": "العربية", "convention.direction": "rtl", "convention.day": "{year}/{month_2}/{day_2}",
             "page.readiness": "الجاهزية"}
            """)
        let arabic = try Phrases.read(path, inPlaceOf: english)
        #expect(arabic.missing.count == english.sentences.count - 4)
        let house = try await OpenHouse(languages: [try Phrases.delivered(.vietnamese), english, arabic])
        defer { house.close() }
        let token = try await house.token(Rights(desks: ["CMD"], ceiling: .internal))
        #expect(await house.get(.readiness, token).text.contains(">العربية</button>"))
        let chosen = try await house.post(.language, token, [("language", "ar"), ("back", "/")])
        #expect(chosen.status == .seeOther)
        let page = await house.get(.readiness, token).text
        #expect(page.contains(#"<html lang="ar" dir="rtl">"#))
        #expect(page.contains("الجاهزية") && page.contains("Search all records") && page.contains("2025/10/14"))
        #expect(await house.get(.list(ListQuery("bodies")), token).text.contains("Ministry of &quot;Public&quot; Security"))
    }

    @Test(arguments: [
        ("fr.json", #"{"page.nowhere": "Nulle part"}"#), ("fr.json", "[]"), ("fr.json", #"{"page.name": 1}"#), ("en.json", "{}"),
        ("français.json", "{}"), ("fr.txt", "{}"), ("fr.json", #"{"page.name": "A", "page.name": "B"}"#),
    ])
    func `is refused with the reason where nobody could ask for it`(name: String, text: String) throws {
        let path = try file(name, text)
        #expect(throws: (any Error).self) { try Phrases.read(path, inPlaceOf: Phrases.delivered(.english)) }
    }

    @Test func `that is not offered is not chosen`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(Rights(desks: ["CMD"], ceiling: .internal))
        #expect(try await house.post(.language, token, [("language", "fr"), ("back", "/")]).status == .badRequest)
        let answer = await house.desk.answer(Visit(.get, "/sign-in", language: "fr"))
        #expect(String(decoding: answer.bytes, as: UTF8.self).contains(#"<html lang="vi""#))
    }
}
