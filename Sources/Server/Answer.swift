package import Exchange
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

    /// What is sent is written in, as HTTP names it: what pages are made of, what is kept with records, and any format of files.
    package struct Content: Hashable, Sendable {
        package let rawValue: String

        private init(_ rawValue: String) { self.rawValue = rawValue }

        package init(_ format: FileFormat) { self.init(format.mediaType) }

        package static let page = Content("text/html; charset=utf-8")
        static let style = Content("text/css; charset=utf-8")
        package static let script = Content("text/javascript; charset=utf-8")
        static let picture = Content("image/svg+xml")
        package static let json = Content("application/json")
        package static let manifest = Content("application/manifest+json")
        static let words = Content("text/plain; charset=utf-8")
        package static let jpeg = Content("image/jpeg")
        static let png = Content("image/png")
        static let pdf = Content("application/pdf")
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
