import Addresses
import Engine
import Exchange
import ExchangeTesting
import Foundation
import House
import Ledger
import Rulebook
import Server
import Testing

@Suite struct `A house with a format more` {
    private let keeper = Rights(desks: ["CMD"], ceiling: .internal)
    private let bodies = ListQuery("bodies")

    private func opened() async throws -> OpenHouse { try await OpenHouse().with(FileFormats(fileFormats.all + [barFormat])) }

    private func get(_ house: OpenHouse, _ text: String, _ token: String) async -> Answer {
        await house.desk.answer(Visit(.get, text, session: token))
    }

    @Test func `offers it on lists, and gives them in it`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(keeper)
        let page = await house.get(.list(bodies), token).text
        for code in ["csv", "xlsx", "bars"] { #expect(page.contains(Address.sheet(bodies, format: code).text), "\(code)") }
        let sheet = await get(house, "/sheets/bars/bodies", token)
        #expect(sheet.status == .fine && sheet.content == Answer.Content(barFormat) && sheet.fileName == "bodies.bars")
        let text = String(decoding: sheet.bytes, as: UTF8.self)
        #expect(text.hasPrefix("%BARS\n") && text.contains("|BCA|"))
    }

    @Test func `offers it where sheets and packs are brought, and takes one in whatever its name`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(keeper)
        #expect(await house.get(.take(file: "bodies"), token).text.contains("File (CSV, XLSX or format.bars)"))
        #expect(await house.get(.packs, token).text.contains("Pack (CSV, XLSX, zip or format.bars)"))
        let session = try #require(await house.sessions.session(token, now: OpenHouse.now))
        let head = "--X\r\nContent-Disposition: form-data; name=\"sheet\"; filename=\"list.csv\"\r\n\r\n"
        let body = Array((head + "%BARS\ncode|name_en\nUNDER|Renamed below\n\r\n--X--").utf8)
        var form = Form([(name: "token", value: session.formToken)])
        form.files = try #require(Multipart.form(body, contentType: "multipart/form-data; boundary=X")).files
        let place = Address.take(file: "bodies").text
        let taken = await house.desk.answer(Visit(.post, place, session: token, origin: "same-origin", form: form))
        #expect(taken.status == .fine, "\(String(decoding: taken.bytes, as: UTF8.self))")
        #expect(await house.get(.record(RecordAddress("bodies", "UNDER")), token).text.contains("Renamed below"))
    }

    @Test func `gives in no other`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(keeper)
        for code in ["bars", "zip", "ics", "doc"] {
            let answer = await get(house, "/sheets/\(code)/bodies", token)
            #expect(answer.status == .notFound, "\(code)")
        }
        let files = [
            ("csv", "text/csv; charset=utf-8"), ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ]
        for (code, media) in files {
            let answer = await get(house, "/sheets/\(code)/bodies", token)
            #expect(answer.status == .fine && answer.content.rawValue == media && answer.fileName == "bodies.\(code)")
        }
    }

    @Test func `takes from programs what tells its own format, and says so`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let session = try await house.token(.account("CLERK"))
        let page = try await house.post(.credentials, session, [("token-name", "test"), ("scope", "write"), ("act", "token")]).text
        let token = String(try #require(page.firstMatch(of: /chancery_[A-Z2-9]{52}/)).output)
        let picture = await house.chancery.published.picture
        let kind = try #require(picture.register.kind(file: "bodies"))
        let row = try #require(picture[slot: kind.slot].number(of: "BCA").flatMap { picture[slot: kind.slot][$0] })
        let book = try PackWriter.table(
            of: [row], kind, picture.register, as: .workbook, columns: { ["code", "name_en"].contains($0.name) }, code: { _ in "" })
        let place = InterfaceAddress.packs(isPreview: true).text
        let answer = await house.desk.answer(Visit(.post, place, language: "en", body: book, bearer: token))
        let json = try JSON(parsing: answer.bytes)
        #expect(answer.status == .fine && json["unchanged"]?.integer == 1, "\(json.written)")
        let broken = await house.desk.answer(Visit(.post, place, language: "en", body: Array("?".utf8), bearer: token))
        #expect(broken.status == .refused && String(decoding: broken.bytes, as: UTF8.self).contains("pack.zip"))
        let described = InterfaceDescription(of: mountedHouse).document["paths"]?["/api/packs"]?["post"]?["requestBody"]?["content"]?
            .members?.map(\.name)
        #expect(described == fileFormats.tellingThemselves.all.map(\.mediaType))
    }
}
