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

/// A journal whose disk is full while somebody says so.
actor FullDisk: Journal {
    private let inner: SQLiteJournal
    private var want: JournalFailure?
    init(_ inner: SQLiteJournal) { self.inner = inner }
    func fill(_ full: Bool) { want = full ? .noSpace : nil }
    func lack(_ want: JournalFailure?) { self.want = want }
    func append(_ entries: [Entry], keys: [SealingKey]) async throws(JournalFailure) {
        if let want { throw want }
        try await inner.append(entries, keys: keys)
    }
    func head() async throws(JournalFailure) -> Head { try await inner.head() }
    func entries(after sequence: Int, limit: Int) async throws(JournalFailure) -> [Entry] {
        try await inner.entries(after: sequence, limit: limit)
    }
    func entry(idempotencyKey: String) async throws(JournalFailure) -> Entry? { try await inner.entry(idempotencyKey: idempotencyKey) }
    func records(_ view: PointOfView) async throws(JournalFailure) -> [StoredRecord] { try await inner.records(view) }
    func versions(kind: String?, number: UInt32?) async throws(JournalFailure) -> [StoredRecord] {
        try await inner.versions(kind: kind, number: number)
    }
    func lastNumbers() async throws(JournalFailure) -> [String: UInt32] { try await inner.lastNumbers() }
    func keys() async throws(JournalFailure) -> KeyRing { try await inner.keys() }
    func verify() async throws(JournalFailure) -> Verification { try await inner.verify() }
}

func withFolder<Answer>(_ body: (String) async throws -> Answer) async throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

let morning = Instant("2025-10-14T01:00:00Z")!

/// A rule of the tests: a body without a parent may not be renamed by the act of the tests.
let bodiesHaveParents = Rule("CMD-99", .stop, about: Body.self, stops: [ActName("found")]) { body, see in
    if body.parent == nil, body.kind == .department { see.slip(on: body.reference, mend: .edit(body.id, "parent")) }
}
let founding = Act(
    ActName("found"), makes: Body.self, orChanges: true,
    asks: [.must(\.kind), .must(\.nameVietnamese), .must(\.nameEnglish), .may(\.parent)], fills: [.field(\.validFrom)]
) { body, doing throws(Refusal) in
    body.validFrom = body.validFrom ?? doing.day
}

@Suite struct `The chancery` {
    private func withHouse(_ body: (Chancery, FullDisk, SQLiteJournal) async throws -> Void) async throws {
        try await withFolder { folder in
            let sqlite = try SQLiteJournal(folder: folder, register: houseRegister)
            let disk = FullDisk(sqlite)
            let opening = try await Opening.opened(disk, now: morning)
            let house = Chancery(
                opening, journal: disk, rulebook: Rulebook([bodiesHaveParents]), acts: [founding] + houseActs.filter { $0.name == .erase },
                clock: { morning },
                breakDown: { failure in preconditionFailure("\(failure)") })
            try await body(house, disk, sqlite)
        }
    }

    private func found(
        _ code: String, kind: String = "ministry", act: String = "edit", key: String = "", override: String = "", actor: String = "HEAD",
        _ extra: [(String, JSON)] = []
    ) -> ActRequest {
        ActRequest(
            act: ActName(act), actor: actor, idempotencyKey: key, overrideReason: override,
            proposals: [
                .init(
                    kind: "body", code: code,
                    contents: [("kind", .text(kind)), ("name_vi", .text("Bộ \(code)")), ("name_en", .text("Ministry \(code)"))] + extra)
            ])
    }

    private func refusal(_ result: Result<Receipt, Denial>) -> String? {
        if case .failure(.refused(let refusal)) = result { refusal.code } else { nil }
    }

    @Test func `writes an act and shows it when it is durable`() async throws {
        try await withHouse { house, _, journal in
            let receipt = try await house.perform(found("BCA")).get()
            #expect(receipt.sequence == 1)
            #expect(house.published.picture.find(Body.self, "BCA")?.nameEnglish == "Ministry BCA")
            #expect(try await journal.head() == house.published.head)
            #expect(try await journal.entries(after: 0, limit: 9).first?.actor == "HEAD")
        }
    }

    @Test func `refuses what would mean nothing, and changes nothing`() async throws {
        try await withHouse { house, _, journal in
            #expect(refusal(await house.perform(found("A", [("parent", .text("NOBODY"))]))) == "unknown_reference")
            #expect(refusal(await house.perform(found("A", [("colour", .text("red"))]))) == "unknown_field")
            #expect(refusal(await house.perform(found("A", [("valid_from", .text("soon"))]))) == "bad_value")
            #expect(refusal(await house.perform(found("A", kind: "kingdom"))) == "bad_value")
            #expect(refusal(await house.perform(found("A", [("name_vi", .null)]))) == "field_is_required")
            #expect(refusal(await house.perform(found("A", act: "conquer"))) == "unknown_act")
            var early = found("A")
            early.happened = morning.adding(minutes: 1)
            #expect(refusal(await house.perform(early)) == "not_yet")
            let remove = ActRequest(act: .remove, actor: "HEAD", proposals: [.init(kind: "body", code: "A", contents: [], removes: true)])
            #expect(refusal(await house.perform(remove)) == "unknown_record")
            let stranger = ActRequest(act: .edit, actor: "HEAD", proposals: [.init(kind: "ghost", code: "A", contents: [])])
            #expect(refusal(await house.perform(stranger)) == "unknown_kind")
            let head = try await journal.head()
            #expect(head == .origin)
        }
    }

    @Test func `never gives the number of a record that is gone to another`() async throws {
        try await withHouse { house, _, journal in
            _ = try await house.perform(found("A")).get()
            _ = try await house.perform(found("B")).get()
            let remove = ActRequest(act: .remove, actor: "HEAD", proposals: [.init(kind: "body", code: "B", contents: [], removes: true)])
            _ = try await house.perform(remove).get()
            let again = try await Opening.opened(journal, now: morning)
            #expect(again.picture.nextNumber(slot: Body.slot) == 3)
        }
    }

    @Test func `does not take away what others refer to, nor overwrite newer content with older`() async throws {
        try await withHouse { house, _, _ in
            _ = try await house.perform(found("PM")).get()
            _ = try await house.perform(found("BCA", [("parent", .text("PM"))])).get()
            let remove = ActRequest(act: .remove, actor: "HEAD", proposals: [.init(kind: "body", code: "PM", contents: [], removes: true)])
            #expect(refusal(await house.perform(remove)) == "still_referred_to")
            var old = found("PM", kind: "office")
            old.happened = morning.adding(minutes: -5)
            #expect(refusal(await house.perform(old)) == "older_than_record")
        }
    }

    @Test func `performs an act once however often it arrives`() async throws {
        try await withHouse { house, _, journal in
            let first = try await house.perform(found("BCA", key: "k1")).get()
            let second = try await house.perform(found("BCA", key: "k1")).get()
            #expect(refusal(await house.perform(found("BCA", kind: "office", key: "k1"))) == "key_used")
            #expect(first.sequence == second.sequence && !first.wasWritten && second.wasWritten)
            #expect(try await journal.head().sequence == 1)
        }
    }

    @Test func `performs an act once when it arrives many times at once`() async throws {
        try await withHouse { house, _, journal in
            await withTaskGroup(of: Int?.self) { group in
                for _ in 0..<30 { group.addTask { try? await house.perform(found("BCA", key: "same")).get().sequence } }
                for await sequence in group { #expect(sequence == 1) }
            }
            let head = try await journal.head()
            #expect(head.sequence == 1)
        }
    }

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
            let house = Chancery(try await Opening.opened(journal, now: now), journal: journal, rulebook: Rulebook([]), clock: { now }) {
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
            let read = try await Opening.opened(journal, now: now).picture.find(Escalation.self, "E")
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
                try await Opening.opened(journal, now: morning), journal: journal, rulebook: Rulebook([bodiesHaveParents]), acts: [telling],
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
                try await Opening.opened(journal, now: morning), journal: journal, rulebook: Rulebook([]), clock: { morning }
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

    @Test func `takes no key for two acts`() async throws {
        try await withHouse { house, _, _ in
            _ = try await house.perform(found("A", key: "k")).get()
            #expect(refusal(await house.perform(found("A", act: "found", key: "k"))) == "key_used")
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
                try await Opening.opened(journal, now: morning), journal: journal, rulebook: Rulebook([]), acts: [sealing],
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
                try await Opening.opened(journal, now: morning), journal: journal, rulebook: Rulebook([]), acts: [brief],
                clock: { clock.withLock { $0 } }, breakDown: { failure in preconditionFailure("\(failure)") })
            func back(_ entry: Int, by actor: String) async -> Result<Receipt, Denial> {
                var request = ActRequest(act: .takeBack, actor: actor, proposals: [])
                request.takesBack = entry
                return await house.perform(request)
            }
            _ = try await house.perform(found("BCA", act: "found")).get()
            #expect(refusal(await back(1, by: "OTHER")) == "no_take_back", "another's act")
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
            #expect(refusal(await house.perform(forged)) == "no_take_back")
        }
    }

    @Test func `does not let preparation make up a signature`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let house = Chancery(
                try await Opening.opened(journal, now: morning), journal: journal, clock: { morning },
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

    @Test func `shows what time alone has brought, though nobody acted`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let noon = morning.adding(minutes: 240)
            let noonHasCome = Rule("CMD-98", .mind) { see in if see.hasCome(noon) { see.slip(since: noon, mend: .add(Body.self)) } }
            let clock = Mutex(morning)
            let house = Chancery(
                try await Opening.opened(journal, now: morning), journal: journal, rulebook: Rulebook([noonHasCome]),
                clock: { clock.withLock { $0 } }, breakDown: { failure in preconditionFailure("\(failure)") })
            await house.advance()
            #expect(house.published.slips.all.isEmpty)
            clock.withLock { $0 = noon }
            #expect(refusal(await house.perform(found("A", act: "conquer"))) == "unknown_act")
            await house.advance()
            #expect(house.published.slips.all.map(\.since) == [noon])
        }
    }

    @Test func `lets only a head or deputy in office waive a slip`() async throws {
        try await withHouse { house, _, _ in
            _ = try await house.perform(found("BCA")).get()
            let officer = { (code: String, role: String) in
                ActRequest(
                    act: .edit, actor: "MEMBER",
                    proposals: [
                        .init(
                            kind: "officer", code: code,
                            contents: [
                                ("title_vi", .text("Người")), ("title_en", .text("Officer")), ("body", .text("BCA")), ("role", .text(role)),
                                ("valid_to", .text(code == "FORMER" ? "2025-10-13" : "2025-12-31")),
                            ])
                    ])
            }
            for (code, role) in [("MEMBER", "member"), ("FORMER", "head"), ("DEPUTY", "deputy")] {
                _ = try await house.perform(officer(code, role)).get()
            }
            let waiver = { (approver: String, actor: String) in
                ActRequest(
                    act: .edit, actor: actor,
                    proposals: [
                        .init(
                            kind: "waiver", code: "W-1",
                            contents: [
                                ("rule", .text("CMD-99")), ("subjects", .list([.text("body/BCA")])), ("approver", .text(approver)),
                                ("reason", .text("r")), ("ends", .text("2025-10-20T00:00:00+07:00[Asia/Ho_Chi_Minh]")),
                            ])
                    ])
            }
            #expect(refusal(await house.perform(waiver("NOBODY", "NOBODY"))) == "actor_unknown")
            for approver in ["MEMBER", "FORMER"] {
                #expect(refusal(await house.perform(waiver(approver, approver))) == "waiver_not_entitled")
            }
            #expect(refusal(await house.perform(waiver("DEPUTY", "MEMBER"))) == "waiver_not_entitled", "in another's name")
            var both = waiver("MEMBER", "MEMBER")
            both.proposals.insert(contentsOf: officer("MEMBER", "head").proposals, at: 0)
            #expect(refusal(await house.perform(both)) == "waiver_not_entitled")
            var earlier = waiver("FORMER", "FORMER")
            earlier.happened = Instant("2025-10-12T00:00:00Z")!
            #expect(refusal(await house.perform(earlier)) == "waiver_not_entitled")
            #expect(try await house.perform(waiver("DEPUTY", "DEPUTY")).get().sequence == 5)
        }
    }

    @Test func `lets preparation save what is wrong, and tells the slip`() async throws {
        try await withHouse { house, _, _ in
            let receipt = try await house.perform(found("A05", kind: "department")).get()
            #expect(receipt.appeared.map(\.rule) == ["CMD-99"])
            let mended = try await house.perform(found("A05", kind: "ministry")).get()
            #expect(mended.gone.map(\.rule) == ["CMD-99"])
        }
    }

    @Test func `refuses while the disk is full, keeps reading, and goes on when there is space`() async throws {
        try await withHouse { house, disk, journal in
            _ = try await house.perform(found("BCA")).get()
            await disk.fill(true)
            guard case .failure(.noSpace) = await house.perform(found("BNG")) else { throw Failed() }
            #expect(house.published.picture.count == 1)
            await disk.fill(false)
            _ = try await house.perform(found("BTC")).get()
            #expect(house.published.picture.all(Body.self).map(\.code) == ["BCA", "BTC"])
            #expect(try await journal.verify().damage == [])
        }
    }

    @Test func `gives back the place of a kind's last change when the disk took nothing`() async throws {
        try await withHouse { house, disk, _ in
            _ = try await house.perform(found("BCA")).get()
            await disk.fill(true)
            guard case .failure(.noSpace) = await house.perform(found("BNG")) else { throw Failed() }
            await disk.fill(false)
            let sign = ActRequest.Proposal(
                kind: "ceremony", code: "C", contents: [("zone", .text("Asia/Ho_Chi_Minh"))])
            _ = try await house.perform(ActRequest(act: .edit, actor: "T", proposals: [sign])).get()
            #expect(house.published.lastChanges == [Body.slot: 1, Ceremony.slot: 2])
        }
    }

    @Test func `refuses while memory or descriptors are used up, and goes on when there are some`() async throws {
        try await withHouse { house, disk, _ in
            let want = JournalFailure.notWritten("unable to open database file")
            await disk.lack(want)
            guard case .failure(.journal(want)) = await house.perform(found("BNG")) else { throw Failed() }
            #expect(house.published.picture.count == 0)
            await disk.lack(nil)
            _ = try await house.perform(found("BNG")).get()
            #expect(house.published.picture.count == 1)
        }
    }

    @Test func `refuses what cannot be stored whole, and shows nothing of it`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let opening = try await Opening.opened(journal, now: morning)
            // A day that no text writes, as no way in would take it.
            var picture = opening.picture
            picture.apply([Change(Person("P-1", id: 1) { $0.birthDate = Personal(Day(number: .max)) })])
            let broken = Opening(picture: picture, head: opening.head, keys: opening.keys, moment: morning)
            let house = Chancery(broken, journal: journal, clock: { morning }) { failure in preconditionFailure("\(failure)") }
            let person = ActRequest.Proposal(kind: "person", code: "P-1", contents: [("family_name", .text("Người"))])
            #expect(refusal(await house.perform(ActRequest(act: .edit, actor: "T", proposals: [person]))) == "cannot_be_stored")
            #expect(house.published.picture.find(Person.self, "P-1")?.familyName.content == "")
            _ = try await house.perform(found("BCA")).get()
            #expect(house.published.picture.count == 2)
            #expect(try await journal.verify().damage == [])
        }
    }

    @Test func `takes acts from many at once as one chain`() async throws {
        try await withHouse { house, _, journal in
            await withTaskGroup(of: Void.self) { group in
                for client in 0..<16 {
                    group.addTask { for act in 0..<20 { _ = await house.perform(found("B\(client)-\(act)")) } }
                }
            }
            let verification = try await journal.verify()
            #expect(verification.entries == 320 && verification.damage == [])
            #expect(house.published.head == verification.head)
            let again = try await Opening.opened(journal, now: morning)
            #expect(Set(again.picture.all(Body.self).map(\.code)) == Set(house.published.picture.all(Body.self).map(\.code)))
        }
    }

    @Test func `lets the ceremony's days begin where its record says, and judges everything by them at once`() async throws {
        // 20:00 on the 13th in Los Angeles is already the 14th in Hanoi: a body whose first day that is stands at one place alone.
        let hasBegun = Rule("CMD-98", .mind, about: Body.self) { body, see in
            if let first = body.validFrom, see.hasBegun(first) { see.slip(on: body.reference, mend: .edit(body.id, "valid_from")) }
        }
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let disk = FullDisk(journal)
            let clock = Mutex(Instant("2025-10-14T03:00:00Z")!)
            let house = Chancery(
                try await Opening.opened(disk, now: clock.withLock { $0 }), journal: disk, rulebook: Rulebook([hasBegun]),
                clock: { clock.withLock { $0 } }, breakDown: { failure in preconditionFailure("\(failure)") })
            func write(_ kind: String, _ code: String, _ contents: [(column: String, value: JSON)]) async throws {
                let proposal = ActRequest.Proposal(kind: kind, code: code, contents: contents)
                _ = try await house.perform(ActRequest(act: .edit, actor: "T", proposals: [proposal])).get()
            }
            try await write(
                "body", "B",
                [("kind", .text("office")), ("name_vi", .text("A")), ("name_en", .text("B")), ("valid_from", .text("2025-10-14"))])
            #expect(house.published.slips.count == 1)
            try await write("ceremony", "C", [("zone", .text("America/Los_Angeles"))])
            #expect(house.published.slips.count == 0)
            await disk.fill(true)
            await #expect(throws: Denial.self) { try await write("ceremony", "C", [("zone", .text("Asia/Ho_Chi_Minh"))]) }
            #expect(house.published.picture.zone.identifier == "America/Los_Angeles")
            #expect(house.published.slips.count == 0)
            await disk.fill(false)
            try await write("ceremony", "C", [("zone", .text("Asia/Ho_Chi_Minh"))])
            #expect(house.published.slips.count == 1)
            #expect(house.published.picture.zone.identifier == "Asia/Ho_Chi_Minh")
            let since = try #require(house.published.slips.all.first?.since)
            clock.withLock { $0 = $0.adding(minutes: 60) }
            try await write("ceremony", "C", [("zone", .text("Asia/Tokyo"))])
            #expect(house.published.slips.all.map(\.since) == [since])
        }
    }

    @Test func `tries out a what-if and writes nothing`() async throws {
        try await withHouse { house, _, journal in
            let outcome = try await house.tryOut([found("A05", kind: "department")]).get()
            #expect(outcome.appeared.map(\.rule) == ["CMD-99"])
            #expect(outcome.draft.count == 1)
            #expect(house.published.picture.count == 0)
            #expect(try await journal.head() == .origin)
        }
    }

    @Test func `erases a person everywhere, and the chain still verifies`() async throws {
        try await withHouse { house, _, journal in
            let person = ActRequest(
                act: .edit, actor: "HEAD",
                proposals: [.init(kind: "person", code: "N-1", contents: [("family_name", .text("Mẫu")), ("document", .text("TEST-1"))])])
            _ = try await house.perform(person).get()
            let before = try await Opening.opened(journal, now: morning)
            let id = try #require(before.picture.find(Person.self, "N-1")?.id)
            #expect(before.picture[id]?.familyName.content == "Mẫu")
            let erasure = ActRequest(
                act: .erase, actor: "HEAD", reason: "request", proposals: [.init(kind: "person", code: "N-1")])
            _ = try await house.perform(erasure).get()
            for view in [PointOfView.now, .sequence(1), .happened(morning)] {
                let after = try await Opening.opened(journal, view: view, now: morning)
                #expect(after.picture[id]?.familyName.content == "")
                #expect(after.picture[id]?.code == "N-1")
            }
            #expect(try await journal.verify().damage == [])
        }
    }
}

struct Failed: Error {}
