package import Addresses
package import Ledger

/// A page with a form that is sent back to the page's own address: the page says what is to be written, the house whether it is.
package protocol FormModel: PageModel {
    /// What the form wishes to have written.
    ///
    /// - Parameter actor: in whose name the reader writes.
    func wish(_ sent: SentFields, by actor: String, for reader: Reader) -> PageWish

    /// The same page once more: nothing of what was sent is lost, and it says why it was not written.
    func again(_ sent: SentFields, _ complaints: [String]) -> Self
}

/// What every form of a page begins with, lest another site send it in the reader's name, or the reader send it twice.
package enum FormStart {
    /// The field that says up to which entry the reader had seen the ceremony.
    package static let seen = "seen"

    package static func write(_ reader: Reader, _ html: inout HTML) {
        token(reader, &html)
        html.void(.input, [.type("hidden"), .name(seen), .value(String(reader.sequence))])
    }
}

/// What a page's form sent, by the names of its fields.
package struct SentFields: Sendable {
    private let values: [String: String]

    package init(_ values: [String: String] = [:]) { self.values = values }

    /// What stood in a field, without blanks around it; empty where there was none.
    package subscript(name: String) -> String { values[name]?.trimmed ?? "" }
}

/// What a page makes of what its form sent.
package enum PageWish: Sendable {
    /// Records to be written as one preparation, with its reason, and where the reader goes then.
    case write([WishedRecord], reason: String, then: Address)
    /// What is amiss in what was sent, in the reader's words.
    case amiss([String])
}

/// A record as a page wishes it written.
package struct WishedRecord: Sendable {
    /// The code of its kind.
    package let kind: String
    package let code: String
    package let contents: [(column: String, value: JSON)]
    /// Whether it must not be there yet.
    package let isNew: Bool

    package init(kind: String, code: String, contents: [(column: String, value: JSON)], isNew: Bool) {
        self.kind = kind
        self.code = code
        self.contents = contents
        self.isNew = isNew
    }
}
