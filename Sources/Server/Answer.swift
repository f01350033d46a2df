import Furniture
package import NIOCore

/// What a visitor gets.
package struct Answer: Sendable {
    package enum Status: Int, Sendable {
        case fine = 200
        case seeOther = 303
        case badRequest = 400
        case unauthorized = 401
        case forbidden = 403
        case notFound = 404
        case methodNotAllowed = 405
        case conflict = 409
        case refused = 422
        case tooMany = 429
        case unavailable = 503
    }

    package enum Content: String, Sendable {
        case page = "text/html; charset=utf-8"
        case style = "text/css; charset=utf-8"
        case script = "text/javascript; charset=utf-8"
        case picture = "image/svg+xml"
        case json = "application/json"
        case manifest = "application/manifest+json"
        case table = "text/csv; charset=utf-8"
        case workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case calendar = "text/calendar; charset=utf-8"
        case words = "text/plain; charset=utf-8"
        case jpeg = "image/jpeg"
        case png = "image/png"
        case pdf = "application/pdf"
    }

    package enum Cookie: Hashable, Sendable {
        case session(String)
        case noSession
        case language(String)
    }

    /// An answer that goes on, event after event.
    package struct Feed: Sendable {
        package let events: AsyncStream<FeedEvent>
        /// Told once when nobody listens any more.
        package let leave: @Sendable () async -> Void
    }

    package let status: Status
    package let content: Content
    /// What is sent; of what many answers share all of them hold one copy.
    package let buffer: ByteBuffer
    package var bytes: [UInt8] { Array(buffer.readableBytesView) }
    /// Where to go instead.
    package var location: String?
    package var cookie: Cookie?
    /// What a browser carries from now on in which somebody has signed in.
    package var browser: String?
    /// Whether the answer may be kept for ever: its name says its content.
    package var isLasting = false
    /// The name under which a browser keeps the answer as a file, instead of showing it.
    package var fileName: String?
    /// Whether the bytes are somebody else's and not the house's: whatever stands in them, nothing of it is carried out.
    package var isForeign = false
    /// Whether a program is asked for an account's name and a token.
    package var asksForPassword = false
    /// Whether whoever asks must first prove again to be themselves: the page that asks for it is shown instead.
    var needsProof = false
    /// What of people stands in it: noted before anybody gets it.
    var shown = Shown()
    /// Nil where the bytes are all.
    package var feed: Feed?

    package init(_ status: Status, _ content: Content = .page, bytes: [UInt8] = []) {
        self.status = status
        self.content = content
        buffer = ByteBuffer(bytes: bytes)
    }

    /// An answer of which only one copy is held, however many wait for it.
    init(_ status: Status, _ content: Content, shared buffer: ByteBuffer) {
        self.status = status
        self.content = content
        self.buffer = buffer
    }

    /// What is asked is done only for somebody who proves again to be themselves.
    static var proofNeeded: Answer {
        var answer = Answer(.forbidden)
        answer.needsProof = true
        return answer
    }
}
