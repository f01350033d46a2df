import Addresses
import Engine
import Furniture
import House
import Ledger
import Mounting
import Phrases
import Rulebook
import Testing

@Suite struct `The rooms as the house mounts them` {
    private let pages = houseRooms.flatMap(\.pages)

    @Test func `have pages at addresses that no other has, and that mean nothing else`() {
        #expect(Set(pages.map(\.word)).count == pages.count)
        #expect(pages.filter { Address.ownWords.contains($0.word) }.map(\.word) == [])
        #expect(pages.count >= 8)
    }

    @Test func `have pages whose addresses are read back as they were printed`() {
        // Of a slip's own pages no address is there before a slip is: `AddressTests` prints and reads such.
        #expect(Set(pages.filter(\.samples.isEmpty).map(\.word)) == ["waive", "assign"])
        for page in pages {
            for sample in page.samples {
                #expect(Address(sample.text) == sample, "\(sample.text)")
                guard case .page(let address) = sample else {
                    Issue.record("\(sample.text) is no page's address")
                    continue
                }
                #expect(address.word == page.word)
            }
        }
    }

    @Test func `have pages of which each has a letter of its own`() {
        let keys = pages.compactMap { $0.menu?.key }
        #expect(Set(keys).count == keys.count)
        #expect(keys.allSatisfy { $0.count == 1 })
    }

    @Test func `are named, and so are their pages, in both languages`() throws {
        for phrases in try Language.delivered.map(Phrases.delivered) {
            for room in houseRooms { #expect(phrases.has("room.\(room.name)"), "\(room.name)") }
            for page in pages { #expect(page.menu.map { phrases.has($0.title) } ?? true, "\(page.word)") }
        }
    }

    @Test func `keep each kind in one room, and list each act once`() {
        let kinds = houseRooms.flatMap(\.kinds).map(\.code)
        #expect(Set(kinds).count == kinds.count)
        let acts = houseRooms.flatMap(\.acts).map(\.name)
        #expect(Set(acts).count == acts.count)
        #expect(Set(houseRooms.map(\.name)).count == houseRooms.count)
    }
}
