import Engine
import House
import Ledger
import LedgerSQLite
import Parties
import Rulebook
import Testing

private let folderHolder = Authority.dataFolder(for: "O-A")

@Suite struct `An erasure of one person` {
    /// The desks of the clerk and of the treaty officer.
    private func withDesks(_ desks: (String, String), _ body: (PoweredHouse) async throws -> Void) async throws {
        try await withPoweredHouse(administrators: []) { house in
            for (account, desk) in [("CLERK", desks.0), ("TREATY", desks.1)] {
                _ = await house.ask(.remove, "grant", "G-\(account)", by: folderHolder)
                let grant: [(String, JSON)] = [("account", .text(account)), ("desk", .text(desk)), ("ceiling", .text("internal"))]
                _ = try await house.ask(.edit, "grant", "D-\(account)", grant, by: folderHolder).get()
            }
            _ = try await house.ask(.edit, "person", "N-1", [("family_name", .text("NAME-N-1"))], by: folderHolder).get()
            try await body(house)
        }
    }

    @Test(arguments: [("DAT", "DAT"), ("DAT", "PTY"), ("PTY", "DAT")])
    func `is asked for and confirmed at the desk for personal data as at the one for parties`(desks: (String, String)) async throws {
        try await withDesks(desks) { house in
            let (clerk, treaty) = (PoweredHouse.session("CLERK"), PoweredHouse.session("TREATY"))
            let proposal = try await house.proposed(await house.ask(.erase, "person", "N-1", by: clerk, reason: "asked by letter"))
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: clerk)) == "own_proposal")
            #expect(outcome(await house.ask(.confirm, "pending_act", proposal, by: treaty)) == "done")
            let picture = house.chancery.published.picture
            #expect(picture.find(Person.self, "N-1")?.familyName.content == "")
        }
    }

    @Test func `is nobody else's to ask for, and the desk for personal data writes nothing else of a person`() async throws {
        try await withDesks(("DAT", "SGN")) { house in
            let (keeper, other) = (PoweredHouse.session("CLERK"), PoweredHouse.session("TREATY"))
            #expect(outcome(await house.ask(.erase, "person", "N-1", by: other)) == "not_yours")
            #expect(outcome(await house.ask(.edit, "person", "N-1", [("delegation", .text(""))], by: keeper)) == "not_yours")
            #expect(outcome(await house.ask(.remove, "person", "N-1", by: keeper)) == "not_yours")
        }
    }

    @Test func `leaves a proposal that says what was asked, of how many, by whom and who confirmed it, and nothing of whom`() async throws {
        try await withDesks(("DAT", "DAT")) { house in
            let (clerk, treaty) = (PoweredHouse.session("CLERK"), PoweredHouse.session("TREATY"))
            let proposal = try await house.proposed(
                await house.ask(.erase, "person", "N-1", by: clerk, reason: "the family wrote"))
            _ = try await house.ask(.confirm, "pending_act", proposal, by: treaty).get()
            let done = try #require(house.chancery.published.picture.find(PendingAct.self, proposal))
            #expect(done.act == "erase" && done.kinds == ["person"] && done.count == 1)
            #expect(done.proposer == "O-C" && done.decider == "O-D" && done.state == .confirmed && done.decided != nil)
            #expect(done.subjects == ["person/N-1"] && done.records.isEmpty && done.reason.isEmpty)
            var versions: [PendingAct] = []
            for version in try await house.journal.versions(kind: "pending_act", number: done.id.number) {
                let row = try houseRegister.row(version, keys: try await house.journal.keys())
                if let pending = (row as? Row<PendingAct>)?.record { versions.append(pending) }
            }
            #expect(versions.count == 2 && versions.allSatisfy { $0.kinds == ["person"] && $0.count == 1 && $0.records.isEmpty })
        }
    }
}
