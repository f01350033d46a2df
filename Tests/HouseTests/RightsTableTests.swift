import Engine
import Foundation
import House
import Ledger
import Mounting
import Rulebook
import Testing

/// The printed table of rights is what the engine answers, and stands in the documents as it is.
@Suite struct `The table of rights` {
    @Test func `stands in the documents as the engine answers it`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let written = try String(contentsOf: root.appending(path: "docs/rights.md"), encoding: .utf8)
        let printed = RightsTable.lines().joined(separator: "\n") + "\n"
        #expect(written == printed, "write `chancery rights` to docs/rights.md")
    }

    @Test func `names every act, every kind and every personal field once`() {
        let lines = RightsTable.lines()
        for act in houseActs { #expect(lines.count { $0.hasPrefix("| `\(act.name.rawValue)` | `") && $0.hasSuffix("|") } >= 1) }
        let kinds = lines.filter { $0.contains("preparation or acts") || $0.contains(" alone |") }
        #expect(kinds.count == houseRegister.kinds.count)
        let personal = houseRegister.kinds.flatMap(\.columns).count(where: \.isPersonal)
        #expect(lines.count - (lines.firstIndex(of: "## Personal fields") ?? 0) - 4 == personal)
    }

    @Test func `lets nobody prepare what has no keeper, and the administration nothing of a desk`() throws {
        let roles = RightsTable.roles()
        let administrator = try #require(roles.first { $0.name == "administrator" })
        let auditor = try #require(roles.first { $0.name == "auditor" })
        for kind in houseRegister.kinds {
            #expect(!houseConstitution.lets(auditor.rights, change: kind), "\(kind.code)")
            let administers = ["account", "grant", "pending_act"].contains(kind.code)
            #expect(houseConstitution.lets(administrator.rights, change: kind) == administers, "\(kind.code)")
            for column in kind.columns where column.isPersonal {
                #expect(!administrator.rights.sees(column) && !auditor.rights.sees(column), "\(kind.code).\(column.name)")
            }
        }
    }
}
