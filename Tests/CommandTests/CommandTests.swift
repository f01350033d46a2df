import Foundation
import Ledger
import Testing

@Suite(.serialized) struct `The command line` {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)")
    private var data: String { folder.appending(path: "data").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func write(_ name: String, _ text: String) throws -> String {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    private func slips(_ arguments: String...) throws -> (status: Int32, rules: [String]) {
        let check =
            arguments.isEmpty
            ? try Command("check", "--data", data, "--format", "json")
            : try Command("check", "--data", data, "--format", "json", "--as-of", arguments[0])
        let json = try JSON(parsing: check.output)
        return (check.status, json["slips"]?.list?.compactMap { $0["rule"]?.text } ?? [])
    }

    @Test func `loads the Hanoi ceremony, checks it, tells its history, proves it, copies it and restores it`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let load = try Command("import", "Examples/Hanoi2025", "--data", data)
        #expect(load.status == 0, "\(load.errors)")
        let again = try Command("import", "Examples/Hanoi2025", "--data", data)
        #expect(again.status == 0 && again.output.hasPrefix("Loaded 0 "), "\(again.output)")

        let october = try slips("2025-10-14")
        #expect(october.status == 1 && october.rules.contains("PRG-04"))
        let whole = try slips()
        for rule in ["PRG-02", "PRG-04", "PRG-07", "PRG-08", "SGN-01", "MOV-03"] { #expect(whole.rules.contains(rule)) }

        let vietnamese = try Command("check", "--data", data, "--as-of", "2025-10-14", "--language", "vi")
        #expect(vietnamese.output.contains("Kiểm tra lúc"))
        let history = try Command("history", "delegation/FRA", "--data", data)
        #expect(history.status == 0 && history.output.contains("→"), "\(history.errors)")
        let difference = try Command("diff", "--data", data, "--from", "2025-10-13", "--to", "2025-10-14")
        #expect(difference.status == 0 && difference.output.contains("→"))
        let figures = try Command("figures", "--data", data, "--as-of", "2025-10-14")
        #expect(figures.status == 0 && figures.output.contains("agrees"))

        let proof = try Command("verify", "--data", data)
        #expect(proof.status == 0 && proof.output.contains("chancery-head ") && proof.output.contains("ed25519-signature "))
        let copy = folder.appending(path: "copy").path
        let secret = ["CHANCERY_PASSPHRASE": "một mật khẩu đủ dài"]
        #expect(try Command("backup", copy, "--data", data, environment: secret).status == 0)
        let empty = folder.appending(path: "restored").path
        let unsaid = try Command("restore", copy, "--data", empty, environment: secret)
        #expect(unsaid.status != 0 && unsaid.errors.contains("--none-erased"))
        let restored = try Command("restore", copy, "--data", empty, "--none-erased", environment: secret)
        #expect(restored.status == 0, "\(restored.errors)")
        #expect(try Command("restore", copy, "--data", empty, "--none-erased", environment: secret).status != 0)
        let head = try Command("verify", "--data", empty).output.split(separator: "\n").first { $0.hasPrefix("chancery-head") }
        #expect(
            proof.output.split(separator: "\n").first { $0.hasPrefix("chancery-head") }?.split(separator: " ")[2]
                == head?.split(separator: " ")[2])

        try holdHeads(proof, restored: empty)
        try takeBackExports()

        let found = try Command("search", "cong", "an", "bo", "--data", data)
        #expect(found.output.contains("body/BCA"), "\(found.output)")
    }

    /// Heads that were kept, forged or torn, held against the journal and against the one that was restored from its copy.
    private func holdHeads(_ proof: Command, restored empty: String) throws {
        let kept = try write("kept.head", proof.output)
        #expect(try Command("verify", "--data", empty, "--head", kept).output.contains("1 kept head"))
        let list = URL(filePath: data + "/heads.list")
        let signed = try String(contentsOf: list, encoding: .utf8)
        for cut in [1, 40, 150, signed.utf8.count - 5] {
            try Data(signed.utf8.dropLast(cut)).write(to: list)
            let torn = try Command("verify", "--data", data)
            #expect(torn.status == 0, "\(cut) bytes short: \(torn.errors)")
            let mended = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
            #expect(mended.count == 3 && mended.first?.split(separator: " ").prefix(3) == signed.split(separator: " ").prefix(3))
        }
        try (signed + "somebody's remark\n" + signed.dropLast(150) + "\n\n").write(to: list, atomically: true, encoding: .utf8)
        #expect(try Command("verify", "--data", data).status == 1, "what is not cut short is no head")
        try signed.write(to: list, atomically: true, encoding: .utf8)
        let other = folder.appending(path: "other").path
        #expect(try Command("import", "Examples/Hanoi2025", "--until", "2025-10-01T00:00:00Z", "--data", other).status == 0)
        let held = try Command("verify", "--data", other, "--head", kept)
        #expect(held.status == 1 && held.errors.contains("cut short"), "\(held.errors)")
        let forged = try write("forged.head", proof.output.replacingOccurrences(of: "chancery-head ", with: "chancery-head 1"))
        #expect(try Command("verify", "--data", data, "--head", forged).errors.contains("is not of what it says"))
    }

    /// What was exported, as a folder or an archive, is all there already when it comes back.
    private func takeBackExports() throws {
        let exported = folder.appending(path: "export").path
        #expect(try Command("export", exported, "--history", "--at-entry", "1", "--data", data).status != 0, "all or as of then")
        #expect(try Command("export", exported, "--history", "--personal", "--data", data).status == 0)
        let back = try Command("import", exported, "--data", data)
        #expect(back.status == 0 && back.output.hasPrefix("Loaded 0 "), "\(back.output)\(back.errors)")

        let zipped = folder.appending(path: "export.zip").path
        #expect(try Command("export", zipped, "--history", "--personal", "--data", data).status == 0)
        let unzipped = try Command("import", zipped, "--data", data)
        #expect(unzipped.status == 0 && unzipped.output.hasPrefix("Loaded 0 "), "\(unzipped.output)\(unzipped.errors)")
    }

    @Test func `prints every page of the house, and of a ceremony a record of each kind that has one`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let bare = try Command("pages")
        #expect(
            bare.status == 0 && bare.output.hasPrefix("# Every page") && bare.output.contains("| `/records/bodies` |"), "\(bare.errors)")
        #expect(try Command("import", "Examples/Hanoi2025", "--until", "2025-10-01T00:00:00Z", "--data", data).status == 0)
        let whole = try Command("pages", "--data", data, "--format", "json")
        let addresses = try whole.output.split(separator: "\n").compactMap { try JSON(parsing: String($0))["address"]?.text }
        for place in ["/records/bodies", "/records/bodies/", "/edit/bodies/", "/do/approve/", "/slips", "/administration"] {
            #expect(addresses.contains { $0.hasPrefix(place) }, "\(place): \(whole.errors)")
        }
    }

    @Test func `tells that records beside the journal were cut short, or are others than was kept`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let pack = URL(filePath: try write("pack/pack.json", #"{"format":1,"ceremony":"test","zone":"Asia/Ho_Chi_Minh"}"#))
            .deletingLastPathComponent().path
        _ = try write("pack/people.csv", "code,family_name\nP-1,Nguyễn\n")
        let load = try Command("import", pack, "--data", data)
        #expect(load.status == 0, "\(load.errors)")
        func export(_ name: String) throws {
            let done = try Command("export", folder.appending(path: name).path, "--personal", "--data", data)
            #expect(done.status == 0, "\(done.errors)")
        }
        let (file, aside) = (URL(filePath: data + "/credentials.sqlite"), folder.appending(path: "aside"))
        func putBack() throws {
            for name in [file.path + "-wal", file.path + "-shm", file.path] { try? FileManager.default.removeItem(atPath: name) }
            try FileManager.default.copyItem(at: aside, to: file)
        }
        try export("one")
        #expect(!FileManager.default.fileExists(atPath: file.path + "-wal"), "closed, it is all in one file")
        try FileManager.default.copyItem(at: file, to: aside)
        try export("two")
        let proof = try Command("verify", "--data", data)
        #expect(proof.status == 0 && proof.output.contains(" copy=2=") && proof.output.contains(" reading=2="), "\(proof.output)")
        let kept = try write("kept.head", proof.output)
        #expect(try Command("verify", "--data", data, "--head", kept).status == 0)

        try putBack()
        let cut = try Command("verify", "--data", data, "--head", kept)
        #expect(cut.status == 1 && cut.errors.contains("what left ends before line 2"), "\(cut.errors)")
        let served = Process()
        served.executableURL = Command.program
        served.arguments = ["serve", "--data", data, "--port", "0", "--language", "en"]
        let (said, warned) = (Pipe(), Pipe())
        (served.standardOutput, served.standardError) = (said, warned)
        try served.run()
        #expect(!said.fileHandleForReading.availableData.isEmpty)
        served.terminate()
        served.waitUntilExit()
        let warnings = String(decoding: warned.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(warnings.contains("not in this journal or the records beside it"), "\(warnings)")

        try putBack()
        try export("three")
        let other = try Command("verify", "--data", data, "--head", kept)
        #expect(other.status == 1 && other.errors.contains("line 2 of the record of what left is not the one"), "\(other.errors)")
        try FileManager.default.removeItem(at: file)
        #expect(try Command("verify", "--data", data, "--head", kept).status == 1, "none is none of them either")
    }

    @Test func `erases what is due, of everybody in one entry, and says so`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let pack = URL(filePath: try write("pack/pack.json", #"{"format":1,"ceremony":"test","zone":"Asia/Ho_Chi_Minh"}"#))
            .deletingLastPathComponent().path
        _ = try write("pack/ceremonies.csv", "code,zone,opens,closes\nC,Asia/Ho_Chi_Minh,2025-01-01,2025-01-02\n")
        _ = try write("pack/people.csv", "code,family_name,document\nP-1,Nguyễn,FIRST-1\nP-2,Trần,SECOND-2\n")
        let load = try Command("import", pack, "--data", data)
        #expect(load.status == 0, "\(load.errors)")
        func erase(_ more: [String]) throws -> Command {
            try Command(["erase", "--actor", "DPO", "--reason", "their date has come", "--data", data] + more)
        }
        for wrong in [["--due", "P-1"], ["--until", "2025-02-01"], ["--due", "--until", "soon"], []] {
            #expect(try erase(wrong).status != 0, "\(wrong)")
        }
        let early = try erase(["--due", "--until", "2025-01-03"])
        #expect(early.status == 0 && !early.output.contains("Erased"), "nothing was kept until then: \(early.output)\(early.errors)")
        let part = try erase(["--due", "--part", "person.document"])
        let told = "2 fields of 2 people; of 0 people nothing is left"
        #expect(part.status == 0 && part.output.contains(told), "\(part.output)\(part.errors)")
        let rest = try erase(["--due"])
        #expect(rest.status == 0 && rest.output.contains("of 2 people nothing is left"), "\(rest.output)\(rest.errors)")
        let again = try erase(["--due"])
        #expect(again.status == 1 && again.errors.contains("Nothing is due"), "\(again.output)\(again.errors)")
        let exported = folder.appending(path: "export").path
        #expect(try Command("export", exported, "--history", "--personal", "--data", data).status == 0)
        let people = (try? String(contentsOfFile: exported + "/people.csv", encoding: .utf8)) ?? ""
        #expect(!people.contains("Nguyễn") && !people.contains("SECOND-2"))
        #expect(try Command("verify", "--data", data).status == 0)
    }

    @Test func `performs acts from a file, refuses in words, and writes nothing of a what-if`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let pack = try write("pack/pack.json", #"{"format":1,"ceremony":"test","zone":"Asia/Ho_Chi_Minh"}"#)
        _ = try write("pack/bodies.csv", "happened,code,kind,name_vi,name_en\n2025-10-01,BCD,steering_committee,Ban Chỉ đạo,Committee\n")
        #expect(try Command("import", URL(filePath: pack).deletingLastPathComponent().path, "--data", data).status == 0)
        let good = try write(
            "good.json",
            #"{"act":"edit","actor":"A","reason":"r","records":[{"kind":"place","code":"MAIN","set":{"kind":"hall","name_vi":"Hội trường","name_en":"Hall","zone":"Asia/Ho_Chi_Minh"}}]}"#
        )
        #expect(try Command("apply", good, "--what-if", "--data", data).status == 0)
        #expect(try Command("history", "place/MAIN", "--data", data).status != 0)
        // A head whose last line somebody has left open is one all the same, and the next stands on a line of its own.
        let list = URL(filePath: data + "/heads.list")
        #expect(try Command("verify", "--data", data).status == 0)
        try Data(try Data(contentsOf: list).dropLast(1)).write(to: list)
        #expect(try Command("apply", good, "--data", data).status == 0)
        for _ in 1...2 { #expect(try Command("verify", "--data", data).status == 0) }
        #expect(try String(contentsOf: list, encoding: .utf8).split(separator: "\n").count == 6)
        #expect(try Command("history", "place/MAIN", "--data", data).output.contains("Hội trường"))
        let bad = try write("bad.json", #"{"act":"edit","actor":"A","records":[{"kind":"place","code":"R1","set":{"venue":"NOWHERE"}}]}"#)
        let refused = try Command("apply", bad, "--data", data, "--language", "vi")
        #expect(
            refused.status != 0 && refused.errors.contains("NOWHERE") && refused.errors.contains("không có bản ghi"), "\(refused.errors)")
        let broken = try Command("apply", try write("broken.json", "{"), "--data", data)
        #expect(broken.status != 0 && broken.errors.contains("byte 1"))
    }

    @Test func `says by file, row and column what is wrong in a pack, all at once, and loads nothing`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let pack = URL(filePath: try write("pack/pack.json", #"{"format":1,"ceremony":"test","zone":"Asia/Ho_Chi_Minh"}"#))
            .deletingLastPathComponent().path
        _ = try write(
            "pack/bodies.csv",
            "code;kind;name_vi;name_en;parent;valid_from\nBCD;committee;Ban;Committee;;2025-13-01\nBTK;department;Ban;;NOBODY;\n")
        let load = try Command("import", pack, "--data", data, "--language", "vi")
        #expect(load.status != 0)
        for part in ["bodies.csv", "2025-13-01", "committee", "NOBODY"] { #expect(load.errors.contains(part), "\(part): \(load.errors)") }
        #expect(try Command("check", "--data", data).output.contains("0 records"))
    }

    @Test func `lets one process write at a time, and tells the other so`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let pack = URL(filePath: try write("pack/pack.json", #"{"format":1,"ceremony":"test","zone":"Asia/Ho_Chi_Minh"}"#))
            .deletingLastPathComponent().path
        #expect(try Command("import", pack, "--data", data).status == 0)
        let act = try write(
            "act.json",
            #"{"act":"edit","actor":"A","reason":"r","records":[{"kind":"place","code":"MAIN","set":{"kind":"hall","name_vi":"Hội trường","name_en":"Hall","zone":"Asia/Ho_Chi_Minh"}}]}"#
        )
        let server = Process()
        server.executableURL = Command.program
        server.arguments = ["serve", "--data", data, "--port", "0", "--language", "en"]
        let said = Pipe()
        server.standardOutput = said
        try server.run()
        defer { if server.isRunning { server.terminate() } }
        // It says where it serves, or ends and says nothing.
        #expect(!said.fileHandleForReading.availableData.isEmpty)
        let refused = try Command("apply", act, "--data", data, "--language", "en")
        #expect(refused.status == 1 && refused.errors.contains("another process") && refused.errors.contains(data), "\(refused.errors)")
        #expect(try Command("import", pack, "--data", data, "--language", "vi").errors.contains("Một tiến trình khác"))
        #expect(try Command("apply", act, "--what-if", "--data", data).status == 0)
        #expect(try Command("history", "place/MAIN", "--data", data).status != 0)
        // However a writer ends, it keeps nobody out.
        kill(server.processIdentifier, SIGKILL)
        server.waitUntilExit()
        let done = try Command("apply", act, "--data", data)
        #expect(done.status == 0, "\(done.errors)")
    }

    @Test func `answers a missing journal and a wrong time in words`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let check = try Command("check", "--data", data)
        #expect(check.status != 0 && check.errors.contains("There is no journal"))
        let file = try write("file", "")
        let nowhere = try Command("import", "Examples/Hanoi2025", "--data", file + "/data", "--language", "vi")
        #expect(nowhere.status == 1 && nowhere.errors.contains("Không ghi được"), "\(nowhere.errors)")
        #expect(!FileManager.default.fileExists(atPath: data))
    }
}
