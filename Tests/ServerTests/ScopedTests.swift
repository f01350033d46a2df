import Addresses
import Engine
import Furniture
import House
import Ledger
import Mounting
import Rulebook
import Server
import Testing

/// Somebody limited to one party's records: nothing of another's is named, counted or guessed on any page.
@Suite struct `To whoever is limited to one party` {
    /// Two parties with a delegation and people each; what is the other's bears a word that stands nowhere else.
    private func withParties(_ body: (OpenHouse, Rights) async throws -> Void) async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        for (code, word, people) in [("OWN", "Ownland", 1), ("OTH", "Otherland", 3)] {
            try await house.write(
                "party", code, [("kind", .text("member_state")), ("name_vi", .text("Nước \(word)")), ("name_en", .text(word))])
            try await house.write(
                "delegation", "D-\(code)", [("party", .text(code)), ("kind", .text("national")), ("status", .text("confirmed"))])
            for number in 1...people {
                try await house.write(
                    "person", "P-\(code)-\(number)",
                    [("delegation", .text("D-\(code)")), ("family_name", .text("Synthetic")), ("given_name", .text(word))])
            }
        }
        let party = try #require(house.chancery.published.picture.register.kind("party"))
        let own = try #require(house.chancery.published.picture[slot: party.slot].number(of: "OWN"))
        let scope = Scope([Reference(slot: party.slot, number: own)])
        try await body(house, Rights(desks: ["PTY", "CMD"], ceiling: .internal, scope: scope))
    }

    @Test func `every page tells its own, and not a word of another's`() async throws {
        try await withParties { house, rights in
            let token = try await house.token(rights)
            let whole = Rights(desks: ["PTY", "CMD"], ceiling: .internal)
            let unlimited = try await house.token(whole)
            // All that the rooms mount, with the parts of these pages, and every list.
            let mounts = houseRooms.flatMap(\.pages).filter { !$0.isForPrograms }
            let parts = mounts.flatMap { mount in mount.fragments.map { "\(mount.samples[0].text)?part=\($0)" } }
            let listed = house.pages.pages.filter { page in
                page.isOpen(to: Powers(whole, in: houseConstitution))
                    && (page.shape == "list" || mounts.contains { $0.samples.contains(page.address) })
            }
            #expect(listed.count > 100 && parts.count >= 3)
            let pages: [Address] =
                listed.map(\.address) + parts.compactMap { Address($0) } + [
                    .list(ListQuery("people", order: "family_name")), .search("Otherland"), .search("land"),
                    .list(ListQuery("people", asOf: Day("2025-10-13"))), .sheet(ListQuery("people"), format: "csv"),
                ]
            // Whoever is not limited asks first, and last: what is kept for one is not shown to the other.
            for reader in [unlimited, token, unlimited] {
                for page in pages {
                    let (status, text) = await house.get(page, reader)
                    #expect(status == .fine, "\(page.text)")
                    let search = Address.search("Otherland").text
                    let words = page.text == search ? "Nước Otherland" : "Otherland"
                    if reader == token {
                        #expect(!text.contains(words) && !text.contains("OTH"), "\(page.text)")
                    }
                }
            }
            #expect(await house.get(.list(ListQuery("delegations")), token).text.contains("D-OWN"))
            #expect(await house.get(.list(ListQuery("people")), unlimited).text.contains("P-OTH-3"))
            #expect(await house.get(.search("Ownland"), token).text.contains("P-OWN-1"))
        }
    }

    @Test func `what is another's is not there, by whatever address`() async throws {
        try await withParties { house, rights in
            let token = try await house.token(rights)
            for (file, code) in [("parties", "OTH"), ("delegations", "D-OTH"), ("people", "P-OTH-1"), ("bodies", "BCA")] {
                let never = RecordAddress(file, "NEVER")
                let hidden = RecordAddress(file, code)
                #expect(await house.get(.record(hidden), token).status == house.get(.record(never), token).status)
                #expect(await house.get(.edit(hidden), token).status == house.get(.edit(never), token).status)
            }
            #expect(await house.get(.record(RecordAddress("delegations", "D-OWN")), token).status == .fine)
        }
    }

    @Test func `who came from another party comes without what was written of them there`() async throws {
        try await withParties { house, rights in
            let token = try await house.token(rights)
            try await house.write("person", "P-OTH-2", [("given_name", .text("Oncesecret"))])
            try await house.write("person", "P-OTH-2", [("given_name", .text("Plain")), ("delegation", .text("D-OWN"))])
            let page = await house.get(.record(RecordAddress("people", "P-OTH-2")), token)
            #expect(page.status == .fine && page.text.contains("Plain"))
            #expect(!page.text.contains("Oncesecret") && !page.text.contains("D-OTH") && !page.text.contains("Otherland"))
        }
    }

    @Test func `a slip is told that is about its own, and none that is about others`() async throws {
        try await withParties { house, rights in
            let all = await house.chancery.current().slips.all
            #expect(all.contains { !$0.subjects.isEmpty })
            let token = try await house.token(rights)
            let text = await house.get(.slips(SlipsQuery(grouping: .rule)), token).text
            #expect(!text.contains("OTH") && !text.contains("BCA"))
        }
    }
}
