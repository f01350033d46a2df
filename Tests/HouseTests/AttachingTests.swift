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
import Signing
import Testing

private func jpeg(_ words: String) -> AttachedFile? { AttachedFile([0xFF, 0xD8, 0xFF] + Array(words.utf8)) }
private func pdf(_ words: String) -> AttachedFile? { AttachedFile(Array("%PDF-1.7 \(words)".utf8)) }

@Suite struct `A file that a record names` {
    private func withHouse(_ body: (Chancery, SQLiteJournal) async throws -> Void) async throws {
        try await withFolder { folder in
            let journal = try SQLiteJournal(folder: folder, register: houseRegister)
            let house = Chancery(try await LoadedCeremony.opened(journal, now: morning), journal: journal, clock: { morning }) {
                preconditionFailure("\($0)")
            }
            for code in ["P-1", "P-2"] { _ = try await ask(house, "person", code, [("family_name", .text("Mẫu"))]).get() }
            try await body(house, journal)
        }
    }

    private func ask(
        _ house: Chancery, _ kind: String, _ code: String, _ contents: [(String, JSON)], act: ActName = .edit, files: [AttachedFile] = []
    ) async -> Result<Receipt, Denial> {
        let proposal = ActRequest.Proposal(kind: kind, code: code, contents: contents.map { ($0.0, $0.1) }, removes: act == .remove)
        var request = ActRequest(act: act, actor: "TEST", proposals: [proposal])
        request.files = files
        return await house.perform(request)
    }

    private func keep(_ house: Chancery, _ code: String, _ file: AttachedFile?) async throws -> Receipt {
        let file = try #require(file)
        return try await ask(house, "person", code, [("photograph", .text(file.attachment.description))], files: [file]).get()
    }

    private func refusal(_ result: Result<Receipt, Denial>) -> String? {
        if case .failure(.refused(let refusal)) = result { Reading.told(refusal) } else { nil }
    }

    private func photograph(_ house: Chancery, _ code: String) -> Photograph? {
        house.published.picture.find(Person.self, code)?.photograph.content
    }

    private func bytes(_ house: Chancery, _ journal: SQLiteJournal, _ code: String) async throws -> [UInt8]? {
        let person = try #require(house.published.picture.find(Person.self, code))
        guard let attachment = person.photograph.content.attachment else { return nil }
        return try await journal.bytes(of: attachment, kind: "person", number: person.id.number)
    }

    @Test func `comes with the act that names it, and is gone with whom it is about`() async throws {
        try await withHouse { house, journal in
            let file = try #require(jpeg("one"))
            _ = try await keep(house, "P-1", file)
            _ = try await keep(house, "P-2", jpeg("two"))
            #expect(try await bytes(house, journal, "P-1") == file.bytes)
            _ = try await ask(house, "person", "P-1", [], act: .erase).get()
            #expect(photograph(house, "P-1")?.attachment == nil)
            #expect(try await journal.bytes(of: file.attachment, kind: "person", number: 1) == nil)
            #expect(try await journal.attachments(kind: "person", number: 1) == [])
            #expect(try await bytes(house, journal, "P-2") == jpeg("two")?.bytes)
            #expect(try await journal.verify().damage == [])
        }
    }

    @Test func `is refused where its bytes do not come, are of another kind or too many`() async throws {
        try await withHouse { house, journal in
            let file = try #require(jpeg("one"))
            let name = JSON.text(file.attachment.description)
            #expect(refusal(await ask(house, "person", "P-1", [("photograph", name)])) == "bytes_missing")
            let other = try #require(jpeg("two"))
            #expect(refusal(await ask(house, "person", "P-1", [("photograph", name)], files: [other])) == "bytes_missing")
            #expect(refusal(await ask(house, "person", "P-1", [("photograph", .text("/etc/passwd"))])) == "bad_value")
            let paper = try #require(pdf("letter"))
            let letter = [("photograph", JSON.text(paper.attachment.description))]
            #expect(refusal(await ask(house, "person", "P-1", letter, files: [paper])) == "file_not_taken")
            for (length, answer) in [(1 << 20, nil), (1 << 20 + 1, "file_too_large")] {
                let large = try #require(AttachedFile([0xFF, 0xD8, 0xFF] + Array(repeating: 0, count: length - 3)))
                let named = [("photograph", JSON.text(large.attachment.description))]
                #expect(refusal(await ask(house, "person", "P-2", named, files: [large])) == answer)
            }
            _ = try await keep(house, "P-1", file)
            #expect(refusal(await ask(house, "person", "P-2", [("photograph", name)])) == "bytes_missing", "another's is not one's own")
            #expect(try await journal.verify().damage == [])
        }
    }

    @Test func `is one too many where its record has held more than a record may`() async throws {
        try await withHouse { house, journal in
            var answers: [String?] = []
            for number in 0..<21 {
                let large = try #require(AttachedFile([0xFF, 0xD8, 0xFF, UInt8(number)] + Array(repeating: 0, count: 1 << 20 - 4)))
                answers.append(
                    refusal(await ask(house, "person", "P-1", [("photograph", .text(large.attachment.description))], files: [large])))
            }
            #expect(answers.filter { $0 == nil }.count == 19, "each is kept with a few bytes of its seal")
            #expect(answers.last == "record_holds_too_much")
            _ = try await keep(house, "P-2", jpeg("two"))
        }
    }

    @Test func `comes back with what is taken back, also where its record was removed`() async throws {
        try await withHouse { house, journal in
            let first = try #require(jpeg("one"))
            _ = try await keep(house, "P-1", first)
            let second = try await keep(house, "P-1", jpeg("two"))
            var back = ActRequest(act: .takeBack, actor: "TEST", proposals: [])
            back.takesBack = second.sequence
            _ = try await house.perform(back).get()
            #expect(try await bytes(house, journal, "P-1") == first.bytes)
            let removal = try await ask(house, "person", "P-1", [], act: .remove).get()
            back.takesBack = removal.sequence
            _ = try await house.perform(back).get()
            #expect(house.published.picture.find(Person.self, "P-1")?.id.number == 3)
            #expect(try await bytes(house, journal, "P-1") == first.bytes)
            _ = try await ask(house, "person", "P-1", [], act: .erase).get()
            for number in [UInt32(1), 3] { #expect(try await journal.attachments(kind: "person", number: number) == []) }
            #expect(try await journal.verify().damage == [])
        }
    }

    @Test func `goes with whom its paper was about when it was sent, though the paper names another now`() async throws {
        try await withHouse { house, journal in
            let scan = try #require(pdf("powers"))
            let contents: [(String, JSON)] = [
                ("form", .text("specific_full_powers")), ("person", .text("P-1")), ("scan", .text(scan.attachment.description)),
            ]
            _ = try await ask(house, "full_powers", "FP-1", contents, files: [scan]).get()
            _ = try await ask(house, "full_powers", "FP-1", [("person", .text("P-2"))]).get()
            #expect(try await journal.bytes(of: scan.attachment, kind: "full_powers", number: 1) == scan.bytes)
            _ = try await ask(house, "person", "P-1", [], act: .erase).get()
            #expect(try await journal.bytes(of: scan.attachment, kind: "full_powers", number: 1) == nil)
            #expect(try await journal.verify().damage == [])
        }
    }

    @Test func `is a finding where a list names it and it is not here`() async throws {
        try await withHouse { house, journal in
            let file = try #require(jpeg("one"))
            _ = try await keep(house, "P-1", file)
            let manifest = #"{"format":1,"ceremony":"test","zone":"Asia/Ho_Chi_Minh"}"#
            func take(_ code: String) async throws -> Chancery.Loaded {
                let files = ["pack.json": manifest, "people.csv": "code,family_name,photograph\n\(code),Mẫu,\(file.attachment)\n"]
                return try await Chancery.load(
                    [Pack(name: "test", files: files.mapValues { Array($0.utf8) })], into: journal, actor: "A", reason: "test",
                    happened: morning, now: morning, replays: false, breakDown: { preconditionFailure("\($0)") })
            }
            guard case .refused(let findings) = try await take("P-2") else { throw Failed() }
            #expect(findings.map(\.problem) == [.bytesNotHere(code: "P-2", field: "photograph")])
            let writer = PackWriter(houseRegister)
            let open = writer.files(of: house.published.picture)["people.csv"].map { String(decoding: $0, as: UTF8.self) }
            #expect(open?.contains("photograph") == false, "what is about people is left out, and with it the files")
            guard case .written = try await take("P-1") else { throw Failed() }
        }
    }

    @Test func `is personal wherever a kind names one`() {
        let open = houseRegister.kinds.flatMap { kind in
            kind.attachmentColumns.filter { !$0.column.isPersonal }.map { "\(kind.code).\($0.column.name)" }
        }
        #expect(open == [])
    }
}
