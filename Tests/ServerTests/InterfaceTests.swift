import Addresses
import Engine
import House
import Ledger
import Phrases
import Rulebook
import Server
import Testing

@Suite struct `A program` {
    private func token(_ house: OpenHouse, _ account: String, scope: String) async throws -> String {
        let session = try await house.token(.account(account))
        let page = try await house.post(.credentials, session, [("token-name", "test"), ("scope", scope), ("act", "token")]).text
        return String(try #require(page.firstMatch(of: /chancery_[A-Z2-9]{52}/)).output)
    }

    private func ask(
        _ house: OpenHouse, _ place: InterfaceAddress, _ token: String?, _ method: Visit.Method = .get, body: String = ""
    ) async throws -> (status: Answer.Status, json: JSON) {
        let answer = await house.desk.answer(
            Visit(method, place.text, language: "en", body: Array(body.utf8), bearer: token))
        #expect(answer.content == .json)
        return (answer.status, try JSON(parsing: answer.bytes))
    }

    @Test func `without a token, or with one that is wrong, gets nothing`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        for token in [nil, "", "chancery_WRONG"] {
            for place in [InterfaceAddress.slips, .acts, .list(ListQuery("bodies")), .record(RecordAddress("bodies", "BCA"))] {
                let answer = try await ask(house, place, token)
                #expect(answer.status == .unauthorized && answer.json["error"]?["code"] == .text("token"))
            }
        }
        #expect(try await ask(house, .description, nil).json["openapi"] == .text("3.1.0"))
    }

    @Test func `reads what its account may, and nothing else`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await token(house, "CLERK", scope: "read")
        let bodies = try await ask(house, .list(ListQuery("bodies")), token).json["records"]?.list ?? []
        #expect(bodies.contains { $0["code"] == .text("BCA") } && !bodies.contains { $0["code"] == .text("X-SECRET") })
        #expect(try await ask(house, .record(RecordAddress("bodies", "X-SECRET")), token).status == .notFound)
        let under = try await ask(house, .record(RecordAddress("bodies", "UNDER")), token).json
        #expect(under["fields"]?["parent"] == .null)
        let person = try await ask(house, .record(RecordAddress("people", "P-1")), token).json
        #expect(person["code"] == .text("P-1") && person["fields"]?["family_name"] == nil)
        #expect(try await ask(house, .list(ListQuery("accounts")), token).status == .notFound)
    }

    @Test func `acts only with a token for it, in its account's name, and never twice under one key`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let body = #"{"act":"edit","key":"k-1","records":[{"kind":"body","code":"BCA","set":{"name_en":"By a program"}}]}"#
        let reading = try await token(house, "CLERK", scope: "read")
        #expect(try await ask(house, .acts, reading, .post, body: body).status == .forbidden)
        let writing = try await token(house, "CLERK", scope: "write")
        let first = try await ask(house, .acts, writing, .post, body: body)
        #expect(first.status == .fine && first.json["written_before"] == .flag(false), "\(first.json.written)")
        #expect(try await ask(house, .acts, writing, .post, body: body).json["written_before"] == .flag(true))
        #expect(
            try await house.get(.record(RecordAddress("bodies", "BCA")), as: Rights(desks: [], ceiling: .internal)).text.contains("CLERK"))
    }

    @Test(arguments: [
        (#"{"act":"edit","actor":"HEAD","records":[]}"#, Answer.Status.badRequest), ("{", .badRequest), ("[]", .badRequest),
        (#"{"act":"edit","records":[{"kind":"session","code":"S","set":{}}]}"#, .forbidden),
        (#"{"act":"edit","records":[{"kind":"grant","code":"G","set":{"account":"CLERK","desk":"SEC"}}]}"#, .forbidden),
        (#"{"act":"edit","records":[{"kind":"body","code":"X-SECRET","set":{"name_en":"Seen"}}]}"#, .refused),
        (#"{"act":"edit","records":[{"kind":"body","code":"BCA","set":{"classification":"top_secret"}}]}"#, .forbidden),
        (#"{"act":"edit","records":[{"kind":"body","code":"BCA","set":{"colour":"red"}}]}"#, .refused),
        (#"{"act":"sign","records":[{"kind":"body","code":"BCA","set":{"name_en":"X"}}]}"#, .refused),
        (#"{"act":"approve_plan","records":[{"kind":"body","code":"BCA"}]}"#, .refused),
    ])
    func `is refused what is not for it, with the reason`(body: String, status: Answer.Status) async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await token(house, "CLERK", scope: "write")
        let before = house.chancery.published.head
        let answer = try await ask(house, .acts, token, .post, body: body)
        #expect(answer.status == status && answer.json["error"]?["message"]?.text?.isEmpty == false, "\(answer.json.written)")
        #expect(house.chancery.published.head == before)
    }
}
