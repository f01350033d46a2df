import Addresses
import Engine
import Foundation
import House
import Ledger
import Phrases
import Rulebook
import Testing

import Server

@Suite struct `A file that is sent to a record` {
    private let parties = Rights(desks: ["PTY"], ceiling: .internal)
    private let protocolDesk = Rights(desks: ["PRO"], ceiling: .internal)
    private let committee = Rights(desks: ["CMD"], ceiling: .topSecret)
    private let place = AttachmentAddress(RecordAddress("people", "P-1"), "photograph")
    private let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF] + Array("<script>alert(1)</script>".utf8)

    private func send(
        _ house: OpenHouse, _ token: String, _ bytes: [UInt8]?, name: String = "me.jpg", _ items: [(String, String)] = []
    ) async throws -> (status: Answer.Status, text: String, location: String?) {
        let session = try #require(await house.sessions.session(token, now: OpenHouse.now))
        var body: [UInt8] = []
        for (field, value) in items + [("token", session.formToken)] {
            body += Array("--edge\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
        }
        if let bytes {
            body += Array("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n".utf8)
            body += bytes + Array("\r\n".utf8)
        }
        let form = try #require(Multipart.form(body + Array("--edge--".utf8), contentType: "multipart/form-data; boundary=edge"))
        let answer = await house.desk.answer(Visit(.post, Address.attach(place).text, session: token, origin: "same-origin", form: form))
        return (answer.status, String(decoding: answer.bytes, as: UTF8.self), answer.location)
    }

    private func fetch(_ house: OpenHouse, _ token: String) async -> Answer {
        await house.desk.answer(Visit(.get, Address.attachment(place).text, session: token))
    }

    @Test func `is linked from its page, fetched as a file and as nothing else, and noted as read`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(parties)
        #expect(await fetch(house, token).status == .notFound)
        #expect(await house.get(.record(place.record), token).text.contains(Address.attach(place).text))
        #expect(await house.get(.attach(place), token).text.contains("JPEG, PNG, 1 MB at most"))
        #expect(try await send(house, token, jpeg).status == .seeOther)
        #expect(await house.get(.record(place.record), token).text.contains(Address.attachment(place).text))
        let answer = await fetch(house, token)
        #expect(answer.status == .fine && answer.bytes == jpeg && answer.content == .jpeg)
        #expect(answer.fileName == "P-1-photograph.jpeg" && answer.isForeign && !answer.isLasting)
        let auditor = Rights(desks: [], ceiling: .internal, audits: true)
        let noted = try await house.get(.readings(LogQuery(account: "OPENER", day: Day("2025-10-14"))), as: auditor).text
        #expect(noted.contains("<td>Photograph</td>"), "\(noted.suffix(3000))")
    }

    @Test func `is refused in words, whatever it is called, and nothing is written`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(parties)
        let before = house.chancery.published.head
        let refused = [
            (Array("<svg onload=alert(1)>".utf8), "none of the kinds"), (Array("%PDF-1.7".utf8), "none of the kinds"),
            (jpeg + Array(repeating: 0, count: 1 << 20 + 1 - jpeg.count), "larger than 1 MB"), ([], "No file was chosen"),
        ]
        for (bytes, words) in refused {
            let answer = try await send(house, token, bytes)
            #expect(answer.status == .refused && answer.text.contains(words), "\(words)")
        }
        #expect(house.chancery.published.head == before)
        #expect(try await send(house, token, jpeg + Array(repeating: 0, count: 1 << 20 - jpeg.count)).status == .seeOther)
    }

    @Test func `is taken only from whoever may change the field, and given only to whoever may see it`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let (able, reading, other) = try await (house.token(parties), house.token(protocolDesk), house.token(committee))
        #expect(try await send(house, other, jpeg).status == .notFound)
        #expect(try await send(house, reading, jpeg).status == .notFound)
        #expect(try await send(house, able, jpeg).status == .seeOther)
        #expect(await fetch(house, reading).status == .fine)
        #expect(await fetch(house, other).status == .notFound)
        #expect(await house.desk.answer(Visit(.get, Address.attachment(place).text)).status == .seeOther, "strangers are asked to sign in")
        let path = Address.attach(place).text
        #expect(await house.desk.mostAttached(at: path, session: able, bearer: nil) == 1 << 20 + 64 << 10)
        for session in [reading, other, "nobody"] {
            #expect(await house.desk.mostAttached(at: path, session: session, bearer: nil) == nil)
        }
    }

    @Test func `is not there any more once its person is erased`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(parties)
        #expect(try await send(house, token, jpeg).status == .seeOther)
        try await house.act("erase", "person", "P-1")
        #expect(await fetch(house, token).status == .notFound)
        #expect(await !house.get(.record(place.record), token).text.contains(Address.attachment(place).text))
    }

    @Test func `is taken away again, and takes the place of nothing that another has sent meanwhile`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(parties)
        #expect(try await send(house, token, jpeg, [("was", "")]).status == .seeOther)
        let late = try await send(house, token, jpeg + [0], [("was", "")])
        #expect(late.status == .refused)
        #expect(await fetch(house, token).bytes == jpeg)
        #expect(try await send(house, token, nil, [("act", "remove")]).status == .seeOther)
        #expect(await fetch(house, token).status == .notFound)
    }

    @Test func `is sent and fetched by programs too`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.write("grant", "G-3", [("account", .text("CLERK")), ("desk", .text("PTY")), ("ceiling", .text("internal"))])
        func token(_ scope: String) async throws -> String {
            let session = try await house.token(.account("CLERK"))
            let page = try await house.post(.credentials, session, [("token-name", "test"), ("scope", scope), ("act", "token")]).text
            return String(try #require(page.firstMatch(of: /chancery_[A-Z2-9]{52}/)).output)
        }
        let (reading, writing) = try await (token("read"), token("write"))
        let path = InterfaceAddress.attachment(place).text
        func ask(_ method: Visit.Method, _ token: String, _ body: [UInt8] = []) async -> Answer {
            await house.desk.answer(Visit(method, path, language: "en", body: body, bearer: token))
        }
        #expect(await ask(.post, reading, jpeg).status == .forbidden)
        #expect(await ask(.get, reading).status == .notFound)
        let told = try JSON(parsing: await ask(.post, writing, jpeg).bytes)
        #expect(told["attachment"]?.text == Attachment(of: jpeg)?.description)
        let answer = await ask(.get, reading)
        #expect(answer.status == .fine && answer.bytes == jpeg && answer.content == .jpeg && answer.isForeign)
        #expect(await ask(.post, writing, Array("GIF89a".utf8)).status == .refused)
        #expect(await house.desk.mostAttached(at: path, session: nil, bearer: writing) != nil)
        #expect(await house.desk.mostAttached(at: path, session: nil, bearer: reading) == nil)
    }
}
