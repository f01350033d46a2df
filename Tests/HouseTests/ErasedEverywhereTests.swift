import Committee
import Engine
import Foundation
import Health
import House
import Integrity
import Ledger
import LedgerSQLite
import Parties
import Rulebook
import RulebookTesting
import Testing

/// A house on a disk that is killed and opened again, with people of whom unlike words are written wherever somebody may write.
private struct Marked {
    let folder: String
    private(set) var journal: SQLiteJournal
    private(set) var chancery: Chancery
    private var dice: SeededDice
    private let seed: UInt64
    private var written = 0
    /// What was written of each person since they were last erased, by their code.
    private(set) var standing: [String: [String]] = [:]
    /// What was written of whom somebody erased.
    private(set) var gone: [String] = []
    private var removed: Set<String> = []
    /// What was written of cases that nobody was named for yet.
    private var unnamed: [String: [String]] = [:]
    private var codes = 0
    /// What was written of each person that is kept less long than the rest, and is due; also of whom was removed since.
    private var early: [String: [String]] = [:]
    private var earlyOfRemoved: [String] = []

    /// An order keeps what is due of this one.
    static let held = "P-6"
    static let people = (1...5).map { "P-\($0)" }

    init(_ folder: String, seed: UInt64) async throws {
        self.folder = folder
        self.seed = seed
        dice = SeededDice(seed: seed)
        (journal, chancery) = try await Marked.opened(folder)
        try await prepare("body", "BCA", [("kind", "ministry"), ("name_vi", "Bộ"), ("name_en", "Ministry")])
        for (office, account) in [("O-A", "FIRST"), ("O-B", "SECOND")] {
            try await prepare("officer", office, [("body", "BCA"), ("role", "member"), ("title_vi", "Người"), ("title_en", "Officer")])
            try await prepare("account", account, [("title_vi", "Tài khoản"), ("title_en", "Account"), ("officer", office)])
            try await prepare("grant", "G-\(account)", [("account", account), ("desk", "PTY"), ("ceiling", "restricted")])
        }
        try await prepare(
            "ceremony", "C", [("zone", "Asia/Ho_Chi_Minh"), ("opens", "2025-08-31"), ("closes", "2025-09-01")])
        for code in Marked.people + [Marked.held] { try await prepare("person", code, [("nationality", "VNM")]) }
        try await prepare("hold", "H-0", [("person", Marked.held), ("reason", "a court asked"), ("ends_on", "2026-06-01")])
    }

    private static func opened(_ folder: String) async throws -> (SQLiteJournal, Chancery) {
        let journal = try SQLiteJournal(folder: folder, register: houseRegister)
        try journal.settle()
        let chancery = Chancery(try await LoadedCeremony.opened(journal, now: morning), journal: journal, clock: { morning }) { failure in
            preconditionFailure("\(failure)")
        }
        return (journal, chancery)
    }

    private func prepare(_ kind: String, _ code: String, _ texts: [(String, String)]) async throws {
        _ = try await ask(.edit, kind, code, texts.map { ($0.0, .text($0.1)) }, by: .dataFolder(for: "O-A"), reason: "").get()
    }

    private func ask(
        _ act: ActName, _ kind: String, _ code: String, _ contents: [(String, JSON)] = [], by authority: Authority, reason: String
    ) async -> Result<Receipt, Denial> {
        let proposal = ActRequest.Proposal(kind: kind, code: code, contents: contents.map { ($0.0, $0.1) }, removes: act == .remove)
        return await chancery.perform(ActRequest(act: act, by: authority, reason: reason, proposals: [proposal]))
    }

    private static func session(_ account: String, _ officer: String) -> Authority {
        Authority(officer: officer, account: account, way: .session("5e55"), isProved: true)
    }

    private mutating func roll(_ count: Int) -> Int { Int(dice.next() % UInt64(count)) }

    private mutating func marker() -> String {
        written += 1
        return "ZQ\(seed)X\(written)X"
    }

    /// Something is done to somebody; what comes of it is kept in mind where it was done.
    mutating func step() async throws {
        let person = Marked.people[roll(Marked.people.count)]
        let folderHolder = Authority.dataFolder(for: "O-A")
        let (first, second) = (marker(), marker())
        codes += 1
        switch roll(16) {
        case 0, 1: await note([first, second], of: person, .edit, "person", person, [("family_name", .text(first))], second)
        case 2: await note([second], of: person, .edit, "person", person, [("synthetic", .flag(codes % 2 == 0))], second)
        case 3: await note([first, second], of: person, .edit, "person", person, [("assumed", .text(first))], second)
        case 4:
            let contents: [(String, JSON)] = [("person", .text(person)), ("reason", .text(first)), ("ends_on", .text("2025-06-01"))]
            await note([first, second], of: person, .edit, "hold", "H-\(codes)", contents, second)
        case 5:
            let contents: [(String, JSON)] = [
                ("rule", .text("DAT-01")), ("variant", .text("kept")), ("subjects", .list([.text("person/\(person)")])),
                ("officer", .text("O-A")), ("note", .text(first)),
            ]
            await note([first, second], of: person, .edit, "assignment", "AS-\(codes)", contents, second)
        case 6:
            let code = "C-\(codes)"
            if case .success = await ask(.edit, "medical_case", code, [("complaint", .text(first))], by: folderHolder, reason: second) {
                unnamed[code] = [first, second]
            }
        case 7:
            guard let code = unnamed.keys.sorted().first, !removed.contains(person) else { return }
            if case .success = await ask(.edit, "medical_case", code, [("patient", .text(person))], by: folderHolder, reason: first) {
                standing[person, default: []] += (unnamed.removeValue(forKey: code) ?? []) + [first]
            }
        case 8:
            if case .success = await ask(.remove, "person", person, by: folderHolder, reason: first) {
                removed.insert(person)
                standing[person, default: []].append(first)
                earlyOfRemoved += early.removeValue(forKey: person) ?? []
            }
        case 9: try await proposeInVain(person, first, second)
        case 10: await photograph(person, first, second)
        case 11, 12: await noteEarly(first, of: roll(4) == 0 ? Marked.held : person)
        case 13: try await eraseDue()
        default: try await erase(person)
        }
        if roll(4) == 0 { (journal, chancery) = try await Marked.opened(folder) }
    }

    private mutating func note(
        _ markers: [String], of person: String, _ act: ActName, _ kind: String, _ code: String, _ contents: [(String, JSON)],
        _ reason: String
    ) async {
        // What was so already is not written again.
        let answer = await ask(act, kind, code, contents, by: .dataFolder(for: "O-A"), reason: reason)
        if case .success(let receipt) = answer, !receipt.wasWritten {
            standing[person, default: []] += markers
            if kind == "person" { removed.remove(person) }
        }
    }

    /// A file comes in the place of the one before, which stays with the person's past.
    private mutating func photograph(_ person: String, _ first: String, _ second: String) async {
        guard let file = AttachedFile([0xFF, 0xD8, 0xFF] + Array(first.utf8)) else { return }
        let photograph = ActRequest.Proposal(
            kind: "person", code: person, values: [("photograph", .text(file.attachment.description))])
        var request = ActRequest(act: .edit, by: .dataFolder(for: "O-A"), reason: second, proposals: [photograph])
        request.files = [file]
        guard case .success = await chancery.perform(request) else { return }
        standing[person, default: []] += [first, second]
        removed.remove(person)
    }

    /// Something is written that is kept less long, of whom an order keeps it or of somebody else.
    private mutating func noteEarly(_ marker: String, of person: String) async {
        let contents: [(String, JSON)] =
            codes % 2 == 0 ? [("document", .text(marker))] : [("needs", .list([.text(marker)]))]
        let answer = await ask(.edit, "person", person, contents, by: .dataFolder(for: "O-A"), reason: "")
        guard case .success(let receipt) = answer, !receipt.wasWritten else { return }
        if person == Marked.held { standing[person, default: []].append(marker) } else { early[person, default: []].append(marker) }
        removed.remove(person)
    }

    /// What is due is erased of everybody but whom an order keeps it of, and now and then the house is killed in it.
    mutating func eraseDue() async throws {
        let isKilled = roll(2) == 0
        if isKilled { try copyKeys(to: folder + ".before") }
        let answer = await ask(
            .eraseDue, "erasure", "", [("parts", .list([.text("person")]))], by: .dataFolder(for: "O-A"), reason: "their date has come")
        if case .success = answer {
            gone += early.values.flatMap { $0 } + earlyOfRemoved
            (early, earlyOfRemoved) = ([:], [])
        }
        guard isKilled else { return }
        if case .success = answer { return try await killed() }
        try FileManager.default.removeItem(atPath: folder + ".before")
    }

    /// A proposal that is turned down, or that waits until whom it is about is erased by another.
    private mutating func proposeInVain(_ person: String, _ first: String, _ second: String) async throws {
        let answer = await ask(.erase, "person", person, by: Marked.session("FIRST", "O-A"), reason: first)
        guard case .success(let receipt) = answer, let proposal = receipt.proposal else { return }
        standing[person, default: []].append(first)
        guard roll(2) == 0, let code = chancery.published.picture.code(of: proposal) else { return }
        _ = try await ask(.turnDown, "pending_act", code, by: Marked.session("SECOND", "O-B"), reason: second).get()
        standing[person, default: []].append(second)
    }

    /// Erases somebody, and now and then is killed between the entry and the keys.
    mutating func erase(_ person: String) async throws {
        // Who was removed is erased as well, put back before or not.
        if removed.remove(person) != nil, roll(2) == 0 { try await prepare("person", person, []) }
        let isKilled = roll(2) == 0
        if isKilled { try copyKeys(to: folder + ".before") }
        let answer = await ask(.erase, "person", person, by: Marked.session("FIRST", "O-A"), reason: "asked in writing")
        let proposal = try #require(try answer.get().proposal)
        let code = try #require(chancery.published.picture.code(of: proposal))
        if isKilled {
            try FileManager.default.removeItem(atPath: folder + ".before")
            try copyKeys(to: folder + ".before")
        }
        _ = try await ask(.confirm, "pending_act", code, by: Marked.session("SECOND", "O-B"), reason: "as asked").get()
        gone += (standing.removeValue(forKey: person) ?? []) + (early.removeValue(forKey: person) ?? [])
        if isKilled { try await killed() }
    }

    /// Puts the keys back as they were before the erasure, as a kill after the entry would have left them, and opens the house again.
    private mutating func killed() async throws {
        try journal.close()
        for name in Marked.keyFiles { try? FileManager.default.removeItem(atPath: folder + "/" + name) }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder + ".before") {
            try FileManager.default.copyItem(atPath: folder + ".before/" + name, toPath: folder + "/" + name)
        }
        try FileManager.default.removeItem(atPath: folder + ".before")
        (journal, chancery) = try await Marked.opened(folder)
    }

    private static let keyFiles = ["keys.sqlite", "keys.sqlite-wal", "keys.sqlite-shm", "master.key"]

    private func copyKeys(to other: String) throws {
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        for name in Marked.keyFiles where FileManager.default.fileExists(atPath: folder + "/" + name) {
            try FileManager.default.copyItem(atPath: folder + "/" + name, toPath: other + "/" + name)
        }
    }

    /// All that a journal tells to whoever holds its keys: every version of every record and every reason.
    static func told(by journal: SQLiteJournal) async throws -> String {
        let keys = try await journal.keys()
        var lines: [String] = []
        for version in try await journal.versions(kind: nil, number: nil) {
            guard let row = try houseRegister.row(version, keys: keys), let kind = houseRegister.kind(slot: row.slot) else { continue }
            let text = kind.text(of: row)
            lines.append(text.open.written + (text.personal?.written ?? ""))
            for attachment in kind.attachments(of: row) {
                let bytes = try await journal.bytes(of: attachment, kind: kind.code, number: row.number)
                lines.append(String(decoding: bytes ?? [], as: UTF8.self))
            }
        }
        for entry in try await journal.entries(after: 0, limit: .max) {
            lines.append(entry.words(keys: keys).map { "\($0.reason) \($0.override)" } ?? "")
        }
        return lines.joined(separator: "\n")
    }

    /// What the ceremony in memory tells, of which pages and exports are made.
    func shown() -> String {
        let picture = chancery.published.picture
        var lines: [String] = []
        for kind in houseRegister.kinds {
            picture[slot: kind.slot].forEach { row in
                let text = kind.text(of: row)
                lines.append(text.open.written + (text.personal?.written ?? ""))
            }
        }
        return lines.joined(separator: "\n")
    }
}

/// The words of these that stand in a text.
private func found(_ markers: [String], in text: String) -> [String] { markers.filter { text.contains($0) } }

private func found(_ markers: [String], inFilesOf folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).flatMap { name in
        let bytes = try Data(contentsOf: URL(filePath: folder + "/" + name))
        return markers.filter { bytes.range(of: Data($0.utf8)) != nil }.map { "\($0) in \(name)" }
    }
}

@Suite struct `Whoever was erased` {
    @Test(arguments: 1...8)
    func `stands in no file, no later copy and no memory, whatever was done in between, and nobody else is missing`(
        seed: UInt64
    ) async throws {
        try await withFolder { folder in
            var house = try await Marked(folder + "/data", seed: seed)
            for _ in 1...40 { try await house.step() }
            let older = URL(filePath: folder + "/older")
            try await Backup.write(house.journal, to: older, passphrase: "a passphrase of the tests")
            for _ in 1...40 { try await house.step() }
            try await house.erase(Marked.people[0])
            try await house.eraseDue()
            let kept = house.standing.values.flatMap { $0 }
            #expect(!house.gone.isEmpty && !kept.isEmpty, "seed \(seed)")
            #expect(found(house.gone, in: house.shown()) == [], "seed \(seed): memory")
            let told = try await Marked.told(by: house.journal)
            #expect(found(house.gone, in: told) == [], "seed \(seed): history")
            #expect(kept.filter { !told.contains($0) } == [], "seed \(seed): those who stand")
            #expect(try found(house.gone + kept, inFilesOf: house.folder) == [], "seed \(seed): files")
            #expect(try await house.journal.verify().damage == [], "seed \(seed)")
            let copy = URL(filePath: folder + "/copy")
            try await Backup.write(house.journal, to: copy, passphrase: "a passphrase of the tests")
            let laid = URL(filePath: folder + "/laid")
            let proof = try await Backup.restore(
                copy, to: laid, passphrase: "a passphrase of the tests", at: morning, register: houseRegister)
            #expect(proof.damage == [], "seed \(seed)")
            let again = try SQLiteJournal(folder: laid.path, register: houseRegister)
            let retold = try await Marked.told(by: again)
            #expect(found(house.gone, in: retold) == [] && found(kept, in: retold) == kept, "seed \(seed): a later copy")
            #expect(try found(house.gone + kept, inFilesOf: laid.path) == [], "seed \(seed): a later copy's files")
            let list = try ErasedList(path: house.folder + "/" + ErasedList.name).read()
            let back = URL(filePath: folder + "/back")
            let damage = try await Backup.restore(
                older, to: back, passphrase: "a passphrase of the tests", erased: list, at: morning, register: houseRegister
            ).damage
            #expect(damage == [], "seed \(seed): an earlier copy")
            let earlier = try SQLiteJournal(folder: back.path, register: houseRegister)
            #expect(found(house.gone, in: try await Marked.told(by: earlier)) == [], "seed \(seed): an earlier copy")
        }
    }
}
