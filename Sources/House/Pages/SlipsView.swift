import Addresses
package import Furniture
import Ledger
import Phrases
import Rulebook

extension SlipsModel {
    package func shown(to reader: Reader) -> PageResult { .page(SlipsView(slips: self, reader: reader).page) }
}

/// What is wrong, as a reader sees it.
private struct SlipsView: Sendable {
    let slips: SlipsModel
    let reader: Reader
    private var query: SlipsQuery { slips.query }

    var page: Page {
        Page(reader.phrases("page.slips")) { html in
            narrowing(&html)
            html.element(
                .p, [.class("count"), .role("status")],
                reader.phrases("slips.count", [Fact("count", slips.count), Fact("waived", slips.waived)]))
            if slips.count == 0 { html.element(.p, [.class("calm")], reader.phrases("slips.nothing")) }
            for group in slips.groups { section(group, &html) }
            Pager(slips.page, of: slips.pages).write(reader, &html) { number in
                var there = query
                there.page = number
                return .slips(there)
            }
        }
    }

    private func narrowing(_ html: inout HTML) {
        html.element(.form, [.class("filters"), .action(.slips(SlipsQuery())), .method(.get)]) { html in
            select(
                "by", reader.phrases("slips.by"),
                SlipsQuery.Grouping.allCases.map { ($0.rawValue, reader.phrases("slips.by.\($0.rawValue)")) },
                chosen: query.grouping.rawValue, &html)
            let desks =
                [("", reader.phrases("list.any"))] + houseDesks.map { ($0, reader.phrases("desk.\($0)")) }
            select("desk", reader.phrases("slips.desk"), desks, chosen: query.desk, &html)
            if !query.rule.isEmpty { html.void(.input, [.type("hidden"), .name("rule"), .value(query.rule)]) }
            html.element(.div, [.class("field check")]) { html in
                html.void(
                    .input, [.type("checkbox"), .id("waived"), .name("waived"), .value("yes")] + (query.withWaived ? [.checked] : []))
                html.element(.label, [.for("waived")], reader.phrases("slips.with_waived"))
            }
            html.element(.button, [.type("submit")], reader.phrases("list.narrow"))
            if !query.rule.isEmpty {
                var without = query
                without.rule = ""
                html.element(.p, [.class("standing")]) { html in
                    html.text("\(query.rule) · \(reader.phrases("rule.\(query.rule)")) ")
                    html.element(.a, [.href(.slips(without))], reader.phrases("list.take_off"))
                }
            }
            if query != SlipsQuery() { html.element(.a, [.href(.slips(SlipsQuery()))], reader.phrases("list.all")) }
        }
    }

    private func select(_ name: String, _ label: String, _ options: [(String, String)], chosen: String, _ html: inout HTML) {
        html.element(.div, [.class("field")]) { html in
            html.element(.label, [.for(name)], label)
            html.element(.select, [.id(name), .name(name)]) { html in
                for (value, text) in options {
                    html.element(.option, [.value(value)] + (value == chosen ? [.selected] : []), text)
                }
            }
        }
    }

    private func section(_ group: SlipsModel.Group, _ html: inout HTML) {
        html.element(.section) { html in
            html.element(.h2, "\(group.title) (\(reader.phrases.grouped(group.count)))")
            html.element(.ul, [.class("slips")]) { html in
                for slip in group.slips { html.element(.li) { SlipText(slip, reader).write(&$0) } }
            }
        }
    }
}
