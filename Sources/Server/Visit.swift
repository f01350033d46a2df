import Addresses

/// What a visitor asks, taken out of HTTP.
package struct Visit: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
    }

    package let method: Method
    /// Path and query, as they were sent.
    package let target: String
    /// The token of the visitor's session; nil where none was sent.
    package let session: String?
    /// What the browser carries in which somebody has signed in before; nil where it carries nothing.
    package let browser: String?
    /// The language that the visitor chose before signing in, or that their browser asks for.
    package let language: String
    /// Which site the request comes from, as the browser says: `same-origin`, `cross-site`; nil where it says nothing.
    package let origin: String?
    /// The network address that the visit comes from.
    package let peer: String
    /// The form that was sent; empty where none was.
    package private(set) var form: Form
    /// What was sent that is no form.
    package private(set) var body: [UInt8]
    /// The token of a program that visits in somebody's name; nil where none was sent.
    package let bearer: String?
    /// The account that was named beside the token; nil where none was.
    package let user: String?
    /// What shows that a page's script asks and no other site's: the token that only the house's own pages carry; nil where none was sent.
    package let formToken: String?
    /// Whether a page asks by itself, and nobody did anything.
    package let isAutomatic: Bool
    /// The last event of a feed that the visitor saw before they were cut off.
    package let lastEvent: Int?

    package init(
        _ method: Method, _ target: String, session: String? = nil, browser: String? = nil, language: String = "", origin: String? = nil,
        peer: String = "",
        form: Form = Form(), body: [UInt8] = [], bearer: String? = nil, user: String? = nil, formToken: String? = nil,
        isAutomatic: Bool = false, lastEvent: Int? = nil
    ) {
        self.method = method
        self.target = target
        self.session = session
        self.browser = browser
        self.language = language
        self.origin = origin
        self.peer = peer
        self.form = form
        self.body = body
        self.bearer = bearer
        self.user = user
        self.formToken = formToken
        self.isAutomatic = isAutomatic
        self.lastEvent = lastEvent
    }
}

extension Visit {
    /// The same visit with what it brings.
    func bringing(_ form: Form, body: [UInt8] = []) -> Visit {
        var visit = self
        (visit.form, visit.body) = (form, body)
        return visit
    }

    /// Whether all that was sent can be read: whatever steers machines, but for line ends and tabs, is in no text that people write.
    var isLegible: Bool {
        let asked = target.utf8.contains(UInt8(ascii: "%")) ? Spelling(target) : nil
        return (asked?.path ?? []).allSatisfy(\.isLegible) && (asked?.query ?? []).allSatisfy { $0.name.isLegible && $0.value.isLegible }
            && form.isLegible
    }
}

extension String {
    /// Whether no character of this text steers machines, but for line ends and tabs.
    var isLegible: Bool {
        unicodeScalars.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\r" || $0 == "\t" }
    }
}
