import Addresses
import Engine
import GRDB
import House
import Ledger
import NIOCore
import Rulebook
import Server
import Testing

/// What a served house keeps at hand so that it need not be made again.
@Suite struct `What is kept at hand` {
    private let keepers = Rights(desks: ["PTY"], ceiling: .internal)

    @Test func `is dropped when somebody is erased, as it may hold their words`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let token = try await house.token(keepers)
        _ = await house.get(.search("thử"), token)
        let found = await house.get(.list(ListQuery("people", words: "thử")), token)
        #expect(found.text.contains("P-1"))
        let before = await house.opened.keptAtHand
        #expect(before >= 2)
        try await house.act("erase", "person", "P-1")
        _ = await house.get(.keys, token)
        let after = await house.opened.keptAtHand
        #expect(after == 0)
        let sought = await house.get(.list(ListQuery("people", words: "thử")), token)
        #expect(!sought.text.contains("P-1"))
        let again = await house.opened.keptAtHand
        #expect(again > 0, "it is kept again")
    }

    @Test func `is one description of the interface for all who take it, or do not`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        let places = await [0, 1].asyncMap { _ in
            await house.desk.answer(Visit(.get, InterfaceAddress.description.text)).buffer.withUnsafeReadableBytes { $0.baseAddress }
        }
        #expect(places[0] == places[1] && places[0] != nil)
    }
}

extension Sequence where Element: Sendable {
    fileprivate func asyncMap<Made>(_ make: (Element) async -> Made) async -> [Made] {
        var made: [Made] = []
        for element in self { made.append(await make(element)) }
        return made
    }
}

/// What was kept with heads of the chain, held against a served house.
@Suite struct `What heads tell of` {
    private func append(_ house: OpenHouse, _ count: Int) async throws {
        let credentials = try Credentials(folder: house.folder)
        for _ in 1...count { try await credentials.log(.wrong, of: "CLERK", at: OpenHouse.now) }
    }

    private func cut(_ house: OpenHouse) async throws {
        let file = try DatabaseQueue(path: house.folder + "/credentials.sqlite")
        try await file.write { database in
            try database.execute(
                sql: """
                    DROP TRIGGER event_remains;
                    DELETE FROM event WHERE number = (SELECT max(number) FROM event);
                    UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'event';
                    CREATE TRIGGER event_remains BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'kept as written'); END;
                    """)
        }
        try file.close()
    }

    @Test func `is missing where the end of a record was cut off, and not where it has only grown`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        try await append(house, 3)
        let kept = try Credentials.ends(in: house.folder)
        #expect(kept.map(\.record) == ["event"] && kept[0].number == 3)
        try await append(house, 1)
        #expect(try Credentials.lacking(kept, in: house.folder).isEmpty)
        try await cut(house)
        #expect(try Credentials.lacking(kept, in: house.folder).isEmpty)
        try await cut(house)
        let (short, proof) = (try Credentials.lacking(kept, in: house.folder), try Credentials.proofs(in: house.folder))
        #expect(short.map(\.lack) == [.beyond])
        #expect(proof.first { $0.chain.table == "event" }?.proof.damaged == nil, "by itself it looks whole")
        try await Credentials(folder: house.folder).log(.signedIn, of: "CLERK", at: OpenHouse.now)
        let grown = try Credentials.lacking(kept, in: house.folder)
        #expect(grown.map(\.lack) == [.otherwise], "another line in its place")
    }

    @Test func `is told where the proof is asked for, and on every page after it`() async throws {
        let house = try await OpenHouse(missingHeads: { () throws(JournalFailure) in 2 })
        defer { house.close() }
        let rights = Rights(desks: ["CMD"], ceiling: .internal, administers: true)
        let proof = try await house.get(.proof, as: rights).text
        #expect(proof.contains("2 things that signed and kept heads tell of are not in the record"))
        #expect(try await house.get(.keys, as: rights).text.contains("damaged in 2 places"))
    }
}
