package import Addresses
package import Furniture
import Ledger
import Phrases
package import Rulebook

extension SlipsQuery {
    /// Whether it asks for a rule and a desk that there are.
    fileprivate var isKnown: Bool {
        (rule.isEmpty || houseRulebook.rules.contains { $0.id == rule }) && (desk.isEmpty || houseDesks.contains(desk))
    }
}

/// Everything that is wrong, put together by desk, owner, rule or age.
package struct SlipsModel: PageModel {
    /// Slips of one desk, owner, rule or age, as far as they stand on this page.
    package struct Group: Sendable {
        package let title: String
        package let slips: [Slip]
        /// How many there are of it on all pages.
        package let count: Int
    }

    package let query: SlipsQuery
    package private(set) var groups: [Group] = []
    /// On all pages.
    package let count: Int
    package let waived: Int
    private let now: Instant

    package init?(_ query: SlipsQuery, for reader: Reader) {
        guard query.isKnown else { return nil }
        self.query = query
        now = reader.now
        let asked = reader.slips.filter { (query.desk.isEmpty || $0.desk == query.desk) && (query.rule.isEmpty || $0.rule == query.rule) }
        let waivers = Waivers(in: reader.picture, at: reader.now)
        let open = asked.filter { !waivers.cover($0) }
        waived = asked.count - open.count
        let shown = query.withWaived ? asked : open
        count = shown.count
        groups = grouped(shown, for: reader)
    }

    /// Slips that are shown at once.
    private static let pageSize = 100
    package var pages: Int { max(1, (count + Self.pageSize - 1) / Self.pageSize) }
    package var page: Int { min(query.page, pages) }

    /// The worst first in every group, and the groups in the order of the house.
    private func grouped(_ slips: [Slip], for reader: Reader) -> [Group] {
        // A title is worded once for all slips that stand under it.
        let titles = Dictionary(slips.map { (heading(of: $0), $0) }) { first, _ in first }.mapValues { title(of: $0, for: reader) }
        let whole = Dictionary(grouping: slips) { titles[heading(of: $0)] ?? "" }.map {
            Group(
                title: $0, slips: $1.sorted { ($1.severity, $0.since, $0.identity) < ($0.severity, $1.since, $1.identity) }, count: $1.count
            )
        }
        .sorted { order(of: $0, for: reader) < order(of: $1, for: reader) }
        var before = (page - 1) * Self.pageSize
        var room = Self.pageSize
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

    private func title(of slip: Slip, for reader: Reader) -> String {
        switch query.grouping {
        case .desk: reader.phrases("desk.\(slip.desk)")
        case .rule: "\(slip.rule) · \(reader.phrases("rule.\(slip.rule)"))"
        case .owner: reader.picture.ownerReference(ofDesk: slip.desk).map(reader.name) ?? "—"
        case .age: reader.phrases("slips.age.\(ageClass(of: slip))")
        }
    }

    private func order(of group: Group, for reader: Reader) -> String {
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
        let minutes = Instant.minutes(from: max(slip.since, Instant(milliseconds: 0)), to: now)
        return minutes < 1440 ? 0 : minutes < 7 * 1440 ? 1 : 2
    }
}
