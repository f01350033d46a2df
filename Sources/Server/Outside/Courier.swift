import Mounting

/// Carries what the house says to the outside. What it carries is decided elsewhere; that it goes out at all is the operator's choice.
package protocol Courier: Sendable {
    /// Sends a message to another system.
    ///
    /// - Returns: the status with which it was taken.
    func post(_ message: Message) async throws(Undelivered) -> Int
    func send(_ letter: Letter, by relay: MailRelay) async throws(Undelivered)
}

/// A message to another system, over HTTP.
package struct Message: Sendable {
    package let address: String
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]
    /// To where alone it goes; nil where its address says that.
    package var reach: Reach?
}

/// Why something did not arrive, as the network said it. It names no content.
package struct Undelivered: Error, Hashable {
    package let why: String
    package init(_ why: String) { self.why = why }
}

/// The host's own mail system, which takes letters from the house and brings them on.
package struct MailRelay: Sendable {
    /// `smtp://mail.example:587`, or `smtps://` where it speaks TLS from the first byte.
    package let address: String
    /// In whose name letters go out.
    package let sender: String
    package let login: (user: String, password: String)?

    /// Nil where the address is no relay's or the sender is no mail address.
    package init?(address: String, sender: String, login: (user: String, password: String)? = nil) {
        guard address.hasPrefix("smtp://") || address.hasPrefix("smtps://"), MailAddress.isOne(sender) else { return nil }
        self.address = address
        self.sender = sender
        self.login = login
    }

    /// Only a relay on this very machine is spoken to in the clear.
    var isOnThisMachine: Bool {
        ["127.0.0.1", "[::1]", "localhost"].contains { address.hasPrefix("smtp://\($0):") || address == "smtp://\($0)" }
    }
}
