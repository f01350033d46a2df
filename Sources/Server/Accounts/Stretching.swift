import Crypto
import CryptoExtras
import Foundation

/// Makes of a password what is kept of it: slowly, so that guessing is dear. One at a time, for each takes 32 MiB; and beside the
/// credentials, so that whoever signs in keeps nobody waiting who has. Who is known waits for no stranger: they have one of their own.
package actor Stretching {
    /// Makes of a password and its salt what is kept.
    package typealias Stretch = @Sendable (_ password: String, _ salt: [UInt8]) async throws -> [UInt8]

    /// One that does one after another.
    package static func queue() -> Stretch {
        let queue = Stretching()
        return { try await queue.hash($0, $1) }
    }

    /// Scrypt's cost: 32 MiB and a tenth of a second for each try (OWASP, Password Storage Cheat Sheet: N = 2^15, r = 8, p = 3; here
    /// one lane, since tries are also counted).
    private static let rounds = 1 << 15

    private func hash(_ password: String, _ salt: [UInt8]) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCanonicalMapping.utf8), salt: Data(salt), outputByteCount: 32,
            rounds: Stretching.rounds, blockSize: 8, parallelism: 1)
        return key.withUnsafeBytes { Array($0) }
    }
}
