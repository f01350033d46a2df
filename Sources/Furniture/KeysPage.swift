import Addresses
import Phrases
import Rulebook

/// What can be done by keyboard.
package struct KeysPage: Sendable {
    private let reader: Reader

    package init(for reader: Reader) { self.reader = reader }

    private static let keys: [(keys: String, phrase: String)] = [
        ("/", "keys.search"), ("?", "keys.help"), ("j", "keys.next"), ("k", "keys.previous"), ("Enter", "keys.open"), ("x", "keys.tick"),
        ("e", "keys.edit"), ("n", "keys.new"), ("g r", "page.readiness"), ("g s", "page.slips"), ("g c", "page.committee"),
        ("g d", "page.delegations"), ("g p", "page.programme"), ("g t", "page.signing"), ("g i", "page.proof"),
        ("g a", "page.administration"), ("g l", "page.readings"), ("g k", "page.keys"),
    ]

    package var page: Page {
        Page(reader.phrases("page.keys"), isLive: false) { html in
            html.element(.p, reader.phrases("keys.explain"))
            html.element(.table, [.class("list")]) { html in
                html.element(.tbody) { html in
                    for (keys, phrase) in KeysPage.keys {
                        html.element(.tr) { html in
                            html.element(.th, [.scope("row")]) { $0.element(.code, keys) }
                            html.element(.td, reader.phrases(phrase))
                        }
                    }
                }
            }
        }
    }
}
