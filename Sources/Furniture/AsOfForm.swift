package import Addresses
import Ledger
import Phrases
import Rulebook

/// The field by which a page is asked as of a past day.
package struct AsOfForm: Sendable {
    private let address: Address
    private let reader: Reader

    package init(_ address: Address, _ reader: Reader) {
        self.address = address
        self.reader = reader
    }

    package func write(_ html: inout HTML) {
        html.element(.form, [.class("as-of"), .action(address), .method(.get)]) { html in
            html.element(.div, [.class("field")]) { html in
                html.element(.label, [.for("as-of")], reader.phrases("page.as_of_day"))
                html.void(.input, [.type("date"), .id("as-of"), .name("as-of"), .value(reader.asOf?.description ?? "")])
            }
            html.element(.button, [.type("submit")], reader.phrases("page.show"))
            if reader.asOf != nil { html.element(.a, [.href(address)], reader.phrases("page.now")) }
        }
    }
}
