import Addresses
package import Ledger
import Phrases
import Rulebook

/// Where a pack is taken in: what it would do is shown before it is confirmed.
package struct PacksPage: Sendable {
    package enum State: Sendable {
        case asked
        /// What is wrong, a line for each place.
        case refused([String])
        case planned(Plan)
        /// - Parameter entry: the entry that can be taken back; nil where there is none, or more than one.
        case taken(entry: Int?, entries: Int, versions: Int, unchanged: Int)
    }

    /// What a pack would do.
    package struct Plan: Sendable {
        /// The code under which it waits; nil where it would do nothing.
        let code: String?
        let name: String
        let counts: [(kind: Kind, new: Int, changed: Int, removed: Int)]
        let unchanged: Int
        /// Whether it would do something else by now than was shown before.
        let isOtherwise: Bool
        let preview: PreviewText
        /// The reader, with the ceremony as it would be.
        let ahead: Reader

        package init(
            code: String?, name: String, counts: [(kind: Kind, new: Int, changed: Int, removed: Int)], unchanged: Int, isOtherwise: Bool,
            preview: PreviewText, ahead: Reader
        ) {
            self.code = code
            self.name = name
            self.counts = counts
            self.unchanged = unchanged
            self.isOtherwise = isOtherwise
            self.preview = preview
            self.ahead = ahead
        }
    }

    /// In which formats a pack can be brought, as a reader is told: all of them, those of one list, and those that hold several files.
    package struct Formats: Sendable {
        let all: String
        let lists: String
        let archives: String

        package init(all: String, lists: String, archives: String) {
            self.all = all
            self.lists = lists
            self.archives = archives
        }
    }

    private let state: State
    private let reason: String
    private let formats: Formats
    private let reader: Reader

    /// - Parameter reason: why it was sent, which is not lost.
    package init(_ state: State, reason: String, formats: Formats, for reader: Reader) {
        self.state = state
        self.reason = reason
        self.formats = formats
        self.reader = reader
    }

    package var page: Page {
        Page(reader.phrases("packs.title"), isLive: false) { html in
            switch state {
            case .asked: ask(&html)
            case .refused(let lines):
                html.element(.div, [.class("errors"), .role("alert")]) { html in
                    html.element(.p, reader.phrases("packs.refused", [Fact("count", lines.count)]))
                    html.element(.ul) { html in for line in lines { html.element(.li, line) } }
                }
                ask(&html)
            case .planned(let plan): show(plan, &html)
            case .taken(let entry, let entries, let versions, let unchanged):
                let facts = [Fact("entries", entries), Fact("versions", versions), Fact("unchanged", unchanged)]
                html.element(.p, [.class("receipt"), .role("status")], reader.phrases("packs.taken", facts))
                if let entry {
                    html.element(.form, [.action(.undo(entry: entry)), .method(.post)]) { html in
                        token(reader, &html)
                        html.element(.button, [.type("submit"), .class("plain")], reader.phrases("record.undo"))
                    }
                }
                ask(&html)
            }
        }
    }

    private func ask(_ html: inout HTML) {
        html.element(
            .p, reader.phrases("packs.explain", [Fact("archives", formats.archives), Fact("formats", formats.lists)]))
        html.element(.form, [.class("record"), .action(.packs), .method(.post), .enctype("multipart/form-data")]) { html in
            token(reader, &html)
            html.element(.div, [.class("field")]) { html in
                html.element(.label, [.for("pack")], reader.phrases("packs.file", [Fact("formats", formats.all)]))
                html.void(.input, [.type("file"), .id("pack"), .name("pack")])
            }
            giveReason(&html)
            html.element(.button, [.type("submit")], reader.phrases("packs.look"))
        }
    }

    private func show(_ plan: Plan, _ html: inout HTML) {
        if plan.isOtherwise { html.element(.p, [.class("errors"), .role("alert")], reader.phrases("packs.otherwise")) }
        guard let code = plan.code else {
            let facts = [Fact("name", plan.name), Fact("unchanged", plan.unchanged)]
            html.element(.p, [.class("receipt"), .role("status")], reader.phrases("packs.nothing", facts))
            return ask(&html)
        }
        html.element(
            .p, [.role("status")], reader.phrases("packs.plan", [Fact("name", plan.name), Fact("unchanged", plan.unchanged)]))
        count(plan, &html)
        html.element(.form, [.class("record"), .action(.packs), .method(.post)]) { html in
            token(reader, &html)
            html.void(.input, [.type("hidden"), .name("waiting"), .value(code)])
            giveReason(&html)
            html.element(.button, [.type("submit")], reader.phrases("packs.take"))
        }
        html.element(.p) { $0.element(.a, [.href(.packs)], reader.phrases("packs.other")) }
        plan.preview.write(plan.ahead, &html)
    }

    private func count(_ plan: Plan, _ html: inout HTML) {
        html.element(.div, [.class("scroll"), .role("region"), .aria(.label, reader.phrases("packs.title")), .tabbed]) { html in
            html.element(.table, [.class("list")]) { html in
                html.element(.thead) { html in
                    html.element(.tr) { html in
                        for key in ["packs.kind", "packs.new", "packs.changed", "packs.removed"] {
                            html.element(.th, [.scope("col")], reader.phrases(key))
                        }
                    }
                }
                html.element(.tbody) { html in
                    for (kind, new, changed, removed) in plan.counts {
                        html.element(.tr) { html in
                            html.element(.th, [.scope("row")]) { html in
                                html.element(.a, [.href(.list(ListQuery(kind.file)))], reader.phrases("kind.\(kind.code).many"))
                            }
                            for number in [new, changed, removed] { html.element(.td, String(number)) }
                        }
                    }
                }
            }
        }
    }

    private func giveReason(_ html: inout HTML) {
        html.element(.div, [.class("field")]) { html in
            html.element(.label, [.for("reason")], reader.phrases("form.reason"))
            html.void(.input, [.type("text"), .id("reason"), .name("reason"), .value(reason), .autocomplete("off")])
        }
    }
}
