import Engine
import House
import Ledger
import Phrases
import Rulebook

/// What a check found, for people and for programs.
struct CheckReport {
    let slips: [Slip]
    let waived: Int
    let opening: LoadedCeremony
    let voice: Voice

    private var picture: Picture { opening.picture }

    /// Desk by desk, the stops first; at most `limit` slips of a rule are spelled out.
    func text(limit: Int) -> String {
        var lines = [
            voice.phrases(
                "cli.check.head",
                [
                    Fact("moment", Moment(opening.moment, in: picture.zone)), Fact("records", picture.count),
                    Fact("rules", houseRulebook.rules.count), Fact("entry", opening.picture.sequence),
                ]), "",
        ]
        lines += table
        for desk in desks {
            lines += ["", "\(desk)  \(voice.phrases("desk.\(desk)"))"]
            for (rule, found) in grouped(slips.filter { $0.desk == desk }) { lines += block(rule, found, limit: limit) }
        }
        if waived > 0 { lines += ["", voice.phrases("cli.check.waived", [Fact("count", waived)])] }
        let stops = slips.filter { $0.severity == .stop }.count
        lines += ["", voice.phrases("cli.check.sum", [Fact("slips", slips.count), Fact("stops", stops)])]
        return lines.joined(separator: "\n")
    }

    private var desks: [String] { houseDesks.filter { desk in slips.contains { $0.desk == desk } } }

    private var table: [String] {
        let names = Severity.allCases.reversed().map { voice.phrases("word.\($0.rawValue)") }
        let width = max(10, (names.map(\.count).max() ?? 0) + 2)
        let head = names.map { $0.filled(to: width) }.joined()
        return [String(repeating: " ", count: 44) + head]
            + desks.map { desk in
                let counts = Severity.allCases.reversed().map { severity in
                    String(slips.filter { $0.desk == desk && $0.severity == severity }.count).filled(to: width)
                }
                return "\(desk)  \(voice.phrases("desk.\(desk)"))".filled(to: 44) + counts.joined()
            }
    }

    private func grouped(_ slips: [Slip]) -> [(rule: String, found: [Slip])] {
        Dictionary(grouping: slips, by: \.rule).map { ($0.key, $0.value) }.sorted { left, right in
            let (first, second) = (left.1[0].severity, right.1[0].severity)
            return first != second ? first > second : left.0 < right.0
        }
    }

    private func block(_ rule: String, _ found: [Slip], limit: Int) -> [String] {
        var lines = ["  \(rule)  \(voice.phrases("word.\(found[0].severity.rawValue)"))  \(voice.phrases("rule.\(rule)"))"]
        for slip in found.prefix(limit) {
            lines.append("    - \(voice.explanation(of: slip, in: picture))\(assumed(slip))")
        }
        if found.count > limit { lines.append("    … " + voice.phrases("cli.check.more", [Fact("count", found.count - limit)])) }
        lines.append("    → \(voice.mending(of: found[0], in: picture))")
        return lines
    }

    /// What of the subjects is an assumption is said wherever they are shown.
    private func assumed(_ slip: Slip) -> String {
        let assumptions = assumptions(of: slip)
        return assumptions.isEmpty ? "" : " [\(voice.phrases("word.assumed")): \(assumptions.joined(separator: "; "))]"
    }

    private func assumptions(of slip: Slip) -> [String] {
        var assumptions: [String] = []
        for subject in slip.subjects {
            guard let row = picture[subject], let kind = picture.register.kind(slot: subject.slot), let place = kind.place(of: .assumption),
                case .text(let text) = row.value(place), !assumptions.contains(text)
            else { continue }
            assumptions.append(text)
        }
        return assumptions
    }

    var json: String {
        JSON.object([
            .init("as_of", .text(opening.moment.description)),
            .init("entry", .integer(Int64(opening.picture.sequence))),
            .init("rules", .integer(Int64(houseRulebook.rules.count))),
            .init("waived", .integer(Int64(waived))),
            .init("slips", .list(slips.map(json(of:)))),
        ]).written
    }

    private func json(of slip: Slip) -> JSON {
        .object([
            .init("rule", .text(slip.rule)), .init("variant", .text(slip.variant)), .init("severity", .text(slip.severity.rawValue)),
            .init("desk", .text(slip.desk)), .init("owner", owner(of: slip)),
            .init("subjects", .list(slip.subjects.map { .text(picture.code(of: $0) ?? "") })),
            .init("kinds", .list(slip.subjects.map { .text(picture.register.kind(slot: $0.slot)?.code ?? "") })),
            .init("since", .text(slip.since.description)),
            .init("stops", .list(slip.stops.map { .text($0.rawValue) })),
            .init("assumed", .list(assumptions(of: slip).map { .text($0) })),
            .init("explanation", .text(voice.explanation(of: slip, in: picture))),
            .init("mend", .text(voice.mending(of: slip, in: picture))),
        ])
    }

    private func owner(of slip: Slip) -> JSON { picture.owner(ofDesk: slip.desk).map { .text($0) } ?? .null }
}
