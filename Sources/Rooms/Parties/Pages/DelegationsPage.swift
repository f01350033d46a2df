import Addresses
package import Furniture
import Ledger
import Parties
import Phrases
import Rulebook

/// The delegations by how far they have come and by the level of their head, as of any day.
package struct DelegationsPage: Sendable {
    private let reader: Reader
    private let delegations: [Delegation]
    private let open: [Slip]

    package init(for reader: Reader) {
        self.reader = reader
        delegations = reader.picture.all(Delegation.self).filter { reader.sees($0.reference) }
        open = reader.openSlips
    }

    package var page: Page {
        Page(reader.phrases("page.delegations")) { html in
            AsOfForm(.delegations(asOf: nil), reader).write(&html)
            levels(&html)
            for status in [Delegation.Status.confirmed, .invited, .planned, .declined] { board(status, &html) }
        }
    }

    /// Confirmed delegations by kind and level of head: the figures that are announced.
    private func levels(_ html: inout HTML) {
        let confirmed = delegations.filter { $0.status == .confirmed }
        let kinds = Delegation.Sort.allCases.filter { kind in confirmed.contains { $0.kind == kind } }
        let levels = Level.allCases.filter { level in confirmed.contains { $0.levelOfHead == level } }.sorted { $0.rank < $1.rank }
        guard !confirmed.isEmpty else { return }
        html.element(.div, [.class("scroll"), .role("region"), .aria(.label, reader.phrases("delegations.levels")), .tabbed]) {
            html in
            html.element(.table) { html in
                html.element(.caption, reader.phrases("delegations.levels"))
                html.element(.thead) { html in
                    html.element(.tr) { html in
                        html.element(.th, [.scope("col")], reader.phrases("field.delegation.level_of_head"))
                        for kind in kinds { html.element(.th, [.scope("col"), .class("number")], reader.phrases("word.\(kind.rawValue)")) }
                        html.element(.th, [.scope("col"), .class("number")], reader.phrases("delegations.all"))
                    }
                }
                html.element(.tbody) { html in
                    for level in levels {
                        counts(reader.phrases("word.\(level.rawValue)"), confirmed.filter { $0.levelOfHead == level }, kinds, &html)
                    }
                    counts(reader.phrases("delegations.all"), confirmed, kinds, &html)
                }
            }
        }
    }

    private func counts(_ title: String, _ delegations: [Delegation], _ kinds: [Delegation.Sort], _ html: inout HTML) {
        html.element(.tr) { html in
            html.element(.th, [.scope("row")], title)
            for kind in kinds {
                let count = delegations.count { $0.kind == kind }
                html.element(.td, [.class(count == 0 ? "number none" : "number")], String(count))
            }
            html.element(.td, [.class("number")], String(delegations.count))
        }
    }

    private func board(_ status: Delegation.Status, _ html: inout HTML) {
        let named = delegations.filter { $0.status == status }
        guard !named.isEmpty else { return }
        html.element(.section, [.class("board")]) { html in
            html.element(.h2, "\(reader.phrases("word.\(status.rawValue)")) (\(reader.phrases.grouped(named.count)))")
            html.element(.ul, [.class("cards")]) { html in
                let cards = named.map { (rank: $0.levelOfHead.rank, name: reader.phrases.order(of: name(of: $0)), delegation: $0) }
                for card in cards.sorted(by: { ($0.rank, $0.name, $0.delegation.code) < ($1.rank, $1.name, $1.delegation.code) }) {
                    html.element(.li) { self.card(card.delegation, &$0) }
                }
            }
        }
    }

    private func name(of delegation: Delegation) -> String {
        delegation.party.map { reader.name(Reference($0)) } ?? delegation.code
    }

    private func card(_ delegation: Delegation, _ html: inout HTML) {
        let address = Address.record(RecordAddress(Delegation.file, delegation.code, asOf: reader.asOf))
        html.element(.a, [.href(address)]) { html in
            html.element(.bdi, name(of: delegation))
        }
        if let row = reader.picture[delegation.reference] { reader.markAssumed(row, &html) }
        html.element(.p, [.class("quiet")]) { html in
            html.text(reader.phrases("word.\(delegation.levelOfHead.rawValue)"))
            if let size = delegation.size { html.text(" · " + reader.phrases("delegations.size", [Fact("count", size)])) }
        }
        let slips = open.filter { $0.subjects.contains(delegation.reference) }
        if let worst = slips.map(\.severity).max() { reader.mark(worst, &html) }
    }
}
