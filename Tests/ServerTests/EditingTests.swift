import Addresses
import Engine
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
        #expect(taken.status == .conflict && taken.text.contains("cannot be used here"))
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
    private let committee = Rights(desks: ["CMD"], ceiling: .internal)

    @Test func `is offered on its record, asks for little, and fills in the rest`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.write(
            "escalation", "E-1",
            [("from", .text("UNDER")), ("to", .text("BCA")), ("asks", .text("programme")), ("question", .text("Which hall?"))])
        let token = try await house.token(.account("CHIEF"))
        let record = RecordAddress("escalations", "E-1")
        let place = Address.act(ActAddress("answer_escalation", about: record))
        #expect(await house.get(.record(record), token).text.contains("href=\"\(place.text)\""))
        let form = await house.get(place, token)
        #expect(form.status == .fine && form.text.contains("name=\"to-answer\"") && !form.text.contains("name=\"to-answered\""))
        let blank = try await house.post(place, token, sent(form.text, ["answer": ""]))
        #expect(blank.status == .conflict && blank.text.contains("field-answer-problem"))
        // Its body may not decide on the programme, which CMD-07 says; its head overrides.
        let done = try await house.post(place, token, sent(form.text, ["answer": "The large one"]) + [("override", "agreed by telephone")])
        let written = try #require(done.location.flatMap { Address($0) }, "\(done.text)")
        let page = await house.get(written, token).text
        #expect(page.contains("The large one") && page.contains("[HEAD]") && page.contains("Answer"))
        // Done once, it is not offered again, and the page says why.
        #expect(page.contains("has been answered already"))
        #expect(try await house.post(place, token, [("to-answer", "Another")]).status == .refused)
        // Nobody writes it by hand.
        let edit = await house.get(.edit(record), token).text
        #expect(!edit.contains("name=\"to-answered\"") && !edit.contains("name=\"to-answer\"") && edit.contains("name=\"to-question\""))
        let forged = try await house.post(.edit(record), token, [("to-answer", "Forged"), ("was-answer", "The large one")])
        #expect(forged.status != .fine)
        #expect(await house.get(.record(record), token).text.contains("Forged") == false)
    }

    @Test func `that is stopped says which rule, before and after, and asks who overrides it why`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.write("plan", "P-1", [("title_vi", .text("Đề án")), ("title_en", .text("Plan")), ("status", .text("drafting"))])
        let token = try await house.token(.account("CHIEF"))
        let place = Address.act(ActAddress("approve_plan", about: RecordAddress("plans", "P-1")))
        let form = await house.get(place, token).text
        let stopped = try await house.post(place, token, sent(form, ["document_number": "2222"]))
        #expect(stopped.status == .refused && stopped.text.contains("CMD-09") && stopped.text.contains("name=\"override\""))
        #expect(stopped.text.contains("value=\"2222\""), "nothing typed is lost")
        let done = try await house.post(
            place, token, sent(form, ["document_number": "2222"]) + [("override", "the Prime Minister decided")])
        #expect(done.status == .seeOther)
        #expect(await house.get(.record(RecordAddress("plans", "P-1")), token).text.contains("in force"))
    }

    @Test func `is not for who may not write what it writes, nor about what they may not know`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.write("plan", "P-1", [("title_vi", .text("Đề án")), ("title_en", .text("Plan")), ("status", .text("drafting"))])
        try await house.write(
            "plan", "P-2",
            [("title_vi", .text("Kín")), ("title_en", .text("Hushed")), ("status", .text("drafting")), ("classification", .text("secret"))])
        let (other, own) = (try await house.token(Rights(desks: ["PTY"], ceiling: .internal)), try await house.token(committee))
        for (token, code) in [(other, "P-1"), (own, "P-2"), (own, "P-3")] {
            let place = Address.act(ActAddress("approve_plan", about: RecordAddress("plans", code)))
            #expect(await house.get(place, token).status == .notFound)
            #expect(try await house.post(place, token, []).status == .notFound)
        }
        for name in ["approve_plan", "conquer"] {
            #expect(await house.get(.act(ActAddress(name)), own).status == .notFound, "made from nothing")
        }
        #expect(await house.get(.act(ActAddress("approve_plan", about: bca)), own).status == .notFound)
    }

    @Test func `fills in nothing of what its sender may not know`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let name: (String) -> [(String, JSON)] = { [("title_vi", .text($0)), ("title_en", .text($0))] }
        try await house.write("treaty", "T", name("Convention"))
        try await house.write(
            "party", "VNM", [("kind", .text("member_state")), ("name_vi", .text("Việt Nam")), ("name_en", .text("Viet Nam"))])
        try await house.write("signing_table", "T-1", [("treaty", .text("T")), ("seconds_per_signer", .integer(90))])
        try await house.write("signing_slot", "Q-1", [("table", .text("T-1")), ("party", .text("VNM")), ("position", .integer(1))])
        try await house.write(
            "intention", "I-1",
            [
                ("treaty", .text("T")), ("party", .text("VNM")), ("intent", .text("will_sign")), ("signer_title", .text("Hushed title")),
                ("classification", .text("secret")),
            ])
        let place = Address.act(ActAddress("sign", about: RecordAddress("signing_slots", "Q-1")))
        for (ceiling, isTold) in [(Classification.internal, false), (.secret, true)] {
            let token = try await house.token(Rights(desks: ["SGN"], ceiling: ceiling))
            let form = await house.get(place, token)
            #expect(form.status == .fine && form.text.contains("Hushed title") == isTold)
        }
    }

    @Test func `has its page for every verb, in both languages`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let rights = Rights(desks: Set(houseDesks), ceiling: .internal, administers: true)
        for language in [Language.vietnamese, .english] {
            let token = try await house.token(.opener(name: "Tester", rights), language)
            for act in houseActs where act.makesRecords {
                let page = await house.get(.act(ActAddress(act.name.rawValue)), token)
                #expect(page.status == .fine && page.text.contains("<form class=\"record\""), "\(act.name.rawValue)")
            }
        }
    }

    @Test func `alone makes a record that is an act`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(Rights(desks: ["SGN"], ceiling: .internal))
        #expect(await house.get(.new(file: "signatures"), token).status == .notFound)
        let list = await house.get(.list(ListQuery("signatures")), token).text
        #expect(list.contains("href=\"/do/sign\"") && !list.contains("href=\"/new/signatures\""))
    }
}
