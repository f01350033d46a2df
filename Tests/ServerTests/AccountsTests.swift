import Addresses
import Engine
import Foundation
import House
import Ledger
import Mounting
import Phrases
import Rulebook
import Synchronization
import Testing

import Server

@Suite struct `An authenticator's code` {
    /// RFC 6238, appendix B, SHA-1: the last six of the eight digits.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ])
    func `is what the standard says`(seconds: Int64, code: String) {
        #expect(TimeCode.code(Array("12345678901234567890".utf8), at: Instant(milliseconds: seconds * 1000)) == code)
    }

    @Test func `is taken once, a step early or late, and never later`() throws {
        let secret = Array("12345678901234567890".utf8)
        let now = Instant(milliseconds: 1_111_111_111_000)
        let code = TimeCode.code(secret, at: now)
        let step = try #require(TimeCode.step(of: code, secret: secret, now: now, after: 0))
        #expect(TimeCode.step(of: code, secret: secret, now: now, after: step) == nil)
        #expect(TimeCode.step(of: code, secret: secret, now: Instant(milliseconds: now.milliseconds + 30_000), after: 0) == step)
        #expect(TimeCode.step(of: code, secret: secret, now: Instant(milliseconds: now.milliseconds + 90_000), after: 0) == nil)
        #expect(TimeCode.step(of: "12345", secret: secret, now: now, after: 0) == nil)
    }

    /// RFC 4648, section 10.
    @Test(arguments: [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB")])
    func `'s secret is told in base 32`(text: String, told: String) { #expect(Base32.text(Array(text.utf8)) == told) }
}

@Suite struct `Signing in with a password` {
    private let password = "a long enough phrase"

    /// Sets up the clerk's password through the pages, as the clerk would; answers the authenticator's secret.
    private func enrol(_ house: OpenHouse) async throws -> [UInt8] {
        let token = try await house.token(.account("CLERK"))
        let secret = try #require(await house.sessions.session(token, now: OpenHouse.now)).secret
        let code = TimeCode.code(secret, at: Instant(milliseconds: OpenHouse.now.milliseconds - 30_000))
        let set = try await house.post(.credentials, token, [("password", password), ("time-code", code)])
        #expect(set.status == .seeOther, "\(set.text)")
        #expect(await house.get(.readiness, token).status == .seeOther, "the invited session ends where a password is set")
        return secret
    }

    private func signIn(_ house: OpenHouse, _ account: String, _ password: String, _ code: String) async -> Answer {
        await house.desk.answer(
            Visit(.post, "/sign-in", peer: "192.0.2.7", form: Form(["account": account, "password": password, "time-code": code])))
    }

    @Test func `asvs_V6_5_1 takes a code of the authenticator once`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let secret = try await enrol(house)
        let code = TimeCode.code(secret, at: OpenHouse.now)
        let first = await signIn(house, "CLERK", password, code)
        guard case .session(let token) = first.cookie else {
            Issue.record("\(first.status)")
            return
        }
        #expect(await house.get(.readiness, token).text.contains("Thư ký"))
        #expect(await signIn(house, "CLERK", password, code).status == .forbidden)
    }

    @Test func `asvs_V6_3_8 tells nobody whether there is an account, nor which proof failed`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let secret = try await enrol(house)
        let code = TimeCode.code(secret, at: OpenHouse.now)
        let answers = [
            await signIn(house, "CLERK", "a wrong long phrase", code), await signIn(house, "CLERK", password, "000000"),
            await signIn(house, "CHIEF", password, code), await signIn(house, "NOBODY", password, code),
        ]
        for answer in answers {
            let text = String(decoding: answer.bytes, as: UTF8.self)
            #expect(answer.status == .forbidden && answer.cookie == nil && text.contains("role=\"alert\""))
        }
    }

    @Test func `asvs_V6_3_1 stops guessing at one account, and slows it down from one address at many`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        for _ in 0..<8 { #expect(await signIn(house, "CHIEF", "wrong", "1").status == .forbidden) }
        #expect(await signIn(house, "CHIEF", "wrong", "1").status == .tooMany)
        let (sessions, waits) = slowed()
        for number in 0..<30 { #expect(await sessions.begin("A\(number)", from: "192.0.2.9", now: OpenHouse.now)) }
        #expect(waits.value == 0)
        #expect(await sessions.begin("NEW", from: "192.0.2.9", now: OpenHouse.now))
        #expect(waits.value == 1)
        #expect(await sessions.begin("NEW", from: "192.0.2.10", now: OpenHouse.now))
        #expect(await sessions.begin("NEW", from: "192.0.2.9", now: OpenHouse.now.adding(minutes: 16)))
        #expect(waits.value == 1)
    }

    /// Sessions that count how often somebody was made to wait.
    private func slowed() -> (Sessions, Counter) {
        let waits = Counter()
        return (Sessions(sleep: Sleep { _ in waits.add() }), waits)
    }

    private final class Counter: Sendable {
        private let count = Atomic(0)
        var value: Int { count.load(ordering: .relaxed) }
        func add() { count.add(1, ordering: .relaxed) }
    }

    @Test func `asvs_V6_3_1 counts networks, not what they are written as, and shuts nobody out of their own session`() async {
        let (sessions, waits) = slowed()
        let now = OpenHouse.now
        for host in 0..<30 { #expect(await sessions.begin("A\(host)", from: "2001:db8::aaaa:0:0:\(host)", now: now)) }
        #expect(await sessions.begin("NEW", from: "2001:0db8:0:0:1:2:3:4", now: now))
        #expect(waits.value == 1)
        #expect(await sessions.begin("NEW", from: "2001:db8:0:1::1", now: now))
        #expect(waits.value == 1)
        // Eight of one network do not shut an account out of another; eighty from everywhere do.
        for _ in 0..<8 { _ = await sessions.begin("CHIEF", from: "192.0.2.1", now: now) }
        #expect(await !sessions.begin("CHIEF", from: "192.0.2.1", now: now))
        #expect(await !sessions.begin("CHIEF", from: "::ffff:192.0.2.1", now: now))
        for host in 2..<74 { #expect(await sessions.begin("CHIEF", from: "192.0.2.\(host)", now: now)) }
        #expect(await !sessions.begin("CHIEF", from: "192.0.2.200", now: now))
        // Nor is whoever is known there shut out by who guesses elsewhere.
        #expect(await sessions.begin("CHIEF", from: "192.0.2.200", knownBrowser: [9], now: now))
        // Whoever is signed in may still prove again that it is them, and is counted by their session alone.
        for _ in 0..<8 { #expect(await sessions.begin("CHIEF", from: "192.0.2.201", in: [1], now: now)) }
        #expect(await !sessions.begin("CHIEF", from: "192.0.2.201", in: [1], now: now))
        #expect(await !sessions.begin("CHIEF", from: "192.0.2.202", in: [1], now: now), "wherever it comes from")
        #expect(await sessions.begin("CHIEF", from: "192.0.2.201", in: [2], now: now))
        // Nor does a network from which much was guessed.
        #expect(await sessions.begin("CHIEF", from: "2001:db8::1", in: [2], now: now))
    }

    @Test(arguments: [
        ("short", "short"), ("aaaaaaaaaaaaaaaaaaaa", "common"), ("123456789012345", "common"), ("the CLERK of the house", "like_account"),
    ])
    func `asvs_V6_2_1 refuses a weak password and says why`(password: String, why: String) {
        #expect(Credentials.weakness(of: password, account: "CLERK")?.rawValue == why)
        #expect(Credentials.weakness(of: self.password, account: "CLERK") == nil)
    }

    @Test func `asvs_V7_4_1 ends with the account, and so do its open pages`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(.account("CLERK"))
        let session = try #require(await house.sessions.session(token, now: OpenHouse.now))
        let feed = try #require(await house.feed.listen(session.key, after: nil, of: [], upTo: .topSecret))
        let administrator = try await house.token(Rights(desks: [], ceiling: .internal, administers: true))
        let closed = try await house.post(
            .bulk(file: "accounts"), administrator, [("code", "CLERK"), ("field", "closed"), ("value", "true")])
        #expect(closed.status == .fine, "\(closed.text)")
        #expect(await house.get(.readiness, token).status == .seeOther)
        var ended = false
        for await _ in feed.events {}
        ended = true
        #expect(ended)
    }

    @Test func `leaves nothing behind for another account of its name`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let secret = try await enrol(house)
        try await house.write("grant", "G-2", [], removes: true)
        let administrator = try await house.token(Rights(desks: [], ceiling: .internal, administers: true))
        let removed = try await house.post(
            .edit(RecordAddress("accounts", "CLERK")), administrator, [("act", "remove"), ("confirmed", "yes"), ("reason", "left")])
        #expect(removed.status == .fine, "\(removed.text)")
        try await house.write("account", "CLERK", [("title_vi", .text("Khác")), ("title_en", .text("Another"))])
        #expect(await signIn(house, "CLERK", password, TimeCode.code(secret, at: OpenHouse.now)).status == .forbidden)
    }

    @Test func `asvs_V8_3_2 sees a withdrawn grant at once`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(.account("CLERK"))
        #expect(await house.get(.edit(RecordAddress("bodies", "BCA")), token).status == .fine)
        let administrator = try await house.token(Rights(desks: [], ceiling: .internal, administers: true))
        let grant = Address.edit(RecordAddress("grants", "G-2"))
        let asked = try await house.post(grant, administrator, [("act", "remove")])
        #expect(asked.status == .fine && asked.text.contains("in no list any more"), "one key too many removes nothing")
        #expect(await house.get(.edit(RecordAddress("bodies", "BCA")), token).status == .fine)
        let removed = try await house.post(grant, administrator, [("act", "remove"), ("confirmed", "yes"), ("reason", "left")])
        #expect(removed.status == .fine && removed.text.contains("was removed"))
        #expect(await house.get(.edit(RecordAddress("bodies", "BCA")), token).status == .notFound)
    }
}

@Suite struct `What somebody may do` {
    /// Every role against every kind and every classification: what a role may see and change is exactly what its grants say.
    @Test(arguments: [Set<String>(), ["CMD"], ["PTY"], ["PRO", "SEC"], Set(houseDesks)])
    func `is nothing but what is granted, object by object`(desks: Set<String>) throws {
        for administers in [false, true] {
            for ceiling in Classification.allCases {
                let rights = Rights(desks: desks, ceiling: ceiling, administers: administers)
                for room in houseRooms {
                    for kind in room.kinds {
                        let isAdministered = room.name == "Administration"
                        // Proposals are for everybody who may do anything: who may confirm which is judged with what it would do.
                        guard kind.code != "pending_act" else {
                            #expect(rights.sees(kind) && rights.changes(kind) == (administers || !desks.isEmpty) && !rights.enters(kind))
                            continue
                        }
                        // What was tried is looked at by administrators and auditors, and written by nobody.
                        guard kind.code != "refused_try" else {
                            #expect(rights.sees(kind) == administers && !rights.changes(kind) && !rights.enters(kind))
                            continue
                        }
                        #expect(rights.sees(kind) == (!isAdministered || administers))
                        let isOfAct = houseActs.contains { $0.slot == kind.slot && $0.isOnlyWay }
                        #expect(rights.enters(kind) == (rights.changes(kind) && !isOfAct))
                        #expect(rights.changes(kind) == (isAdministered ? administers : !desks.isDisjoint(with: room.desks)))
                        for classification in Classification.allCases {
                            var values = kind.columns.map { _ in Value.absent }
                            values[try #require(kind.place(of: "classification"))] = classification.value
                            guard let row = try? kind.row(1, values.enumerated().map { (place: $0.offset, value: $0.element) }) else {
                                continue
                            }
                            #expect(rights.sees(row) == (classification.grade <= ceiling.grade))
                        }
                        for column in kind.columns {
                            let isSeen = !column.isInner && column.processing.map { !desks.isDisjoint(with: $0.seenBy) } ?? true
                            #expect(rights.sees(column) == isSeen)
                        }
                    }
                }
            }
        }
    }
}

@Suite struct `News of a change` {
    private func changeBody(_ house: OpenHouse) async throws {
        let proposal = ActRequest.Proposal(kind: "body", code: "BCA", contents: [("name_en", .text("New"))])
        _ = try await house.chancery.perform(ActRequest(act: .edit, actor: "TEST", proposals: [proposal])).get()
    }

    private func text(_ event: FeedEvent?) -> String { String(decoding: event?.bytes ?? [], as: UTF8.self) }

    @Test func `reaches who listens, and who was away when they come back`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let carrying = Task { await house.feed.run() }
        defer { carrying.cancel() }
        let session = Array("one".utf8)
        let before = house.chancery.published.head.sequence
        let all = Set(houseRegister.kinds.map(\.slot))
        let listening = try #require(await house.feed.listen(session, after: before, of: all, upTo: .topSecret))
        var events = listening.events.makeAsyncIterator()
        _ = await events.next()
        // The carrier must have begun to listen to the house before anything is written.
        while await house.chancery.watched == 0 { await Task.yield() }
        try await changeBody(house)
        let told = "id: \(before + 1)\nevent: changed\ndata: {\"entry\":\(before + 1),\"kinds\":[\"body\"]}"
        #expect(text(await events.next()).contains(told))
        let back = try #require(await house.feed.listen(session, after: before, of: all, upTo: .topSecret))
        var missed = back.events.makeAsyncIterator()
        #expect(text(await missed.next()).contains(told))
        // Of what came before the house was opened nobody remembers what it was: then it may be anything.
        let old = try #require(await house.feed.listen(session, after: -1, of: all, upTo: .topSecret))
        var everything = old.events.makeAsyncIterator()
        #expect(text(await everything.next()).contains("\"kinds\":[\"*\"]"))
    }

    @Test func `names no kind that its reader may not know of, and loses none for who is slow`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let carrying = Task { await house.feed.run() }
        defer { carrying.cancel() }
        while await house.chancery.watched == 0 { await Task.yield() }
        let before = house.chancery.published.head.sequence
        let slow = try #require(await house.feed.listen([1], after: before, of: Set(houseRegister.kinds.map(\.slot)), upTo: .topSecret))
        let other = try #require(await house.feed.listen([2], after: before, of: [], upTo: .topSecret))
        let limited = try #require(await house.feed.listen([3], after: before, of: nil, upTo: .topSecret))
        let lower = try #require(await house.feed.listen([4], after: before, of: Set(houseRegister.kinds.map(\.slot)), upTo: .internal))
        try await changeBody(house)
        try await house.write(
            "officer", "O-NEW", [("body", .text("BCA")), ("role", .text("member")), ("title_vi", .text("Mới")), ("title_en", .text("New"))])
        while await house.feed.hasTold < before + 2 { await Task.yield() }
        var events = slow.events.makeAsyncIterator()
        #expect(text(await events.next()).contains("\"kinds\":[\"body\",\"officer\"]"))
        var others = other.events.makeAsyncIterator()
        #expect(text(await others.next()).contains("\"kinds\":[]"))
        // To whom only a part is known a kind's name would tell that others' records change.
        var parts = limited.events.makeAsyncIterator()
        #expect(text(await parts.next()).contains("\"kinds\":[\"*\"]"))
        // Nor is a kind named of which there is something above its reader.
        var lowers = lower.events.makeAsyncIterator()
        #expect(text(await lowers.next()).contains("\"kinds\":[\"*\"]"))
    }

    @Test func `is heard by four pages of a session and no more, until one leaves`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        var feeds: [Answer.Feed] = []
        for _ in 0..<4 { feeds.append(try #require(await house.feed.listen([1], after: nil, of: [], upTo: .topSecret))) }
        #expect(await house.feed.listen([1], after: nil, of: [], upTo: .topSecret) == nil)
        #expect(await house.feed.listen([2], after: nil, of: [], upTo: .topSecret) != nil)
        await feeds[0].leave()
        #expect(await house.feed.listen([1], after: nil, of: [], upTo: .topSecret) != nil)
    }
}

@Suite struct `A form with a file` {
    private func body(_ parts: [(String, String)]) -> [UInt8] {
        Array((parts.map { "--B\r\n\($0.0)\r\n\r\n\($0.1)\r\n" }.joined() + "--B--\r\n").utf8)
    }

    @Test func `is read with its fields`() throws {
        let form = try #require(
            Multipart.form(
                body([
                    ("Content-Disposition: form-data; name=\"token\"", "T"),
                    ("Content-Disposition: form-data; name=\"sheet\"; filename=\"a.csv\"\r\nContent-Type: text/csv", "x,y\r\n1,2"),
                ]), contentType: "multipart/form-data; boundary=B"))
        #expect(form["token"] == "T" && form.files.first?.bytes == Array("x,y\r\n1,2".utf8) && form.files.first?.field == "sheet")
    }

    @Test(arguments: ["", "--B", "--B\r\n", "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end", "nothing"])
    func `that is cut short or is none is not read`(text: String) {
        #expect(Multipart.form(Array(text.utf8), contentType: "multipart/form-data; boundary=B") == nil)
    }
}
