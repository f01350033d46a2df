package import Addresses
package import Furniture
import House
import Ledger
import Phrases
import Rulebook

/// Everything that is wrong, put together by desk, owner, rule or age; each says in plain words what mends it.
package struct SlipsPage: Sendable {
    private let query: SlipsQuery
    private let reader: Reader
    private let slips: [Slip]
    private let waived: Int

    /// Nil where the query asks for a rule or a desk that there is not.
    package init?(_ query: SlipsQuery, for reader: Reader) {
        guard query.rule.isEmpty || houseRulebook.rules.contains(where: { $0.id == query.rule }),
            query.desk.isEmpty || houseDesks.contains(query.desk)
        else { return nil }
        self.query = query
        self.reader = reader
        let asked = reader.slips.filter { (query.desk.isEmpty || $0.desk == query.desk) && (query.rule.isEmpty || $0.rule == query.rule) }
        let waivers = Waivers(in: reader.picture, at: reader.now)
        let open = asked.filter { !waivers.cover($0) }
        waived = asked.count - open.count
        slips = query.withWaived ? asked : open
    }

    package var page: Page {
        Page(reader.phrases("page.slips")) { html in
            narrowing(&html)
            html.element(
                .p, [.class("count"), .role("status")], reader.phrases("slips.count", [Fact("count", slips.count), Fact("waived", waived)]))
            if slips.isEmpty { html.element(.p, [.class("calm")], reader.phrases("slips.nothing")) }
            for group in groups { section(group, &html) }
            Pager(shownPage, of: pages).write(reader, &html) { number in
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

    /// Slips that are shown at once.
    private static let pageSize = 100
    private var pages: Int { max(1, (slips.count + SlipsPage.pageSize - 1) / SlipsPage.pageSize) }
    private var shownPage: Int { min(query.page, pages) }

    private struct Group {
        let title: String
        let slips: [Slip]
        /// How many there are of it on all pages.
        let count: Int
    }

    private func section(_ group: Group, _ html: inout HTML) {
        html.element(.section) { html in
            html.element(.h2, "\(group.title) (\(reader.phrases.grouped(group.count)))")
            html.element(.ul, [.class("slips")]) { html in
                for slip in group.slips { html.element(.li) { SlipText(slip, reader).write(&$0) } }
            }
        }
    }

    /// The worst first in every group, and the groups in the order of the house.
    private var groups: [Group] {
        // A title is worded once for all slips that stand under it.
        let titles = Dictionary(slips.map { (heading(of: $0), $0) }) { first, _ in first }.mapValues(title)
        let whole = Dictionary(grouping: slips) { titles[heading(of: $0)] ?? "" }.map {
            Group(
                title: $0, slips: $1.sorted { ($1.severity, $0.since, $0.identity) < ($0.severity, $1.since, $1.identity) }, count: $1.count
            )
        }
        .sorted { order(of: $0) < order(of: $1) }
        var before = (shownPage - 1) * SlipsPage.pageSize
        var room = SlipsPage.pageSize
        return whole.compactMap { group in
            let shown = group.slips.dropFirst(before).prefix(room)
            before = max(0, before - group.count)
            room -= shown.count
            return shown.isEmpty ? nil : Group(title: group.title, slips: Array(shown), count: group.count)
        }
    }

    /// By what slips have one title.
    private func heading(of slip: Slip) -> String {
        switch query.grouping {
        case .desk, .owner: slip.desk
        case .rule: slip.rule
        case .age: String(ageClass(of: slip))
        }
    }

    private func title(of slip: Slip) -> String {
        switch query.grouping {
        case .desk: reader.phrases("desk.\(slip.desk)")
        case .rule: "\(slip.rule) · \(reader.phrases("rule.\(slip.rule)"))"
        case .owner: reader.picture.ownerReference(ofDesk: slip.desk).map(reader.name) ?? "—"
        case .age: reader.phrases("slips.age.\(ageClass(of: slip))")
        }
    }

    private func order(of group: Group) -> String {
        guard let first = group.slips.first else { return "" }
        switch query.grouping {
        case .desk: return deskOrder(first.desk)
        case .age: return String(ageClass(of: first))
        case .rule, .owner: return reader.phrases.order(of: group.title)
        }
    }

    private func deskOrder(_ desk: String) -> String {
        let place = houseDesks.firstIndex(of: desk) ?? houseDesks.count
        return "\(place < 10 ? "0" : "")\(place)\(desk)"
    }

    /// 0 for today, 1 for this week, 2 for older.
    private func ageClass(of slip: Slip) -> Int {
        let minutes = Instant.minutes(from: max(slip.since, Instant(milliseconds: 0)), to: reader.now)
        return minutes < 1440 ? 0 : minutes < 7 * 1440 ? 1 : 2
    }
}
