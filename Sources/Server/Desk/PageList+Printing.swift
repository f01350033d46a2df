import Addresses
import Engine
import House
package import Ledger
package import Phrases

/// The list as people read it, and as programs do that try every page.
extension PageList {
    /// As the lines of a Markdown document; of a ceremony without records it says what every ceremony has.
    package func lines(in languages: [Phrases]) -> [String] {
        let names = languages.map { $0("convention.name") }
        let head = [
            "| address | \(names.joined(separator: " | ")) | key | who |", "|---|" + String(repeating: "---|", count: names.count + 2),
        ]
        return PageList.opening + ["", "\(pages.count) pages of \(ofEachShape.count) shapes.", ""] + head
            + pages.map { page in
                let titles = languages.map { page.title($0).replacing("|", with: "\\|") }
                let key = page.key.map { "`g \($0)`" } ?? ""
                return "| `\(page.address.text)` | \(titles.joined(separator: " | ")) | \(key) | \(PageList.who(page)) |"
            }
    }

    private static let opening = [
        "# Every page", "",
        "<!-- Printed by `chancery pages` from what the rooms register: do not change this file. -->", "",
        "Each with its address, its title, the letters that lead there and the roles to which it is open: those of [the table of",
        "rights](rights.md), as far as their records go. Beside these each record has its page at `/records/KIND/CODE`, its form at",
        "`/edit/KIND/CODE` and its acts at `/do/ACT/KIND/CODE`; `chancery pages --data FOLDER` prints them for a ceremony.",
    ]

    private static func who(_ page: ListedPage) -> String {
        page.address == .signIn ? "whoever has not signed in" : RightsTable.who(page.isOpen)
    }

    /// One line of JSON a page.
    package func json(in languages: [Phrases]) -> [String] {
        let first = Set(ofEachShape.map(\.address))
        return pages.map { page in
            JSON.object([
                .init("address", .text(page.address.text)), .init("shape", .text(page.shape)),
                .init("first", .flag(first.contains(page.address))),
                .init("title", .object(languages.map { .init($0.language.rawValue, .text(page.title($0))) })),
                .init("key", page.key.map { .text($0) } ?? .null), .init("programs", .flag(page.isForPrograms)),
                .init("who", .list(RightsTable.roles().filter { page.isOpen(to: $0.rights) }.map { .text($0.name) })),
            ]).written
        }
    }
}
