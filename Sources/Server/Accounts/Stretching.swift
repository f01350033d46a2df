import Crypto
import CryptoExtras
import Foundation

/// Makes of a password what is kept of it: slowly, so that guessing is dear. One at a time, for each takes 32 MiB; and beside the
/// credentials, so that whoever signs in keeps nobody waiting who has.
actor Stretching {
    /// Scrypt's cost: 32 MiB and a tenth of a second for each try (OWASP, Password Storage Cheat Sheet: N = 2^15, r = 8, p = 3; here
    /// one lane, since tries are also counted).
    private static let rounds = 1 << 15

    func hash(_ password: String, _ salt: [UInt8]) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCanonicalMapping.utf8), salt: Data(salt), outputByteCount: 32,
            rounds: Stretching.rounds, blockSize: 8, parallelism: 1)
        return key.withUnsafeBytes { Array($0) }
    }
}
