import Committee
import Engine
import House
import Integrity
import Ledger
import Parties
import Rulebook
import Testing

@Suite struct `A list leaves the house` {
    private static let morning = "2025-10-15"

    /// A house with forty people, two officers at the desk that sees their documents, one at another of theirs, and one that looks after
    /// exports.
    private func withPeople(_ body: (PoweredHouse) async throws -> Void) async throws {
        try await withPoweredHouse(administrators: []) { house in
            let folder = Authority.dataFolder(for: "O-A")
            for (office, account, desk) in [("O-P", "SECOND", "PTY"), ("O-Q", "COURTESY", "PRO"), ("O-R", "DATA", "DAT")] {
                let titles: [(String, JSON)] = [("title_vi", .text("Người")), ("title_en", .text("Officer"))]
                let office_: [(String, JSON)] = [("body", .text("BCA")), ("role", .text("member"))] + titles
                #expect(outcome(await house.ask(.edit, "officer", office, office_, by: folder)) == "done")
                #expect(outcome(await house.ask(.edit, "account", account, titles + [("officer", .text(office))], by: folder)) == "done")
                let grant: [(String, JSON)] = [("account", .text(account)), ("desk", .text(desk)), ("ceiling", .text("internal"))]
                #expect(outcome(await house.ask(.edit, "grant", "G-\(account)", grant, by: folder)) == "done")
            }
            for number in 1...40 {
                var contents: [(String, JSON)] = [("family_name", .text("Test \(number)")), ("document", .text("TEST-\(number)"))]
                if number == 40 { contents.append(("classification", .text("secret"))) }
                #expect(outcome(await house.ask(.edit, "person", "P-\(number)", contents, by: folder)) == "done")
            }
            try await body(house)
        }
    }

    private func by(_ account: String, isProved: Bool = true) -> Authority {
        let offices = ["CLERK": "O-C", "SECOND": "O-P", "COURTESY": "O-Q", "DATA": "O-R", "TREATY": "O-D"]
        return Authority(officer: offices[account] ?? account, account: account, way: .session("5e55"), isProved: isProved)
    }

    private func ask(
        _ house: PoweredHouse, _ numbers: String, _ columns: [String] = ["family_name"], by authority: Authority,
        _ other: [(String, JSON)] = []
    ) async -> Result<Receipt, Denial> {
        let given: [(String, JSON)] = [
            ("list_of", .text("person")), ("list_columns", .list(columns.map { .text($0) })), ("list_numbers", .text(numbers)),
            ("purpose", .text("registration")), ("recipient", .text("BCA")), ("expires_on", .text(Self.morning)),
        ]
        let names = Set(other.map(\.0))
        return await house.ask(.exportList, "export", "", given.filter { !names.contains($0.0) } + other, by: authority)
    }

    private func newest(_ house: PoweredHouse) -> Export? { house.chancery.published.picture.all(Export.self).last }

    @Test func `at once where it is little, counted by the house`() async throws {
        try await withPeople { house in
            #expect(outcome(await ask(house, "1-20,25", by: by("CLERK"))) == "done")
            let export = try #require(newest(house))
            #expect(export.people == 21 && export.peopleLately == 21 && !export.hasDocumentNumbers && export.made != nil)
            #expect(export.askedBy.flatMap { house.chancery.published.picture.row($0)?.code } == "O-C" && export.approvedBy == nil)
        }
    }

    @Test func `by two where it is more than 25 people, of whom the one who asks is not the second`() async throws {
        try await withPeople { house in
            let proposal = try await house.proposed(await ask(house, "1-30", by: by("CLERK")))
            #expect(newest(house) == nil, "nothing is made yet")
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: by("CLERK"))) == "own_proposal")
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: by("TREATY"))) == "unknown_record")
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: by("DATA"))) == "done")
            let export = try #require(newest(house))
            let picture = house.chancery.published.picture
            #expect(export.people == 30 && export.made != nil)
            #expect(
                export.askedBy.flatMap { picture.row($0)?.code } == "O-C" && export.approvedBy.flatMap { picture.row($0)?.code } == "O-R")
        }
    }

    @Test func `by two where a number of a document is in it, were it of one person`() async throws {
        try await withPeople { house in
            let proposal = try await house.proposed(await ask(house, "7", ["family_name", "document"], by: by("CLERK")))
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: by("COURTESY"))) == "done")
            #expect(newest(house)?.hasDocumentNumbers == true)
        }
    }

    @Test func `by two where several within seven days come to more than 25`() async throws {
        try await withPeople { house in
            #expect(outcome(await ask(house, "1-20", by: by("CLERK"))) == "done")
            #expect(outcome(await ask(house, "21-26", by: by("CLERK"))) == "proposed")
            #expect(outcome(await ask(house, "21-26", by: by("SECOND"))) == "done", "another's are not theirs")
            house.wait(hours: 24 * 7 + 1)
            #expect(outcome(await ask(house, "21-26", by: by("CLERK"), [("expires_on", .text("2025-10-22"))])) == "done")
        }
    }

    @Test func `with nothing that whoever asks may not see, be it there or not`() async throws {
        try await withPeople { house in
            #expect(outcome(await ask(house, "39-40", by: by("CLERK"))) == "unseen_in_list", "one of them is secret")
            #expect(outcome(await ask(house, "39,99", by: by("CLERK"))) == "unseen_in_list", "there is no such number")
            #expect(outcome(await ask(house, "1", ["document"], by: by("COURTESY"))) == "not_yours")
            #expect(outcome(await ask(house, "1", by: by("TREATY"))) == "not_yours", "a desk that sees nothing of persons")
            #expect(outcome(await ask(house, "1", ["body"], by: by("CLERK"))) == "columns_not_sensitive")
            #expect(outcome(await ask(house, "1,1", by: by("CLERK"))) == "no_such_list")
            #expect(outcome(await ask(house, "1", by: by("CLERK"), [("people", .integer(1))])) == "not_asked", "nobody types the count")
        }
    }

    @Test func `and whether what is hidden is in it is told by nothing, not by the days that it could be had either`() async throws {
        try await withPeople { house in
            // Of more than 25 people it is one day, of fewer it is seven.
            let late = ("expires_on", JSON.text("2025-10-20"))
            #expect(outcome(await ask(house, "1-25,40", by: by("CLERK"), [late])) == "unseen_in_list", "hidden")
            #expect(outcome(await ask(house, "1-25,99", by: by("CLERK"), [late])) == "unseen_in_list", "not there")
            #expect(outcome(await ask(house, "1-20,99", by: by("CLERK"), [late])) == "unseen_in_list")
        }
    }

    @Test func `with nothing said of how it was narrowed that is not so, and no word that anybody looked for`() async throws {
        try await withPeople { house in
            func narrowed(_ words: String...) -> [(String, JSON)] { [("narrowed_to", .list(words.map { .text($0) }))] }
            #expect(outcome(await ask(house, "1", by: by("CLERK"), narrowed("nationality=VNM"))) == "narrowed_otherwise", "a word")
            #expect(outcome(await ask(house, "1", by: by("CLERK"), narrowed("synthetic=yes"))) == "narrowed_otherwise", "not so")
            #expect(outcome(await ask(house, "1", by: by("CLERK"), narrowed("who they are"))) == "narrowed_otherwise", "no column")
            #expect(outcome(await ask(house, "1", by: by("CLERK"), narrowed("nationality", "synthetic=no", "?"))) == "done")
            #expect(newest(house)?.narrowedTo == ["nationality", "synthetic=no", "?"])
        }
    }

    @Test func `of no more records than one export gives`() async throws {
        try await withPeople { house in
            #expect(outcome(await ask(house, "1-10001", by: by("CLERK"))) == "list_too_long")
            #expect(outcome(await ask(house, "1-4000000000", by: by("CLERK"))) == "list_too_long")
        }
    }

    @Test func `no longer once whoever asked, or an auditor, has ended it`() async throws {
        try await withPeople { house in
            let folder = Authority.dataFolder(for: "O-A")
            let audit: [(String, JSON)] = [("account", .text("TREATY")), ("ceiling", .text("internal")), ("audits", .flag(true))]
            #expect(outcome(await house.ask(.edit, "grant", "G-AUDIT", audit, by: folder)) == "done")
            for (ending, result) in [("SECOND", "not_yours"), ("DATA", "not_yours"), ("CLERK", "done"), ("TREATY", "done")] {
                #expect(outcome(await ask(house, "1", by: by("CLERK"))) == "done")
                let code = try #require(newest(house)?.heading.code)
                #expect(outcome(await house.ask(.endExport, "export", code, by: by(ending))) == result, "\(ending)")
                #expect((newest(house)?.ended == nil) == (result != "done"))
                guard result == "done" else { continue }
                #expect(outcome(await house.ask(.endExport, "export", code, by: by(ending))) == "export_not_giving")
                #expect(outcome(await house.ask(.edit, "export", code, [("ended", .null)], by: by("DATA"))) == "only_by_act")
            }
            #expect(newest(house)?.peopleLately == 4, "what was ended counts all the same")
        }
    }

    @Test func `for a purpose, to a registered body, until a day soon, and is not altered afterwards`() async throws {
        try await withPeople { house in
            #expect(outcome(await ask(house, "1", by: by("CLERK"), [("purpose", .text(""))])) == "input_missing")
            #expect(outcome(await ask(house, "1", by: by("CLERK"), [("recipient", .null)])) == "input_missing")
            for day in ["2025-10-13", "2025-10-22"] {
                #expect(outcome(await ask(house, "1", by: by("CLERK"), [("expires_on", .text(day))])) == "export_expiry", "\(day)")
            }
            #expect(outcome(await ask(house, "1-30", by: by("CLERK"), [("expires_on", .text("2025-10-16"))])) == "export_expiry")
            #expect(outcome(await ask(house, "1", by: by("CLERK"))) == "done")
            let code = try #require(newest(house)?.heading.code)
            for field in [
                ("list_numbers", JSON.text("1-39")), ("list_columns", .list([.text("document")])), ("people_lately", .integer(0)),
                ("asked_by", .text("O-R")), ("narrowed_to", .list([.text("synthetic=no")])),
            ] {
                #expect(outcome(await house.ask(.edit, "export", code, [field], by: by("DATA"))) == "only_by_act", "\(field.0)")
            }
            let away: [(String, JSON)] = [("valid_to", .text("2025-10-01"))]
            #expect(outcome(await house.ask(.edit, "body", "BCA", away, by: .dataFolder(for: "O-A"))) == "done")
            guard case .failure(.stopped(let slips)) = await ask(house, "2", by: by("CLERK")) else {
                Issue.record("a recipient that is no more gets nothing")
                return
            }
            #expect(slips.map(\.rule) == ["DAT-02"])
        }
    }
}
