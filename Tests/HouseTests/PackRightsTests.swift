import Committee
import Engine
import Exchange
import Foundation
import House
import Ledger
import LedgerSQLite
import Paperwork
import Parties
import Rulebook
import RulebookTesting
import Testing

/// What became of a pack that somebody brought to the powered house: `written`, `findings`, or the refusal's code.
private func bring(
    _ files: [String: String], to house: PoweredHouse, by authority: Authority, happened: Instant? = nil, isLooked: Bool = false
) async -> String {
    let pack = Pack(name: "test", files: files.mapValues { Array($0.utf8) })
    do {
        if isLooked {
            switch try await house.chancery.foresee([pack], into: HouseCeremony(), by: authority, happened: happened ?? house.now) {
            case .refused: return "findings"
            case .foreseen: return "foreseen"
            }
        }
        switch try await house.chancery.take(
            [pack], into: HouseCeremony(), by: authority, reason: "the list", happened: happened ?? house.now)
        {
        case .refused: return "findings"
        case .otherwise: return "otherwise"
        case .written(let entries, let versions, let unchanged, _): return "written \(entries) \(versions) \(unchanged)"
        }
    } catch {
        switch error {
        case .refused(let refusal): return refusal.code
        case .needsProof: return "needs_proof"
        default: return "\(error)"
        }
    }
}

private func withHouse(_ body: (PoweredHouse) async throws -> Void) async throws {
    try await withFolder { folder in
        let house = try await PoweredHouse(folder)
        for (code, name) in [("SEEN", "internal"), ("X", "secret")] {
            let contents: [(String, JSON)] = [
                ("kind", .text("office")), ("name_vi", .text("Phòng")), ("name_en", .text("Office")), ("classification", .text(name)),
            ]
            _ = try await house.ask(.edit, "body", code, contents, by: .dataFolder(for: "O-A")).get()
        }
        try await body(house)
    }
}

private typealias House = PoweredHouse

@Suite struct `A pack writes what its bearer could have written by a sheet` {
    private let people = ["people.csv": "code,family_name\nN-1,Mẫu\n"]

    @Test func `and is known afterwards under their account, with their words sealed for those it is about`() async throws {
        try await withHouse { house in
            let clerk = House.session("CLERK", isProved: false)
            #expect(await bring(people, to: house, by: clerk) == "written 1 1 0")
            let entry = try #require(try await house.journal.entries(after: try await house.journal.head().sequence - 1, limit: 1).first)
            #expect(entry.signatory.account == "CLERK" && entry.act == "import" && entry.words.reason.isEmpty)
            let older = ["people.csv": "code,family_name\nN-1,Khác\n"]
            #expect(await bring(older, to: house, by: clerk, happened: morning.adding(minutes: -1)) == "older_than_record")
            #expect(await bring(people, to: house, by: clerk) == "written 0 0 1")
        }
    }

    @Test(arguments: [
        (["bodies.csv": "code,name_en\nBCA,Renamed\n"], "not_yours"),
        (["bodies.csv": "code,kind,name_vi,name_en\nNEW,office,Mới,New\n"], "not_yours"),
        (["people.csv": "code,languages\nN-2,fr\n"], "not_yours_in_pack"),
        (["bodies.csv": "code,name_en\nX,Office\n"], "not_yours_in_pack"),
        (["grants.csv": "code,account,desk\nG-CLERK,CLERK,PTY\n"], "not_yours_in_pack"),
        (["people.csv": "code,body\nN-2,X\n"], "findings"),
        (["people.csv": "code,classification\nN-2,secret\n"], "above_own_ceiling"),
        (["people.csv": "happened,code,family_name\n2999-01-01,N-2,Mẫu\n"], "not_yet"),
        (["people.csv": "code,removed\nNOBODY,yes\n"], "findings"),
        (["bodies.csv": "code,removed\nX,yes\n"], "findings"), (["bodies.csv": "code,removed\nNEVER,yes\n"], "findings"),
        (["pending_acts.csv": "code,act\nP-1,edit\n"], "findings"),
        (["pack.json": #"{"format":1,"ceremony":"other","zone":"Europe/Paris"}"#], "not_yours"),
    ])
    func `and nothing of other desks, of what is hidden, or of days to come`(files: [String: String], answer: String) async throws {
        try await withHouse { house in
            let before = try await house.journal.head()
            #expect(await bring(files, to: house, by: House.session("CLERK")) == answer, "\(files)")
            #expect(await bring(files, to: house, by: House.session("CLERK"), isLooked: true) == answer, "\(files)")
            #expect(try await house.journal.head() == before)
        }
    }

    @Test func `so whoever may change nothing, or is not on record, is refused before it is read`() async throws {
        try await withHouse { house in
            _ = try await house.ask(.remove, "grant", "G-TREATY-2", by: .dataFolder(for: "O-A")).get()
            #expect(await bring(["nonsense.csv": "?"], to: house, by: House.session("TREATY-2")) == "may_change_nothing")
            let gone = Authority(officer: "GONE", account: "GONE", way: .token("1"), isProved: false)
            #expect(await bring(["nonsense.csv": "?"], to: house, by: gone) == "actor_unknown")
            #expect(await bring(people, to: house, by: .dataFolder(for: "import")) == "actor_unknown")
            #expect(await bring(people, to: house, by: .dataFolder(for: "O-C")) == "written 1 1 0")
            #expect(await bring(people, to: house, by: .dataFolder(for: "import")) == "written 0 0 1", "there is nothing to answer for")
        }
    }

    @Test func `and gives power to nobody without proof, beyond its bearer, or alone`() async throws {
        try await withHouse { house in
            func accounts(_ officer: String) -> [String: String] { ["accounts.csv": "code,officer\nADM-A,\(officer)\n"] }
            #expect(await bring(accounts("O-B"), to: house, by: House.session("ADM-A", isProved: false)) == "needs_proof")
            #expect(await bring(accounts("O-B"), to: house, by: House.session("ADM-A")) == "own_authority")
            let grant = ["grants.csv": "code,account,desk,ceiling\nG-9,CLERK,SEC,internal\n"]
            #expect(await bring(grant, to: house, by: House.session("ADM-A")) == "power_by_pack")
            let above = ["grants.csv": "code,account,desk,ceiling\nG-9,CLERK,SEC,secret\n"]
            #expect(await bring(above, to: house, by: House.session("ADM-B")) == "above_own_ceiling")
        }
    }

    @Test func `and takes away nothing that others name, and nothing that makes no sense`() async throws {
        try await withHouse { house in
            let owner = Authority.dataFolder(for: "O-A")
            #expect(await bring(["bodies.csv": "code,removed\nBCA,yes\n"], to: house, by: owner) == "still_referred_to")
            #expect(await bring(["bodies.csv": "code,removed\nSEEN,yes\n"], to: house, by: owner) == "written 1 1 0")
            let backwards = ["contacts.csv": "code,address,name\nC-1,a@b.example,\(String(repeating: "x", count: 100_001))\n"]
            #expect(await bring(backwards, to: house, by: House.session("CLERK")) == "text_too_long")
        }
    }

    @Test func `is shown before it is written, and shown anew where it would do something else by then`() async throws {
        try await withHouse { house in
            let clerk = House.session("CLERK")
            let pack = Pack(name: "test", files: people.mapValues { Array($0.utf8) })
            let looked = house.now
            guard
                case .foreseen(let foresight) = try await house.chancery.foresee([pack], into: HouseCeremony(), by: clerk, happened: looked)
            else { throw Failed() }
            #expect(foresight.tally.counts.map(\.new) == [1] && foresight.unchanged == 0)
            house.wait(hours: 1)
            let other: [(String, JSON)] = [("family_name", .text("Khác"))]
            _ = try await house.ask(.edit, "person", "N-1", other, by: clerk).get()
            await #expect(throws: Denial.self) {
                _ = try await house.chancery.take(
                    [pack], into: HouseCeremony(), by: clerk, reason: "", happened: looked, as: foresight.tally)
            }
            guard
                case .otherwise(let news) = try await house.chancery.take(
                    [pack], into: HouseCeremony(), by: clerk, reason: "", happened: house.now, as: foresight.tally)
            else { throw Failed() }
            #expect(news.tally.counts.map(\.changed) == [1])
            guard
                case .written(1, 1, 0, let receipt?) = try await house.chancery.take(
                    [pack], into: HouseCeremony(), by: clerk, reason: "", happened: house.now, as: news.tally)
            else { throw Failed() }
            #expect(receipt.records.count == 1)
        }
    }

    @Test func `but whoever opens an empty house brings the first one as it was recorded elsewhere, and none after it`() async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let house = Chancery(try await LoadedCeremony.opened(journal, now: morning), journal: journal, clock: { morning }) { failure in
                preconditionFailure("\(failure)")
            }
            let opener = Authority(officer: "OPENER", account: nil, way: .opener, isProved: true)
            func pack(_ name: String) -> Pack {
                let bodies = "code,kind,name_vi,name_en\n\(name),office,Phòng,Office\n"
                let files = [
                    "bodies.csv": bodies, "grants.csv": "code,account,desk,ceiling\nG,A,CMD,internal\n",
                    "accounts.csv": "code,title_vi,title_en\nA,Một,One\n",
                ]
                return Pack(name: name, files: files.mapValues { Array($0.utf8) })
            }
            guard
                case .written(1, 3, 0, _) = try await house.take(
                    [pack("FIRST")], into: HouseCeremony(), by: opener, reason: "", happened: morning)
            else {
                throw Failed()
            }
            await #expect(throws: Denial.self) {
                _ = try await house.take([pack("SECOND")], into: HouseCeremony(), by: opener, reason: "", happened: morning)
            }
        }
    }
}
