import ArgumentParser
import Engine
import Foundation
import House
import Ledger
import LedgerSQLite
import Phrases
import Rulebook
import Server

/// Proves the journal and its keys, holds it against heads that were kept, and prints the head signed, for a record kept elsewhere.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Chứng minh sổ ghi toàn vẹn · Prove the journal whole")

    @OptionGroup var options: DataOptions
    @Option(
        name: .customLong("head"), parsing: .upToNextOption,
        help: "Các tệp chứa đầu chuỗi đã ký và giữ lại · Files with heads that were signed and kept")
    var files: [String] = []
    @Option(
        name: .customLong("signing-key"),
        help: "Khóa ký của hệ thống, có thể để nơi khác · The installation's signing key, which may lie elsewhere")
    var signingKey: String?

    func run() async throws {
        let voice = try options.speech.voice()
        let journal = try options.openExisting(despiteMissingKeys: true)
        let remembered = KeptHeads(path: options.data + "/" + KeptHeads.name)
        let verification: Verification
        do { verification = try await journal.verify() } catch { throw try options.speech.stop(error) }
        for damage in verification.damage { warn(text(damage, voice)) }
        var isWhole = verification.damage.isEmpty
        for (name, kept) in [(KeptHeads.name, remembered)] + files.map({ ($0, KeptHeads(path: $0)) }) {
            guard try await hold(kept, named: name, against: journal, voice) else {
                isWhole = false
                continue
            }
        }
        let signIns = proved("sign_ins", voice) { try Credentials.proofOfEvents(in: options.data) }
        let copies = proved("copies", voice) { try Credentials.proofOfCopies(in: options.data) }
        isWhole = isWhole && signIns.isWhole && copies.isWhole
        guard isWhole else { throw ExitCode(1) }
        let key = try InstallationKey(path: signingKey ?? options.data + "/" + InstallationKey.name).key
        let signed = try SignedHead(verification.head, by: key, at: machineClock())
        // A journal of which nothing is known to anybody else is not proved by its own word, so what was signed is remembered.
        do { if try remembered.read()?.last?.head != signed.head { try remembered.add(signed) } } catch let failure as JournalFailure {
            warn(voice.failure(failure))
        }
        say(
            voice.phrases(
                "cli.verify.whole", [Fact("entries", verification.entries), Fact("records", verification.records)]))
        if let count = signIns.count { say(voice.phrases("cli.verify.sign_ins", [Fact("count", count)])) }
        if let count = copies.count { say(voice.phrases("cli.verify.copies", [Fact("count", count)])) }
        say(signed.text)
    }

    /// Whether a record beside the journal is whole, of sign-ins or of what left, and how many lines it has; none where the house was never served.
    private func proved(
        _ what: String, _ voice: Voice, _ prove: () throws -> Credentials.EventProof?
    ) -> (isWhole: Bool, count: Int?) {
        do {
            guard let proof = try prove() else { return (true, nil) }
            guard let damaged = proof.damaged else { return (true, proof.count) }
            warn(voice.phrases("cli.verify.\(what)_damaged", [Fact("line", Int(damaged))]))
        } catch { warn(voice.phrases("cli.verify.\(what)_unreadable", [Fact("why", "\(error)")])) }
        return (false, nil)
    }

    /// Whether the journal holds the heads of a file.
    private func hold(_ kept: KeptHeads, named name: String, against journal: SQLiteJournal, _ voice: Voice) async throws -> Bool {
        if files.contains(name), !FileManager.default.fileExists(atPath: name) {
            throw Stop(voice.phrases("cli.no_file", [Fact("file", name)]))
        }
        guard let heads = try kept.read(), !(heads.isEmpty && files.contains(name)) else {
            warn(voice.phrases("cli.verify.no_head", [Fact("file", name)]))
            return false
        }
        let findings: [KeptHeads.Finding]
        do { findings = try await KeptHeads.findings(heads, in: journal) } catch { throw try options.speech.stop(error) }
        for finding in findings { warn(text(finding, of: name, voice)) }
        guard findings.isEmpty, files.contains(name), let last = heads.max(by: { $0.head.sequence < $1.head.sequence }) else {
            return findings.isEmpty
        }
        say(
            voice.phrases(
                "cli.verify.held",
                [Fact("file", name), Fact("count", heads.count), Fact("entry", last.head.sequence), Fact("signer", last.signer)]))
        return true
    }

    private func text(_ finding: KeptHeads.Finding, of file: String, _ voice: Voice) -> String {
        switch finding {
        case .beyond(let sequence): voice.phrases("cli.verify.beyond", [Fact("file", file), Fact("entry", sequence)])
        case .otherwise(let sequence): voice.phrases("cli.verify.otherwise", [Fact("file", file), Fact("entry", sequence)])
        case .untrue(let sequence): voice.phrases("cli.verify.untrue", [Fact("file", file), Fact("entry", sequence)])
        }
    }

    private func text(_ damage: Verification.Damage, _ voice: Voice) -> String {
        switch damage {
        case .altered(let sequence): voice.phrases("cli.verify.altered", [Fact("entry", sequence)])
        case .unlinked(let sequence): voice.phrases("cli.verify.unlinked", [Fact("entry", sequence)])
        case .missing(let sequence): voice.phrases("cli.verify.missing", [Fact("entry", sequence)])
        case .current(let kind, let number):
            voice.phrases("cli.verify.current", [Fact("kind", kind), Fact("number", Int(number))])
        case .sealed(let sequence, let kind, let number):
            voice.phrases("cli.verify.sealed", [Fact("entry", sequence), Fact("kind", kind), Fact("number", Int(number))])
        case .words(let sequence): voice.phrases("cli.verify.words", [Fact("entry", sequence)])
        case .undecodable(let sequence, let kind, let number):
            voice.phrases("cli.verify.undecodable", [Fact("entry", sequence), Fact("kind", kind), Fact("number", Int(number))])
        case .unfinishedErasure: voice.phrases("cli.verify.unfinished_erasure")
        case .schema(let name): voice.phrases("cli.verify.schema", [Fact("name", name)])
        case .file(let why): voice.phrases("cli.verify.file", [Fact("why", why)])
        }
    }
}
