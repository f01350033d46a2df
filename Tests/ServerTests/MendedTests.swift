import Addresses
import House
import Ledger
import Phrases
import Rulebook
import Server
import Testing

/// What a review of the open house found, each shown once more.
@Suite struct `Nobody gets round the rules` {
    private let command = Rights(desks: ["CMD"], ceiling: .internal)

    private func edit(_ kind: String, _ code: String, _ contents: [(column: String, value: JSON)], isNew: Bool = false) -> ActRequest {
        var proposal = ActRequest.Proposal(kind: kind, code: code, contents: contents)
        proposal.isNew = isNew
        return ActRequest(act: .edit, actor: "T", proposals: [proposal])
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
        #expect(await refusal(house, ActRequest(act: .edit, actor: "T", proposals: [proposal])) == "changed_meanwhile")
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
        #expect(await refusal(house, waiver(by: "CLERK")) == "waiver_not_entitled")
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
            #expect(answer.location?.hasPrefix("/confirm") ?? false, "\(place)")
        }
    }
}
