import Addresses
import Engine
import Foundation
import House
import Ledger
import Paperwork
import Phrases
import Rulebook
import Server
import Testing

private let command = Rights(desks: ["CMD"], ceiling: .internal)

/// What two who read the house closely found, each shown once more.
@Suite struct `Proving again who it is` {
    private let password = "a long enough phrase"

    /// A session of the clerk, who proved themselves twenty minutes ago, and the secret of the clerk's authenticator.
    private func staleSession(_ house: OpenHouse) async throws -> (token: String, secret: [UInt8]) {
        let first = try await house.token(.account("CLERK"))
        let secret = try #require(await house.sessions.session(first, now: OpenHouse.now)).secret
        let code = TimeCode.code(secret, at: Instant(milliseconds: OpenHouse.now.milliseconds - 30_000))
        #expect(try await house.post(.credentials, first, [("password", password), ("time-code", code)]).status == .seeOther)
        let before = OpenHouse.now.adding(minutes: -20)
        let invitation = await house.sessions.invite(.account("CLERK"), now: before)
        return (try await house.sessions.signIn(code: invitation, from: "", language: .english, now: before), secret)
    }

    @Test func `loses nothing of what was sent, and does it as soon as it is answered`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let (token, secret) = try await staleSession(house)
        let place = Address.new(file: "officers")
        let filled = [
            ("to-code", "O-9"), ("was-code", ""), ("to-body", "BCA"), ("was-body", ""), ("to-role", "member"), ("was-role", ""),
            ("to-title_en", "Member \"nine\""), ("was-title_en", ""), ("to-title_vi", "Ủy viên"), ("was-title_vi", ""), ("reason", "new"),
        ]
        let asked = try await house.post(place, token, filled)
        #expect(asked.status == .forbidden && asked.text.contains("Nothing of it is lost"))
        #expect(asked.text.contains("name=\"to-title_en\" value=\"Member &quot;nine&quot;\""))
        #expect(await house.get(.record(RecordAddress("officers", "O-9")), token).status == .notFound)

        let wrong = try await house.post(place, token, filled + [("proof-password", "guess"), ("proof-time-code", "000000")])
        #expect(wrong.status == .forbidden && wrong.text.contains("role=\"alert\"") && wrong.text.contains("Member &quot;nine&quot;"))
        #expect(!wrong.text.contains("guess"))
        let code = TimeCode.code(secret, at: OpenHouse.now)
        let done = try await house.post(place, token, filled + [("proof-password", password), ("proof-time-code", code)])
        #expect(done.status == .seeOther && done.location?.hasPrefix("/records/officers/O-9") ?? false, "\(done.text)")
        #expect(await house.get(.record(RecordAddress("officers", "O-9")), token).text.contains("Member &quot;nine&quot;"))
    }

    @Test func `sends who only looked on to where they were`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let (token, secret) = try await staleSession(house)
        let confirm = Address.confirm(back: "/committee")
        #expect(await house.get(confirm, token).text.contains("proof-password"))
        let proved = try await house.post(
            confirm, token, [("proof-password", password), ("proof-time-code", TimeCode.code(secret, at: OpenHouse.now))])
        #expect(proved.status == .seeOther && proved.location == "/committee")
    }
}

@Suite struct `An account's power` {
    private func refusal(_ house: OpenHouse, by actor: String, _ kind: String, _ code: String, _ contents: [(column: String, value: JSON)])
        async -> String?
    {
        let proposal = ActRequest.Proposal(kind: kind, code: code, contents: contents)
        guard
            case .failure(.refused(let refusal)) = await house.chancery.perform(
                ActRequest(act: .edit, actor: actor, reason: "r", proposals: [proposal]))
        else { return nil }
        return refusal.code
    }

    private let deputy: [(column: String, value: JSON)] = [
        ("body", .text("BCA")), ("role", .text("deputy")), ("title_vi", .text("Phó")), ("title_en", .text("Deputy")),
    ]

    @Test func `is not given by its holder to themselves`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        #expect(await refusal(house, by: "O-1", "officer", "O-1", deputy) == "actor_unknown")
        #expect(await refusal(house, by: "TEST", "officer", "TEST", deputy) == "own_authority")
        #expect(await refusal(house, by: "HEAD", "officer", "O-1", deputy) == nil)
        #expect(await refusal(house, by: "HEAD", "officer", "HEAD", [("title_en", .text("Chief"))]) == nil)
    }

    @Test func `is not taken by an account under an officer's code`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        #expect(await refusal(house, by: "CLERK", "officer", "CLERK", deputy) == "actor_unknown")
        #expect(await refusal(house, by: "HEAD", "officer", "CLERK", deputy) == "code_of_office")
        let title: [(column: String, value: JSON)] = [("title_vi", .text("A")), ("title_en", .text("B"))]
        #expect(await refusal(house, by: "TEST", "account", "HEAD", title) == "code_of_office")
        #expect(await refusal(house, by: "TEST", "account", "HEAD", title + [("officer", .text("HEAD"))]) == nil)
    }

    @Test(arguments: ["deposit", "call", "open_table"])
    func `to sign is not borrowed from another act`(act: String) async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let signature = ActRequest.Proposal(
            kind: "signature", code: "SIG-9", contents: [("signed", .text("2025-10-14T07:00:00+07:00[Asia/Ho_Chi_Minh]"))])
        let body = ActRequest.Proposal(kind: "body", code: "BCA", contents: [("note", .text("n"))])
        let mixed = ActRequest(act: ActName(act), actor: "HEAD", reason: "r", proposals: [body, signature])
        guard case .failure(.refused(let refusal)) = await house.chancery.perform(mixed) else {
            Issue.record("\(act) wrote a signature")
            return
        }
        #expect(refusal.code == "act_about_other_kind")
    }
}

@Suite struct `Why a stop was overridden` {
    @Test(arguments: [("because", "because · được cho thực hiện, lý do: đã đồng ý"), ("", "được cho thực hiện, lý do: đã đồng ý")])
    func `is told in the reader's words, with the act's own reason or without`(reason: String, told: String) async throws {
        let words = Entry.Words(reason: reason, override: "đã đồng ý")
        #expect(try Phrases.delivered(.vietnamese).reason(words) == told)
    }

    @Test(arguments: ["", "because", "because [override: I say so]"]) func `is not told where none was`(reason: String) throws {
        #expect(try Phrases.delivered(.english).reason(Entry.Words(reason: reason)) == reason)
    }
}

@Suite struct `What is hidden from a reader` {
    private let keeper = Rights(desks: ["CMD"], ceiling: .internal)

    @Test(arguments: ["X-SECRET", "X-SECRET '", "x-secret"])
    func `is not told by a sheet, however its code is written`(code: String) async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(keeper)
        // Equal to what is held, or another: the answer is the same.
        for name in ["Hidden office", "Another"] {
            let sheet = try await house.post(.take(file: "bodies"), token, [("pasted", "code\tname_en\n\(code)\t\(name)")])
            #expect(sheet.status == .refused && !sheet.text.contains("as they are already"), "\(code) \(name)")
        }
    }

    @Test func `is not told by a sheet's header, however it is written`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.write("person", "P-2", [("family_name", .text("Người Thử")), ("given_name", .text("Hai"))])
        // The desk keeps people, and may not know what they need.
        let parties = Rights(desks: ["PTY"], ceiling: .internal)
        let token = try await house.token(parties)
        let hidden = try #require(houseRegister.kind("person")?.columns.first { !parties.sees($0) }?.name)
        for header in [hidden, "\(hidden) '", hidden.uppercased()] {
            let sheet = try await house.post(.take(file: "people"), token, [("pasted", "code\t\(header)\nP-2\t")])
            #expect(sheet.status == .refused && sheet.text.contains("may not change"), "\(header): \(sheet.text)")
        }
    }

    @Test func `is named neither by a program nor by a sheet, and refused as what is not there`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(keeper)
        func sheet(_ parent: String) async throws -> String {
            let answer = try await house.post(.take(file: "bodies"), token, [("pasted", "code\tparent\nUNDER\t\(parent)")])
            #expect(answer.status == .refused)
            return String(try #require(answer.text.firstMatch(of: /role="alert">(.*?)<\/div>/)).output.1).replacing(parent, with: "…")
        }
        #expect(try await sheet("X-SECRET") == sheet("X-NOTHING"))
        let session = try await house.token(.account("CLERK"))
        let page = try await house.post(.credentials, session, [("token-name", "t"), ("scope", "write"), ("act", "token")]).text
        let bearer = String(try #require(page.firstMatch(of: /chancery_[A-Z2-9]{52}/)).output)
        func act(_ parent: String) async -> (Answer.Status, String) {
            let body = #"{"act":"edit","reason":"r","records":[{"kind":"body","code":"BCA","set":{"parent":"\#(parent)"}}]}"#
            let answer = await house.desk.answer(
                Visit(.post, InterfaceAddress.acts.text, language: "en", body: Array(body.utf8), bearer: bearer))
            return (answer.status, String(decoding: answer.bytes, as: UTF8.self).replacing(parent, with: "…"))
        }
        let (hidden, unknown, seen) = (await act("X-SECRET"), await act("X-NOTHING"), await act("UNDER"))
        #expect(hidden == unknown && hidden.0 == .refused, "\(hidden)")
        #expect(seen.0 == .fine)
    }

    @Test func `is not told by who read it, nor by who may sign in`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.write(
            "account", "QUIET", [("title_vi", .text("Kín")), ("title_en", .text("Quiet")), ("classification", .text("secret"))])
        let administrator = Rights(desks: [], ceiling: .internal, administers: true, audits: true)
        let page = try await house.get(.administration, as: administrator).text
        #expect(page.contains("CHIEF") && !page.contains("QUIET"))
        let token = try await house.token(administrator)
        #expect(try await house.post(.invite(account: "QUIET"), token, []).status == .notFound)
        #expect(try await house.post(.endSessions(account: "QUIET"), token, []).status == .notFound)
    }
}

@Suite struct `Taking an entry back on the web` {
    @Test func `does not write over another record that has got the code since`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(command)
        try await house.write("body", "N", [("kind", .text("office")), ("name_vi", .text("Cũ")), ("name_en", .text("Old"))])
        let removed = try await house.post(
            .edit(RecordAddress("bodies", "N")), token, [("act", "remove"), ("confirmed", "yes"), ("reason", "gone")])
        #expect(removed.status == .fine)
        let entry = house.chancery.published.head.sequence
        try await house.write("body", "N", [("kind", .text("office")), ("name_vi", .text("Mới")), ("name_en", .text("New"))])
        #expect(try await house.post(.undo(entry: entry), token, []).status == .refused)
        #expect(await house.get(.record(RecordAddress("bodies", "N")), token).text.contains("New"))
    }
}

@Suite struct `A list of records` {
    @Test func `is ordered by what it shows`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        // By code B comes before Z; by name Zeta's office comes last.
        try await house.write("body", "ZZ", [("kind", .text("office")), ("name_vi", .text("An")), ("name_en", .text("Alpha"))])
        for (code, parent) in [("K1", "BCA"), ("K2", "ZZ")] {
            try await house.write(
                "body", code, [("kind", .text("office")), ("name_vi", .text(code)), ("name_en", .text(code)), ("parent", .text(parent))])
        }
        let list = try await house.get(.list(ListQuery("bodies", order: "parent")), as: command).text
        let (first, last) = (try #require(list.range(of: "value=\"K2\"")), try #require(list.range(of: "value=\"K1\"")))
        #expect(first.lowerBound < last.lowerBound, "Alpha before Ministry")
    }
}

@Suite struct `What takes long to make and is kept` {
    private actor Counter {
        private(set) var most = 0
        private var now = 0
        func enter() {
            now += 1
            most = max(most, now)
        }
        func leave() { now -= 1 }
    }

    @Test func `is made so many at a time as it was told, and all of it is made`() async {
        let kept = MadeOnce<Int, Int>(most: 2, atOnce: 2)
        let counter = Counter()
        let sum = await withTaskGroup(of: Int.self) { group in
            for number in 1...20 {
                group.addTask {
                    await kept.value(of: number) {
                        await counter.enter()
                        try? await Task.sleep(for: .milliseconds(5))
                        await counter.leave()
                        return number
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(sum == 210)
        #expect(await counter.most == 2)
    }
}
