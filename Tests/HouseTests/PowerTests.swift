import Committee
import Engine
import Foundation
import Health
import House
import Ledger
import LedgerSQLite
import Mounting
import Parties
import Rulebook
import Signing
import Synchronization
import Testing

private typealias House = PoweredHouse

@Suite struct `Power comes from others` {
    private let security: [(String, JSON)] = [("account", .text("CLERK")), ("desk", .text("SEC")), ("ceiling", .text("internal"))]

    @Test func `and waits for a second officer, who lets it be done exactly as proposed`() async throws {
        try await withPoweredHouse { house in
            let asked = await house.ask(.edit, "grant", "G-9", security, by: House.session("ADM-A"), reason: "needed at the gates")
            let proposal = try await house.proposed(asked)
            #expect(await house.rights(of: "CLERK")?.desks == ["PTY"], "nothing is given yet")
            for alone in [House.session("ADM-A"), Authority(officer: "O-A", account: "ADM-B", way: .session("1"), isProved: true)] {
                #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: alone)) == "own_proposal")
            }
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: House.session("CLERK"))) == "unknown_record")
            #expect(
                outcome(await house.ask(.confirm, "pending_act", proposal, by: House.session("ADM-B", isProved: false))) == "needs_proof")
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: House.session("ADM-B"))) == "done")
            #expect(await house.rights(of: "CLERK")?.desks == ["PTY", "SEC"])
            #expect(
                outcome(await house.ask(.confirm, "pending_act", proposal, by: House.session("ADM-B"))) == "proposal_over", "never twice")
            let head = try await house.journal.head().sequence
            let entry = try #require(try await house.journal.entries(after: head - 1, limit: 1).first)
            #expect(entry.signatory == Entry.Signatory("O-B", account: "ADM-B", way: "session:5e55", proposer: "O-A"))
            let words = entry.words(keys: try await house.journal.keys())
            #expect(words?.reason == "needed at the gates" && entry.words.areBlank && entry.act == "confirm")
        }
    }

    @Test func `and never from oneself, nor above one's own`() async throws {
        try await withPoweredHouse { house in
            let own: [(String, JSON)] = [("account", .text("ADM-A")), ("desk", .text("SEC"))]
            #expect(outcome(await house.ask(.edit, "grant", "G-9", own, by: House.session("ADM-A"))) == "own_authority")
            #expect(
                outcome(await house.ask(.edit, "grant", "G-ADM-A", [("ceiling", .text("secret"))], by: House.session("ADM-A")))
                    == "own_authority")
            #expect(
                outcome(await house.ask(.edit, "account", "ADM-A", [("officer", .text("O-B"))], by: House.session("ADM-A")))
                    == "own_authority"
            )
            let above: [(String, JSON)] = [("account", .text("CLERK")), ("ceiling", .text("restricted"))]
            #expect(outcome(await house.ask(.edit, "grant", "G-9", above, by: House.session("ADM-B"))) == "above_own_ceiling")
            #expect(outcome(await house.ask(.invite, "account", "ADM-B", by: House.session("ADM-B"))) == "own_authority")
            #expect(outcome(await house.ask(.invite, "account", "ADM-A", by: House.session("ADM-B"))) == "above_own_ceiling")
            // Who would gain by it does not confirm it.
            let forB: [(String, JSON)] = [("account", .text("ADM-B")), ("desk", .text("SEC"))]
            let proposal = try await house.proposed(await house.ask(.edit, "grant", "G-9", forB, by: House.session("ADM-A")))
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: House.session("ADM-B"))) == "own_authority")
        }
    }

    @Test func `while what is taken from somebody is taken at once`() async throws {
        try await withPoweredHouse { house in
            let ends: [(String, JSON)] = [("valid_to", .text("2025-10-13"))]
            #expect(outcome(await house.ask(.edit, "grant", "G-CLERK", ends, by: House.session("ADM-A"))) == "done")
            #expect(await house.rights(of: "CLERK")?.desks == [])
            #expect(outcome(await house.ask(.remove, "grant", "G-CLERK", by: House.session("ADM-A"))) == "done")
            #expect(outcome(await house.ask(.edit, "account", "CLERK", [("closed", .flag(true))], by: House.session("ADM-A"))) == "done")
            #expect(
                outcome(await house.ask(.edit, "account", "CLERK", [("closed", .flag(false))], by: House.session("ADM-A"))) == "proposed")
            #expect(
                outcome(await house.ask(.edit, "account", "CLERK", [("officer", .text("O-B"))], by: House.session("ADM-A"))) == "proposed")
        }
    }

    @Test func `so that the first administrator acts alone only with the folder of the data`() async throws {
        try await withPoweredHouse(administrators: ["ADM-A"]) { house in
            #expect(outcome(await house.ask(.edit, "grant", "G-9", security, by: House.session("ADM-A"))) == "second_officer_missing")
            #expect(outcome(await house.ask(.edit, "grant", "G-9", security, by: .dataFolder(for: "O-A"))) == "done")
            let head = try await house.journal.head().sequence
            #expect(try await house.journal.entries(after: head - 1, limit: 1).first?.signatory.way == "data_folder")
        }
    }

    @Test func `by proposals that end, and that only the others turn down`() async throws {
        try await withPoweredHouse { house in
            let first = try await house.proposed(await house.ask(.edit, "grant", "G-9", security, by: House.session("ADM-A")))
            #expect(outcome(await house.ask(.turnDown, "pending_act", first, by: House.session("ADM-A"))) == "own_proposal")
            #expect(outcome(await house.ask(.withdrawProposal, "pending_act", first, by: House.session("ADM-B"))) == "not_own_proposal")
            #expect(outcome(await house.ask(.turnDown, "pending_act", first, by: House.session("ADM-B"))) == "done")
            #expect(outcome(await house.ask(.confirm, "pending_act", first, by: House.session("ADM-B"))) == "proposal_over")
            let second = try await house.proposed(await house.ask(.edit, "grant", "G-9", security, by: House.session("ADM-A")))
            house.wait(hours: 73)
            #expect(outcome(await house.ask(.confirm, "pending_act", second, by: House.session("ADM-B"))) == "proposal_over")
            #expect(await house.rights(of: "CLERK")?.desks == ["PTY"])
        }
    }

    @Test func `as it was proposed: what has become something else is not confirmed`() async throws {
        try await withPoweredHouse { house in
            let wider: [(String, JSON)] = [("valid_to", .text("2025-12-31")), ("desk", .text("SEC"))]
            let proposal = try await house.proposed(await house.ask(.edit, "grant", "G-CLERK", wider, by: House.session("ADM-A")))
            #expect(
                outcome(await house.ask(.edit, "grant", "G-CLERK", [("valid_to", .text("2025-11-01"))], by: House.session("ADM-B")))
                    == "done")
            #expect(
                outcome(await house.ask(.edit, "grant", "G-CLERK", [("valid_from", .text("2025-10-01"))], by: House.session("ADM-B")))
                    == "done")
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: House.session("ADM-B"))) == "proposal_changed")
        }
    }

    @Test func `while whoever proposed has lost their own since proposes nothing any more`() async throws {
        try await withPoweredHouse { house in
            let proposal = try await house.proposed(await house.ask(.edit, "grant", "G-9", security, by: House.session("ADM-A")))
            #expect(outcome(await house.ask(.edit, "account", "ADM-A", [("closed", .flag(true))], by: House.session("ADM-B"))) == "done")
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: House.session("ADM-B"))) == "not_yours")
        }
    }

    @Test func `and no proposal is made up`() async throws {
        try await withPoweredHouse { house in
            let made: [(String, JSON)] = [
                ("act", .text("edit")), ("proposer", .text("O-B")), ("proposed", .text("2025-10-14T08:00:00+07:00[Asia/Ho_Chi_Minh]")),
                ("expires", .text("2025-12-14T08:00:00+07:00[Asia/Ho_Chi_Minh]")),
            ]
            #expect(outcome(await house.ask(.edit, "pending_act", "TWO-9", made, by: .dataFolder(for: "O-A"))) == "only_by_act")
            let proposal = try await house.proposed(await house.ask(.edit, "grant", "G-9", security, by: House.session("ADM-A")))
            for column in ["records", "meaning", "proposer", "state"] {
                let word = column == "state" ? "confirmed" : "x"
                #expect(
                    outcome(await house.ask(.edit, "pending_act", proposal, [(column, .text(word))], by: .dataFolder(for: "O-A")))
                        != "done",
                    "\(column)")
            }
            #expect(outcome(await house.ask(.remove, "pending_act", proposal, by: .dataFolder(for: "O-A"))) == "only_by_act")
        }
    }

    @Test func `from another person, whatever account or office they come by`() async throws {
        try await withPoweredHouse { house in
            for office in ["O-A", "O-B"] {
                _ = try await house.ask(.edit, "person", "N-1", [("family_name", .text("Mẫu"))], by: .dataFolder(for: "O-C")).get()
                _ = try await house.ask(.edit, "officer", office, [("person", .text("N-1"))], by: .dataFolder(for: "O-C")).get()
            }
            let proposal = try await house.proposed(await house.ask(.edit, "grant", "G-9", security, by: House.session("ADM-A")))
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: House.session("ADM-B"))) == "own_proposal")
        }
        try await withPoweredHouse { house in
            #expect(outcome(await house.ask(.edit, "account", "ADM-B", [("officer", .null)], by: House.session("ADM-A"))) == "proposed")
            let proposal = try await house.proposed(await house.ask(.edit, "grant", "G-9", security, by: House.session("ADM-A")))
            let letIn = Authority(officer: "O-B", account: "ADM-B", way: .session("1"), isProved: true, letInBy: ["ADM-A"])
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: letIn)) == "same_hand", "by a code of the proposer's")
            #expect(outcome(await house.ask(.turnDown, "pending_act", proposal, by: House.session("CLERK"))) == "unknown_record")
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: House.session("ADM-B"))) == "done")
        }
    }

    @Test func `at the moment at which it is confirmed, and in no other`() async throws {
        try await withPoweredHouse { house in
            let proposal = try await house.proposed(await house.ask(.edit, "grant", "G-9", security, by: House.session("ADM-A")))
            for moment in ["2099-01-01T00:00:00Z", "2024-01-01T00:00:00Z"] {
                let request = ActRequest(
                    act: .confirm, by: House.session("ADM-B"), happened: Instant(moment),
                    proposals: [.init(kind: "pending_act", code: proposal)])
                _ = await house.chancery.perform(request)
            }
            let picture = house.chancery.published.picture
            #expect(picture.find(Grant.self, "G-9").flatMap { picture.row($0.id)?.happened } == morning)
        }
    }

    @Test func `and is not passed on by who has less`() async throws {
        try await withPoweredHouse { house in
            let high: [(String, JSON)] = [("account", .text("CLERK")), ("ceiling", .text("restricted"))]
            let proposal = try await house.proposed(await house.ask(.edit, "grant", "G-9", high, by: .dataFolder(for: "O-C")))
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: House.session("ADM-B"))) == "above_own_ceiling")
            _ = try await house.ask(.confirm, "pending_act", proposal, by: House.session("ADM-A")).get()
            let moved: [(String, JSON)] = [("account", .text("TREATY"))]
            #expect(outcome(await house.ask(.edit, "grant", "G-9", moved, by: House.session("ADM-B"))) == "above_own_ceiling")
            #expect(outcome(await house.ask(.edit, "grant", "G-9", [("ceiling", .text("public"))], by: House.session("ADM-B"))) == "done")
        }
    }

    @Test func `to let somebody in who may do anything, or has a sign-in, but not to let in who may do nothing yet`() async throws {
        try await withPoweredHouse { house in
            let new: [(String, JSON)] = [("title_vi", .text("Mới")), ("title_en", .text("New"))]
            #expect(outcome(await house.ask(.edit, "account", "NEW", new, by: House.session("ADM-A"))) == "done")
            #expect(outcome(await house.ask(.invite, "account", "NEW", by: House.session("ADM-A"))) == "done")
            let first = try await house.proposed(await house.ask(.invite, "account", "CLERK", by: House.session("ADM-A")))
            #expect(try await house.ask(.confirm, "pending_act", first, by: House.session("ADM-B")).get().confirms == .invite)
            house.wait(hours: 1)
            let proposal = try await house.proposed(await house.ask(.reinvite, "account", "CLERK", by: House.session("ADM-A")))
            let receipt = try await house.ask(.confirm, "pending_act", proposal, by: House.session("ADM-B")).get()
            #expect(receipt.confirms == .reinvite)
        }
    }
}

@Suite struct `What takes two officers` {
    @Test func `is erasing a person, after which nothing of them can be read and everything else can`() async throws {
        try await withPoweredHouse { house in
            let person: [(String, JSON)] = [("family_name", .text("Mẫu")), ("document", .text("TEST-1"))]
            let clerk = House.session("CLERK")
            _ = try await house.ask(.edit, "person", "N-1", person, by: clerk, reason: "Mẫu asked at the desk").get()
            let sequence = try await house.journal.head().sequence
            let written = try #require(try await house.journal.entries(after: sequence - 1, limit: 1).first)
            #expect(written.words.areBlank && written.sealedWords?.contains("Mẫu") == false, "what is said of people is sealed with them")
            #expect(outcome(await house.ask(.erase, "person", "N-1", by: clerk)) == "second_officer_missing")
            #expect(outcome(await house.ask(.erase, "person", "N-1", by: .dataFolder(for: "O-A"))) == "done")
            #expect(try await house.journal.keys().count == 0)
            // Whoever is written of again is under a new key; what was under the old one stays blank, and nothing becomes unreadable.
            _ = try await house.ask(.edit, "person", "N-1", [("family_name", .text("Khác"))], by: clerk).get()
            for (view, name) in [(PointOfView.sequence(sequence), ""), (.now, "Khác")] {
                let opened = try await LoadedCeremony.opened(house.journal, view: view, now: morning)
                #expect(opened.picture.find(Person.self, "N-1")?.familyName.content == name)
            }
            let history = try await Historian(house.journal).alterations(kind: "person", number: 1)
            #expect(history.first?.words == nil && history.count == 3)
            #expect(try await house.journal.verify().damage == [])
        }
    }

    @Test func `is erasing also what was written of a person whose record was removed, whether or not it is there again`() async throws {
        try await withPoweredHouse { house in
            let clerk = House.session("CLERK")
            let person: [(String, JSON)] = [("family_name", .text("Mẫu")), ("document", .text("TEST-1"))]
            _ = try await house.ask(.edit, "person", "N-1", person, by: clerk).get()
            _ = try await house.ask(.edit, "person", "N-2", person, by: clerk).get()
            _ = try await house.ask(.edit, "person", "N-3", person, by: clerk).get()
            for code in ["N-1", "N-3"] { _ = try await house.ask(.remove, "person", code, by: clerk).get() }
            let folder = Authority.dataFolder(for: "O-A")
            #expect(outcome(await house.ask(.erase, "person", "N-4", by: folder)) == "unknown_record", "of whom nothing ever was")
            let naming = await house.ask(.erase, "person", "N-3", by: folder, reason: "TEST-1 asked")
            #expect(outcome(naming) == "reason_names_erased")
            #expect(outcome(await house.ask(.erase, "person", "N-3", by: clerk)) == "second_officer_missing")
            #expect(outcome(await house.ask(.erase, "person", "N-3", by: folder)) == "done")
            #expect(try await Set(house.journal.keys().all.map(\.owner.number)) == [1, 2])
            _ = try await house.ask(.edit, "person", "N-1", by: clerk).get()
            #expect(outcome(await house.ask(.erase, "person", "N-1", by: folder)) == "done")
            #expect(try await Set(house.journal.keys().all.map(\.owner.number)) == [2], "nobody else is")
            #expect(try await house.journal.verify().damage == [])
        }
    }

    @Test func `is erasing for a reason that does not keep what is erased`() async throws {
        try await withPoweredHouse { house in
            let person: [(String, JSON)] = [
                ("family_name", .text("Nguyễn Thị Mẫu")), ("given_name", .text("An")), ("document", .text("TEST-12")),
            ]
            _ = try await house.ask(.edit, "person", "N-1", person, by: House.session("CLERK")).get()
            for reason in ["nguyen thi mau asked", "asked by An.", "holder of TEST-12", "(Nguyễn Thị Mẫu)"] {
                let answer = await house.ask(.erase, "person", "N-1", by: .dataFolder(for: "O-A"), reason: reason)
                #expect(outcome(answer) == "reason_names_erased", "\(reason)")
            }
            let answer = await house.ask(.erase, "person", "N-1", by: .dataFolder(for: "O-A"), reason: "an officer asked on 30 October")
            #expect(outcome(answer) == "done")
        }
    }

    @Test func `is erasing also what was said of a person where nothing was sealed, and not what was said of others`() async throws {
        try await withPoweredHouse { house in
            let clerk = House.session("CLERK")
            let folder = Authority.dataFolder(for: "O-A")
            for code in ["N-1", "N-2"] {
                _ = try await house.ask(.edit, "person", code, [("synthetic", .flag(true))], by: clerk, reason: "\(code) said so").get()
                let hold: [(String, JSON)] = [("person", .text(code)), ("reason", .text("\(code) sues"))]
                _ = try await house.ask(.edit, "hold", "H-\(code)", hold, by: folder, reason: "\(code) wrote").get()
                _ = try await house.ask(.remove, "hold", "H-\(code)", by: folder, reason: "\(code) wrote again").get()
            }
            _ = try await house.ask(.edit, "body", "BCA", [("name_en", .text("X"))], by: folder, reason: "of nobody").get()
            func told() async throws -> [Entry.Words?] {
                let keys = try await house.journal.keys()
                return try await house.journal.entries(after: 0, limit: 1_000).map { $0.words(keys: keys) }
            }
            let said = ["N-1 said so", "N-1 wrote", "N-1 wrote again", "N-2 said so", "N-2 wrote", "N-2 wrote again", "of nobody"]
            #expect(try await Set(told().compactMap(\.?.reason)).isSuperset(of: said))
            let open = try await house.journal.entries(after: 0, limit: 1_000).map(\.words.reason)
            #expect(open.contains("of nobody") && open.allSatisfy { !$0.contains("N-") }, "what speaks of people lies sealed")
            #expect(outcome(await house.ask(.erase, "person", "N-1", by: folder, reason: "asked")) == "done")
            let left = try await Set(told().compactMap(\.?.reason))
            #expect(left.intersection(said) == ["N-2 said so", "N-2 wrote", "N-2 wrote again", "of nobody"] && left.contains("asked"))
            #expect(try await house.journal.verify().damage == [], "whose reason is gone was erased, and nothing is damaged")
        }
    }

    @Test func `is erasing what an earlier release sealed for everybody unnamed, of which others' stands`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let key = try #require(SealingKey(of: KeyOwner(allOf: 0), bytes: Array(repeating: 7, count: 32)))
            let cases = ["C-1", "C-2"].enumerated().map { place, code in
                MedicalCase(code, id: UInt32(place + 1)) { $0.complaint = Personal("complaint of \(code)") }
            }
            let stored = try cases.map { try houseRegister.stored(Change($0), sequence: 1) { _ in key } }
            let entry = Entry(
                sequence: 1, happened: morning, recorded: morning, signatory: Entry.Signatory("BTK"), act: "load", words: Entry.Words(),
                idempotencyKey: "", changes: stored, previous: .origin)
            try await journal.append([entry], keys: [key])
            let house = Chancery(try await LoadedCeremony.opened(journal, now: morning), journal: journal, clock: { morning }) {
                preconditionFailure("\($0)")
            }
            func edit(_ kind: String, _ code: String, _ contents: [(String, JSON)], _ act: ActName = .edit) async throws {
                let proposal = ActRequest.Proposal(kind: kind, code: code, contents: contents.map { ($0.0, $0.1) })
                _ = try await house.perform(ActRequest(act: act, actor: "ANYBODY", proposals: [proposal])).get()
            }
            try await edit("person", "N-1", [("family_name", .text("Mẫu"))])
            try await edit("medical_case", "C-1", [("patient", .text("N-1"))])
            try await edit("person", "N-1", [], .erase)
            #expect(try await journal.keys()[key.identity] == nil)
            #expect(house.published.picture.find(MedicalCase.self, "C-2")?.complaint.content == "complaint of C-2")
            for (view, complaint) in [(PointOfView.sequence(1), ""), (.now, "complaint of C-2")] {
                let picture = try await LoadedCeremony.opened(journal, view: view, now: morning).picture
                #expect(picture.find(MedicalCase.self, "C-1")?.complaint.content == "")
                #expect(picture.find(MedicalCase.self, "C-2")?.complaint.content == complaint)
            }
            #expect(try await journal.verify().damage == [])
        }
    }

    @Test func `is erasing also whoever was blanked by hand before: earlier entries still hold them`() async throws {
        try await withPoweredHouse { house in
            let clerk = House.session("CLERK")
            _ = try await house.ask(.edit, "person", "N-1", [("family_name", .text("Mẫu"))], by: clerk).get()
            let first = try await house.journal.head().sequence
            _ = try await house.ask(.edit, "person", "N-1", [("family_name", .text(""))], by: clerk).get()
            #expect(outcome(await house.ask(.erase, "person", "N-1", by: .dataFolder(for: "O-A"))) == "done")
            #expect(try await house.journal.keys().count == 0)
            let then = try await LoadedCeremony.opened(house.journal, view: .sequence(first), now: morning)
            #expect(then.picture.find(Person.self, "N-1")?.familyName.content == "")
        }
    }

    @Test func `is never asked with anything about a person, since others read what waits`() async throws {
        try await withPoweredHouse { house in
            let grant = ActRequest.Proposal(
                kind: "grant", code: "G-9", contents: [("account", JSON.text("TREATY")), ("desk", .text("PTY"))])
            let person = ActRequest.Proposal(kind: "person", code: "N-1", contents: [("family_name", JSON.text("Mẫu"))])
            let both = ActRequest(act: .edit, by: .dataFolder(for: "O-A"), proposals: [person, grant])
            #expect(outcome(await house.chancery.perform(both)) == "personal_in_proposal")
            let alone = ActRequest(act: .edit, by: .dataFolder(for: "O-A"), proposals: [grant])
            #expect(outcome(await house.chancery.perform(alone)) == "proposed")
        }
    }

    @Test func `is correcting a signature, with the first record kept in its history`() async throws {
        try await withPoweredHouse { house in
            for (kind, code, contents) in [
                ("party", "VNM", [("kind", "member_state"), ("name_vi", "Việt Nam"), ("name_en", "Viet Nam")]),
                ("person", "N-1", [("family_name", "Mẫu")]),
                ("treaty", "UNCC", [("title_vi", "Công ước"), ("title_en", "Convention")]),
            ] {
                let texts = contents.map { ($0.0, JSON.text($0.1)) }
                let result = await house.ask(.edit, kind, code, texts, by: .dataFolder(for: "O-A"))
                if case .failure(let denial) = result { Issue.record("\(kind): \(denial)") }
            }
            let signature: [(String, JSON)] = [("party", .text("VNM")), ("treaty", .text("UNCC")), ("person", .text("N-1"))]
            let request = ActRequest(
                act: .sign, by: House.session("TREATY"), overrideReason: "a test",
                proposals: [.init(kind: "signature", code: "S-1", contents: signature)])
            let signed = await house.chancery.perform(request)
            guard case .success = signed else {
                Issue.record("\(signed)")
                return
            }
            #expect(
                outcome(await house.ask(.edit, "signature", "S-1", [("date_source", .text("x"))], by: House.session("TREATY")))
                    == "only_by_act")
            let correction: [(String, JSON)] = [("capacity", .text("Minister"))]
            let proposal = try await house.proposed(
                await house.ask(.correctSignature, "signature", "S-1", correction, by: House.session("TREATY")))
            #expect(house.chancery.published.picture.find(Signature.self, "S-1")?.capacity == "")
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: House.session("ADM-A"))) == "unknown_record")
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: House.session("TREATY-2"))) == "done")
            #expect(house.chancery.published.picture.find(Signature.self, "S-1")?.capacity == "Minister")
            let ahead: [(String, JSON)] = [("signed", .text("2025-12-14T08:00:00+07:00[Asia/Ho_Chi_Minh]"))]
            #expect(
                outcome(await house.ask(.correctSignature, "signature", "S-1", ahead, by: House.session("TREATY")))
                    == "signed_in_days_to_come"
            )
        }
    }
}

@Suite struct `Rights in the house` {
    private static let roles: [(name: String, grants: [(desk: String, administers: Bool, audits: Bool)])] =
        houseDesks.map { ($0, [($0, false, false)]) } + [
            ("administrator", [("", true, false)]), ("auditor", [("", false, true)]), ("nobody", []),
        ]

    /// Every role × act × kind × field: who may do what is exactly what the rooms' desks say.
    @Test(arguments: `Rights in the house`.roles.map(\.name))
    func `are one table, whoever asks by whatever way`(role: String) async throws {
        try await withFolder { folder in
            let house = try await PoweredHouse(folder, administrators: [])
            let grants = try #require(`Rights in the house`.roles.first { $0.name == role }).grants
            let owner = Authority.dataFolder(for: "O-A")
            _ = await house.ask(.remove, "grant", "G-CLERK", by: owner)
            for (place, grant) in grants.enumerated() {
                let contents: [(String, JSON)] = [
                    ("account", .text("CLERK")), ("desk", .text(grant.desk)), ("ceiling", .text("internal")),
                    ("administers", .flag(grant.administers)), ("audits", .flag(grant.audits)),
                ]
                _ = try await house.ask(.edit, "grant", "G-\(place)", contents, by: owner).get()
            }
            let secret: [(String, JSON)] = [
                ("kind", .text("office")), ("name_vi", .text("Mật")), ("name_en", .text("Hidden")), ("classification", .text("secret")),
            ]
            _ = try await house.ask(.edit, "body", "X", secret, by: owner).get()
            let clerk = House.session("CLERK")
            let desks = Set(grants.map(\.desk))
            let administers = grants.contains(where: \.administers)
            func may(_ kind: Kind) -> Bool {
                guard let room = houseRooms.first(where: { $0.kinds.contains { $0.slot == kind.slot } }) else { return false }
                if kind.code == "pending_act" { return administers || !desks.subtracting([""]).isEmpty }
                if kind.code == "refused_try" { return false }
                return room.name == "Administration" ? administers : !desks.isDisjoint(with: room.desks)
            }
            // What is for readers is for whoever sees something of people as well, but for files: they leave by no list.
            let listed = houseRegister.kinds.flatMap(\.columns).filter { $0.shape.attachmentUse == nil }
            let readers = Set(listed.flatMap { $0.processing?.seenBy ?? [] })
            let audits = grants.contains(where: \.audits)
            func mayDo(_ act: Act, _ kind: Kind) -> Bool {
                may(kind) || act.name == .erase && desks.contains("DAT") || act.isForReaders && !desks.isDisjoint(with: readers)
                    || act.isOwners && audits
            }
            func isRefused(_ act: ActName, _ kind: String, _ code: String, _ contents: [(String, JSON)] = []) async -> Bool {
                let request = ActRequest(
                    act: act, by: clerk, proposals: [.init(kind: kind, code: code, contents: contents.map { ($0.0, $0.1) })])
                guard case .failure(.refused(let refusal)) = await house.chancery.preview(request) else { return false }
                return refusal.code == "not_yours"
            }
            var differing: [String] = []
            for act in houseActs {
                let kind = try #require(houseRegister.kind(slot: act.slot))
                if await isRefused(act.name, kind.code, "NONE") == mayDo(act, kind) { differing.append("act \(act.name.rawValue)") }
            }
            for kind in houseRegister.kinds where !["waiver", "assignment"].contains(kind.code) {
                if await isRefused(.edit, kind.code, "NEW-1") == may(kind) { differing.append("edit \(kind.code)") }
                guard may(kind), kind.code != "pending_act" else { continue }
                for column in kind.columns where column.isPersonal {
                    let isSeen = !desks.isDisjoint(with: column.processing?.seenBy ?? [])
                    let refused = await isRefused(.edit, kind.code, "NEW-1", [(column.name, .text("x"))])
                    if refused == isSeen { differing.append("\(kind.code).\(column.name)") }
                }
            }
            #expect(differing == [])
            let hidden = await house.ask(.edit, "body", "X", [("name_en", .text("Seen"))], by: clerk)
            #expect(outcome(hidden) == (desks.contains("CMD") ? "code_taken" : "not_yours"), "of what is hidden nothing is told")
            let unknown = await house.ask(.edit, "body", "BCA", [("parent", .text("X"))], by: clerk)
            let invented = await house.ask(.edit, "body", "BCA", [("parent", .text("Y"))], by: clerk)
            #expect(outcome(unknown) == outcome(invented))
            let lifted = await house.ask(.edit, "body", "BCA", [("classification", .text("secret"))], by: clerk)
            #expect(outcome(lifted) == (desks.contains("CMD") ? "above_own_ceiling" : "not_yours"))
        }
    }

    @Test func `are nobody's who is not on record`() async throws {
        try await withPoweredHouse { house in
            let title: [(String, JSON)] = [("name_en", .text("X"))]
            for stranger in ["O-Z", "", "import"] {
                #expect(outcome(await house.ask(.edit, "body", "BCA", title, by: .dataFolder(for: stranger))) == "actor_unknown")
            }
            let gone = Authority(officer: "GONE", account: "GONE", way: .session("1"), isProved: true)
            #expect(outcome(await house.ask(.edit, "body", "BCA", title, by: gone)) == "actor_unknown")
        }
    }
}
