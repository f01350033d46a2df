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
        commandName: "verify", abstract: "Chứng minh sổ nhật ký toàn vẹn · Prove the journal whole")

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
        for damage in verification.damage { warn(voice.damage(damage)) }
        var isWhole = verification.damage.isEmpty
        for (name, kept) in [(KeptHeads.name, remembered)] + files.map({ ($0, KeptHeads(path: $0)) }) {
            guard try await hold(kept, named: name, against: journal, voice) else {
                isWhole = false
                continue
            }
        }
        let beside = provedBeside(voice)
        isWhole = isWhole && beside != nil
        guard isWhole else { throw ExitCode(1) }
        let key = try InstallationKey(path: signingKey ?? options.data + "/" + InstallationKey.name).key
        let signed = try SignedHead(verification.head, try await endsBeside(journal, in: options.data), by: key, at: machineClock())
        // A journal of which nothing is known to anybody else is not proved by its own word, so what was signed is remembered.
        do {
            let last = try remembered.read()?.last
            if last?.head != signed.head || last?.beside != signed.beside { try remembered.add(signed) }
        } catch let failure as JournalFailure {
            warn(voice.failure(failure))
        }
        say(
            voice.phrases(
                "cli.verify.whole", [Fact("entries", verification.entries), Fact("records", verification.records)]))
        for (chain, proof) in beside ?? [] { say(voice.phrases("cli.verify.\(chain.table)", [Fact("count", proof.count)])) }
        say(signed.text)
    }

    /// The records that stay beside the journal, of sign-ins, readings and what left; nil where one of them is not whole.
    private func provedBeside(_ voice: Voice) -> [(chain: Chain, proof: Chain.Proof)]? {
        do {
            let proofs = try Credentials.proofs(in: options.data)
            let damaged = proofs.filter { $0.proof.damaged != nil }
            for (chain, proof) in damaged {
                warn(voice.phrases("cli.verify.\(chain.table)_damaged", [Fact("line", Int(proof.damaged ?? 0))]))
            }
            return damaged.isEmpty ? proofs : nil
        } catch {
            warn(voice.phrases("cli.verify.beside_unreadable", [Fact("why", "\(error)")]))
            return nil
        }
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
        var findings: [KeptHeads.Finding]
        do { findings = try await KeptHeads.findings(heads, in: journal) } catch { throw try options.speech.stop(error) }
        // Where they cannot be read, what proves them by themselves says so.
        findings += (try? KeptHeads.findings(heads, beside: options.data)) ?? []
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
        case .beside(let line, let lack):
            voice.phrases(
                "cli.verify.\(line.record)_\(lack == .beyond ? "beyond" : "otherwise")", [Fact("file", file), Fact("line", line.number)])
        }
    }
}
