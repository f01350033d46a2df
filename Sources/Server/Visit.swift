/// What a visitor asks, taken out of HTTP.
package struct Visit: Sendable {
    package enum Method: String, Sendable { case get = "GET", head = "HEAD", post = "POST" }

    package let method: Method
    /// Path and query, as they were sent.
    package let target: String
    /// The token of the visitor's session; nil where none was sent.
    package let session: String?
    /// The language that the visitor chose before signing in, or that their browser asks for.
    package let language: String
    /// Which site the request comes from, as the browser says: `same-origin`, `cross-site`; nil where it says nothing.
    package let origin: String?
    /// The fields of a form that was sent.
    package let form: [String: String]

    package init(
        _ method: Method, _ target: String, session: String? = nil, language: String = "", origin: String? = nil,
        form: [String: String] = [:]
    ) {
        self.method = method
        self.target = target
        self.session = session
        self.language = language
        self.origin = origin
        self.form = form
    }
}

/// What a visitor gets.
package struct Answer: Sendable {
    package enum Status: Int, Sendable {
        case fine = 200, seeOther = 303, badRequest = 400, forbidden = 403, notFound = 404, tooMany = 429, unavailable = 503
    }

    package enum Content: String, Sendable {
        case page = "text/html; charset=utf-8"
        case style = "text/css; charset=utf-8"
        case script = "text/javascript; charset=utf-8"
    }

    package enum Cookie: Hashable, Sendable {
        case session(String)
        case noSession
        case language(String)
    }

    package let status: Status
    package let content: Content
    package let bytes: [UInt8]
    /// Where to go instead.
    package let location: String?
    package let cookie: Cookie?
    /// Whether the answer may be kept for ever: its name says its content.
    package let isLasting: Bool

    package init(
        _ status: Status, _ content: Content = .page, bytes: [UInt8] = [], location: String? = nil, cookie: Cookie? = nil,
        isLasting: Bool = false
    ) {
        self.status = status
        self.content = content
        self.bytes = bytes
        self.location = location
        self.cookie = cookie
        self.isLasting = isLasting
    }
}
