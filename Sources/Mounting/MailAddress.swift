/// Where letters to an office go.
package enum MailAddress {
    /// Whether a text is one address and nothing else: what would begin another line or name another recipient in a letter is none.
    package static func isOne(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let allowed = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !Array("<>(),;:\\\"[]".utf8).contains($0) }
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && allowed && text.utf8.count <= 254
    }
}
