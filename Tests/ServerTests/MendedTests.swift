import Addresses
import Engine
import Foundation
import House
import Ledger
import Phrases
import Rulebook
import Server
import Testing

/// What a review of the open house found, each shown once more.
@Suite struct `Nobody gets round the rules of writing` {
    private let command = Rights(desks: ["CMD"], ceiling: .internal)

    private func edit(_ kind: String, _ code: String, _ contents: [(column: String, value: JSON)], isNew: Bool = false) -> ActRequest {
        var proposal = ActRequest.Proposal(kind: kind, code: code, contents: contents)
        proposal.isNew = isNew
        return ActRequest(act: .edit, actor: "TEST", proposals: [proposal])
    }

    private func refusal(_ house: OpenHouse, _ request: ActRequest) async -> String? {
        guard case .failure(.refused(let refusal)) = await house.chancery.perform(request) else { return nil }
        return refusal.code
    }

    @Test func `with a number that no sum could hold`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let huge = JSON.integer(Int64.max)
        #expect(
            await refusal(
                house,
                edit(
                    "session", "S-1",
                    [
                        ("kind", .text("plenary")), ("title_vi", .text("A")), ("title_en", .text("B")),
                        ("starts", .text("2025-10-25T10:00:00+07:00[Asia/Ho_Chi_Minh]")),
                        ("ends", .text("2025-10-25T11:00:00+07:00[Asia/Ho_Chi_Minh]")), ("expected", huge),
                    ])) == "number_too_large")
    }

    @Test func `with the code of another record, or none`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        #expect(await refusal(house, edit("body", "UNDER", [("code", .text("BCA"))])) == "code_taken")
        #expect(await refusal(house, edit("body", "", [("name_vi", .text("A"))])) == "field_is_required")
        #expect(await refusal(house, edit("body", "BCA", [("name_en", .text("A"))], isNew: true)) == "code_taken")
    }

    @Test func `with a field that somebody has changed at the same moment`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        var proposal = ActRequest.Proposal(kind: "body", code: "BCA", contents: [("name_en", .text("Mine"))])
        proposal.expected = [("name_en", .text("What it was"))]
        #expect(await refusal(house, ActRequest(act: .edit, actor: "TEST", proposals: [proposal])) == "changed_meanwhile")
    }

    @Test func `with a waiver in another's name`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        func waiver(by actor: String) -> ActRequest {
            ActRequest(
                act: .edit, actor: actor,
                proposals: [
                    ActRequest.Proposal(
                        kind: "waiver", code: "W-\(actor)",
                        contents: [
                            ("rule", .text("CMD-01")), ("approver", .text("HEAD")), ("reason", .text("because")),
                            ("ends", .text("2025-10-20T00:00:00+07:00[Asia/Ho_Chi_Minh]")),
                        ])
                ])
        }
        #expect(await refusal(house, waiver(by: "CLERK")) == "actor_unknown")
        #expect(await refusal(house, waiver(by: "HEAD")) == nil)
    }

    @Test func `by a form that names what they may not know`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(command)
        let form = await house.get(.edit(RecordAddress("bodies", "UNDER")), token).text
        #expect(form.contains("•••") && !form.contains("X-SECRET"))
        let guessed = try await house.post(
            .edit(RecordAddress("bodies", "BCA")), token, [("to-parent", "X-SECRET"), ("was-parent", "")])
        #expect(guessed.status == .conflict && guessed.text.contains("field-parent-problem"))
    }

    @Test func `by a sheet that asks what they may not see`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let keeper = try await house.token(Rights(desks: ["CMD", "MOV"], ceiling: .internal))
        let near = try await house.post(
            .take(file: "bodies"), keeper, [("pasted", "code\tkind\tname_vi\tname_en\tparent\nN-1\toffice\tA\tB\tX-SECRE")])
        #expect(near.status == .refused && !near.text.contains("X-SECRET"))
        let kept = try await house.post(.take(file: "bodies"), keeper, [("pasted", "code\tname_en\tparent\nUNDER\tRenamed\t")])
        #expect(kept.status == .fine, "\(kept.text)")
        #expect(await house.get(.edit(RecordAddress("bodies", "UNDER")), keeper).text.contains("•••"))
        let twice = try await house.post(.take(file: "bodies"), keeper, [("pasted", "code\tname_en\nUNDER\tA\nUNDER\tB")])
        #expect(twice.status == .refused)
        let stale = try await house.post(.take(file: "bodies"), keeper, [("pasted", "happened\tcode\tname_en\n2025-10-01\tUNDER\tOld")])
        #expect(stale.status == .refused)
    }

    @Test func `by a token after their sessions were ended`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let session = try await house.token(.account("CLERK"))
        let page = try await house.post(.credentials, session, [("token-name", "t"), ("scope", "read"), ("act", "token")]).text
        let token = String(try #require(page.firstMatch(of: /chancery_[A-Z2-9]{52}/)).output)
        let slips = Visit(.get, InterfaceAddress.slips.text, bearer: token)
        #expect(await house.desk.answer(slips).status == .fine)
        let administrator = try await house.token(Rights(desks: [], ceiling: .internal, administers: true))
        #expect(try await house.post(.endSessions(account: "CLERK"), administrator, []).status == .seeOther)
        #expect(await house.desk.answer(slips).status == .unauthorized)
    }

    @Test func `by a session that has not proved itself for long, where it matters`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let code = await house.sessions.invite(
            .opener(name: "Old", Rights(desks: [], ceiling: .internal, administers: true)), now: OpenHouse.now.adding(minutes: -20))
        let token = try await house.sessions.signIn(code: code, from: "", language: .english, now: OpenHouse.now.adding(minutes: -20))
        let places: [(Address, [(String, String)])] = [
            (.new(file: "grants"), [("to-code", "G-9"), ("to-account", "CLERK"), ("to-administers", "true")]),
            (.take(file: "grants"), [("pasted", "code\taccount\nG-9\tCLERK")]), (.invite(account: "CLERK"), []),
            (.bulk(file: "accounts"), [("code", "CLERK"), ("field", "closed"), ("value", "true")]),
        ]
        for (place, form) in places {
            let answer = try await house.post(place, token, form)
            #expect(answer.status == .forbidden && answer.text.contains("Prove again that it is you"), "\(place)")
        }
    }
}

/// What somebody who walked the house found, each shown once more.
@Suite struct `Whoever fills in a form is not led astray` {
    private let command = Rights(desks: ["CMD"], ceiling: .internal)
    private let slip = SlipName(rule: "CMD-09", variant: "no_approver", subjects: ["plan/MASTER"])

    private func refusal(_ house: OpenHouse, _ kind: String, _ code: String, _ contents: [(column: String, value: JSON)]) async -> String? {
        let proposal = ActRequest.Proposal(kind: kind, code: code, contents: contents)
        guard
            case .failure(.refused(let refusal)) = await house.chancery.perform(
                ActRequest(act: .edit, actor: "TEST", proposals: [proposal]))
        else { return nil }
        return refusal.code
    }

    @Test(arguments: [("09:00", "ends_before_start"), ("10:00", nil), ("11:00", nil)])
    func `by a session that ends before it starts`(end: String, refused: String?) async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let contents: [(column: String, value: JSON)] = [
            ("kind", .text("plenary")), ("title_vi", .text("A")), ("title_en", .text("B")),
            ("starts", .text("2025-10-25T10:00:00+07:00[Asia/Ho_Chi_Minh]")),
            ("ends", .text("2025-10-25T\(end):00+07:00[Asia/Ho_Chi_Minh]")),
        ]
        #expect(await refusal(house, "session", "S-1", contents) == refused)
    }

    @Test func `by a grant at a desk that there is not, or a text without end`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        #expect(await refusal(house, "grant", "G-9", [("account", .text("CLERK")), ("desk", .text("CDM"))]) == "unknown_desk")
        #expect(await refusal(house, "grant", "G-9", [("account", .text("CLERK")), ("desk", .text("CMD"))]) == nil)
        #expect(await refusal(house, "body", "BCA", [("note", .text(String(repeating: "x", count: 100_001)))]) == "text_too_long")
        #expect(await refusal(house, "body", "BCA", [("note", .text(String(repeating: "x", count: 100_000)))]) == nil)
    }

    @Test func `by a zone that there is not`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        #expect(await refusal(house, "ceremony", "C", [("zone", .text("Asia/Hanoi"))]) == "unknown_zone")
        #expect(await refusal(house, "ceremony", "C", [("zone", .text("Asia/Ho_Chi_Minh"))]) == nil)
        let hall: [(column: String, value: JSON)] = [
            ("kind", .text("hall")), ("name_vi", .text("Hội trường")), ("name_en", .text("Hall")), ("zone", .text("GMT+7")),
        ]
        #expect(await refusal(house, "place", "MAIN", hall) == "unknown_zone")
        #expect(await refusal(house, "place", "MAIN", hall.dropLast() + [("zone", .text("Europe/Vienna"))]) == nil)
    }

    @Test func `by an assignment to nobody`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.putInForce("MASTER")
        let token = try await house.token(command)
        for officer in ["", "nobody at all", "O-SECRET"] {
            let answer = try await house.post(Address(AssignPath(slip)), token, [("officer", officer), ("note", "kept")])
            #expect(answer.status == .refused && answer.text.contains("Choose an officer") && answer.text.contains("kept"))
        }
        #expect(try await house.post(Address(AssignPath(slip)), token, [("officer", "HEAD"), ("note", "")]).status == .seeOther)
        #expect(await house.get(.slips(SlipsQuery()), token).text.contains("Taken on by Head [HEAD]"))
        // Sent twice from one page it is written once.
        let written = house.chancery.published.head.sequence
        let form = [("officer", "HEAD"), ("note", "twice"), ("seen", String(written))]
        for _ in 0..<2 { #expect(try await house.post(Address(AssignPath(slip)), token, form).status == .seeOther) }
        #expect(house.chancery.published.head.sequence == written + 1)
    }

    @Test func `by a remedy that opens another record`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.putInForce("MASTER")
        let page = try await house.get(.slips(SlipsQuery(rule: "CMD-09")), as: command).text
        #expect(page.contains(#"href="/edit/plans/MASTER""#))
        #expect(page.contains("approved by its approving authority"), "the filter on a rule says what the rule is")
    }

    @Test(arguments: ["/committee?as-of=2025-10-15", "/records/bodies?as-of=2030-01-01", "/records/bodies/BCA?as-of=2025-10-15"])
    func `by a day that has not come`(place: String) async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let address = try #require(Address(place))
        let answer = try await house.get(address, as: command)
        #expect(answer.status == .badRequest && answer.text.contains("It is 14 October 2025"), "\(answer.text)")
        #expect(!answer.text.contains("Ministry of"))
        for day in ["2025-10-14", "2025-10-13"] {
            let past = try #require(Address(place.replacing(/as-of=.*/, with: "as-of=\(day)")))
            #expect(try await house.get(past, as: command).status != .badRequest)
        }
    }

    @Test func `by a rule or a desk that there is not`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        for query in [SlipsQuery(rule: "FOO-1"), SlipsQuery(desk: "FOO")] {
            #expect(try await house.get(.slips(query), as: command).status == .notFound)
        }
        #expect(try await house.get(.slips(SlipsQuery(desk: "CMD", rule: "CMD-09")), as: command).status == .fine)
    }

    @Test(arguments: [("2025-10-25", "T−11"), ("2025-10-14", "T−0"), ("2025-10-12", "T+2")])
    func `about how long it still is, on any page`(opens: String, figure: String) async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        #expect(!(try await house.get(.keys, as: command).text.contains("T−")))
        try await house.write("ceremony", "C", [("zone", .text("Asia/Ho_Chi_Minh")), ("opens", .text(opens))])
        let page = try await house.get(.keys, as: command).text
        #expect(page.contains("\(figure) </strong>") && page.contains("datetime=\"2025-10-14T08:00:00+07:00\""), "\(page)")
    }

    @Test func `by more slips than a page holds`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        for number in 1...130 { try await house.putInForce("P-\(number)") }
        var query = SlipsQuery(rule: "CMD-09")
        func articles(_ page: Int) async throws -> Int {
            query.page = page
            return try await house.get(.slips(query), as: command).text.components(separatedBy: "<article").count - 1
        }
        #expect(try await articles(1) == 100)
        #expect(try await articles(2) == 30)
        #expect(try await articles(9) == 30, "past the last page is the last")
    }

    @Test func `by letters that lead where they may not go`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        #expect(try await !house.get(.keys, as: command).text.contains("g a"))
        let administrator = Rights(desks: [], ceiling: .internal, administers: true)
        #expect(try await house.get(.keys, as: administrator).text.contains("g a"))
    }

    @Test func `by a removal taken back, after which records name each other as before`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.write("body", "A", [("kind", .text("office")), ("name_vi", .text("Phòng A")), ("name_en", .text("Office A"))])
        try await house.write(
            "body", "B",
            [("kind", .text("office")), ("name_vi", .text("Phòng B")), ("name_en", .text("Office B")), ("parent", .text("A"))])
        let opener = Authority(officer: "OPENER", account: nil, way: .opener, isProved: true, opening: command)
        let both = ["B", "A"].map { ActRequest.Proposal(kind: "body", code: $0, removes: true) }
        let receipt = try await house.chancery.perform(ActRequest(act: .remove, by: opener, reason: "both", proposals: both)).get()
        let token = try await house.token(command)
        #expect(await house.get(.record(RecordAddress("bodies", "B")), token).status == .notFound)
        let back = try await house.post(.undo(entry: receipt.sequence), token, [])
        #expect(back.status == .fine, "\(back.text)")
        #expect(await house.get(.record(RecordAddress("bodies", "B")), token).text.contains("Office A [A]"))
    }

    @Test func `by a field that was left blank in a change of many`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.write("body", "BCA", [("note", .text("stays"))])
        let token = try await house.token(command)
        let blank = [("code", "BCA"), ("field", "note"), ("value", "")]
        #expect(try await house.post(.bulk(file: "bodies"), token, blank).status == .refused)
        #expect(try await house.post(.bulk(file: "bodies"), token, [("code", "BCA"), ("field", ""), ("value", "x")]).status == .refused)
        #expect(await house.get(.record(RecordAddress("bodies", "BCA")), token).text.contains("stays"))
        #expect(try await house.post(.bulk(file: "bodies"), token, blank + [("empty", "yes")]).status == .fine)
    }
}
