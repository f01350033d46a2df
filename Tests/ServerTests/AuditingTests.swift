import Addresses
import Engine
import Foundation
import GRDB
import House
import Ledger
import Phrases
import Rulebook
import Server
import Testing

private let auditor = Rights(desks: [], ceiling: .internal, audits: true)

@Suite struct `The record of sign-ins` {
    private let password = "a long enough phrase"

    private func lines(_ house: OpenHouse, _ query: LogQuery = LogQuery()) async throws -> String {
        try await house.get(.signIns(query), as: auditor).text
    }

    @Test func `says who came in, who tried in vain and what was made and ended, to auditors alone`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let administrator = try await house.token(Rights(desks: [], ceiling: .internal, administers: true))
        #expect(try await house.post(.invite(account: "CLERK"), administrator, []).status == .fine)
        let code = await house.opened.invitation(to: "CLERK")
        let answer = await house.desk.answer(Visit(.post, "/sign-in", peer: "192.0.2.7", form: Form(["code": code])))
        guard case .session(let token) = answer.cookie else {
            Issue.record("\(answer.status)")
            return
        }
        #expect(try await house.post(.credentials, token, [("token-name", "t"), ("scope", "read"), ("act", "token")]).status == .fine)
        let secret = try #require(await house.sessions.session(token, now: OpenHouse.now)).secret
        let timeCode = TimeCode.code(secret, at: OpenHouse.now)
        #expect(try await house.post(.credentials, token, [("password", password), ("time-code", timeCode)]).status == .seeOther)
        for name in ["CLERK", "NOBODY"] {
            let form = Form(["account": name, "password": "wrong", "time-code": "1"])
            _ = await house.desk.answer(Visit(.post, "/sign-in", peer: "192.0.2.8", form: form))
        }
        #expect(try await house.post(.endSessions(account: "CLERK"), administrator, []).status == .seeOther)
        let text = try await lines(house)
        for words in [
            "a one-time code was made", "came in with a one-time code", "a token was made", "password and authenticator set",
            "wrong password or code", "all sessions ended", "192.0.2.7", "192.0.2.8", "6 lines stand as they were written",
        ] { #expect(text.contains(words), "\(words)") }
        #expect(!text.contains("NOBODY"), "what somebody makes up is not kept")
        #expect(
            try await house.get(.signIns(LogQuery()), as: Rights(desks: ["CMD"], ceiling: .internal, administers: true)).status
                == .notFound)
    }

    @Test func `is turned page by page, and asked of one account and one day`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let credentials = try Credentials(folder: house.folder)
        for number in 0..<250 {
            try await credentials.log(.signedIn, of: "A-\(number % 2)", at: OpenHouse.now.adding(minutes: number * 60))
        }
        #expect(try await lines(house).contains(">250<"))
        let last = try await lines(house, LogQuery(page: 3))
        #expect(last.contains(">1<") && last.contains(">50<") && !last.contains(">51<"))
        #expect(try await lines(house, LogQuery(account: "A-1")).contains("125 lines"))
        #expect(try await lines(house, LogQuery(account: "A-1", day: Day("2025-10-15"))).contains("12 lines"))
    }

    /// What somebody with the file in hand may do to it.
    @Test(arguments: [
        ("UPDATE event SET account = 'X' WHERE number = 3", 3), ("DELETE FROM event WHERE number = 4", 4),
        ("UPDATE event SET at = at + 1 WHERE number = 1", 1), ("DELETE FROM event WHERE number > 5", 6), ("DELETE FROM event", 1),
        ("UPDATE event SET hash = zeroblob(32) WHERE number = 6", 6),
    ])
    func `tells where it was altered or shortened`(sql: String, damaged: Int) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let credentials = try Credentials(folder: folder)
        for number in 0..<6 { try await credentials.log(.wrong, of: "A-\(number)", from: "192.0.2.1", at: OpenHouse.now) }
        let whole = try await credentials.prove(.events)
        #expect(whole.count == 6 && whole.damaged == nil && whole.head.count == 64)
        let file = try DatabaseQueue(path: folder + "/credentials.sqlite")
        #expect(throws: DatabaseError.self) { try file.write { try $0.execute(sql: sql) } }
        #expect(try await credentials.prove(.events).damaged == nil, "not by mistake")
        try await file.write { database in
            try database.execute(sql: "DROP TRIGGER event_stays; DROP TRIGGER event_remains")
            try database.execute(sql: sql)
        }
        #expect(try await credentials.prove(.events).damaged == Int64(damaged))
    }

    /// An index may be made to say otherwise than its table, under the very words with which the house makes it.
    @Test func `is not proved where an index answers otherwise than the table, nor beside one that the house does not make`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let credentials = try Credentials(folder: folder)
        for number in 0..<6 { try await credentials.log(.wrong, of: "A-\(number)", from: "192.0.2.1", at: OpenHouse.now) }
        let whole = try #require(try Credentials.proofs(in: folder).first { $0.chain.table == "event" }).proof
        #expect(whole.count == 6 && whole.damaged == nil)
        let path = folder + "/credentials.sqlite"
        let lying = try DatabaseQueue(path: path)
        try await lying.writeWithoutTransaction { database in
            let words = try String.fetchOne(database, sql: "SELECT sql FROM sqlite_schema WHERE name = 'event_account'")
            try database.execute(
                sql: "DROP INDEX event_account; CREATE INDEX event_account ON event (account, number) WHERE account <> 'A-3'")
            try database.execute(sql: "PRAGMA writable_schema = ON")
            try database.execute(sql: "UPDATE sqlite_schema SET sql = ? WHERE name = 'event_account'", arguments: [words])
            try database.execute(sql: "PRAGMA writable_schema = OFF")
        }
        try lying.close()
        let altered = try #require(try Credentials.proofs(in: folder).first { $0.chain.table == "event" }).proof
        #expect(altered.damaged == 1)
        let another = try DatabaseQueue(path: path)
        try await another.write { try $0.execute(sql: "REINDEX event_account; CREATE INDEX beside ON event (number, hash)") }
        try another.close()
        #expect(throws: Chain.Strange.self) { try Credentials.proofs(in: folder) }
    }

    @Test(arguments: [
        "CREATE TRIGGER event_account AFTER INSERT ON event BEGIN SELECT 1; END", "DROP TRIGGER event_stays", "DROP INDEX event_account",
    ]) func `is told to be another's by whatever was added or taken away, be it under a name of the house's own`(altered: String)
        async throws
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try Credentials(folder: folder)
        #expect(try Credentials.proofs(in: folder).count == 3)
        let file = try DatabaseQueue(path: folder + "/credentials.sqlite")
        try await file.write { try $0.execute(sql: altered) }
        try file.close()
        #expect(throws: Chain.Strange.self) { try Credentials.proofs(in: folder) }
    }
}

@Suite struct `The record of readings` {
    private func note(_ house: OpenHouse, _ count: Int, of record: (Int) -> String, by reader: String = "CLERK", from start: Instant)
        async throws
    {
        let credentials = try Credentials(folder: house.folder)
        for number in 0..<count { try await credentials.note(reader, read: ["family_name"], of: record(number), at: start) }
    }

    @Test func `is chained, from the lines of an earlier release on`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = try DatabaseQueue(path: folder + "/credentials.sqlite")
        try await file.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE reading (at INTEGER NOT NULL, reader TEXT NOT NULL, record TEXT NOT NULL, fields TEXT NOT NULL);
                    CREATE INDEX reading_time ON reading (at);
                    INSERT INTO reading VALUES (1, 'A', 'person/P-1', 'needs'), (2, 'B', 'person/P-2', 'needs');
                    """)
        }
        let credentials = try Credentials(folder: folder)
        try await credentials.note("C", read: ["needs"], of: "person/P-3", at: OpenHouse.now)
        let whole = try await credentials.prove(.readings)
        #expect(whole.count == 3 && whole.damaged == nil)
        try await file.write { try $0.execute(sql: "DROP TRIGGER reading_stays; UPDATE reading SET reader = 'C' WHERE number = 2") }
        let altered = try await credentials.prove(.readings)
        #expect(altered.damaged == 2)
        let again = try Credentials(folder: folder)
        #expect(try await again.prove(.readings).damaged == 2, "opening mends nothing")
    }

    @Test(arguments: ["event", "reading", "copy"])
    func `is written or refused, whatever somebody has put into the file, and the file is not opened again`(table: String) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let credentials = try Credentials(folder: folder)
        let file = try DatabaseQueue(path: folder + "/credentials.sqlite")
        try await file.write { try $0.execute(sql: "CREATE TRIGGER quiet BEFORE INSERT ON \(table) BEGIN SELECT RAISE(IGNORE); END") }
        let copy = Credentials.Copy(export: "E-1", kind: "person", people: 1, fields: ["needs"], format: "csv")
        func write() async throws {
            switch table {
            case "event": try await credentials.log(.tokenMade, of: "A", from: "192.0.2.1", at: OpenHouse.now)
            case "reading": try await credentials.note("A", read: ["needs"], of: "person/P-1", at: OpenHouse.now)
            default: _ = try await credentials.note(copy, for: "A", at: OpenHouse.now)
            }
        }
        await #expect(throws: (any Error).self) { try await write() }
        #expect(throws: (any Error).self) { try Credentials(folder: folder) }
        #expect(throws: (any Error).self) { try Credentials.proofs(in: folder) }
        try await file.write { try $0.execute(sql: "DROP TRIGGER quiet") }
        try await write()
        let proofs = try Credentials.proofs(in: folder)
        #expect(proofs.count == 3 && proofs.allSatisfy { $0.proof.damaged == nil })
    }

    @Test func `pushes no line out, however many come after it`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await note(house, 1, of: { _ in "person ×1525" }, from: OpenHouse.now)
        for hour in 1...120 { try await note(house, 6, of: { "person/P-\($0)" }, from: OpenHouse.now.adding(minutes: hour * 60)) }
        let first = try await house.get(.readings(LogQuery()), as: auditor).text
        #expect(first.contains("121 entries") && !first.contains("×1525"))
        #expect(first.contains("1 more"), "of an hour five are named")
        #expect(try await house.get(.readings(LogQuery(page: 2)), as: auditor).text.contains("×1525"))
        let day = try await house.get(.readings(LogQuery(account: "CLERK", day: Day("2025-10-14"))), as: auditor).text
        #expect(day.contains("readings, the newest first."), "of one reader's day each stands by itself")
        #expect(try await house.get(.readings(LogQuery(account: "CHIEF")), as: auditor).text.contains("0 entries"))
    }

    @Test func `holds that what is sensitive was searched, filtered or ordered by`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let parties = Rights(desks: ["PTY"], ceiling: .internal)
        _ = try await house.get(.search("nguoi"), as: parties)
        _ = try await house.get(.list(ListQuery("people", order: "family_name")), as: parties)
        let text = try await house.get(.readings(LogQuery()), as: auditor).text
        #expect(text.contains("People: words searched for"), "\(text)")
        #expect(text.contains("People: Family name"))
        #expect(!text.contains("nguoi"), "what was looked for is not written down")
    }
}

@Suite struct `The reason of an entry` {
    @Test func `is as secret as the highest record of its act`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let both = [
            ActRequest.Proposal(kind: "body", code: "BCA", contents: [("note", .text("more guards"))]),
            ActRequest.Proposal(kind: "body", code: "X-SECRET", contents: [("note", .text("a refuge"))]),
        ]
        _ = try await house.chancery.perform(
            ActRequest(act: .edit, actor: "TEST", reason: "B2 becomes the refuge", proposals: both)
        ).get()
        _ = try await house.chancery.perform(
            ActRequest(
                act: .edit, actor: "TEST", reason: "an open reason",
                proposals: [.init(kind: "body", code: "BCA", contents: [("note", .text("fewer guards"))])])
        ).get()
        let lobby = Address.record(RecordAddress("bodies", "BCA"))
        let open = try await house.get(lobby, as: Rights(desks: ["CMD"], ceiling: .internal)).text
        #expect(!open.contains("refuge") && open.contains("about more than you may see") && open.contains("an open reason"))
        #expect(try await house.get(lobby, as: Rights(desks: ["CMD"], ceiling: .secret)).text.contains("B2 becomes the refuge"))
        // Taken away since, it is as secret as it was.
        try await house.write("body", "UNDER", [("parent", .null)])
        try await house.write("body", "X-SECRET", [], removes: true)
        #expect(try await !house.get(lobby, as: Rights(desks: ["CMD"], ceiling: .internal)).text.contains("refuge"))
    }
}

@Suite struct `A code that is taken` {
    @Test func `is refused in the same words whether its record may be known or not`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(Rights(desks: ["CMD"], ceiling: .internal))
        func ask(_ code: String) async throws -> (status: Answer.Status, text: String) {
            let answer = try await house.post(
                .new(file: "bodies"), token,
                [
                    ("to-code", code), ("was-code", ""), ("to-kind", "ministry"), ("was-kind", ""), ("to-name_vi", "Bộ"),
                    ("was-name_vi", ""),
                    ("to-name_en", "Ministry"), ("was-name_en", ""), ("reason", "new"),
                ])
            return (answer.status, answer.text.contains("The code \(code) cannot be used here. Choose another.") ? "not here" : answer.text)
        }
        let (known, hidden) = (try await ask("BCA"), try await ask("X-SECRET"))
        #expect(known.status == .conflict && hidden.status == .conflict)
        #expect(known.text == "not here" && hidden.text == "not here")
        #expect(try await ask("FREE").status == .seeOther)
    }
}
