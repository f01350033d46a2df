import Engine
import Exchange
import Foundation
import House
import Ledger
import LedgerSQLite
import Paperwork
import Parties
import Rulebook
import Testing

@Suite struct `Importing packs` {
    private let manifest = #"{"format":1,"ceremony":"test","zone":"Asia/Ho_Chi_Minh"}"#

    private func pack(_ files: [String: String]) -> Pack {
        Pack(name: "test", files: files.merging(["pack.json": manifest]) { $1 }.mapValues { Array($0.utf8) })
    }

    private func withJournal(_ body: (SQLiteJournal) async throws -> Void) async throws {
        try await withFolder { folder in try await body(SQLiteJournal(folder: folder, register: houseRegister)) }
    }

    private func take(_ files: [String: String], _ journal: SQLiteJournal, replays: Bool = false) async throws -> Chancery.Loaded {
        try await Chancery.load(
            [pack(files)], into: journal, actor: "A", reason: "test", happened: morning, now: morning, replays: replays,
            breakDown: { preconditionFailure("\($0)") })
    }

    private let bodies = """
        happened,code,kind,name_vi,name_en,parent
        2025-08-06,BCA,ministry,Bộ Công an,Ministry of Public Security,PM
        2025-08-06,PM,authority,Thủ tướng,Prime Minister,
        2025-10-08,BCA,ministry,Bộ Công an,Ministry of Public Security (lead),PM
        """

    @Test func `writes one entry for each instant, in the order of what happened`() async throws {
        try await withJournal { journal in
            guard case .written(let entries, let versions, _) = try await take(["bodies.csv": bodies], journal) else { throw Failed() }
            #expect(entries == 2 && versions == 4, "three bodies' versions and the ceremony's own record")
            let august = try await LoadedCeremony.opened(journal, view: .happened(Instant("2025-08-07T00:00:00Z")!), now: morning)
            #expect(august.picture.zone.identifier == "Asia/Ho_Chi_Minh")
            #expect(try await journal.entries(after: 0, limit: 1).first?.happened == Instant("2025-08-05T17:00:00Z"))
        }
    }

    @Test func `of what is there already changes nothing`() async throws {
        try await withJournal { journal in
            _ = try await take(["bodies.csv": bodies], journal)
            let head = try await journal.head()
            guard case .written(0, 0, _) = try await take(["bodies.csv": bodies], journal) else { throw Failed() }
            #expect(try await journal.head() == head)
        }
    }

    @Test func `of a late fact puts it in its place in history`() async throws {
        try await withJournal { journal in
            _ = try await take(["bodies.csv": bodies], journal)
            let late = "happened,code,kind,name_vi,name_en,parent\n2025-09-01,BCA,ministry,Bộ Công an,Ministry (September),PM\n"
            _ = try await take(["bodies.csv": late], journal)
            let history = try await Historian(journal).alterations(kind: "body", number: 1).map { $0.after?.happened.description ?? "" }
            #expect(history == ["2025-08-05T17:00:00Z", "2025-08-31T17:00:00Z", "2025-10-07T17:00:00Z"])
            #expect(try await journal.verify().damage == [])
        }
    }

    @Test func `of one wrong row takes nothing of the whole pack`() async throws {
        try await withJournal { journal in
            let wrong = bodies + "\n2025-10-09,X,kingdom,X,X,NOBODY\n"
            guard case .refused(let findings) = try await take(["bodies.csv": wrong], journal) else { throw Failed() }
            #expect(findings.map(\.row) == [5, 5])
            #expect(try await journal.head() == .origin)
        }
    }

    @Test func `does not bring back anybody who was erased`() async throws {
        try await withJournal { journal in
            let people = "happened,code,family_name,document\n2025-10-01,N-1,Mẫu,TEST-1\n"
            _ = try await take(["people.csv": people], journal)
            let before = try await LoadedCeremony.opened(journal, now: morning)
            let person = try #require(before.picture.find(Person.self, "N-1"))
            #expect(person.familyName.content == "Mẫu")
            let house = Chancery(before, journal: journal, clock: { morning }, breakDown: { preconditionFailure("\($0)") })
            _ = try await house.perform(
                ActRequest(act: .erase, actor: "A", reason: "request", proposals: [.init(kind: "person", code: person.heading.code)])
            ).get()
            _ = try await take(["people.csv": people], journal)
            for view in [PointOfView.now, .happened(Instant("2025-10-02T00:00:00Z")!)] {
                let after = try await LoadedCeremony.opened(journal, view: view, now: morning)
                #expect(after.picture.find(Person.self, "N-1")?.familyName.content == "")
            }
            #expect(try await journal.keys().count == 0)
        }
    }

    @Test func `refuses the code of whoever was erased and is not on record any more, and says since when`() async throws {
        try await withJournal { journal in
            let people = "happened,code,family_name,document\n2025-10-01,N-1,Mẫu,TEST-1\n2025-10-01,N-2,Thử,TEST-2\n"
            _ = try await take(["people.csv": people], journal)
            let opening = try await LoadedCeremony.opened(journal, now: morning)
            let house = Chancery(opening, journal: journal, clock: { morning }, breakDown: { preconditionFailure("\($0)") })
            for act in [ActName.erase, .remove] {
                var proposal = ActRequest.Proposal(kind: "person", code: "N-1")
                proposal.removes = act == .remove
                _ = try await house.perform(ActRequest(act: act, actor: "A", reason: "request", proposals: [proposal])).get()
            }
            let head = try await journal.head()
            guard case .refused(let findings) = try await take(["people.csv": people], journal) else { throw Failed() }
            #expect(findings.map(\.problem) == [.erased("N-1", on: Day("2025-10-14")!)])
            #expect(try await journal.head() == head)
            let other = people.replacingOccurrences(of: "N-1", with: "N-3")
            guard case .written(_, let versions, _) = try await take(["people.csv": other], journal) else { throw Failed() }
            #expect(versions == 1, "under a new code it may be another person")
            // Of whom nothing is told nobody is brought back.
            guard case .written = try await take(["people.csv": "code,synthetic\nN-1,yes\n"], journal) else { throw Failed() }
        }
    }
}
