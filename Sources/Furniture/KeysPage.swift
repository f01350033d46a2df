import Addresses
import Phrases
import Rulebook

/// What can be done by keyboard.
package struct KeysPage: Sendable {
    private let reader: Reader

    package init(for reader: Reader) { self.reader = reader }

    private static let everywhere: [(keys: String, phrase: String)] = [
        ("/", "keys.search"), ("?", "keys.help"), ("j", "keys.next"), ("k", "keys.previous"), ("Enter", "keys.open"), ("x", "keys.tick"),
        ("e", "keys.edit"), ("n", "keys.new"),
    ]

    /// The letters of the pages are those that the frame shows this reader.
    private var keys: [(keys: String, phrase: String)] {
        KeysPage.everywhere + Frame.special(for: reader).map { ("g \($0.key)", $0.phrase) }
    }

    package var page: Page {
        Page(reader.phrases("page.keys"), isLive: false) { html in
            html.element(.p, reader.phrases("keys.explain"))
            html.element(.div, [.class("field check scripted")]) { html in
                html.void(.input, [.type("checkbox"), .id("letters"), .checked])
                html.element(.label, [.for("letters")], reader.phrases("keys.letters"))
            }
            html.element(.table, [.class("list")]) { html in
                html.element(.tbody) { html in
                    for (keys, phrase) in keys {
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
