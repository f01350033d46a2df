import Addresses
import Engine
import Exchange
import GRDB
import House
import Ledger
import Phrases
import Rulebook
import Server
import Testing

private func archive(_ files: [String: String]) throws -> [UInt8] { try Archive.archive(files.mapValues { Array($0.utf8) }) }

/// A file with a reason, as a browser sends it.
private func upload(_ bytes: [UInt8], reason: String = "") throws -> Form {
    func head(_ more: String) -> [UInt8] { Array("--X\r\nContent-Disposition: form-data; \(more)\r\n\r\n".utf8) }
    let body = head("name=\"reason\"") + Array("\(reason)\r\n".utf8) + head("name=\"pack\"; filename=\"mine.zip\"") + bytes
    return try #require(Multipart.form(body + Array("\r\n--X--".utf8), contentType: "multipart/form-data; boundary=X"))
}

private let good = ["bodies.csv": "code,kind,name_vi,name_en\nN-1,office,Một,One\nBCA,ministry,Bộ,Renamed\n"]
private let wrong = ["bodies.csv": "code,kind,name_vi,name_en,parent\nN-1,palace,Một,One,X-SECRET\n"]

@Suite struct `A program that brings a pack` {
    private func token(_ house: OpenHouse, _ account: String, scope: String = "write") async throws -> String {
        let session = try await house.token(.account(account))
        let page = try await house.post(.credentials, session, [("token-name", "test"), ("scope", scope), ("act", "token")]).text
        return String(try #require(page.firstMatch(of: /chancery_[A-Z2-9]{52}/)).output)
    }

    private func send(
        _ house: OpenHouse, _ token: String?, _ body: [UInt8], isPreview: Bool = false
    ) async throws -> (status: Answer.Status, json: JSON) {
        let place = InterfaceAddress.packs(isPreview: isPreview)
        let answer = await house.desk.answer(Visit(.post, place.text, language: "en", body: body, bearer: token))
        return (answer.status, try JSON(parsing: answer.bytes))
    }

    @Test func `is told what it would do, and what it did, and that sent again it does nothing`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await token(house, "CLERK")
        let before = await house.chancery.published.head
        let looked = try await send(house, token, archive(good), isPreview: true)
        #expect(looked.status == .fine && looked.json["versions"]?.integer == 2, "\(looked.json.written)")
        let kind = try #require(looked.json["kinds"]?.list?.first)
        #expect(kind["kind"] == .text("body") && kind["new"]?.integer == 1 && kind["changed"]?.integer == 1)
        #expect(await house.chancery.published.head == before)
        let taken = try await send(house, token, archive(good))
        #expect(taken.status == .fine && taken.json["entries"]?.integer == 1 && taken.json["versions"]?.integer == 2)
        #expect(taken.json["entry"]?.integer == Int64(before.sequence + 1))
        let again = try await send(house, token, archive(good)).json
        let form = try upload(archive(["bodies.csv": "code,name_en\nN-1,Anew\n"]), reason: "the <second> list")
        let place = InterfaceAddress.packs(isPreview: false)
        #expect(await house.desk.answer(Visit(.post, place.text, form: form, bearer: token)).status == .fine)
        let page = await house.get(.record(RecordAddress("bodies", "N-1")), try await house.token(.account("CLERK"))).text
        #expect(page.contains("the &lt;second&gt; list"))
        #expect(again["versions"]?.integer == 0 && again["unchanged"]?.integer == 2 && again["entry"] == .null)
    }

    @Test func `is told by file, row and column what is wrong, and of what is hidden nothing`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let answer = try await send(house, token(house, "CLERK"), archive(wrong))
        let findings = answer.json["error"]?["findings"]?.list ?? []
        #expect(answer.status == .refused && answer.json["error"]?["code"] == .text("findings"))
        #expect(findings.map { $0["column"]?.text } == ["kind", "parent"] && findings.allSatisfy { $0["row"]?.integer == 2 })
        #expect(findings.last?["code"] == .text("unknown_reference"), "\(findings)")
        let none = try await send(house, token(house, "CLERK"), Array("no archive".utf8))
        #expect(none.json["error"]?["findings"]?.list?.first?["code"] == .text("wrong_format.not_an_archive"))
    }

    @Test(arguments: [
        ("people.csv", "code,family_name\nP-1,Khác\n", "not_yours_in_pack"),
        ("grants.csv", "code,account\nG-1,CHIEF\n", "not_yours_in_pack"),
        ("bodies.csv", "code,name_en\nX-SECRET,Seen\n", "not_yours_in_pack"), ("people.csv", "code\nP-9\n", "not_yours"),
        ("plans.csv", "code,title_vi,title_en,status\nPL,A,B,in_force\n", "only_by_act"),
    ])
    func `is refused what its account could not write`(file: String, text: String, code: String) async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let before = await house.chancery.published.head
        let token = try await token(house, "CLERK")
        for isPreview in [true, false] {
            let answer = try await send(house, token, archive([file: text]), isPreview: isPreview)
            #expect(answer.json["error"]?["code"] == .text(code) && answer.json["error"]?["message"]?.text?.isEmpty == false)
        }
        #expect(await house.chancery.published.head == before)
    }

    @Test func `comes with a token of somebody who may change something`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        #expect(try await send(house, nil, archive(good)).status == .unauthorized)
        let reading = try await token(house, "CLERK", scope: "read")
        #expect(try await send(house, reading, archive(good)).status == .forbidden)
        #expect(try await send(house, reading, archive(good), isPreview: true).status == .fine)
        let writing = try await token(house, "CLERK")
        #expect(await house.desk.takesMuch(at: "/api/packs", session: nil, bearer: writing))
        try await house.write("grant", "G-2", [("desk", .text(""))])
        #expect(try await send(house, writing, Array("?".utf8)).json["error"]?["code"] == .text("may_change_nothing"))
        #expect(await !house.desk.takesMuch(at: "/api/packs", session: nil, bearer: writing))
        #expect(await !house.desk.takesMuch(at: "/api/packs", session: nil, bearer: "chancery_WRONG"))
        let place = InterfaceAddress.packs(isPreview: false)
        #expect(await house.desk.answer(Visit(.get, place.text, bearer: writing)).status == .methodNotAllowed)
    }
}

@Suite struct `Whoever brings a pack to its page` {
    private func send(
        _ house: OpenHouse, _ token: String, _ files: [String: String]?, _ fields: [(String, String)] = []
    ) async throws -> (status: Answer.Status, text: String) {
        let session = try #require(await house.sessions.session(token, now: OpenHouse.now))
        var form = Form(fields.map { (name: $0.0, value: $0.1) } + [(name: "token", value: session.formToken)])
        if let files { form.files = try upload(archive(files)).files }
        let answer = await house.desk.answer(Visit(.post, Address.packs.text, session: token, origin: "same-origin", form: form))
        return (answer.status, String(decoding: answer.bytes, as: UTF8.self))
    }

    private func waiting(_ page: String) throws -> String {
        String(try #require(page.firstMatch(of: /name="waiting" value="([A-Z2-9]+)"/)).output.1)
    }

    @Test func `sees what it would change before it is written, and takes it back`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(.account("CLERK"))
        let before = await house.chancery.published.head
        let plan = try await send(house, token, good, [("reason", "the list of <today>")])
        #expect(plan.status == .fine && plan.text.contains("mine.zip would change") && plan.text.contains("Renamed"))
        #expect(plan.text.contains("the list of &lt;today&gt;"))
        #expect(await house.chancery.published.head == before)
        let code = try waiting(plan.text)
        let other = try await house.token(.account("CHIEF"))
        #expect(try await send(house, other, nil, [("waiting", code)]).text.contains("waits no more"))
        let taken = try await send(house, token, nil, [("waiting", code), ("reason", "the list")])
        #expect(taken.status == .fine && taken.text.contains("2 versions imported, in 1 entry"), "\(taken.text)")
        let entry = before.sequence + 1
        #expect(taken.text.contains("/undo/\(entry)"))
        #expect(try await send(house, token, nil, [("waiting", code)]).text.contains("waits no more"))
        _ = try await house.post(.undo(entry: entry), token, [])
        #expect(await house.get(.record(RecordAddress("bodies", "N-1")), token).status == .notFound)
    }

    @Test func `is told of every place, and loses no reason`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(.account("CLERK"))
        let page = try await send(house, token, wrong, [("reason", "kept")])
        #expect(
            page.status == .refused && page.text.contains("palace") && page.text.contains("row 2") && page.text.contains("value=\"kept\""))
        #expect(try await send(house, token, nil).text.contains("Choose a file first"))
        let hidden = try await send(house, token, ["people.csv": "code,family_name\nP-1,Khác\n"])
        #expect(hidden.status == .refused && hidden.text.contains("family_name"))
        #expect(try await send(house, token, ["bodies.csv": "code,name_en\nUNDER,Office below\n"]).text.contains("says nothing new"))
    }

    @Test func `is noted as a reader of what it shows of people`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.write("grant", "G-3", [("account", .text("CLERK")), ("desk", .text("PTY")), ("ceiling", .text("internal"))])
        let token = try await house.token(.account("CLERK"))
        let plan = try await send(house, token, ["people.csv": "code,family_name\nP-1,Khác\n"])
        #expect(plan.status == .fine && plan.text.contains("Người Thử"))
        let file = try DatabaseQueue(path: house.folder + "/credentials.sqlite")
        let noted = try await file.read {
            try String.fetchAll($0, sql: "SELECT record || ': ' || fields FROM reading WHERE reader = 'CLERK'")
        }
        #expect(noted == ["person/P-1: family_name"])
    }

    @Test func `is shown it anew where somebody has changed the same meanwhile`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(.account("CLERK"))
        let code = try waiting(try await send(house, token, good).text)
        try await house.write("body", "N-1", [("kind", .text("office")), ("name_vi", .text("Khác")), ("name_en", .text("Other"))])
        let again = try await send(house, token, nil, [("waiting", code)])
        #expect(again.status == .conflict && again.text.contains("Meanwhile somebody"))
        let taken = try await send(house, token, nil, [("waiting", try waiting(again.text))])
        #expect(taken.status == .fine)
    }

    @Test func `may change something`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.write("grant", "G-2", [("desk", .text(""))])
        let token = try await house.token(.account("CLERK"))
        #expect(await house.get(.packs, token).status == .notFound)
        #expect(try await send(house, token, good).status == .notFound)
    }
}
