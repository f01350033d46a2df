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

@Suite struct `The chancery`: FoundingHouse {
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
            let again = try await LoadedCeremony.opened(journal, now: morning)
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

    @Test func `takes no key for two acts`() async throws {
        try await withHouse { house, _, _ in
            _ = try await house.perform(found("A", key: "k")).get()
            #expect(refusal(await house.perform(found("A", act: "found", key: "k"))) == "key_used")
        }
    }

    @Test func `shows what time alone has brought, though nobody acted`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let noon = morning.adding(minutes: 240)
            let noonHasCome = Rule("CMD-98", .mind) { see in if see.hasCome(noon) { see.slip(since: noon, mend: .add(Body.self)) } }
            let clock = Mutex(morning)
            let house = Chancery(
                try await LoadedCeremony.opened(journal, now: morning), journal: journal, rulebook: Rulebook([noonHasCome]),
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
            let again = try await LoadedCeremony.opened(journal, now: morning)
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
                try await LoadedCeremony.opened(disk, now: clock.withLock { $0 }), journal: disk, rulebook: Rulebook([hasBegun]),
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
            let before = try await LoadedCeremony.opened(journal, now: morning)
            let id = try #require(before.picture.find(Person.self, "N-1")?.id)
            #expect(before.picture[id]?.familyName.content == "Mẫu")
            let erasure = ActRequest(
                act: .erase, actor: "HEAD", reason: "request", proposals: [.init(kind: "person", code: "N-1")])
            _ = try await house.perform(erasure).get()
            for view in [PointOfView.now, .sequence(1), .happened(morning)] {
                let after = try await LoadedCeremony.opened(journal, view: view, now: morning)
                #expect(after.picture[id]?.familyName.content == "")
                #expect(after.picture[id]?.code == "N-1")
            }
            #expect(try await journal.verify().damage == [])
        }
    }
}
