import ArgumentParser
import Crypto
import Engine
import Foundation
import House
import Ledger
import LedgerSQLite
import Phrases
import Rulebook

/// Proves the chain and the current state, and prints the head signed, for a record kept elsewhere.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Chứng minh sổ ghi toàn vẹn · Prove the journal whole")

    @OptionGroup var options: DataOptions

    func run() async throws {
        let voice = try options.speech.voice()
        let journal = try options.openExisting()
        let verification: Verification
        do { verification = try await journal.verify() } catch { throw try options.speech.stop(error) }
        for damage in verification.damage { warn(text(damage, voice)) }
        guard verification.damage.isEmpty else { throw ExitCode(1) }
        let signed = try SignedHead(verification.head, signedBy: InstallationKey(folder: options.data), at: machineClock())
        say(
            voice.phrases(
                "cli.verify.whole", [Fact("entries", verification.entries), Fact("records", verification.records)]))
        say(signed.text)
    }

    private func text(_ damage: Verification.Damage, _ voice: Voice) -> String {
        switch damage {
        case .altered(let sequence): voice.phrases("cli.verify.altered", [Fact("entry", sequence)])
        case .unlinked(let sequence): voice.phrases("cli.verify.unlinked", [Fact("entry", sequence)])
        case .missing(let sequence): voice.phrases("cli.verify.missing", [Fact("entry", sequence)])
        case .current(let kind, let number):
            voice.phrases("cli.verify.current", [Fact("kind", kind), Fact("number", Int(number))])
        }
    }
}

/// The installation's own signing key (Ed25519), made once and kept beside the journal.
struct InstallationKey {
    let key: Curve25519.Signing.PrivateKey

    init(folder: String) throws {
        let file = URL(filePath: folder).appending(path: "installation.key")
        if let bytes = try? Data(contentsOf: file) {
            key = try Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
        } else {
            key = Curve25519.Signing.PrivateKey()
            try key.rawRepresentation.write(to: file, options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        }
    }
}

/// A statement of where the chain ends, which anybody can check with the public key alone.
struct SignedHead {
    let text: String

    init(_ head: Head, signedBy installation: InstallationKey, at now: Instant) throws {
        let statement = "chancery-head \(head.sequence) \(head.hash) \(now)"
        let signature = try installation.key.signature(for: Data(statement.utf8))
        text = """
            \(statement)
            ed25519-signature \(signature.base64EncodedString())
            ed25519-public-key \(installation.key.publicKey.rawRepresentation.base64EncodedString())
            """
    }
}
