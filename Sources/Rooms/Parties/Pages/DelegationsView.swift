import Addresses
package import Furniture
import Ledger
import Parties
import Phrases
import Rulebook

extension DelegationsModel {
    package func shown(to reader: Reader) -> PageResult { .page(DelegationsView(delegations: self, reader: reader).page) }
}

/// The delegations by how far they have come, as a reader sees them.
private struct DelegationsView: Sendable {
    let delegations: DelegationsModel
    let reader: Reader

    var page: Page {
        Page(reader.phrases("page.delegations")) { html in
            AsOfForm(Address(DelegationsPath()), reader).write(&html)
            if let levels = delegations.levels { table(levels, &html) }
            for board in delegations.boards { self.board(board, &html) }
        }
    }

    private func table(_ levels: DelegationsModel.Levels, _ html: inout HTML) {
        html.element(.div, [.class("scroll"), .role("region"), .aria(.label, reader.phrases("delegations.levels")), .tabbed]) {
            html in
            html.element(.table) { html in
                html.element(.caption, reader.phrases("delegations.levels"))
                html.element(.thead) { html in
                    html.element(.tr) { html in
                        html.element(.th, [.scope("col")], reader.phrases("field.delegation.level_of_head"))
                        for kind in levels.kinds {
                            html.element(.th, [.scope("col"), .class("number")], reader.phrases("word.\(kind.rawValue)"))
                        }
                        html.element(.th, [.scope("col"), .class("number")], reader.phrases("delegations.all"))
                    }
                }
                html.element(.tbody) { html in
                    for (level, counts) in levels.rows { row(reader.phrases("word.\(level.rawValue)"), counts, &html) }
                    row(reader.phrases("delegations.all"), levels.sums, &html)
                }
            }
        }
    }

    private func row(_ title: String, _ counts: [Int], _ html: inout HTML) {
        html.element(.tr) { html in
            html.element(.th, [.scope("row")], title)
            for count in counts { html.element(.td, [.class(count == 0 ? "number none" : "number")], String(count)) }
            html.element(.td, [.class("number")], String(counts.reduce(0, +)))
        }
    }

    private func board(_ board: DelegationsModel.Board, _ html: inout HTML) {
        html.element(.section, [.class("board")]) { html in
            html.element(.h2, "\(reader.phrases("word.\(board.status.rawValue)")) (\(reader.phrases.grouped(board.cards.count)))")
            html.element(.ul, [.class("cards")]) { html in for card in board.cards { html.element(.li) { self.card(card, &$0) } } }
        }
    }

    private func card(_ card: DelegationsModel.Card, _ html: inout HTML) {
        let delegation = card.delegation
        html.element(.a, [.href(.record(RecordAddress(Delegation.file, delegation.code, asOf: reader.asOf)))]) { html in
            html.element(.bdi, card.name)
        }
        if let row = reader.picture[delegation.reference] { reader.markAssumed(row, &html) }
        html.element(.p, [.class("quiet")]) { html in
            html.text(reader.phrases("word.\(delegation.levelOfHead.rawValue)"))
            if let size = delegation.size { html.text(" · " + reader.phrases("delegations.size", [Fact("count", size)])) }
        }
        if let worst = card.worst { reader.mark(worst, &html) }
    }
}
