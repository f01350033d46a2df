import Engine
import House
import Ledger
import Rulebook
import Testing

@Suite struct `Acts given as JSON` {
    @Test func `are read one or many`() throws {
        let one =
            #"{"act":"edit","actor":"A","reason":"r","happened":"2025-10-14T00:00:00Z","key":"k","records":[{"kind":"body","code":"X","set":{"note":"n"}}]}"#
        let requests = try ActRequest.reading(JSON(parsing: "[\(one),\(one)]"))
        #expect(requests.count == 2)
        #expect(requests[0].happened == Instant("2025-10-14T00:00:00Z"))
        #expect(requests[0].proposals[0].contents.map(\.column) == ["note"])
    }

    @Test(
        arguments: [
            (#"{"actor":"A","records":[]}"#, "act"), (#"{"act":"edit","records":[]}"#, "actor"),
            (#"{"act":"edit","actor":"A"}"#, "records"),
            (#"{"act":"edit","actor":"A","records":[{"code":"X"}]}"#, "records.kind"),
            (#"{"act":"edit","actor":"A","records":[{"kind":"body"}]}"#, "records.code"),
            (#"{"act":"edit","actor":"A","records":[{"kind":"body","code":"X","set":1}]}"#, "records.set"),
            (#"{"act":"edit","actor":"A","happened":"yesterday","records":[{"kind":"body","code":"X"}]}"#, "happened"),
            (#"{"act":"edit","actor":"A","colour":"red","records":[]}"#, "colour"), ("7", ""),
        ])
    func `are refused with the member that is wrong`(text: String, member: String) throws {
        let json = try JSON(parsing: text)
        #expect { try ActRequest.reading(json) } throws: { error in
            (error as? Refusal)?.code == "bad_request" && (error as? Refusal)?.facts.last == Fact("member", member)
        }
    }
}
