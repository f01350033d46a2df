import Committee
import Engine
import Foundation
import House
import Integrity
import Ledger
import LedgerSQLite
import Parties
import Rulebook
import RulebookTesting
import Signing
import Testing

private let folderHolder = Authority.dataFolder(for: "O-A")

extension PoweredHouse {
    /// A ceremony that closed on this day, and people of whom something is kept 30 days and something 90.
    fileprivate func close(on day: String, with people: [String]) async throws {
        _ = try await ask(
            .edit, "ceremony", "C", [("zone", .text("Asia/Ho_Chi_Minh")), ("opens", .text(day)), ("closes", .text(day))],
            by: folderHolder
        ).get()
        for code in people {
            for document in ["FIRST-\(code)", "SECOND-\(code)"] {
                let contents: [(String, JSON)] = [
                    ("family_name", .text("NAME-\(code)")), ("document", .text(document)), ("needs", .list([.text("NEED-\(code)")])),
                ]
                _ = try await ask(.edit, "person", code, contents, by: folderHolder).get()
            }
        }
    }

    fileprivate func hold(_ person: String) async throws {
        let contents: [(String, JSON)] = [
            ("person", .text(person)), ("reason", .text("a court asked")), ("ends_on", .text("2026-06-01")),
        ]
        _ = try await ask(.edit, "hold", "H-\(person)", contents, by: folderHolder).get()
    }

    fileprivate func eraseDue(_ contents: [(String, JSON)] = [], by authority: Authority = folderHolder, reason: String = "") async
        -> String
    {
        outcome(await ask(.eraseDue, "erasure", "", contents, by: authority, reason: reason))
    }

    fileprivate var erasure: Erasure? { chancery.published.picture.all(Erasure.self).last }

    /// All that the journal tells of people to whoever has its keys, in every version.
    fileprivate func told() async throws -> String { try await PoweredHouse.told(by: journal) }

    fileprivate static func told(by journal: SQLiteJournal) async throws -> String {
        let keys = try await journal.keys()
        var told = ""
        for version in try await journal.versions(kind: "person", number: nil) {
            if let row = try houseRegister.row(version, keys: keys) { told += Kind(Person.self).text(of: row).personal?.written ?? "" }
        }
        return told
    }
}

@Suite struct `What is erased by date` {
    @Test func `is single fields, of everybody and in every version, while the rest and its past stand`() async throws {
        try await withPoweredHouse { house in
            try await house.close(on: "2025-09-01", with: ["N-1", "N-2", "N-3"])
            try await house.hold("N-3")
            let last = try await house.journal.head().sequence
            #expect(await house.eraseDue(reason: "their date has come") == "done")
            #expect(try await house.journal.head().sequence == last + 1, "in one entry")
            let told = try await house.told()
            for code in ["N-1", "N-2"] {
                #expect(!told.contains("FIRST-\(code)") && !told.contains("SECOND-\(code)") && !told.contains("NEED-\(code)"))
                #expect(told.components(separatedBy: "NAME-\(code)").count > 3, "in all versions")
            }
            #expect(told.contains("FIRST-N-3") && told.contains("NEED-N-3"), "whom an order keeps")
            let erasure = try #require(house.erasure)
            #expect(erasure.people == 2 && erasure.records == 2 && erasure.values == 4 && erasure.wholly == 0)
            #expect(erasure.leftOut == 1 && erasure.holds == ["H-N-3"])
            #expect(try await house.journal.verify().damage == [])
            let entry = try #require(try await house.journal.entries(after: last, limit: 1).first)
            #expect(entry.words.reason == "their date has come" && entry.signatory.way == "data_folder")
            #expect(await house.eraseDue() == "nothing_due")
        }
    }

    @Test func `is what was kept until a day, and of what is named what is kept equally long`() async throws {
        try await withPoweredHouse { house in
            try await house.close(on: "2025-09-01", with: ["N-1"])
            #expect(await house.eraseDue([("last_day", .text("2025-09-08"))]) == "done")
            var told = try await house.told()
            #expect(!told.contains("NEED-N-1") && told.contains("FIRST-N-1"))
            #expect(await house.eraseDue([("parts", .list([.text("person.title")]))]) == "nothing_due")
            #expect(await house.eraseDue([("parts", .list([.text("person.delegation")]))]) == "not_kept_for_a_time")
            #expect(await house.eraseDue([("parts", .list([.text("person.birth_date")]))]) == "done")
            told = try await house.told()
            #expect(!told.contains("FIRST-N-1") && told.contains("NAME-N-1"))
        }
    }

    @Test func `is nothing before its day, and everything of a person after the last`() async throws {
        try await withPoweredHouse { house in
            try await house.close(on: "2025-10-13", with: ["N-1", "N-2"])
            #expect(await house.eraseDue() == "nothing_due")
            _ = try await house.ask(.remove, "person", "N-2", by: folderHolder, reason: "NAME-N-2 withdrew").get()
            house.wait(hours: 24 * 100)
            #expect(await house.eraseDue() == "done")
            #expect(try await house.told() == "")
            #expect(
                try await house.journal.keys().all.filter { ["person", "said"].contains($0.owner.kind) }.isEmpty, "of removed ones too")
            #expect(house.erasure?.wholly == 1)
            #expect(try await house.journal.verify().damage == [])
        }
    }

    @Test func `is also what was blanked by hand, and what is written again is sealed anew`() async throws {
        try await withPoweredHouse { house in
            try await house.close(on: "2025-09-01", with: ["N-1"])
            let blank: [(String, JSON)] = [("document", .text("")), ("needs", .list([]))]
            _ = try await house.ask(.edit, "person", "N-1", blank, by: folderHolder).get()
            #expect(try await house.told().contains("FIRST-N-1"))
            #expect(await house.eraseDue() == "done")
            #expect(try await !house.told().contains("FIRST-N-1"))
            _ = try await house.ask(.edit, "person", "N-1", [("document", .text("THIRD"))], by: folderHolder).get()
            #expect(try await house.told().contains("THIRD"))
            #expect(await house.eraseDue() == "done")
            #expect(try await !house.told().contains("THIRD"))
            #expect(try await house.journal.verify().damage == [])
        }
    }

    @Test func `is proposed by one officer and done by another, as far as it is still what was proposed`() async throws {
        try await withPoweredHouse(administrators: []) { house in
            for account in ["CLERK", "TREATY"] {
                let grant: [(String, JSON)] = [("account", .text(account)), ("desk", .text("DAT")), ("ceiling", .text("internal"))]
                _ = try await house.ask(.edit, "grant", "D-\(account)", grant, by: folderHolder).get()
            }
            try await house.close(on: "2025-09-01", with: ["N-1"])
            let (clerk, treaty) = (PoweredHouse.session("CLERK"), PoweredHouse.session("TREATY"))
            let stale = try await house.proposed(await house.ask(.eraseDue, "erasure", "", by: clerk))
            _ = try await house.ask(.edit, "person", "N-2", [("document", .text("LATE"))], by: folderHolder).get()
            #expect(outcome(await house.ask(.confirm, "pending_act", stale, by: treaty)) == "proposal_changed")
            let proposal = try await house.proposed(await house.ask(.eraseDue, "erasure", "", by: clerk))
            let pending = try #require(house.chancery.published.picture.find(PendingAct.self, proposal))
            let preview = try await house.chancery.preview(pending).get()
            let foreseen = preview.changes.compactMap { $0.after.row as? Row<Person> }
            #expect(foreseen.count == 2 && foreseen.allSatisfy { $0.record.document.content.isEmpty })
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: clerk)) == "own_proposal")
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: treaty)) == "done")
            let told = try await house.told()
            #expect(!told.contains("LATE") && !told.contains("FIRST-N-1"))
            let erasure = try #require(house.erasure)
            let officers = [erasure.askedBy, erasure.approvedBy].map { $0.flatMap { house.chancery.published.picture[$0]?.code } }
            #expect(officers == ["O-C", "O-D"] && erasure.people == 2)
        }
    }

    @Test func `is barred singly too while an order keeps it`() async throws {
        try await withPoweredHouse { house in
            try await house.close(on: "2025-09-01", with: ["N-1"])
            try await house.hold("N-1")
            #expect(outcome(await house.ask(.erase, "person", "N-1", by: folderHolder)) == "erased_while_held")
            #expect(await house.eraseDue() == "nothing_due")
            #expect(try await house.told().contains("FIRST-N-1"))
        }
    }

    /// A person as an earlier release sealed them: all fields under one key.
    private func written(ofOld journal: SQLiteJournal) async throws -> SealingKey {
        let key = try #require(SealingKey(of: KeyOwner(kind: "person", number: 1, dataSubject: 1), bytes: Array(repeating: 7, count: 32)))
        let person = Person("N-1", id: 1) {
            $0.familyName = Personal("NAME-N-1")
            $0.document = Personal("FIRST-N-1")
        }
        let text = Kind(Person.self).text(of: Row(person, happened: morning, sequence: 1))
        let personal = try #require(text.personal)
        let sealed = try #require(
            Sealing.seal(personal, under: key, at: Sealing.Place(kind: "person", number: 1, sequence: 1)))
        let ceremony = Ceremony("C", id: 1) {
            $0.zone = "Asia/Ho_Chi_Minh"
            $0.closes = Day("2025-09-01")
        }
        let changes = [
            try houseRegister.stored(Change(ceremony), sequence: 1) { _ in nil },
            StoredChange(
                kind: "person", number: 1, body: text.open.written,
                sealed: StoredChange.Sealed(text: sealed, dataSubject: 1, key: key.identity.description)),
        ]
        let entry = Entry(
            sequence: 1, happened: morning, recorded: morning, signatory: Entry.Signatory("BTK"), act: "load", words: Entry.Words(),
            idempotencyKey: "", changes: changes, previous: .origin)
        try await journal.append([entry], keys: [key])
        return key
    }

    @Test func `is reached in what an earlier release sealed in one, of which what stands is written anew`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder + "/data", register: houseRegister)
            let key = try await written(ofOld: journal)
            let copy = URL(filePath: folder + "/copy")
            try await Backup.write(journal, to: copy, passphrase: "a passphrase of the tests")
            let house = Chancery(try await LoadedCeremony.opened(journal, now: morning), journal: journal, clock: { morning }) {
                preconditionFailure("\($0)")
            }
            #expect(house.published.picture.find(Person.self, "N-1")?.document.content == "FIRST-N-1", "it opens as it was written")
            let request = ActRequest(act: .eraseDue, actor: "ANYBODY", proposals: [.init(kind: "erasure", code: "")])
            _ = try await house.perform(request).get()
            #expect(try await journal.keys()[key.identity] == nil)
            for (view, name) in [(PointOfView.sequence(1), ""), (.now, "NAME-N-1")] {
                let person = try await LoadedCeremony.opened(journal, view: view, now: morning).picture.find(Person.self, "N-1")
                #expect(person?.familyName.content == name && person?.document.content == "")
            }
            #expect(try await journal.verify().damage == [])
            let list = try ErasedList(path: folder + "/data/erased.list").read()
            let back = URL(filePath: folder + "/back")
            let proof = try await Backup.restore(
                copy, to: back, passphrase: "a passphrase of the tests", erased: list, at: morning, register: houseRegister)
            #expect(proof.damage == [])
            let restored = try SQLiteJournal(folder: back.path, register: houseRegister)
            #expect(try await PoweredHouse.told(by: restored).contains("FIRST-N-1") == false)
        }
    }

    @Test func `comes back with no earlier copy, and the rest of the person does`() async throws {
        try await withFolder { folder in
            let house = try await PoweredHouse(folder + "/data")
            try await house.close(on: "2025-09-01", with: ["N-1"])
            let copy = URL(filePath: folder + "/copy")
            try await Backup.write(house.journal, to: copy, passphrase: "a passphrase of the tests")
            #expect(await house.eraseDue() == "done")
            let list = try ErasedList(path: folder + "/data/erased.list").read()
            let back = URL(filePath: folder + "/back")
            let proof = try await Backup.restore(
                copy, to: back, passphrase: "a passphrase of the tests", erased: list, at: morning, register: houseRegister)
            #expect(proof.damage == [])
            let told = try await PoweredHouse.told(by: try SQLiteJournal(folder: back.path, register: houseRegister))
            #expect(!told.contains("FIRST-N-1") && !told.contains("NEED-N-1") && told.contains("NAME-N-1"))
        }
    }

    @Test func `is of 3,600 people one entry, which takes seconds`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            var people: [Change] = [
                Change(
                    Ceremony("C", id: 1) {
                        $0.zone = "Asia/Ho_Chi_Minh"
                        $0.closes = Day("2025-09-01")
                    })
            ]
            for number in 1...3_600 {
                people.append(
                    Change(
                        Person("N-\(number)", id: UInt32(number)) {
                            $0.familyName = Personal("Mẫu \(number)")
                            $0.document = Personal("TEST-\(number)")
                            $0.needs = Personal(["halal"])
                        }))
            }
            var scribe = Scribe(.origin, keys: KeyRing(), register: houseRegister, dice: .machine)
            let draught = try scribe.write(
                people, by: Entry.Signatory("BTK"), act: "load", words: Entry.Words(), happened: morning, recorded: morning)
            try await journal.append([draught.entry], keys: draught.keys)
            let house = Chancery(try await LoadedCeremony.opened(journal, now: morning), journal: journal, clock: { morning }) {
                preconditionFailure("\($0)")
            }
            let request = ActRequest(act: .eraseDue, actor: "ANYBODY", proposals: [.init(kind: "erasure", code: "")])
            let clock = ContinuousClock()
            let time = try await clock.measure { _ = try await house.perform(request).get() }
            print("3,600 people: \(time)")
            #expect(time < .seconds(120))
            let picture = house.published.picture
            #expect(picture.all(Erasure.self).first?.people == 3_600 && picture.all(Erasure.self).first?.values == 7_200)
            #expect(picture.all(Person.self).allSatisfy { $0.document.content.isEmpty && !$0.familyName.content.isEmpty })
            #expect(try await journal.keys().count == 3_600)
            #expect(try await journal.verify().damage == [])
        }
    }
}

@Suite struct `Who signed a treaty` {
    @Test(arguments: [true, false]) func `is told when the person is erased, singly or by date`(isSingle: Bool) async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            var changes: [Change] = [
                Change(
                    Ceremony("C", id: 1) {
                        $0.zone = "Asia/Ho_Chi_Minh"
                        $0.closes = Day("2025-05-01")
                    })
            ]
            for number in 1...2 {
                changes.append(
                    Change(
                        Person("N-\(number)", id: UInt32(number)) {
                            $0.familyName = Personal("Mẫu")
                            $0.givenName = Personal("An \(number)")
                            $0.title = Personal("Minister")
                        }))
            }
            // As an earlier release left it: the signer is known by the person's record alone.
            changes.append(
                Change(
                    Signature("SG-1", id: 1) {
                        $0.person = ID(1)
                        $0.signed = hanoi("2025-05-01T10:00")
                    }))
            var scribe = Scribe(.origin, keys: KeyRing(), register: houseRegister, dice: .machine)
            let draught = try scribe.write(
                changes, by: Entry.Signatory("BTK"), act: "load", words: Entry.Words(), happened: morning, recorded: morning)
            try await journal.append([draught.entry], keys: draught.keys)
            let house = Chancery(try await LoadedCeremony.opened(journal, now: morning), journal: journal, clock: { morning }) {
                preconditionFailure("\($0)")
            }
            let request =
                isSingle
                ? ActRequest(act: .erase, actor: "ANYBODY", proposals: [.init(kind: "person", code: "N-1")])
                : ActRequest(act: .eraseDue, actor: "ANYBODY", proposals: [.init(kind: "erasure", code: "")])
            _ = try await house.perform(request).get()
            let picture = try await LoadedCeremony.opened(journal, now: morning).picture
            let signature = try #require(picture.find(Signature.self, "SG-1"))
            #expect(signature.signerName == "Mẫu An 1" && signature.capacity == "Minister")
            #expect(picture.find(Person.self, "N-1")?.familyName.content == "")
            #expect(try await journal.verify().damage == [])
        }
    }
}
