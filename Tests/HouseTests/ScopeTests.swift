import Committee
import Engine
import House
import Ledger
import Parties
import Rulebook
import Testing

/// An account may be limited to what is one party's or one body's: it neither sees nor writes anything else.
@Suite struct `Whoever is limited to one party` {
    private let officer = PoweredHouse.session("CLERK")
    private let keeper = Authority.dataFolder(for: "O-A")

    /// Two parties with a delegation and a delegate each, a body that all may know of, and the clerk limited to the first.
    private func withParties(_ body: (PoweredHouse) async throws -> Void) async throws {
        try await withPoweredHouse { house in
            for (code, name) in [("LAO", "Lao"), ("VNM", "Viet Nam")] {
                try await write(
                    house, "party", code, [("kind", .text("member_state")), ("name_vi", .text(name)), ("name_en", .text(name))])
                try await write(house, "delegation", "D-\(code)", [("party", .text(code)), ("kind", .text("national"))])
                try await write(
                    house, "person", "P-\(code)", [("delegation", .text("D-\(code)")), ("family_name", .text("Synthetic \(code)"))])
            }
            try await write(house, "delegation", "D-NOBODY", [("kind", .text("national"))])
            try await write(
                house, "body", "OPEN",
                [("kind", .text("ministry")), ("name_vi", .text("Bộ")), ("name_en", .text("Open")), ("classification", .text("public"))])
            try await write(house, "account", "CLERK", [("party_only", .text("LAO"))])
            try await body(house)
        }
    }

    private func write(_ house: PoweredHouse, _ kind: String, _ code: String, _ contents: [(String, JSON)]) async throws {
        _ = try await house.ask(.edit, kind, code, contents, by: keeper).get()
    }

    private func reference(_ kind: String, _ code: String, _ picture: Picture) throws -> Reference {
        let kind = try #require(picture.register.kind(kind))
        return Reference(slot: kind.slot, number: try #require(picture[slot: kind.slot].number(of: code)))
    }

    @Test func `knows what names it or what is its own, and what is nobody's only where it is public`() async throws {
        try await withParties { house in
            let picture = house.chancery.published.picture
            let rights = try #require(await house.rights(of: "CLERK"))
            let hidden = Set(rights.hidden(in: picture))
            for (kind, code, isKnown) in [
                ("party", "LAO", true), ("party", "VNM", false), ("delegation", "D-LAO", true), ("delegation", "D-VNM", false),
                ("person", "P-LAO", true), ("person", "P-VNM", false), ("delegation", "D-NOBODY", false), ("body", "OPEN", true),
                ("body", "BCA", false), ("account", "CLERK", true), ("account", "ADM-A", false),
            ] {
                #expect(try hidden.contains(reference(kind, code, picture)) != isKnown, "\(kind) \(code)")
            }
        }
    }

    @Test func `knows what names another beside it and does not write it, and loses what hangs on something of another's`() async throws {
        try await withParties { house in
            try await write(house, "look_alike", "LA-1", [("party", .text("VNM")), ("other", .text("LAO")), ("why", .text("synthetic"))])
            let picture = house.chancery.published.picture
            let rights = try #require(await house.rights(of: "CLERK"))
            #expect(try rights.sees(#require(picture[reference("look_alike", "LA-1", picture)]), in: picture))
            #expect(outcome(await house.ask(.edit, "look_alike", "LA-1", [("why", .text("mine"))], by: officer)) == "beyond_scope")
            // A person of the other delegation does not become one's own by being named.
            try await write(house, "delegation", "D-LAO", [("head", .text("P-VNM"))])
            let after = house.chancery.published.picture
            #expect(try !rights.sees(#require(after[reference("delegation", "D-LAO", after)]), in: after))
        }
    }

    @Test func `of one body has what names it, and not what is answered for by another or stands in its hall`() async throws {
        try await withParties { house in
            for (code, owner) in [("H-OPEN", "OPEN"), ("H-BCA", "BCA")] {
                try await write(
                    house, "hotel", code, [("name_vi", .text("Khách sạn")), ("name_en", .text("Hotel")), ("owner", .text(owner))])
            }
            try await write(house, "account", "TREATY", [("body_only", .text("OPEN"))])
            let picture = house.chancery.published.picture
            let rights = try #require(await house.rights(of: "TREATY"))
            for (kind, code, isKnown) in [
                ("hotel", "H-OPEN", true), ("hotel", "H-BCA", false), ("body", "OPEN", true), ("body", "BCA", false),
                ("officer", "O-A", false),
            ] {
                #expect(try rights.sees(#require(picture[reference(kind, code, picture)]), in: picture) == isKnown, "\(kind) \(code)")
            }
        }
    }

    @Test func `writes what is its own and nothing else`() async throws {
        try await withParties { house in
            #expect(outcome(await house.ask(.edit, "delegation", "D-LAO", [("assumed", .text("synthetic"))], by: officer)) == "done")
            #expect(
                outcome(
                    await house.ask(.edit, "delegation", "D-LAO-2", [("party", .text("LAO")), ("kind", .text("national"))], by: officer))
                    == "done")
            #expect(outcome(await house.ask(.edit, "delegation", "D-3", [("kind", .text("national"))], by: officer)) == "beyond_scope")
            #expect(outcome(await house.ask(.edit, "delegation", "D-LAO", [("party", .null)], by: officer)) == "beyond_scope")
            // What is another's is as if it were not there.
            #expect(
                outcome(await house.ask(.edit, "delegation", "D-3", [("party", .text("VNM")), ("kind", .text("national"))], by: officer))
                    == "unknown_reference")
            #expect(outcome(await house.ask(.edit, "delegation", "D-LAO", [("party", .text("VNM"))], by: officer)) == "unknown_reference")
            let others = outcome(await house.ask(.remove, "delegation", "D-VNM", by: officer))
            #expect(others == outcome(await house.ask(.remove, "delegation", "D-NEVER", by: officer)), "\(others)")
            // What everybody may look at is written by those who keep it.
            let desk: [(String, JSON)] = [("account", .text("CLERK")), ("desk", .text("CMD")), ("ceiling", .text("internal"))]
            let proposal = try await house.proposed(await house.ask(.edit, "grant", "G-C2", desk, by: PoweredHouse.session("ADM-A")))
            _ = try await house.ask(.confirm, "pending_act", proposal, by: PoweredHouse.session("ADM-B")).get()
            #expect(outcome(await house.ask(.edit, "body", "OPEN", [("assumed", .text("taken"))], by: officer)) == "beyond_scope")
            #expect(outcome(await house.ask(.remove, "body", "OPEN", by: officer)) == "beyond_scope")
        }
    }

    @Test func `gets beyond it only by two others, and is narrowed by one`() async throws {
        try await withParties { house in
            let first = PoweredHouse.session("ADM-A")
            for wider in [[("party_only", JSON.null)], [("party_only", .text("VNM"))], [("body_only", .text("BCA"))]] {
                #expect(outcome(await house.ask(.edit, "account", "CLERK", wider, by: first)) == "proposed", "\(wider)")
            }
            #expect(outcome(await house.ask(.edit, "account", "TREATY", [("party_only", .text("LAO"))], by: first)) == "done")
            try await write(house, "account", "TREATY-2", [("party_only", .text("LAO")), ("body_only", .text("BCA"))])
            // Of two limits each holds back what the other would let through.
            #expect(outcome(await house.ask(.edit, "account", "TREATY-2", [("body_only", .null)], by: first)) == "proposed")
            #expect(outcome(await house.ask(.edit, "account", "ADM-A", [("party_only", .text("LAO"))], by: first)) == "own_authority")
        }
    }

    @Test func `looks after nothing of others, whatever its grants say`() async throws {
        try await withParties { house in
            try await write(house, "account", "ADM-B", [("party_only", .text("LAO"))])
            let rights = try #require(await house.rights(of: "ADM-B"))
            #expect(!rights.administers && !rights.audits)
            #expect(
                outcome(await house.ask(.edit, "account", "NEW", [("title_vi", .text("Mới"))], by: PoweredHouse.session("ADM-B")))
                    == "not_yours")
        }
    }
}
