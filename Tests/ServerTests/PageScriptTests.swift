import Addresses
import Engine
import House
import Ledger
import Server
import Testing

@Suite struct `The script of a page` {
    private let clerk = Rights(desks: ["CMD"], ceiling: .internal)

    /// Asks as a page's script would.
    private func ask(
        _ house: OpenHouse, _ token: String, _ place: InterfaceAddress, _ body: String? = nil, formToken: String? = nil,
        origin: String? = "same-origin"
    ) async throws -> (status: Answer.Status, json: JSON) {
        let session = await house.sessions.session(token, now: OpenHouse.now)
        let visit = Visit(
            body == nil ? .get : .post, place.text, session: token, origin: origin, body: Array((body ?? "").utf8),
            formToken: formToken ?? session?.formToken)
        let answer = await house.desk.answer(visit)
        return (answer.status, try JSON(parsing: answer.bytes))
    }

    private func edit(_ name: String, key: String = "", ifEntry: Int? = nil) -> String {
        let keyed = key.isEmpty ? "" : #","key":"\#(key)""#
        let expected = ifEntry.map { #","if_entry":\#($0)"# } ?? ""
        return #"{"act":"edit"\#(keyed),"records":[{"kind":"body","code":"BCA"\#(expected),"set":{"name_en":"\#(name)"}}]}"#
    }

    @Test func `acts in its visitor's name, once under a key, and not over what somebody else has written`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(.account("CLERK"))
        let before = house.chancery.published.head.sequence
        let done = try await ask(house, token, .acts, edit("By a script", key: "k-1"))
        #expect(done.status == .fine, "\(done.json.written)")
        #expect(done.json["entry"]?.integer == Int64(before + 1))
        let again = try await ask(house, token, .acts, edit("By a script", key: "k-1"))
        #expect(again.json["written_before"] == .flag(true))
        #expect(house.chancery.published.head.sequence == before + 1)
        let late = try await ask(house, token, .acts, edit("Too late", ifEntry: before))
        #expect(late.status == .refused, "\(late.json.written)")
        let last = try await ask(house, token, .acts, edit("In time", ifEntry: before + 1))
        #expect(last.status == .fine, "\(last.json.written)")
    }

    @Test func `is told what an act would do, and nothing is written`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(.account("CLERK"))
        let before = house.chancery.published.head.sequence
        let tried = try await ask(house, token, .preview, edit("Only tried"))
        #expect(tried.status == .fine)
        #expect(tried.json["changes"]?.list?.count == 1)
        #expect(house.chancery.published.head.sequence == before)
    }

    @Test func `is answered only from the house's own pages, even where it only reads`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(.account("CLERK"))
        let before = house.chancery.published.head.sequence
        for (formToken, origin) in [("wrong", "same-origin"), ("", "same-origin")] as [(String, String?)] {
            for (place, body) in [(InterfaceAddress.acts, edit("Foreign")), (.changes(after: 0), nil)] as [(InterfaceAddress, String?)] {
                let answer = try await ask(house, token, place, body, formToken: formToken, origin: origin)
                #expect(answer.status == .forbidden && answer.json["error"]?["code"]?.text == "form")
            }
        }
        for origin in ["cross-site", "same-site", nil] as [String?] {
            #expect(try await ask(house, token, .acts, edit("Foreign"), origin: origin).status == .forbidden)
        }
        #expect(try await ask(house, "no session", .acts, edit("Nobody")).status == .unauthorized)
        #expect(house.chancery.published.head.sequence == before)
    }

    @Test func `hears which records have changed since an entry, and of none that its visitor may not know of`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let before = house.chancery.published.head.sequence
        let token = try await house.token(clerk)
        try await house.write("body", "BCA", [("name_en", .text("Changed"))])
        try await house.write("body", "X-SECRET", [("name_en", .text("Changed too"))])
        let (status, told) = try await ask(house, token, .changes(after: before))
        #expect(status == .fine)
        #expect(told["entry"]?.integer == Int64(before + 2))
        #expect(told["everything"] == .flag(false))
        // Of bodies there is something above the reader: that it changed would be told by the kind's name.
        #expect(told["kinds"]?.list?.map(\.text) == ["*"])
        #expect(told["changed"]?.list?.compactMap { $0["code"]?.text } == ["BCA"])
        let cleared = try await house.token(Rights(desks: ["CMD"], ceiling: .secret))
        let more = try await ask(house, cleared, .changes(after: before)).json
        #expect(more["kinds"]?.list?.map(\.text) == ["body"])
        #expect(more["changed"]?.list?.compactMap { $0["code"]?.text } == ["BCA", "X-SECRET"])
        #expect(try await ask(house, token, .changes(after: before + 2)).json["changed"]?.list?.isEmpty == true)
        // What came before the house was opened is not remembered kind by kind.
        #expect(try await ask(house, token, .changes(after: 0)).json["everything"] == .flag(true))
    }
}
