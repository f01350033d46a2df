package import Engine
import Ledger
import Mounting
import Rulebook

/// Who may do what, printed by asking the engine itself for each role in turn: nothing is listed here a second time.
///
/// A role is what one grant opens: a desk, the administration, the audit. An account may do what its grants open together, of records
/// up to its ceiling, and where it is limited to one party or body of that one's alone.
package enum RightsTable {
    /// One role with nothing but what it opens.
    package struct Role: Sendable {
        package let name: String
        package let rights: Rights
    }

    package static func roles(of house: Constitution = houseConstitution) -> [Role] {
        let desks = houseRooms.flatMap(\.desks).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return desks.map { Role(name: $0, rights: Rights(desks: [$0], ceiling: .topSecret)) } + [
            Role(name: "administrator", rights: Rights(desks: [], ceiling: .topSecret, administers: true)),
            Role(name: "auditor", rights: Rights(desks: [], ceiling: .topSecret, audits: true)),
        ]
    }

    /// The table as the lines of a Markdown document.
    package static func lines(of house: Constitution = houseConstitution) -> [String] {
        func who(_ may: (Rights) -> Bool) -> String { self.who(may, in: house) }
        return opening + acts(house, who) + kinds(house, who) + fields(house, who)
    }

    /// The roles that may, by their names.
    package static func who(_ may: (Rights) -> Bool, in house: Constitution = houseConstitution) -> String {
        let roles = roles(of: house)
        let names = roles.filter { may($0.rights) }.map(\.name)
        return names.isEmpty ? "nobody" : names.count == roles.count ? "everybody" : names.joined(separator: ", ")
    }

    private static let opening = [
        "# Who may do what", "",
        "<!-- Printed by `chancery rights`, which asks the engine for each role: do not change this file. -->", "",
        "A role is what one grant opens: a desk by its letters, the administration, the audit. An account may do what its grants open",
        "together, of records up to its ceiling, and where it is limited to one party or body of that one's alone. The folder of the",
        "data opens every desk. *Proof*: whoever does it has proved within a quarter of an hour to be themselves.",
    ]

    private static func acts(_ house: Constitution, _ who: ((Rights) -> Bool) -> String) -> [String] {
        ["", "## Acts", "", "| act | writes | who | standing | officers | proof |", "|---|---|---|---|---|---|"]
            + house.acts.sorted { $0.name.rawValue < $1.name.rawValue }.map { act in
                let kind = house.register.kind(slot: act.slot)?.code ?? ""
                let officers = act.officers == .two ? "two" : act.takesTwoForSome ? "two for some" : "one"
                return "| `\(act.name.rawValue)` | `\(kind)` | \(who { house.lets($0, do: act) }) | \(act.standing) | \(officers) | "
                    + "\(house.needsProof(act) ? "yes" : "") |"
            }
    }

    private static func kinds(_ house: Constitution, _ who: ((Rights) -> Bool) -> String) -> [String] {
        [
            "", "## Records", "", "| kind | known to | prepared by | comes about by | only acts write | proof |",
            "|---|---|---|---|---|---|",
        ]
            + house.register.kinds.sorted { $0.code < $1.code }.map { kind in
                let way = house.actOnly.wayIn(to: kind.slot).map { "`\($0.rawValue)` alone" } ?? "preparation or acts"
                let withheld = house.actOnly.withheld(of: kind).sorted { $0.key < $1.key }.map { column, words in
                    words.isEmpty ? column : "\(column) (\(words.sorted().joined(separator: ", ")))"
                }
                return "| `\(kind.code)` | \(who { house.shows(kind, to: $0) }) | \(who { house.lets($0, change: kind) }) | \(way) | "
                    + "\(withheld.joined(separator: ", ")) | \(house.needsProof(kind) ? "yes" : "") |"
            }
    }

    private static func fields(_ house: Constitution, _ who: ((Rights) -> Bool) -> String) -> [String] {
        ["", "## Personal fields", "", "| kind | field | seen by |", "|---|---|---|"]
            + house.register.kinds.sorted { $0.code < $1.code }.flatMap { kind in
                kind.columns.filter(\.isPersonal).map { column in
                    "| `\(kind.code)` | `\(column.name)` | \(who { $0.sees(column) }) |"
                }
            }
    }
}
