import Addresses
import Engine
import House
import Ledger
import Phrases
import Rulebook
import Server
import Testing

/// A chore may find that an act has become due: it is shown to those who may do it, and done by nobody else.
@Suite struct `An act that is due` {
    private let keepers = Rights(desks: ["DAT"], ceiling: .internal)

    private func withPersonKeptTooLong(_ body: (OpenHouse) async throws -> Void) async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await house.write(
            "ceremony", "C", [("zone", .text("Asia/Ho_Chi_Minh")), ("opens", .text("2025-05-01")), ("closes", .text("2025-05-02"))])
        try await body(house)
    }

    @Test func `stands where those look who may do it, and leads to where it is done`() async throws {
        try await withPersonKeptTooLong { house in
            let page = try await house.get(.readiness, as: keepers).text
            let act = Address.act(ActAddress("erase_due", about: RecordAddress("ceremonies", "C")))
            #expect(page.contains("1 act is due") && page.contains(act.text))
            #expect(try await house.get(.readiness, as: keepers, language: .vietnamese).text.contains("1 thao tác đến hạn"))
            #expect(try await house.get(act, as: keepers).status == .fine)
            let others = Rights(desks: ["CMD"], ceiling: .internal)
            #expect(try await !house.get(.readiness, as: others).text.contains(act.text))
        }
    }

    @Test func `is done by nobody until somebody does it`() async throws {
        try await withPersonKeptTooLong { house in
            let before = house.chancery.published.head
            for _ in 1...3 { _ = try await house.get(.readiness, as: keepers) }
            #expect(house.chancery.published.head == before)
        }
    }

    @Test func `is due no longer where somebody has ordered otherwise, and was never due before its day`() async throws {
        try await withPersonKeptTooLong { house in
            try await house.write(
                "hold", "H-1",
                [
                    ("person", .text("P-1")), ("reason", .text("a court's order")), ("from_day", .text("2025-06-01")),
                    ("ends_on", .text("2026-06-01")),
                ])
            #expect(try await !house.get(.readiness, as: keepers).text.contains("is due"))
        }
        let house = try await OpenHouse()
        defer { house.close() }
        #expect(try await !house.get(.readiness, as: keepers).text.contains("is due"))
    }
}
