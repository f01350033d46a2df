import Committee
import Engine
import Foundation
import House
import Ledger
import LedgerSQLite
import Parties
import Rulebook
import RulebookTesting
import Testing

@Suite struct `A house that is in want`: FoundingHouse {
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
            let opening = try await LoadedCeremony.opened(journal, now: morning)
            // A day that no text writes, as no way in would take it.
            var picture = opening.picture
            picture.apply([Change(Person("P-1", id: 1) { $0.birthDate = Personal(Day(number: .max)) })])
            let broken = LoadedCeremony(picture: picture, head: opening.head, keys: opening.keys, moment: morning)
            let house = Chancery(broken, journal: journal, clock: { morning }) { failure in preconditionFailure("\(failure)") }
            let person = ActRequest.Proposal(kind: "person", code: "P-1", contents: [("family_name", .text("Người"))])
            #expect(refusal(await house.perform(ActRequest(act: .edit, actor: "T", proposals: [person]))) == "cannot_be_stored")
            #expect(house.published.picture.find(Person.self, "P-1")?.familyName.content == "")
            _ = try await house.perform(found("BCA")).get()
            #expect(house.published.picture.count == 2)
            #expect(try await journal.verify().damage == [])
        }
    }
}
