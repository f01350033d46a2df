import Crypto
import Foundation

/// Random secrets, from the system's generator.
package enum Secret {
    /// Letters and digits that are not taken for each other; also the alphabet in which authenticators are told theirs (RFC 4648).
    private static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")

    /// 256 bits, as text.
    static func token() -> String { letters(52) }

    /// 100 bits, to be typed by a person.
    static func code() -> String { letters(20) }

    static func bytes(_ count: Int) -> [UInt8] {
        var dice = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &dice) }
    }

    /// With what a message is signed, so that its reader knows whose it is (Standard Webhooks 1.0: HMAC with SHA-256).
    package static func signature(of text: String, with secret: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: secret)))
    }

    static func hash(_ secret: String) -> [UInt8] { Array(SHA256.hash(data: Array(secret.utf8))) }

    /// A code as it is compared: typed with spaces, hyphens or small letters it is the same.
    static func plain(_ typed: String) -> String { typed.filter { !$0.isWhitespace && $0 != "-" }.uppercased() }

    /// In groups of four letters, as people copy it.
    static func grouped(_ code: String) -> String {
        stride(from: 0, to: code.count, by: 4).map { String(code.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }

    private static func letters(_ count: Int) -> String {
        var dice = SystemRandomNumberGenerator()
        return String((0..<count).map { _ in alphabet[Int(dice.next() & 31)] })
    }
}
