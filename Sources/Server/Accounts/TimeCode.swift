import Crypto
package import Ledger

/// The six digits that an authenticator shows: time-based one-time passwords (RFC 6238, with SHA-1 and steps of 30 seconds, the
/// only parameters that every authenticator knows).
package enum TimeCode {
    /// Steps before and after now that are taken: clocks differ.
    private static let tolerance: Int64 = 1
    private static let stepMilliseconds: Int64 = 30_000

    /// The step whose code this is; nil where it is none of now. A step that was used, or an earlier one, is not taken again.
    package static func step(of code: String, secret: [UInt8], now: Instant, after used: Int64) -> Int64? {
        let current = now.milliseconds / stepMilliseconds
        let typed = code.filter { !$0.isWhitespace }
        var found: Int64?
        for step in (current - tolerance)...(current + tolerance) where step > used && isSame(self.code(secret, step), typed) {
            found = found ?? step
        }
        return found
    }

    package static func code(_ secret: [UInt8], at now: Instant) -> String { code(secret, now.milliseconds / stepMilliseconds) }

    /// RFC 4226, section 5.3.
    private static func code(_ secret: [UInt8], _ step: Int64) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let start = Int(hash[19] & 0xF)
        let number = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(hash[start + $1]) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// Takes as long for a wrong code as for a right one.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// Bytes in the alphabet in which authenticators are told their secret (RFC 4648, base 32).
package enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    package static func text(_ bytes: [UInt8]) -> String {
        var text = ""
        var held: UInt32 = 0
        var bits = 0
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(held >> UInt32(bits) & 31)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(held << UInt32(5 - bits) & 31)]) }
        return text
    }
}
