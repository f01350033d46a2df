import Addresses
import Engine
import Foundation
import House
import Ledger
import Phrases
import Rulebook
import Server
import Testing

/// A gate that stays shut until it is opened, with a count of who stands before it.
private actor Gate {
    private var isOpen = false
    private var standing: [CheckedContinuation<Void, Never>] = []
    private(set) var entered = 0

    func pass() async {
        entered += 1
        guard !isOpen else { return }
        await withCheckedContinuation { standing.append($0) }
    }

    func open() {
        isOpen = true
        for one in standing { one.resume() }
        standing = []
    }

    /// Returns when so many have come.
    func hasSeen(_ count: Int) async {
        while entered < count { await Task.yield() }
    }
}

/// What several tasks tell, in the order in which they told it.
private actor Told {
    private(set) var numbers: [Int] = []
    func tell(_ number: Int) { numbers.append(number) }
}

@Suite struct `What is under way for one account` {
    @Test func `goes on up to the bound, waits up to another, and is then refused; others go on`() async {
        let underWay = UnderWay(most: 8, mostWaiting: 24)
        let gate = Gate()
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { await underWay.run(for: "A") { await gate.pass() } != nil } }
            await gate.hasSeen(8)
            let refused = Told()
            for _ in 0..<30 {
                group.addTask {
                    let isDone = await underWay.run(for: "A") { await gate.pass() } != nil
                    if !isDone { await refused.tell(1) }
                    return isDone
                }
            }
            // Thirty more have come: twenty-four wait, and six were refused while nothing of the eight was done.
            while await refused.numbers.count < 6 { await Task.yield() }
            #expect(await gate.entered == 8)
            #expect(await underWay.run(for: "B") { true } == true)
            await gate.open()
            var done = 0
            for await isDone in group where isDone { done += 1 }
            #expect(done == 32)
        }
        #expect(await underWay.run(for: "A") { true } == true)
    }
}

@Suite struct `Who waits for what is made one at a time` {
    @Test func `is let in in turn with the others, however much one of them asks for`() async {
        let kept = MadeOnce<Int, Int>(most: 100, atOnce: 1)
        let gate = Gate()
        let order = Told()
        @Sendable func ask(_ number: Int, for who: String) async {
            _ = await kept.value(of: number, for: who) {
                await gate.pass()
                await order.tell(number)
                return number
            }
        }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await ask(0, for: "AUDITOR") }
            await gate.hasSeen(1)
            for number in 1...10 { group.addTask { await ask(number, for: "AUDITOR") } }
            // The auditor's ten stand in line before the other's one.
            while await kept.line < 10 { await Task.yield() }
            group.addTask { await ask(99, for: "READER") }
            while await kept.line < 11 { await Task.yield() }
            await gate.open()
        }
        let numbers = await order.numbers
        #expect(numbers.count == 12 && numbers.firstIndex(of: 99) == 1, "\(numbers)")
    }
}

@Suite struct `The room where files are read` {
    @Test func `reads one at a time, one of each account, and so many wait`() async throws {
        let room = ReadingRoom()
        let gate = Gate()
        @Sendable func bring(_ account: String) async -> String {
            do throws(ReadingRoom.Busy) {
                try await room.read(for: account) { await gate.pass() }
                return account
            } catch { return error.phrase }
        }
        await withTaskGroup(of: String.self) { group in
            group.addTask { await bring("A") }
            await gate.hasSeen(1)
            await #expect(throws: ReadingRoom.Busy.own) { try await room.read(for: "A") {} }
            for account in ["B", "C", "D", "E"] { group.addTask { await bring(account) } }
            while await room.line < 4 { await Task.yield() }
            await #expect(throws: ReadingRoom.Busy.house) { try await room.read(for: "F") {} }
            #expect(await gate.entered == 1)
            await gate.open()
            #expect(await group.reduce(into: Set<String>()) { $0.insert($1) } == ["A", "B", "C", "D", "E"])
        }
        #expect(try await room.read(for: "A") { true })
    }
}

@Suite struct `What a visitor sends` {
    private func token(_ house: OpenHouse, _ account: String, scope: String = "write") async throws -> String {
        let session = try await house.token(.account(account))
        let page = try await house.post(.credentials, session, [("token-name", "test"), ("scope", scope), ("act", "token")]).text
        return String(try #require(page.firstMatch(of: /chancery_[A-Z2-9]{52}/)).output)
    }

    private func send(_ house: OpenHouse, _ place: InterfaceAddress, _ token: String, _ body: String) async throws -> (
        status: Answer.Status, code: String?
    ) {
        let answer = await house.desk.answer(Visit(.post, place.text, language: "en", body: Array(body.utf8), bearer: token))
        return (answer.status, try JSON(parsing: answer.bytes)["error"]?["code"]?.text)
    }

    @Test func `names a token in so many letters, and in one at least`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let session = try await house.token(.account("CHIEF"))
        let tries: [(count: Int, status: Answer.Status)] = [
            (0, .refused), (ServerBounds.tokenName, .fine), (ServerBounds.tokenName + 1, .refused),
        ]
        for (count, status) in tries {
            let name = String(repeating: "ữ", count: count)
            let answer = try await house.post(.credentials, session, [("token-name", name), ("scope", "read"), ("act", "token")])
            #expect(answer.status == status)
            #expect(answer.text.contains("chancery_") == (status == .fine))
        }
    }

    @Test func `is not opened where its sender may have nothing written`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await token(house, "CLERK")
        #expect(try await send(house, .acts, token, "{").code == "json")
        try await house.write("grant", "G-2", [("desk", .text(""))])
        for place in [InterfaceAddress.acts, .preview] {
            let answer = try await send(house, place, token, "{")
            #expect(answer.status == .forbidden && answer.code == "may_change_nothing")
        }
    }

    @Test func `as JSON has no more names, items and values than the bound`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await token(house, "CLERK")
        func act(names: Int) -> String {
            let names = (0..<names).map { "\"n\($0)\":0" }.joined(separator: ",")
            return #"{"act":"edit","records":[{"kind":"body","code":"BCA","set":{\#(names)}}]}"#
        }
        #expect(try await send(house, .acts, token, act(names: 128)).code == "unknown_field")
        for count in [129, 110_000] {
            let body = act(names: count)
            let answer = await house.desk.answer(
                Visit(.post, InterfaceAddress.acts.text, language: "en", body: Array(body.utf8), bearer: token))
            let text = String(decoding: answer.bytes, as: UTF8.self)
            #expect(answer.status == .badRequest && text.contains("too many names"), "\(text)")
        }
    }

    @Test func `as a form has no more fields than the bound`() async throws {
        #expect(!Form(encoded: Array(repeating: "code=A", count: 5_000).joined(separator: "&")).isTooLarge)
        let form = Form(encoded: Array(repeating: "code=A", count: 5_001).joined(separator: "&"))
        #expect(form.isTooLarge && form["code"] == nil)
        let house = try await OpenHouse()
        defer { house.close() }
        let session = try await house.token(.account("CLERK"))
        let answer = await house.desk.answer(
            Visit(.post, Address.bulk(file: "bodies").text, session: session, language: "en", origin: "same-origin", form: form))
        #expect(answer.status == .refused)
        #expect(
            String(decoding: answer.bytes, as: UTF8.self).contains("5,000")
                || String(decoding: answer.bytes, as: UTF8.self).contains("5.000"))
    }

    @Test func `as pasted cells is taken as long as the bound and no longer`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let session = try await house.token(.account("CLERK"))
        func paste(bytes: Int) async throws -> (status: Answer.Status, text: String, location: String?) {
            let row = "N-1\toffice\tM\tOne \"so called\"\r\n"
            let table = "code\tkind\tname_vi\tname_en\n" + row
            return try await house.post(
                .take(file: "bodies"), session, [("pasted", table + String(repeating: "\n", count: bytes - table.utf8.count))])
        }
        let refused = try await paste(bytes: 1 << 20 + 1)
        #expect(refused.status == .refused && !refused.text.contains("\n\n\n\n\n\n\n\n"))
        let taken = try await paste(bytes: 1 << 20)
        #expect(taken.status == .fine, "\(taken.text.prefix(4000))")
        #expect(await house.get(.record(RecordAddress("bodies", "N-1")), session).text.contains("One &quot;so called&quot;"))
    }

    @Test func `as a file may be large only from whoever may enter such records`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let session = try await house.token(.account("CLERK"))
        let takesMuch = { await house.desk.takesMuch(at: $0, session: session, bearer: nil) }
        #expect(await takesMuch(Address.take(file: "bodies").text))
        #expect(await takesMuch(Address.packs.text))
        #expect(await !takesMuch(Address.take(file: "people").text))
        #expect(await !takesMuch(Address.take(file: "no-such-records").text))
        #expect(await !house.desk.takesMuch(at: Address.take(file: "bodies").text, session: "nobody", bearer: nil))
        try await house.write("grant", "G-2", [("desk", .text(""))])
        #expect(await !takesMuch(Address.take(file: "bodies").text))
        #expect(await !takesMuch(Address.packs.text))
    }

    @Test func `a sheet of more rows than the bound is refused in words, and one at the bound is taken`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let session = try await house.token(.account("CLERK"))
        func take(rows: Int, kind: String) async throws -> (status: Answer.Status, text: String, location: String?) {
            let rows = "code,kind,name_vi,name_en\n" + (1...rows).map { "N-\($0),\(kind),M,One\n" }.joined()
            return try await house.post(.take(file: "bodies"), session, [("pasted", rows)])
        }
        let past = try await take(rows: 20_001, kind: "office")
        #expect(past.status == .refused && past.text.contains("more than 20,000 rows"), "\(past.text.prefix(3000))")
        // All are read; as one act they are too many.
        let most = try await take(rows: 20_000, kind: "office")
        #expect(most.status == .refused && !most.text.contains("rows;") && most.text.contains("2,000 at most"), "\(most.text.prefix(3000))")
        let wrong = try await take(rows: 10_000, kind: "palace")
        // Five hundred are found, two hundred are told, and that there are more.
        #expect(wrong.status == .refused && wrong.text.components(separatedBy: "<li>").count < 300)
        #expect(wrong.text.contains("301 more"), "\(wrong.text.suffix(3000))")
    }
}

@Suite struct `What is shown at once` {
    @Test func `slips are given to programs by pages`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let session = try await house.token(.account("CLERK"))
        let page = try await house.post(.credentials, session, [("token-name", "test"), ("scope", "read"), ("act", "token")]).text
        let token = String(try #require(page.firstMatch(of: /chancery_[A-Z2-9]{52}/)).output)
        for number in 1...120 {
            try await house.write(
                "task", "T-\(number)", [("title_vi", .text("Việc")), ("title_en", .text("Task"))])
        }
        func slips(_ place: InterfaceAddress) async throws -> (count: Int, page: Int64?, all: [JSON]) {
            let json = try JSON(parsing: await house.desk.answer(Visit(.get, place.text, language: "en", bearer: token)).bytes)
            return (Int(json["count"]?.integer ?? 0), json["page"]?.integer, json["slips"]?.list ?? [])
        }
        let first = try await slips(.slips)
        #expect(first.count > 100 && first.all.count == 100 && first.page == 1)
        let second = try await slips(.slipsPage(2))
        #expect(second.count == first.count && second.all.count == min(100, first.count - 100) && second.page == 2)
        #expect(Set(first.all).isDisjoint(with: second.all))
        #expect(try await slips(.slipsPage(1_000_000)).all == [])
        #expect(InterfaceAddress("/api/slips?page=2") == .slipsPage(2) && InterfaceAddress("/api/slips?page=1") == .slips)
        for wrong in ["0", "-1", "x", "99999999999"] { #expect(InterfaceAddress("/api/slips?page=\(wrong)") == .nowhere) }
    }

    @Test func `a record that was altered often shows its last alterations, and says how many there are`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let session = try await house.token(.account("CLERK"))
        for number in 1...200 { try await house.write("body", "BCA", [("name_en", .text("Name \(number)"))]) }
        let page = await house.get(.record(RecordAddress("bodies", "BCA")), session).text
        #expect(page.contains("201") && page.contains("200"))
        #expect(page.contains("Name 200"))
    }
}
