import Engine
import Ledger
import Rulebook
import Testing

@Suite struct `What takes two officers` {
    private func house() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        try await house.write("A")
        return house
    }

    private func power(_ house: ExampleHouse, _ contents: [(String, JSON)], of code: String = "GUARD", by account: String) async -> String?
    {
        await why(house.do(.edit, code, kind: "keeper", contents, by: account))
    }

    @Test func `is proposed by one and done when another confirms it`() async throws {
        let house = try await house()
        let receipt = try await house.do(.burn, "A", [("urn", .text("attic"))]).get()
        #expect(receipt.proposal != nil && house.letter("A")?.gone == nil)
        #expect(house.pending()?.proposer == "CLERK" && house.pending()?.state == .open)
        let confirmed = try await house.do(.confirm, "TWO-1", kind: "pending_act", by: "CHIEF").get()
        #expect(confirmed.confirms == .burn)
        #expect(house.letter("A")?.gone != nil && house.letter("A")?.urn == "attic")
        #expect(house.pending()?.state == .confirmed && house.pending()?.decider == "CHIEF")
    }

    @Test func `may be some of what an act does: the rest of it takes one`() async throws {
        let house = try await house()
        let given: (String) -> [(String, JSON)] = { [("title", .text($0)), ("pages", .integer(1))] }
        #expect(try await house.do(.turnIn, "ONE", given("note")).get().proposal == nil)
        #expect(await why(house.do(.turnIn, "TWO", given("bequest"), isProved: false)) == "needs_proof")
        #expect(try await house.do(.turnIn, "TWO", given("bequest")).get().proposal != nil)
        #expect(house.letter("ONE") != nil && house.letter("TWO") == nil)
        #expect(await house.decide(.confirm, by: "CHIEF") == nil)
        #expect(house.letter("TWO")?.title == "bequest")
    }

    @Test func `is what gives power too, and nothing that gives none`() async throws {
        let house = try await house()
        #expect(await power(house, [("desk", .text("CMD"))], by: "ADM-A") == nil)
        #expect(house.chancery.published.picture.find(Keeper.self, "GUARD")?.desk == "SEC")
        #expect(await house.decide(.confirm, by: "ADM-B") == nil)
        #expect(house.chancery.published.picture.find(Keeper.self, "GUARD")?.desk == "CMD")
        #expect(await why(house.do(.edit, "A", [("title", .text("b"))])) == nil)
        #expect(house.letter("A")?.title == "b")
    }

    @Test func `is done at once where nothing of it is left to do`() async throws {
        let house = try await house()
        _ = try await house.do(.burn, "A").get()
        #expect(await house.decide(.confirm, by: "CHIEF") == nil)
        let head = house.head
        let again = try await house.do(.burn, "A").get()
        #expect(again.proposal == nil && house.head == head)
    }

    @Test func `needs a second who could do it, or the folder of the data`() async throws {
        let house = try await ExampleHouse()
        try await house.give("ADM-A", [("administers", .flag(true))])
        try await house.give("CLERK", [("desk", .text("CMD"))])
        try await house.give("GONE", [("desk", .text("closed")), ("administers", .flag(true))])
        _ = try await house.do(.edit, "A", [("title", .text("a"))]).get()
        #expect(await why(house.do(.burn, "A")) == "second_officer_missing")
        #expect(await power(house, [("desk", .text("SEC"))], of: "NEW", by: "ADM-A") == "second_officer_missing")
        let alone = try await house.do(.edit, "NEW", kind: "keeper", [("desk", .text("CMD"))], as: .dataFolder(for: "CLERK")).get()
        #expect(alone.proposal == nil)
        #expect(house.chancery.published.picture.find(Keeper.self, "NEW")?.desk == "CMD")
        #expect(try await house.do(.burn, "A").get().proposal != nil, "now there are two at the desk")
        #expect(try await house.do(.burn, "A", as: .dataFolder(for: "CLERK")).get().proposal != nil)
    }

    @Test func `is not confirmed by who proposed it, by whatever account or office`() async throws {
        let house = try await house()
        try await house.give("CLERK-TOO", [("desk", .text("CMD")), ("person", .integer(4))])
        _ = try await house.do(.burn, "A").get()
        #expect(await house.decide(.confirm, by: "CLERK") == "own_proposal")
        #expect(await house.decide(.turnDown, by: "CLERK") == "own_proposal")
        #expect(await house.decide(.confirm, by: "CLERK-TOO") == "own_proposal")
        func bearer(_ officer: String, _ account: String, letInBy: [String] = []) -> Authority {
            Authority(officer: officer, account: account, way: .session("s"), isProved: true, letInBy: letInBy)
        }
        #expect(await house.decide(.confirm, by: "", as: bearer("CHIEF", "CLERK")) == "own_proposal")
        #expect(await house.decide(.confirm, by: "", as: bearer("CHIEF", "BOX", letInBy: ["CLERK"])) == "same_hand")
        #expect(house.letter("A")?.gone == nil)
        #expect(await house.decide(.confirm, by: "", as: bearer("CHIEF", "BOX", letInBy: ["ADM-A"])) == nil)
    }

    @Test func `is not confirmed by who has let in whoever proposed it`() async throws {
        let house = try await house()
        func bearer(_ code: String, letInBy: [String]) -> Authority {
            Authority(officer: code, account: code, way: .session("s"), isProved: true, letInBy: letInBy)
        }
        _ = try await house.do(.burn, "A", as: bearer("CLERK", letInBy: ["ADM-B"])).get()
        #expect(await house.decide(.confirm, by: "ADM-B") == "same_hand", "who holds the code of another's account can be both")
        #expect(await house.decide(.confirm, by: "", as: bearer("BOTH", letInBy: ["ADM-B"])) == "same_hand", "two of one hand are one")
        #expect(house.letter("A")?.gone == nil)
        #expect(await house.decide(.confirm, by: "", as: bearer("BOTH", letInBy: ["ADM-A"])) == nil)
        #expect(house.letter("A")?.gone != nil)
    }

    @Test(
        arguments: [
            (["ADM-B"], ["BOX", "ADM-B"]), (["CHIEF", "ADM-B"], ["ADM-A", "ADM-B"]), (["BOTH"], []), ([], ["CLERK"]),
            (["BOX", "BOTH"], []),
        ] as [([String], [String])])
    func `is not confirmed by who came in by one hand with the proposer, through however many others`(
        proposer: [String], decider: [String]
    ) async throws {
        let house = try await house()
        let first = Authority(officer: "CLERK", account: "CLERK", way: .session("s"), isProved: true, letInBy: proposer)
        let second = Authority(officer: "BOTH", account: "BOTH", way: .session("t"), isProved: true, letInBy: decider)
        _ = try await house.do(.burn, "A", as: first).get()
        #expect(await house.decide(.confirm, by: "", as: second) == "same_hand")
        #expect(house.letter("A")?.gone == nil)
    }

    @Test(arguments: [(["?"], []), ([], ["?"])] as [([String], [String])])
    func `is not confirmed where nobody wrote down who let one of the two in`(proposer: [String], decider: [String]) async throws {
        let house = try await house()
        let first = Authority(officer: "CLERK", account: "CLERK", way: .session("s"), isProved: true, letInBy: proposer)
        let second = Authority(officer: "BOTH", account: "BOTH", way: .session("t"), isProved: true, letInBy: decider)
        _ = try await house.do(.burn, "A", as: first).get()
        #expect(await house.decide(.confirm, by: "", as: second) == "unknown_hand")
    }

    @Test func `of new records is confirmed though others of their kind were written meanwhile`() async throws {
        let house = try await house()
        let bequest: [(String, JSON)] = [("title", .text("bequest")), ("pages", .integer(1))]
        _ = try await house.do(.turnIn, "", bequest).get()
        _ = try await house.do(.turnIn, "", bequest).get()
        try await house.write("LATER")
        #expect(await house.decide(.confirm, "TWO-1", by: "CHIEF") == nil)
        #expect(await house.decide(.confirm, "TWO-2", by: "CHIEF") == nil)
        #expect(house.chancery.published.picture.all(Letter.self).count { $0.title == "bequest" } == 2)
    }

    @Test func `is not confirmed at the closed house by the officer who proposed it there, nor by the same person`() async throws {
        let house = try await house()
        try await house.give("CLERK-TOO", [("desk", .text("CMD")), ("person", .integer(4))])
        _ = try await house.do(.burn, "A", as: .dataFolder(for: "BOTH")).get()
        #expect(await house.decide(.confirm, by: "", as: .dataFolder(for: "BOTH")) == "own_proposal")
        #expect(await house.decide(.turnDown, by: "", as: .dataFolder(for: "BOTH")) == "own_proposal")
        _ = try await house.do(.burn, "A", as: .dataFolder(for: "CLERK")).get()
        #expect(await house.decide(.confirm, "TWO-2", by: "", as: .dataFolder(for: "CLERK-TOO")) == "own_proposal")
        let opener = Authority(officer: "CHIEF", account: nil, way: .opener, isProved: true)
        #expect(await house.decide(.confirm, by: "", as: opener) == "unknown_record")
        #expect(await house.decide(.confirm, by: "", as: .dataFolder(for: "CHIEF")) == nil)
    }

    @Test func `is confirmed and turned down only by who could do it`() async throws {
        let house = try await house()
        _ = try await house.do(.burn, "A").get()
        #expect(await house.decide(.confirm, by: "GUARD") == "unknown_record")
        #expect(await house.decide(.turnDown, by: "GUARD") == "unknown_record")
        #expect(await house.decide(.turnDown, by: "CHIEF") == nil)
        #expect(house.pending()?.state == .turnedDown)
        #expect(await power(house, [("desk", .text("CMD"))], by: "ADM-A") == nil)
        #expect(await house.decide(.confirm, "TWO-2", by: "CHIEF") == "unknown_record")
        #expect(await house.decide(.confirm, "TWO-2", by: "ADM-B") == nil)
    }

    @Test func `gives nobody power by their own hand, neither proposing nor confirming`() async throws {
        let house = try await house()
        #expect(await power(house, [("desk", .text("CMD"))], of: "ADM-A", by: "ADM-A") == "own_power")
        #expect(await power(house, [("desk", .text("CMD+SEC"))], of: "ADM-B", by: "ADM-A") == nil)
        #expect(await house.decide(.confirm, by: "ADM-B") == "own_power")
        #expect(await power(house, [("desk", .text("MOON"))], by: "ADM-A") == "no_such_desk")
    }

    @Test func `is confirmed only by who sees all that it names`() async throws {
        let house = try await house()
        try await house.give("ADM-S", [("administers", .flag(true)), ("ceiling", .text("secret")), ("desk", .text("CMD"))])
        try await house.give("ADM-T", [("administers", .flag(true)), ("ceiling", .text("secret")), ("desk", .text("CMD"))])
        try await house.write("S", [("classification", .text("secret"))])
        #expect(await power(house, [("box", .text("S"))], by: "ADM-S") == nil)
        #expect(await house.decide(.confirm, by: "ADM-A") == "unknown_reference")
        #expect(await house.decide(.confirm, by: "ADM-T") == nil)
    }

    @Test func `a proposal is as secret as what it would change`() async throws {
        let house = try await house()
        try await house.write("S", [("classification", .text("secret"))])
        _ = try await house.do(.burn, "S", as: .dataFolder(for: "BOTH")).get()
        #expect(house.pending()?.heading.classification == .secret)
        #expect(await house.decide(.confirm, by: "CHIEF") == "unknown_record")
        #expect(await house.decide(.confirm, by: "", as: .dataFolder(for: "CHIEF")) == nil)
    }

    @Test func `what was secret is not opened by who may not know of it`() async throws {
        let house = try await house()
        try await house.give("ADM-S", [("administers", .flag(true)), ("ceiling", .text("secret"))])
        try await house.give("SECRET", [("desk", .text("SEC")), ("classification", .text("secret"))])
        #expect(await power(house, [("classification", .text("internal"))], of: "SECRET", by: "ADM-S") == nil)
        #expect(await house.decide(.confirm, by: "ADM-A") == "unknown_record")
        var open = try #require(house.pending())
        open.heading.classification = .internal
        try await house.tell(open)
        #expect(await house.decide(.confirm, by: "ADM-A") == "not_yours", "nor where the proposal itself lies in the open")
        #expect(house.chancery.published.picture.find(Keeper.self, "SECRET")?.heading.classification == .secret)
    }

    @Test func `is proposed and confirmed by people who have proved themselves`() async throws {
        let house = try await house()
        let title: [(String, JSON)] = [("title", .text("ambassador"))]
        #expect(await why(house.do(.edit, "O", kind: "officer", title, isProved: false)) == "needs_proof")
        #expect(try await house.do(.edit, "O", kind: "officer", title).get().proposal != nil)
        let unproved = ExampleHouse.session("CHIEF", isProved: false)
        #expect(await house.decide(.confirm, by: "CHIEF", as: unproved) == "needs_proof")
        #expect(await house.decide(.confirm, by: "CHIEF") == nil)
    }

    @Test func `nothing about a person waits in the open`() async throws {
        let house = try await house()
        #expect(await power(house, [("name", .text("somebody"))], by: "ADM-B") == "personal_in_proposal")
        #expect(house.pending() == nil)
    }
}

@Suite struct `A proposal` {
    private func house() async throws -> ExampleHouse {
        let house = try await ExampleHouse()
        try await house.staff()
        try await house.write("A")
        _ = try await house.do(.burn, "A").get()
        return house
    }

    @Test func `is not confirmed where anything of it has changed meanwhile`() async throws {
        let house = try await house()
        _ = try await house.do(.edit, "A", [("pages", .integer(2))]).get()
        #expect(await house.decide(.confirm, by: "CHIEF") == "proposal_changed")
        #expect(house.letter("A")?.gone == nil)
    }

    @Test func `is not confirmed where it would mean something else by now`() async throws {
        let house = try await ExampleHouse()
        try await house.staff()
        try await house.write("A")
        func sexton(_ place: String) async -> String? { await why(house.do(.edit, "SEXTON", kind: "officer", [("title", .text(place))])) }
        #expect(await sexton("attic") == nil)
        _ = try await house.do(.burn, "A").get()
        #expect(await sexton("cellar") == nil)
        #expect(await house.decide(.confirm, by: "CHIEF") == "proposal_changed")
        #expect(await sexton("attic") == nil)
        #expect(await house.decide(.confirm, by: "CHIEF") == nil)
        #expect(house.letter("A")?.urn == "attic")
    }

    @Test func `is over after three days, and no earlier date brings it back`() async throws {
        let house = try await house()
        let inTime = morning.adding(minutes: 72 * 60 - 1)
        house.setClock(morning.adding(minutes: 72 * 60))
        for act in [ActName.confirm, .turnDown] { #expect(await house.decide(act, by: "CHIEF") == "proposal_over") }
        #expect(await house.decide(.withdrawProposal, by: "CLERK") == "proposal_over")
        for (act, account) in [(ActName.confirm, "CHIEF"), (.turnDown, "CHIEF"), (.withdrawProposal, "CLERK")] {
            #expect(await why(house.do(act, "TWO-1", kind: "pending_act", by: account, happened: inTime)) == "proposal_over")
        }
        house.setClock(inTime)
        #expect(await house.decide(.confirm, by: "CHIEF") == nil)
    }

    @Test func `is decided once`() async throws {
        let house = try await house()
        #expect(await house.decide(.confirm, by: "CHIEF") == nil)
        let gone = house.letter("A")?.gone
        house.setClock(morning.adding(minutes: 1))
        #expect(await house.decide(.confirm, by: "BOTH") == "proposal_over")
        #expect(await house.decide(.turnDown, by: "BOTH") == "proposal_over")
        #expect(await house.decide(.withdrawProposal, by: "CLERK") == "proposal_over")
        #expect(house.letter("A")?.gone == gone)
    }

    @Test func `is withdrawn by who proposed it alone`() async throws {
        let house = try await house()
        #expect(await house.decide(.withdrawProposal, by: "CHIEF") == "not_own_proposal")
        #expect(await house.decide(.withdrawProposal, by: "CLERK") == nil)
        #expect(await house.decide(.confirm, by: "CHIEF") == "proposal_over")
    }

    @Test func `is confirmed one at a time, and where there is one`() async throws {
        let house = try await house()
        try await house.write("B")
        _ = try await house.do(.burn, "B").get()
        let both = ["TWO-1", "TWO-2"].map { ActRequest.Proposal(kind: "pending_act", code: $0) }
        let asked = await house.chancery.perform(ActRequest(act: .confirm, by: ExampleHouse.session("CHIEF"), proposals: both))
        #expect(why(asked) == "unknown_record")
        #expect(await house.decide(.confirm, "TWO-3", by: "CHIEF") == "unknown_record")
        #expect(house.letter("A")?.gone == nil && house.letter("B")?.gone == nil)
    }

    @Test func `is not prepared, changed or taken away by hand`() async throws {
        let house = try await house()
        let made: [(String, JSON)] = [("act", .text("burn")), ("proposer", .text("BOTH"))]
        #expect(await why(house.do(.edit, "TWO-9", kind: "pending_act", made)) == "field_is_required")
        #expect(await why(house.do(.edit, "TWO-1", kind: "pending_act", [("state", .text("confirmed"))])) == "only_by_act")
        #expect(await why(house.do(.remove, "TWO-1", kind: "pending_act")) == "only_by_act")
    }

    @Test func `keeps what was given by number, and is the same whichever form it was given in`() async throws {
        let house = try await house()
        try await house.write("B")
        _ = try await house.do(.burn, "B") { $0.values = [("urn", .text("attic"))] }.get()
        #expect(await house.decide(.confirm, "TWO-2", by: "CHIEF") == nil)
        #expect(house.letter("B")?.urn == "attic")
    }

    @Test func `that nobody can read any more is over`() async throws {
        let house = try await house()
        let pending = try #require(house.pending())
        for records in ["[1]", "nonsense", "{}", #"[{"kind":"letter","code":"A"}]"#] {
            var damaged = pending
            damaged.records = records
            try await house.tell(damaged)
            #expect(await house.decide(.confirm, by: "CHIEF") == "proposal_over", "\(records)")
            #expect(await house.decide(.turnDown, by: "CHIEF") == "proposal_over", "\(records)")
        }
        var strange = pending
        strange.proposerWay = "carrier_pigeon"
        try await house.tell(strange)
        #expect(await house.decide(.confirm, by: "CHIEF") == "proposal_over")
    }

    @Test func `is not confirmed once its proposer may no longer do it`() async throws {
        let house = try await house()
        try await house.give("CLERK", [("desk", .text("SEC"))])
        #expect(await house.decide(.confirm, by: "CHIEF") == "not_yours")
        #expect(house.letter("A")?.gone == nil)
    }

    @Test func `is one, however often it is sent under one key`() async throws {
        let house = try await house()
        try await house.write("B")
        let first = try await house.do(.burn, "B", key: "k").get()
        let again = try await house.do(.burn, "B", key: "k").get()
        #expect(again.wasWritten && again.sequence == first.sequence)
        #expect(house.pending("TWO-3") == nil)
        #expect(await why(house.do(.seal, "B", key: "k")) == "key_used")
        #expect(await why(house.do(.propose, "B", key: "k")) == "key_used")
        #expect(await why(house.do(.confirm, "TWO-2", kind: "pending_act", by: "CHIEF", key: "l")) == nil)
        #expect(await why(house.do(.burn, "A", key: "l")) == "key_used", "confirming is not proposing")
    }

    @Test func `that is looked at says what it would do, and that it waits`() async throws {
        let house = try await house()
        try await house.write("B")
        let request = ActRequest(
            act: .burn, by: ExampleHouse.session("CLERK"), proposals: [ActRequest.Proposal(kind: "letter", code: "B")])
        let preview = try await house.chancery.preview(request).get()
        #expect(preview.takesTwo && preview.picture.find(Letter.self, "B")?.gone != nil)
        #expect(house.pending("TWO-2") == nil)
    }
}
