import Addresses
import Phrases
import Rulebook

/// What can be done by keyboard.
package struct KeysPage: Sendable {
    private let reader: Reader
    private let menu: [MenuEntry]

    /// - Parameter menu: the lines of the menu, whose letters the frame shows this reader.
    package init(_ menu: [MenuEntry], for reader: Reader) {
        self.reader = reader
        self.menu = menu.filter { $0.isShown(to: reader) }
    }

    private static let everywhere: [(keys: String, phrase: String)] = [
        ("/", "keys.search"), ("?", "keys.help"), ("j", "keys.next"), ("k", "keys.previous"), ("Enter", "keys.open"), ("x", "keys.tick"),
        ("e", "keys.edit"), ("n", "keys.new"),
    ]

    private var keys: [(keys: String, phrase: String)] {
        KeysPage.everywhere + menu.compactMap { entry in entry.key.map { ("g \($0)", entry.title) } }
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
