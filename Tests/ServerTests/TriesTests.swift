import Addresses
import Engine
import Foundation
import GRDB
import House
import Ledger
import Phrases
import Rulebook
import Server
import Synchronization
import Testing

@Suite struct `Who guesses` {
    private let password = "a long enough phrase"
    private let venue = "198.51.100.7"

    /// Sets up an account's password and authenticator through the pages; answers its secret and what the browser carries since.
    private func enrol(_ house: OpenHouse, _ account: String = "CLERK") async throws -> (secret: [UInt8], browser: String) {
        let token = try await house.token(.account(account))
        let session = try #require(await house.sessions.session(token, now: OpenHouse.now))
        let code = TimeCode.code(session.secret, at: Instant(milliseconds: OpenHouse.now.milliseconds - 30_000))
        let form = Form(["token": session.formToken, "password": password, "time-code": code])
        let answer = await house.desk.answer(Visit(.post, Address.credentials.text, session: token, origin: "same-origin", form: form))
        return (session.secret, try #require(answer.browser))
    }

    private func signIn(
        _ house: OpenHouse, _ account: String, _ password: String, _ code: String, from peer: String, browser: String? = nil
    ) async -> Answer {
        await house.desk.answer(
            Visit(
                .post, "/sign-in", browser: browser, peer: peer,
                form: Form(["account": account, "password": password, "time-code": code])))
    }

    /// The reviewer's run: forty under made-up names from one address; then somebody behind the same address who is right.
    @Test(.timeLimit(.minutes(5)))
    func `behind a venue's address shuts nobody else there out`() async throws {
        let waits = Mutex<[Int]>([])
        let house = try await OpenHouse(sleep: Sleep { seconds in waits.withLock { $0.append(seconds) } })
        defer { house.close() }
        let (secret, browser) = try await enrol(house)
        // Each of them costs a password's hashing, which is left out here but for two.
        for number in 0..<38 { #expect(await house.sessions.begin("MADE-UP-\(number)", from: venue, now: OpenHouse.now)) }
        for number in 38..<40 { #expect(await signIn(house, "MADE-UP-\(number)", "wrong", "1", from: venue).status == .forbidden) }
        #expect(waits.withLock { $0 } == Array(repeating: 1, count: 10), "after thirty each waits a second")
        let code = TimeCode.code(secret, at: OpenHouse.now)
        #expect(await signIn(house, "CLERK", password, code, from: venue).status == .seeOther)
        #expect(waits.withLock { $0.last } == 2, "a new browser waits its turn with the others")
        let next = TimeCode.code(secret, at: Instant(milliseconds: OpenHouse.now.milliseconds + 30_000))
        #expect(await signIn(house, "CLERK", password, next, from: venue, browser: browser).status == .seeOther)
        #expect(waits.withLock { $0.count } == 11, "one in which they have signed in before does not wait")
    }

    @Test func `waits longer and longer, and no longer than ten seconds`() async {
        let waits = Mutex<[Int]>([])
        let sessions = Sessions(sleep: Sleep { seconds in waits.withLock { $0.append(seconds) } })
        for number in 0..<100 { #expect(await sessions.begin("A\(number)", from: venue, now: OpenHouse.now)) }
        let told = waits.withLock { $0 }
        #expect(told.count == 70 && told == told.sorted() && told.first == 1 && told.last == 10)
        #expect(await sessions.begin("NEW", from: venue, now: OpenHouse.now.adding(minutes: 16)))
        #expect(waits.withLock { $0.count } == 70, "a quarter of an hour later nobody waits")
    }

    @Test(.timeLimit(.minutes(5)))
    func `sixteen at once from one network is refused, and no thread is held`() async {
        let (gate, opened) = AsyncStream.makeStream(of: Void.self)
        let sleeping = Mutex(0)
        let sessions = Sessions(
            sleep: Sleep { _ in
                sleeping.withLock { $0 += 1 }
                for await _ in gate {}
            })
        for number in 0..<30 { _ = await sessions.begin("A\(number)", from: venue, now: OpenHouse.now) }
        let waiting = Task {
            await withTaskGroup(of: Bool.self) { group in
                for number in 0..<16 { group.addTask { await sessions.begin("B\(number)", from: venue, now: OpenHouse.now) } }
                return await group.reduce(into: [Bool]()) { $0.append($1) }
            }
        }
        while sleeping.withLock({ $0 }) < 16 { await Task.yield() }
        #expect(await !sessions.begin("ONE-MORE", from: venue, now: OpenHouse.now))
        #expect(await sessions.begin("ELSEWHERE", from: "192.0.2.1", now: OpenHouse.now))
        #expect(await sessions.begin("KNOWN", from: venue, knownBrowser: [1], now: OpenHouse.now))
        #expect(await sessions.begin("HERE", from: venue, in: [2], now: OpenHouse.now))
        opened.finish()
        #expect(await waiting.value == Array(repeating: true, count: 16))
    }

    @Test func `from a hundred networks shuts nobody out either`() async {
        let waits = Mutex<[Int]>([])
        let sessions = Sessions(sleep: Sleep { seconds in waits.withLock { $0.append(seconds) } })
        for network in 0..<100 {
            for number in 0..<30 { _ = await sessions.begin("\(network)-\(number)", from: "10.0.0.\(network)", now: OpenHouse.now) }
        }
        #expect(waits.withLock { $0.isEmpty })
        #expect(await sessions.begin("SOMEBODY", from: "203.0.113.1", now: OpenHouse.now))
        #expect(waits.withLock { $0 } == [1])
        #expect(await sessions.begin("KNOWN", from: "203.0.113.1", knownBrowser: [1], now: OpenHouse.now))
        #expect(waits.withLock { $0 } == [1])
    }

    @Test func `is not let past by what another account's browser carries, nor by what the house never made`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let (_, browser) = try await enrol(house, "CHIEF")
        for _ in 0..<8 { #expect(await house.sessions.begin("CLERK", from: venue, now: OpenHouse.now)) }
        for carried in [browser, "MADE-UP", nil] {
            #expect(await signIn(house, "CLERK", "wrong", "1", from: venue, browser: carried).status == .tooMany)
        }
        // Where it is the account's own it has eight tries of its own, and no more.
        for _ in 0..<8 { #expect(await house.sessions.begin("CHIEF", from: venue, now: OpenHouse.now)) }
        for _ in 0..<8 { #expect(await signIn(house, "CHIEF", "wrong", "1", from: venue, browser: browser).status == .forbidden) }
        #expect(await signIn(house, "CHIEF", "wrong", "1", from: venue, browser: browser).status == .tooMany)
    }

    /// NIST SP 800-63B-4, 3.2.2.
    @Test(.timeLimit(.minutes(10)))
    func `at one account is not asked any more after a hundred wrong tries in a row, of which twenty are its holder's`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let credentials = try Credentials(folder: folder)
        let secret = Array("12345678901234567890".utf8)
        let now = Instant("2025-10-14T01:00:00Z")!
        try await credentials.set("CLERK", password: password, secret: secret, used: 0)
        func prove(_ credentials: Credentials, _ password: String, isKnown: Bool, at time: Instant) async throws -> Credentials.Outcome {
            try await credentials.prove(
                "CLERK", password: password, code: TimeCode.code(secret, at: time), now: time, isKnown: isKnown)
        }
        // What was wrong before is written in: each try costs a password's hashing.
        let file = try DatabaseQueue(path: folder + "/credentials.sqlite")
        func been(wrong times: Int) async throws {
            try await file.write { try $0.execute(sql: "UPDATE credential SET wrong = ?", arguments: [times]) }
        }
        #expect(try await prove(credentials, "wrong", isKnown: false, at: now) == .wrong(inRow: 1))
        try await been(wrong: 79)
        #expect(try await prove(credentials, "wrong", isKnown: false, at: now) == .wrong(inRow: 80))
        #expect(try await prove(credentials, password, isKnown: false, at: now) == .closed)
        // A restart changes nothing.
        let again = try Credentials(folder: folder)
        #expect(try await prove(again, password, isKnown: false, at: now) == .closed)
        #expect(try await prove(again, "wrong", isKnown: true, at: now) == .wrong(inRow: 81))
        #expect(try await prove(again, password, isKnown: true, at: now) == .right)
        let later = now.adding(minutes: 1)
        #expect(try await prove(again, password, isKnown: false, at: later) == .right, "in a row, not altogether")
        try await been(wrong: 99)
        #expect(try await prove(again, "wrong", isKnown: true, at: later) == .wrong(inRow: 100))
        let last = later.adding(minutes: 1)
        #expect(try await prove(again, password, isKnown: true, at: last) == .closed)
        try await again.set("CLERK", password: password, secret: secret, used: 0)
        #expect(try await prove(again, password, isKnown: false, at: last) == .right, "who came in by a code sets it anew")
    }
}
