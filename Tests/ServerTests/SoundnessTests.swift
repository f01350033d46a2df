import Addresses
import Engine
import GRDB
import Ledger
import Rulebook
import Server
import Testing

@Suite struct `A record that is damaged` {
    private let rights = Rights(desks: ["CMD"], ceiling: .internal, administers: true)

    private func alter(_ house: OpenHouse) async throws {
        let queue = try DatabaseQueue(path: house.folder + "/journal.sqlite")
        try await queue.write { try $0.execute(sql: "UPDATE entry SET actor = 'SOMEBODY' WHERE sequence = 2") }
        try queue.close()
    }

    @Test func `under an open house is proved at each asking, and then told on every page`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        #expect(try await house.get(.proof, as: rights).text.contains("The record is whole"))
        try await alter(house)
        #expect(try await house.get(.proof, as: rights).text.contains("damaged in 1 place"))
        for address in [Address.readiness, .keys, .search("bo")] {
            #expect(try await house.get(address, as: rights).text.contains("damaged in 1 place"))
        }
    }

    @Test func `is found as the house opens, and told to nobody who has not signed in`() async throws {
        let house = try await OpenHouse()
        defer { house.close() }
        #expect(try await !house.get(.keys, as: rights).text.contains("damaged"))
        try await alter(house)
        await house.opened.prove()
        #expect(try await house.get(.keys, as: rights).text.contains("damaged in 1 place"))
        let stranger = await house.desk.answer(Visit(.get, Address.signIn.text))
        #expect(!String(decoding: stranger.bytes, as: UTF8.self).contains("damaged"))
    }
}
