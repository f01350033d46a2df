import Addresses
import Engine
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

private let staff = Rights(desks: ["PTY"], ceiling: .internal)
private let outsider = Rights(desks: ["MOV"], ceiling: .internal)
private let people = Address.list(ListQuery("people"))
private let bodies = Address.list(ListQuery("bodies"))

@Suite struct `At the front desk` {
    @Test func `who has not signed in is asked to, whatever they want`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        for address in [Address.readiness, people, .proof, .search("x"), .record(RecordAddress("bodies", "BCA"))] {
            let answer = await house.desk.answer(Visit(.get, address.text))
            #expect(answer.status == .seeOther && answer.location == "/sign-in", "\(address)")
        }
    }

    @Test func `a code signs in once, with spaces or dashes, and a wrong one never`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let code = await house.sessions.invite(.opener(name: "Tester", staff), now: OpenHouse.now)
        let wrong = await house.desk.answer(Visit(.post, "/sign-in", form: Form(["code": "WRONG"])))
        #expect(wrong.status == .forbidden && wrong.cookie == nil)
        let typed = code.lowercased().prefix(5) + "- " + code.dropFirst(5)
        let first = await house.desk.answer(Visit(.post, "/sign-in", form: Form(["code": String(typed)])))
        guard case .session(let token) = first.cookie else {
            Issue.record("no session")
            return
        }
        #expect(token.count == 52)
        let again = await house.desk.answer(Visit(.post, "/sign-in", form: Form(["code": code])))
        #expect(again.status == .forbidden)
        let page = await house.desk.answer(Visit(.get, "/", session: token))
        #expect(page.status == .fine)
    }

    @Test func `who guesses eight times in a quarter of an hour is told to wait, and shuts nobody else out`() async throws {
        let sessions = Sessions()
        let now = Instant("2025-10-14T01:00:00Z")!
        for _ in 0..<8 {
            await #expect(throws: Sessions.Refusal.wrong) {
                try await sessions.signIn(code: "X", from: "192.0.2.1", language: .english, now: now)
            }
        }
        await #expect(throws: Sessions.Refusal.tooManyTries) {
            try await sessions.signIn(code: "X", from: "192.0.2.1", language: .english, now: now)
        }
        let code = await sessions.invite(.opener(name: "Tester", staff), now: OpenHouse.now)
        #expect(try await sessions.signIn(code: code, from: "192.0.2.1", language: .english, now: now).count == 52)
        let later = now.adding(minutes: 16)
        await #expect(throws: Sessions.Refusal.wrong) {
            try await sessions.signIn(code: "X", from: "192.0.2.1", language: .english, now: later)
        }
    }

    @Test func `a session ends when it is idle, when it is old and when its holder says so`() async throws {
        let sessions = Sessions()
        var now = Instant("2025-10-14T01:00:00Z")!
        func open() async throws -> String {
            try await sessions.signIn(
                code: await sessions.invite(.opener(name: "T", staff), now: now), from: "192.0.2.1", language: .english, now: now)
        }
        let idle = try await open()
        #expect(await sessions.session(idle, now: now.adding(minutes: 29)) != nil)
        #expect(await sessions.session(idle, now: now.adding(minutes: 58)) != nil)
        #expect(await sessions.session(idle, now: now.adding(minutes: 88)) == nil)
        let old = try await open()
        for _ in 0..<35 {
            now = now.adding(minutes: 20)
            #expect(await sessions.session(old, now: now) != nil)
        }
        #expect(await sessions.session(old, now: now.adding(minutes: 20)) == nil)
        let ended = try await open()
        await sessions.end(try #require(await sessions.session(ended, now: now)).key)
        #expect(await sessions.session(ended, now: now) == nil)
    }

    @Test func `a form of another site, or without its token, changes nothing`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(staff)
        let foreign = await house.desk.answer(Visit(.post, "/sign-out", session: token, origin: "cross-site"))
        let bare = await house.desk.answer(Visit(.post, "/sign-out", session: token, origin: "same-origin"))
        #expect(foreign.status == .forbidden && bare.status == .forbidden)
        let session = try #require(await house.sessions.session(token, now: Instant("2025-10-14T01:00:00Z")!))
        let own = await house.desk.answer(
            Visit(.post, "/sign-out", session: token, origin: "same-origin", form: Form(["token": session.formToken])))
        #expect(own.status == .seeOther && own.cookie == .noSession)
        #expect(await house.desk.answer(Visit(.get, "/", session: token)).status == .seeOther)
    }

    @Test func `an address that means nothing, or a page that asks another method, is not found`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(staff)
        for target in [
            "/nowhere", "/records/unicorns", "/records/bodies/NOBODY", "/records/bodies?order=colour", "/assets/none.css", "/proof",
            "/administration",
            "/readings", "/sign-ins", "/edit/bodies/BCA", "/new/bodies", "/take/bodies", "/edit/people/NOBODY",
        ] {
            let answer = await house.desk.answer(Visit(.get, target, session: token))
            #expect(answer.status == .notFound, "\(target)")
        }
        #expect(await house.desk.answer(Visit(.post, "/records/bodies", session: token)).status == .forbidden)
    }

    @Test func `what people wrote is escaped wherever it stands`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        for address in [bodies, .record(RecordAddress("bodies", "BCA")), .search("bo"), OpenHouse.page("committee")] {
            for language in Language.delivered {
                let text = try await house.get(address, as: staff, language: language).text
                #expect(!text.contains("<Công an>") && !text.contains("of \"Public\""), "\(address)")
                #expect(text.contains("lang=\"\(language.rawValue)\""))
            }
        }
        #expect(try await house.get(.search("<script>"), as: staff).text.contains("&lt;script&gt;"))
    }

    @Test func `every page says every phrase in both languages`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let all = Rights(desks: Set(houseDesks), ceiling: .topSecret, administers: true, audits: true)
        let shapes = house.pages.ofEachShape.filter { !$0.isForPrograms && $0.isOpen(to: all) }.map(\.address)
        #expect(shapes.count > 20)
        for address in shapes + house.pages.pages.filter({ $0.shape == "slips" }).map(\.address) {
            for language in Language.delivered {
                let (status, text) = try await house.get(address, as: all, language: language)
                #expect(status == .fine, "\(address)")
                let keys = text.matches(
                    of:
                        />\s*(page|list|record|slips?|readiness|search|room|proof|age|committee|delegations|programme|sign|error|form|bulk|take|keys|signing|administration|readings|events|credentials|confirm|views|told|field|kind|word)\.[a-z_.]+\s*</
                )
                #expect(keys.isEmpty, "\(address) \(language): \(keys.map { String($0.output.0) })")
            }
        }
    }
}

@Suite struct `What a reader may not see` {
    @Test func `a secret record is not listed, not counted, not found and not there`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let cleared = Rights(desks: ["PTY"], ceiling: .secret)
        for (rights, isSeen) in [(staff, false), (cleared, true)] {
            for address in [bodies, .search("hidden"), OpenHouse.page("committee")] {
                #expect(try await house.get(address, as: rights).text.contains("X-SECRET") == isSeen, "\(address)")
            }
            let record = try await house.get(.record(RecordAddress("bodies", "X-SECRET")), as: rights)
            #expect(record.status == (isSeen ? .fine : .notFound))
            #expect(try await house.get(bodies, as: rights).text.contains(isSeen ? "4 records" : "3 records"))
        }
    }

    @Test func `a secret record is not named by those that refer to it, nor found through them`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let cleared = Rights(desks: ["PTY"], ceiling: .secret)
        let below = Address.record(RecordAddress("bodies", "UNDER"))
        let filtered = Address.list(ListQuery("bodies", filters: [.init("parent", "X-SECRET")]))
        for (rights, isSeen) in [(staff, false), (cleared, true)] {
            for address in [below, bodies] {
                #expect(try await house.get(address, as: rights).text.contains("Hidden office") == isSeen, "\(address)")
            }
            #expect(try await house.get(filtered, as: rights).text.contains("1 record") == isSeen)
            #expect(try await house.get(OpenHouse.page("committee"), as: rights).text.contains("Quiet person") == isSeen)
        }
    }

    @Test func `what a record was while it was secret is not told of it, as of no day`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let record = Address.record(RecordAddress("bodies", "CALMED"))
        let page = try await house.get(record, as: staff).text
        #expect(page.contains("Now plain") && !page.contains("hushed"))
        #expect(try await house.get(record, as: Rights(desks: [], ceiling: .secret)).text.contains("Formerly hushed"))
    }

    @Test func `a page past the last is the last`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let text = try await house.get(.list(ListQuery("bodies", page: Int.max)), as: staff).text
        #expect(text.contains("BCA"))
    }

    @Test func `a personal field is shown, searched and ordered by at the desks that need it and nowhere else`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let ordered = Address.list(ListQuery("people", order: "family_name"))
        let filtered = Address.list(ListQuery("people", filters: [.init("family_name", "Người Thử")]))
        for (rights, isSeen) in [(staff, true), (outsider, false), (Rights(desks: [], ceiling: .topSecret, administers: true), false)] {
            for address in [people, .record(RecordAddress("people", "P-1"))] {
                #expect(try await house.get(address, as: rights).text.contains("Người Thử") == isSeen, "\(address)")
            }
            #expect(try await house.get(.search("nguoi thu"), as: rights).text.contains("/records/people/P-1") == isSeen)
            for address in [ordered, filtered] {
                #expect(try await house.get(address, as: rights).status == (isSeen ? .fine : .notFound), "\(address)")
            }
        }
    }
}
