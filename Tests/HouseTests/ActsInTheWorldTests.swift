import Committee
import Engine
import Foundation
import House
import Ledger
import LedgerSQLite
import Parties
import Rulebook
import RulebookTesting
import Synchronization
import Testing

@Suite struct `Acts in the world`: FoundingHouse {
    @Test func `refuses an act in the world while a stop touches it, unless somebody entitled overrides with a reason`() async throws {
        try await withHouse { house, _, journal in
            let act = found("A05", kind: "department", act: "found")
            guard case .failure(.stopped(let slips)) = await house.perform(act) else { throw Failed() }
            #expect(slips.map(\.rule) == ["CMD-99"])
            #expect(house.published.picture[slot: Body.slot].count == 0)
            #expect(try await journal.entries(after: 0, limit: 9).map(\.act) == ["note_refusal"])
            #expect(refusal(await house.perform(found("A05", kind: "department", act: "found", override: "urgent"))) == "not_entitled")
            _ = try await house.perform(found("BCD")).get()
            let head = ActRequest(
                act: .edit, actor: "SECRETARIAT",
                proposals: [
                    .init(
                        kind: "officer", code: "HEAD",
                        contents: [
                            ("title_vi", .text("Trưởng ban")), ("title_en", .text("Head")), ("body", .text("BCD")), ("role", .text("head")),
                        ])
                ])
            _ = try await house.perform(head).get()
            let receipt = try await house.perform(found("A05", kind: "department", act: "found", override: "urgent")).get()
            #expect(receipt.appeared.map(\.rule) == ["CMD-99"])
            #expect(try await journal.entries(after: receipt.sequence - 1, limit: 1).first?.words.override == "urgent")
        }
    }

    @Test func `fills in what an act means, keeps what was given, and lets nothing else write it`() async throws {
        try await withHouse { house, _, _ in
            _ = try await house.perform(found("BCA", act: "found")).get()
            #expect(house.published.picture.find(Body.self, "BCA")?.validFrom == Day("2025-10-14"))
            _ = try await house.perform(found("BNG", act: "found", [("valid_from", .text("2025-01-01"))])).get()
            #expect(house.published.picture.find(Body.self, "BNG")?.validFrom == Day("2025-01-01"))
            let typed = await house.perform(found("BTC", [("valid_from", .text("2025-01-01"))]))
            #expect(refusal(typed) == "only_by_act")
            #expect(refusal(await house.perform(found("BNG", [("valid_from", .null)]))) == "only_by_act")
            let removal = ActRequest(act: .remove, actor: "HEAD", proposals: [.init(kind: "body", code: "BNG", removes: true)])
            #expect(refusal(await house.perform(removal)) == "only_by_act")
            _ = try await house.perform(found("BNG", kind: "office")).get()
        }
    }

    @Test func `gives a record that an act makes a code of its own, and says which it wrote`() async throws {
        try await withHouse { house, _, _ in
            var unnamed = found("", act: "found")
            unnamed.proposals[0].code = ""
            let receipt = try await house.perform(unnamed).get()
            let picture = house.published.picture
            #expect(receipt.records.compactMap(picture.code(of:)) == ["BODY-1"])
            let again = try await house.perform(unnamed).get()
            let later = house.published.picture
            #expect(again.records.compactMap(later.code(of:)) == ["BODY-2"])
        }
    }

    @Test func `holds an act's record as the journal will read it, and so takes it back at any fraction of a second`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let now = Instant(milliseconds: morning.milliseconds + 137)
            let house = Chancery(
                try await LoadedCeremony.opened(journal, now: now), journal: journal, rulebook: Rulebook([]), clock: { now }
            ) {
                failure in preconditionFailure("\(failure)")
            }
            let office = { (kind: String, code: String, contents: [(column: String, value: JSON)]) in
                ActRequest(act: .edit, actor: "HEAD", proposals: [.init(kind: kind, code: code, contents: contents)])
            }
            _ = try await house.perform(found("BCD")).get()
            let title: [(column: String, value: JSON)] = [("title_vi", .text("Trưởng")), ("title_en", .text("Head"))]
            _ = try await house.perform(office("officer", "HEAD", title + [("body", .text("BCD")), ("role", .text("member"))])).get()
            let question: [(column: String, value: JSON)] = [
                ("from", .text("BCD")), ("to", .text("BCD")), ("asks", .text("finance")), ("question", .text("Which?")),
            ]
            _ = try await house.perform(office("escalation", "E", question)).get()
            let answer = ActRequest(
                act: .answerEscalation, actor: "HEAD",
                proposals: [.init(kind: "escalation", code: "E", contents: [("answer", .text("This"))])])
            let receipt = try await house.perform(answer).get()
            let held = try #require(house.published.picture.find(Escalation.self, "E"))
            let read = try await LoadedCeremony.opened(journal, now: now).picture.find(Escalation.self, "E")
            #expect(read == held && held.answered != nil)
            var back = ActRequest(act: .takeBack, actor: "HEAD", proposals: [])
            back.takesBack = receipt.sequence
            _ = try await house.perform(back).get()
            #expect(house.published.picture.find(Escalation.self, "E")?.answered == nil)
        }
    }

    @Test func `keeps that somebody was turned away where a stop forbids an act that tells so`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let telling = Act(
                ActName("found"), makes: Body.self,
                asks: [.must(\.kind), .must(\.nameVietnamese), .must(\.nameEnglish), .may(\.parent)],
                turnedAway: { body, _ in body.kind = .office }
            ) { body, doing throws(Refusal) in body.validFrom = doing.day }
            let house = Chancery(
                try await LoadedCeremony.opened(journal, now: morning), journal: journal, rulebook: Rulebook([bodiesHaveParents]),
                acts: [telling],
                clock: { morning }, breakDown: { failure in preconditionFailure("\(failure)") })
            let act = found("A05", kind: "department", act: "found", key: "k")
            guard case .failure(.stopped) = await house.perform(act) else { throw Failed() }
            #expect(house.published.picture.find(Body.self, "A05")?.kind == .office)
            #expect(try await journal.head().sequence == 1)
            // Sent again under its key it is not taken for done.
            var again = act
            again.proposals[0].code = "A06"
            guard case .failure(.stopped) = await house.perform(again) else { throw Failed() }
        }
    }

    @Test func `lets nobody make up what an act fills in, nor slip in what it does not ask for`() async throws {
        try await withHouse { house, _, _ in
            let tomorrow = await house.perform(found("A", act: "found", [("valid_from", .text("2025-10-15"))]))
            #expect(refusal(tomorrow) == "not_yet")
            _ = try await house.perform(found("A")).get()
            let stroke = ActRequest(
                act: ActName("found"), actor: "HEAD",
                proposals: [.init(kind: "body", code: "A", contents: [("classification", .text("public"))])])
            #expect(refusal(await house.perform(stroke)) == "not_asked")
            let stranger = ActRequest(
                act: ActName("found"), actor: "HEAD", proposals: [.init(kind: "body", code: "A", contents: [("note", .text("n"))])])
            #expect(refusal(await house.perform(stranger)) == "not_asked")
        }
    }

    @Test func `answers for an officer in nobody else's name`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let house = Chancery(
                try await LoadedCeremony.opened(journal, now: morning), journal: journal, rulebook: Rulebook([]), clock: { morning }
            ) { failure in preconditionFailure("\(failure)") }
            _ = try await house.perform(found("BCD")).get()
            let title: [(column: String, value: JSON)] = [
                ("title_vi", .text("A")), ("title_en", .text("B")), ("body", .text("BCD")), ("role", .text("member")),
            ]
            for code in ["ONE", "TWO"] {
                _ = try await house.perform(
                    ActRequest(act: .edit, actor: "ONE", proposals: [.init(kind: "officer", code: code, contents: title)])
                ).get()
            }
            let question: [(column: String, value: JSON)] = [
                ("from", .text("BCD")), ("to", .text("BCD")), ("asks", .text("finance")), ("question", .text("Which?")),
            ]
            _ = try await house.perform(
                ActRequest(act: .edit, actor: "ONE", proposals: [.init(kind: "escalation", code: "E", contents: question)])
            ).get()
            for (officer, expected) in [("TWO", "otherwise_by_act"), ("ONE", nil)] as [(String, String?)] {
                let answer = ActRequest(
                    act: .answerEscalation, actor: "ONE",
                    proposals: [
                        .init(kind: "escalation", code: "E", contents: [("answer", .text("This")), ("answered_by", .text(officer))])
                    ])
                #expect(refusal(await house.perform(answer)) == expected)
            }
        }
    }

    @Test func `closes what an act asked for once it is done, where the act says so`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let sealing = Act(
                ActName("found"), makes: Body.self, orChanges: true,
                asks: [.must(\.kind), .must(\.nameVietnamese), .must(\.nameEnglish), .may(\.parent)], fills: [.field(\.validFrom)],
                sealsWhatItAsked: true
            ) { body, doing throws(Refusal) in body.validFrom = body.validFrom ?? doing.day }
            let house = Chancery(
                try await LoadedCeremony.opened(journal, now: morning), journal: journal, rulebook: Rulebook([]), acts: [sealing],
                clock: { morning }, breakDown: { failure in preconditionFailure("\(failure)") })
            _ = try await house.perform(found("A")).get()
            _ = try await house.perform(found("A", kind: "office")).get()
            _ = try await house.perform(found("A", kind: "office", act: "found")).get()
            #expect(refusal(await house.perform(found("A", kind: "ministry"))) == "only_by_act")
        }
    }

    @Test func `does not do an act to a record of another kind`() async throws {
        try await withHouse { house, _, _ in
            let stray = ActRequest(act: ActName("found"), actor: "HEAD", proposals: [.init(kind: "officer", code: "HEAD")])
            #expect(refusal(await house.perform(stray)) == "act_about_other_kind")
        }
    }

    @Test func `lets its own officer take an act back within the time that the act allows`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let clock = Mutex(morning)
            let brief = Act(
                ActName("found"), makes: Body.self, orChanges: true,
                asks: [.must(\.kind), .must(\.nameVietnamese), .must(\.nameEnglish), .may(\.parent)], fills: [.field(\.validFrom)],
                takenBackWithin: 5
            ) { body, doing throws(Refusal) in body.validFrom = body.validFrom ?? doing.day }
            let house = Chancery(
                try await LoadedCeremony.opened(journal, now: morning), journal: journal, rulebook: Rulebook([]), acts: [brief],
                clock: { clock.withLock { $0 } }, breakDown: { failure in preconditionFailure("\(failure)") })
            func back(_ entry: Int, by actor: String) async -> Result<Receipt, Denial> {
                var request = ActRequest(act: .takeBack, actor: actor, proposals: [])
                request.takesBack = entry
                return await house.perform(request)
            }
            _ = try await house.perform(found("BCA", act: "found")).get()
            #expect(refusal(await back(1, by: "OTHER")) == "not_your_entry", "another's act")
            _ = try await back(1, by: "HEAD").get()
            #expect(house.published.picture.count == 0)
            _ = try await house.perform(found("BNG", act: "found")).get()
            clock.withLock { $0 = $0.adding(minutes: 6) }
            #expect(refusal(await back(3, by: "HEAD")) == "no_take_back", "too late")
            // Nor does somebody who claims to take back write what they like.
            var forged = ActRequest(
                act: .takeBack, actor: "HEAD",
                proposals: [.init(kind: "body", code: "BNG", contents: [("valid_from", .text("2020-01-01"))])])
            #expect(refusal(await house.perform(forged)) == "only_by_act")
            forged.takesBack = 99
            #expect(refusal(await house.perform(forged)) == "not_your_entry")
        }
    }

    @Test func `does not let preparation make up a signature`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let house = Chancery(
                try await LoadedCeremony.opened(journal, now: morning), journal: journal, clock: { morning },
                breakDown: { failure in preconditionFailure("\(failure)") })
            let signature = ActRequest(
                act: .edit, actor: "HEAD",
                proposals: [
                    .init(kind: "signature", code: "SIG-X", contents: [("signed", .text("2025-10-25T10:00:00+07:00[Asia/Ho_Chi_Minh]"))])
                ])
            #expect(refusal(await house.perform(signature)) == "only_by_act")
            let head = try await journal.head()
            #expect(head == .origin)
        }
    }
}
