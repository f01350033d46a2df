import Addresses
import Engine
import Foundation
import House
import Ledger
import Phrases
import Rulebook
import Server
import Testing

/// What a clerk and who answers for personal data meet where data leaves, or goes for ever.
@Suite struct `Data that leaves` {
    private let people = Address.askExport(ListQuery("people"))
    private let wish = [("column", "family_name"), ("purpose", "registration"), ("recipient", "BCA"), ("expires_on", "2025-10-15")]
    private let audits = Rights(desks: [], ceiling: .internal, audits: true)

    private func opened() async throws -> OpenHouse {
        let house = try await OpenHouse()
        try await house.write("person", "P-1", [("document", .text("TEST-000001"))])
        try await house.write("person", "P-2", [("family_name", .text("ZQTWO"))])
        try await house.write("person", "P-3", [("family_name", .text("ZQTHREE"))])
        for (office, account) in [("O-1", "ASKER"), ("O-2", "OTHER")] {
            let titles: [(String, JSON)] = [("title_vi", .text("Người \(office)")), ("title_en", .text("Officer \(office)"))]
            try await house.write("officer", office, [("body", .text("BCA")), ("role", .text("member"))] + titles)
            try await house.write("account", account, titles + [("officer", .text(office))])
            let grant: [(String, JSON)] = [("account", .text(account)), ("desk", .text("PTY")), ("ceiling", .text("internal"))]
            try await house.write("grant", "G-\(account)", grant)
        }
        return house
    }

    @Test func `is what was ticked and nothing else, by number and by name`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(.account("ASKER"))
        let list = await house.get(.list(ListQuery("people")), token).text
        #expect(list.contains("formaction=\"\(people.text)\"") && list.contains("name=\"part\" value=\"ticked\""))
        let ticked = [("code", "P-1"), ("code", "P-3")]
        let page = try await house.post(people, token, [("part", "ticked")] + ticked)
        #expect(page.status == .fine && page.text.contains("2 records about 2 people"), "\(page.text)")
        #expect(page.text.contains("ZQTHREE") && page.text.contains("name=\"code\" value=\"P-3\""))
        #expect(!page.text.contains("ZQTWO") && !page.text.contains("value=\"P-2\""))
        let asked = try await house.post(people, token, [("part", "ticked")] + ticked + wish)
        let place = asked.location.flatMap { Address($0) }
        guard case .export(let code)? = place else {
            Issue.record("\(asked.text)")
            return
        }
        let copy = try await house.post(.export(code), token, [("as", "csv")]).text
        #expect(copy.contains("Người Thử") && copy.contains("ZQTHREE") && !copy.contains("ZQTWO") && !copy.contains("P-2"))
    }

    @Test func `is all of a list only where that is asked for, and never by ticking nothing`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(.account("ASKER"))
        let whole = try await house.post(people, token, [("part", "whole"), ("code", "P-1")]).text
        #expect(whole.contains("The whole list is asked for: 3 records") && !whole.contains("name=\"code\""))
        let none = try await house.post(people, token, [("part", "ticked")])
        #expect(none.status == .refused && none.text.contains("No record was ticked"))
        let gone = try await house.post(people, token, [("part", "ticked"), ("code", "P-9")] + wish)
        #expect(gone.status == .conflict && gone.text.contains("No record was ticked"))
    }

    /// A proposal to let numbers of documents leave, by its address.
    private func proposed(_ house: OpenHouse) async throws -> RecordAddress {
        let token = try await house.token(.account("ASKER"))
        let asked = try await house.post(people, token, [("part", "ticked"), ("code", "P-1"), ("column", "document")] + wish)
        let place = asked.location.flatMap { Address($0) }
        guard case .record(let record)? = place else {
            Issue.record("\(asked.text)")
            return RecordAddress("pending-acts", "")
        }
        return RecordAddress(record.file, record.code)
    }

    @Test func `is told to who lets it be done by names and labels, and afterwards what was done and where it is fetched`() async throws {
        let house = try await opened()
        defer { house.close() }
        let proposal = try await proposed(house)
        let confirming = Address.act(ActAddress("confirm", about: proposal))
        let other = try await house.token(.account("OTHER"))
        let page = await house.get(confirming, other).text
        for words in [
            "What would leave", "Family name", "Người Thử", "registration", "Officer O-1", "Records (1)", "Confirm: Export a list",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(!page.contains("family_name") && !page.contains("list_numbers"))
        let done = try await house.post(confirming, other, [])
        #expect(done.status == .seeOther, "\(done.text)")
        let told = await house.get(Address(done.location ?? "") ?? .keys, other).text
        #expect(
            told.contains("Confirmed and done") && told.contains("What this proposal has done") && told.contains("href=\"/exports/")
                && told.contains("Where"))
        let own = await house.get(.record(proposal), try await house.token(.account("ASKER"))).text
        #expect(own.contains("Fetch your copies here"))
    }

    @Test func `waits for somebody who is named, or says what to do where there is nobody`() async throws {
        let house = try await opened()
        defer { house.close() }
        let proposal = try await proposed(house)
        let token = try await house.token(.account("ASKER"))
        let named = await house.get(.record(proposal), token).text
        #expect(named.contains("who confirms it on this page") && named.contains("Officer O-2"), "\(named)")
        try await house.write("account", "OTHER", [("closed", .flag(true))])
        let nobody = await house.get(.record(proposal), try await house.token(.account("ASKER"))).text
        #expect(nobody.contains("no second account could confirm it yet") && nobody.contains("chancery apply"), "\(nobody)")
    }

    @Test func `goes to any body that is registered, be it the police`() async throws {
        let house = try await opened()
        defer { house.close() }
        try await house.write(
            "body", "POL",
            [("kind", .text("public_authority")), ("name_vi", .text("Công an thành phố")), ("name_en", .text("City police"))])
        let page = await house.get(people, try await house.token(.account("ASKER"))).text
        #expect(page.contains("value=\"POL\"") && page.contains("City police") && page.contains("such as the police"))
    }

    @Test func `as a file has what tells of nobody under labels that are read back, for spreadsheets to read`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(.account("CLERK"), .vietnamese)
        let ministries = ListQuery("bodies", filters: [.init("kind", "ministry")])
        let sheet = await house.get(.sheet(ministries, format: "csv"), token).text
        #expect(sheet.contains("BCA"))
        let head = sheet.prefix { !$0.isNewline }
        #expect(sheet.unicodeScalars.first == "\u{FEFF}" && head.contains("Tên tiếng Việt") && !head.contains("name_vi"), "\(head)")
        let before = house.chancery.published.head.sequence
        let taken = try await house.post(.take(file: "bodies"), token, [("pasted", sheet)])
        #expect(taken.status == .fine && house.chancery.published.head.sequence == before, "\(taken.text)")
    }

    @Test func `that is erased is gone from a page that says so, why and since when, and offers nothing`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(.account("ASKER"))
        let (page, erasing) = (RecordAddress("people", "P-1"), Address.act(ActAddress("erase", about: RecordAddress("people", "P-1"))))
        let before = await house.get(.record(page), token).text
        #expect(before.contains(erasing.text) && before.contains(Address.edit(page).text) && !before.contains("was erased"))
        let form = await house.get(erasing, token).text
        #expect(form.contains("Erase all personal data of this person, also in all earlier entries"))
        let asked = try await house.post(erasing, token, [("reason", "because")])
        let place = asked.location.flatMap { Address($0) }
        guard case .record(let record)? = place else {
            Issue.record("\(asked.text)")
            return
        }
        let proposal = RecordAddress(record.file, record.code)
        let (other, confirming) = (try await house.token(.account("OTHER")), Address.act(ActAddress("confirm", about: proposal)))
        #expect(await house.get(confirming, other).text.contains("Confirm: Erase all personal data of this person"))
        let confirmed = try await house.post(confirming, other, [])
        #expect(confirmed.status == .seeOther, "\(confirmed.text)")
        #expect(await house.get(.record(proposal), other).text.contains("has erased the personal data of 1 person:"))
        let entry = house.chancery.published.head.sequence
        let after = await house.get(.record(page), token).text
        #expect(after.contains("All personal data here was erased") && after.contains("as entry \(entry)") && after.contains("because"))
        // The history tells it first, though nothing that is left is different.
        let history = after.components(separatedBy: "<h2 id=\"history\"").last ?? ""
        #expect(
            history.components(separatedBy: "<li>").dropFirst().first?.contains("erased all personal data that stood here") == true,
            "\(history)")
        #expect(!after.contains(erasing.text) && !after.contains(Address.edit(page).text))
    }

    @Test func `is erased at the desk for personal data too, on the person's page`() async throws {
        let house = try await opened()
        defer { house.close() }
        let page = Address.record(RecordAddress("people", "P-1"))
        let erasing = Address.act(ActAddress("erase", about: RecordAddress("people", "P-1")))
        #expect(try await house.get(page, as: Rights(desks: ["DAT"], ceiling: .internal)).text.contains(erasing.text))
        #expect(try await house.get(erasing, as: Rights(desks: ["DAT"], ceiling: .internal)).status == .fine)
        #expect(try await !house.get(page, as: Rights(desks: ["CMD"], ceiling: .internal)).text.contains(erasing.text))
    }

    @Test func `and is not due yet is no mistake of whoever asks`() async throws {
        let house = try await opened()
        defer { house.close() }
        let token = try await house.token(Rights(desks: ["DAT"], ceiling: .internal))
        let answer = try await house.post(.act(ActAddress("erase_due")), token, [])
        #expect(answer.status == .fine && answer.text.contains("Nothing is due for erasing"), "\(answer.text)")
        #expect(!answer.text.contains("class=\"errors\""))
    }

    @Test func `leaves no half sentence in a record in which nothing stands yet`() async throws {
        let house = try await opened()
        defer { house.close() }
        let text = try await house.get(.readings(LogQuery()), as: audits).text
        #expect(text.contains("Nothing has been written here yet.") && !text.contains("hash begins with"))
    }
}
