import Addresses
import House
import Ledger
import Phrases
import Rulebook
import Server
import Testing

private let command = Rights(desks: ["CMD"], ceiling: .internal)
private let bca = RecordAddress("bodies", "BCA")

/// The fields of a form as they were shown, with what its sender made of some of them.
private func sent(_ page: String, _ changes: [String: String]) -> [(String, String)] {
    let was = page.matches(of: /name="was-(\w+)" value="([^"]*)"/).map { (String($0.output.1), unescaped(String($0.output.2))) }
    return was.flatMap { [("was-\($0.0)", $0.1), ("to-\($0.0)", changes[$0.0] ?? $0.1)] }
}

private func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
        .replacing("&amp;", with: "&")
}

@Suite struct `The form of a record` {
    @Test func `changes what was changed, tells the entry, and takes it back`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(command)
        let form = await house.get(.edit(bca), token)
        #expect(form.status == .fine)
        let saved = try await house.post(.edit(bca), token, sent(form.text, ["name_en": "Ministry of Peace"]) + [("reason", "renamed")])
        let address = try #require(saved.location.flatMap { Address($0) })
        guard case .record(let record) = address, let entry = record.written else {
            Issue.record("\(saved)")
            return
        }
        let page = await house.get(address, token).text
        #expect(page.contains("Ministry of Peace") && page.contains("renamed") && page.contains("Saved as entry"))
        #expect(try await house.post(.undo(entry: entry), token, []).status == .fine)
        let after = await house.get(.record(bca), token).text
        #expect(after.contains("Ministry of &quot;Public&quot; Security") && after.contains("takes back entry"))
    }

    @Test func `that somebody else has changed meanwhile shows both, and loses neither`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(command)
        let mine = await house.get(.edit(bca), token).text
        let first = try await house.post(.edit(bca), token, sent(mine, ["name_en": "Theirs"]))
        #expect(first.status == .seeOther)
        let conflict = try await house.post(.edit(bca), token, sent(mine, ["name_en": "Mine", "name_vi": "Của tôi"]))
        #expect(conflict.status == .conflict && conflict.text.contains("Theirs") && conflict.text.contains("value=\"Mine\""))
        #expect(conflict.text.contains("Của tôi"))
        let again = try await house.post(.edit(bca), token, sent(conflict.text, ["name_en": "Mine", "name_vi": "Của tôi"]))
        #expect(again.status == .seeOther)
        #expect(await house.get(.record(bca), token).text.contains("Mine"))
    }

    @Test func `keeps apart two people who change different fields`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(command)
        let shown = await house.get(.edit(bca), token).text
        #expect(try await house.post(.edit(bca), token, sent(shown, ["name_en": "English"])).status == .seeOther)
        #expect(try await house.post(.edit(bca), token, sent(shown, ["name_vi": "Tiếng Việt mới"])).status == .seeOther)
        let page = await house.get(.record(bca), token).text
        #expect(page.contains("English") && page.contains("Tiếng Việt mới"))
    }

    @Test func `says beside the field what is wrong, and keeps what was typed`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(command)
        let shown = await house.get(.edit(bca), token).text
        let wrong = try await house.post(.edit(bca), token, sent(shown, ["parent": "NOBODY", "name_en": "Kept"]))
        #expect(wrong.status == .conflict && wrong.text.contains("aria-invalid=\"true\"") && wrong.text.contains("field-parent-problem"))
        #expect(wrong.text.contains("value=\"NOBODY\"") && wrong.text.contains("value=\"Kept\""))
        #expect(!(await house.get(.record(bca), token).text.contains("Kept")))
    }

    @Test func `of a new record refuses a code that is taken and a required field that is blank`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(command)
        let address = Address.new(file: "bodies")
        let shown = await house.get(address, token).text
        let taken = try await house.post(address, token, sent(shown, ["code": "BCA", "name_vi": "A", "name_en": "B"]))
        #expect(taken.status == .conflict && taken.text.contains("already"))
        let blank = try await house.post(address, token, sent(shown, ["code": "NEW"]))
        #expect(blank.status == .conflict && blank.text.contains("field-name_vi-problem"))
        let written = try await house.post(address, token, sent(shown, ["code": "NEW", "kind": "office", "name_vi": "A", "name_en": "B"]))
        #expect(written.status == .seeOther, "\(written.text)")
        #expect(await house.get(.record(RecordAddress("bodies", "NEW")), token).status == .fine)
    }

    @Test func `of a new record of any kind takes the choices that it shows by itself`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let every = Rights(desks: Set(houseDesks), ceiling: .internal, administers: true)
        let token = try await house.token(every)
        var tried = 0
        for kind in houseRegister.kinds where every.enters(kind) {
            let address = Address.new(file: kind.file)
            let page = await house.get(address, token)
            guard page.status == .fine else { continue }
            // What stands in a choice is what a browser sends of it.
            let answer = try await house.post(address, token, sent(page.text, ["code": "ZZ-1"]))
            tried += 1
            for column in kind.columns where column.isRequired {
                guard case .choice = column.shape else { continue }
                #expect(!answer.text.contains("field-\(column.name)-problem"), "\(kind.code).\(column.name)")
                #expect(!answer.text.contains("&quot;\(column.name)&quot;"), "\(kind.code).\(column.name)")
            }
        }
        #expect(tried > 100)
    }

    @Test func `of a delegation is saved with the kind that it shows`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(Rights(desks: ["PTY"], ceiling: .internal))
        let parties = await house.get(.new(file: "parties"), token).text
        let party = try await house.post(
            .new(file: "parties"), token,
            sent(parties, ["code": "TGO", "name_vi": "Tô-gô", "name_en": "Togo"]))
        #expect(party.status == .seeOther, "\(party.text)")
        let shown = await house.get(.new(file: "delegations"), token).text
        let delegation = try await house.post(.new(file: "delegations"), token, sent(shown, ["code": "TGO", "party": "TGO"]))
        #expect(delegation.status == .seeOther, "\(delegation.text)")
    }

    @Test func `is not for who does not work at the kind's desk, nor for a record they may not know`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let other = try await house.token(Rights(desks: ["PTY"], ceiling: .internal))
        let cleared = try await house.token(command)
        for (token, address) in [
            (other, Address.edit(bca)), (other, .new(file: "bodies")), (cleared, .edit(RecordAddress("bodies", "X-SECRET"))),
        ] {
            #expect(await house.get(address, token).status == .notFound, "\(address)")
            #expect(try await house.post(address, token, [("to-name_en", "Taken over"), ("was-name_en", "")]).status == .notFound)
        }
        #expect(!(await house.get(.record(bca), cleared).text.contains("Taken over")))
    }

    @Test func `does not lift a record out of its writer's sight`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(command)
        let shown = await house.get(.edit(bca), token).text
        let lifted = try await house.post(.edit(bca), token, sent(shown, ["classification": "secret"]))
        #expect(lifted.status == .refused && lifted.text.contains("field-classification-problem"))
        let many = try await house.post(
            .bulk(file: "bodies"), token, [("code", "BCA"), ("field", "classification"), ("value", "secret")])
        #expect(many.status == .refused)
        #expect(await house.get(.record(bca), token).status == .fine)
    }
}

@Suite struct `An act by a form` {
    @Test func `is stopped by what it would make wrong, says which rule, and asks who overrides it why`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(Rights(desks: ["SGN"], ceiling: .internal))
        let form = await house.get(.new(file: "signatures"), token)
        #expect(form.status == .fine && form.text.contains("value=\"sign\"") && !form.text.contains("value=\"\" selected>preparation"))
        let filled: [(String, String)] = [
            ("to-code", "SIG-1"), ("was-code", ""), ("to-signed", "2025-10-14 07:00"), ("was-signed", ""), ("as", "sign"),
        ]
        let refused = try await house.post(.new(file: "signatures"), token, filled)
        #expect(refused.status == .refused && refused.text.contains("role=\"alert\"") && refused.text.contains("SIG-1"))
        let prepared = try await house.post(.new(file: "signatures"), token, filled.dropLast())
        #expect(prepared.status == .refused, "a signature comes about by signing alone")
        #expect(await house.get(.record(RecordAddress("signatures", "SIG-1")), token).status == .notFound)
    }
}

@Suite struct `Several records at once` {
    @Test func `are changed in one entry, and taken back in one`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(command)
        let before = await house.chancery.published.head.sequence
        let done = try await house.post(
            .bulk(file: "bodies"), token,
            [("code", "BCA"), ("code", "UNDER"), ("code", "X-SECRET"), ("field", "name_en"), ("value", "Same")])
        #expect(done.status == .fine && done.text.contains("2 records"))
        #expect(await house.chancery.published.head.sequence == before + 1)
        #expect(try await house.get(.list(ListQuery("bodies")), as: Rights(desks: [], ceiling: .secret)).text.contains("Hidden office"))
        #expect(try await house.post(.undo(entry: before + 1), token, []).status == .fine)
        #expect(!(await house.get(.list(ListQuery("bodies")), token).text.contains("Same")))
    }

    @Test func `keep their ticks and what was typed where it was not taken`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(command)
        let list = Address.list(ListQuery("bodies", order: "name_en"))
        let ticked = [("back", list.text), ("code", "BCA"), ("reason", "tidied <up>")]
        func isKept(_ status: Answer.Status, _ text: String) -> Bool {
            status == .refused && text.contains("role=\"alert\"") && text.contains("tidied &lt;up&gt;")
                && text.contains(/<input[^>]* value="BCA"[^>]* checked/)
                && !text.contains(/<input[^>]* value="UNDER"[^>]* checked/)
                && text.contains("value=\"\(list.text)\"") && !text.contains("sse-connect")
        }
        let without = try await house.post(.bulk(file: "bodies"), token, ticked + [("field", ""), ("value", "Same")])
        #expect(isKept(without.status, without.text) && without.text.contains("value=\"Same\""))
        let wrong = try await house.post(.bulk(file: "bodies"), token, ticked + [("field", "kind"), ("value", "nonsense")])
        #expect(
            isKept(wrong.status, wrong.text) && wrong.text.contains("value=\"nonsense\"")
                && wrong.text.contains("<option value=\"kind\" selected>"))
        let elsewhere = try await house.post(
            .bulk(file: "bodies"), token, [("back", "/records/people"), ("code", "BCA"), ("field", "name_en"), ("value", " ")])
        #expect(elsewhere.status == .refused && elsewhere.text.contains("<input type=\"checkbox\" name=\"code\" value=\"BCA\""))
        #expect(!elsewhere.text.contains("P-1"))
    }

    @Test func `are not taken back over somebody's later work, nor by anybody else`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let (mine, other) = (try await house.token(.account("CLERK")), try await house.token(.account("CHIEF")))
        let change = [("code", "BCA"), ("field", "name_en"), ("value", "First")]
        #expect(try await house.post(.bulk(file: "bodies"), mine, change).status == .fine)
        let entry = await house.chancery.published.head.sequence
        #expect(try await house.post(.undo(entry: entry), other, []).status == .notFound)
        #expect(try await house.post(.bulk(file: "bodies"), other, [change[0], change[1], ("value", "Second")]).status == .fine)
        #expect(try await house.post(.undo(entry: entry), mine, []).status == .conflict)
        #expect(await house.get(.record(bca), mine).text.contains("Second"))
    }

    @Test func `come in as a sheet whole, or not at all with a report by row and column`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(command)
        let bad = "code\tkind\tname_vi\tname_en\nN-1\toffice\tMột\tOne\nN-2\tnonsense\tHai\tTwo"
        let refused = try await house.post(.take(file: "bodies"), token, [("pasted", bad)])
        #expect(refused.status == .refused && refused.text.contains("row 3") && refused.text.contains("N-2"))
        #expect(await house.get(.record(RecordAddress("bodies", "N-1")), token).status == .notFound)
        let good = bad.replacing("nonsense", with: "office") + "\nN-3\toffice\tBa\tThree"
        let taken = try await house.post(.take(file: "bodies"), token, [("pasted", good)])
        #expect(taken.status == .fine && taken.text.contains("3 records"), "\(taken.text)")
        #expect(await house.get(.record(RecordAddress("bodies", "N-3")), token).status == .fine)
        let hidden = try await house.post(.take(file: "bodies"), token, [("pasted", "code\tname_en\nX-SECRET\tSeen")])
        #expect(hidden.status == .refused)
    }

    @Test func `go out as a sheet without what the reader may not see`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let sheet = Address.sheet(ListQuery("bodies"), .csv)
        let plain = try await house.get(sheet, as: command)
        #expect(plain.status == .fine && plain.text.contains("BCA") && !plain.text.contains("X-SECRET"))
        let people = try await house.get(.sheet(ListQuery("people"), .csv), as: command)
        #expect(people.text.contains("P-1") && !people.text.contains("Người Thử") && !people.text.contains("family_name"))
        #expect(try await house.get(.sheet(ListQuery("bodies"), .xlsx), as: command).text.hasPrefix("PK"))
    }
}
