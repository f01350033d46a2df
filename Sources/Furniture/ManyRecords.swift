package import Addresses
package import Ledger
import Phrases
import Rulebook

/// The ticked records of a list to which an act is done in one entry, and those to which it cannot be, with the reason.
package struct ManyRecords: Sendable {
    package let back: ListQuery
    package let ticked: [Reference]
    package let leftOut: [(record: Reference, why: String)]

    package init(from back: ListQuery, ticked: [Reference], leftOut: [(record: Reference, why: String)]) {
        self.back = back
        self.ticked = ticked
        self.leftOut = leftOut
    }

    func write(_ reader: Reader, _ html: inout HTML) {
        if !ticked.isEmpty {
            html.element(.ul, [.class("ticked")]) { html in for record in ticked { html.element(.li) { reader.link(to: record, &$0) } } }
        }
        guard !leftOut.isEmpty else { return }
        html.element(.section, [.class("barred"), .aria(.labelledby, "left-out")]) { html in
            html.element(.h2, [.id("left-out")], reader.phrases("act.many.left_out", [Fact("count", leftOut.count)]))
            html.element(.ul) { html in
                for (record, why) in leftOut {
                    html.element(.li) { html in
                        reader.link(to: record, &html)
                        html.text(": \(why)")
                    }
                }
            }
        }
    }

    /// What makes the same records come back with what is sent.
    func carry(codes: (Reference) -> String?, _ html: inout HTML) {
        html.void(.input, [.type("hidden"), .name("of"), .value(back.file)])
        html.void(.input, [.type("hidden"), .name("back"), .value(Address.list(back).text)])
        for code in ticked.compactMap(codes) { html.void(.input, [.type("hidden"), .name("code"), .value(code)]) }
    }
}
