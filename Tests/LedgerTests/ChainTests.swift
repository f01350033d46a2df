import Ledger
import Testing

@Suite struct `The chain` {
    private func entry(_ reason: String = "why", actor: String = "A", body: String? = "{}", previous: ChainHash = .origin) -> Entry {
        Entry(
            sequence: 1, happened: Instant("2025-10-14T00:00:00Z")!, recorded: Instant("2025-10-14T01:00:00Z")!,
            signatory: Entry.Signatory(actor),
            act: "edit", words: Entry.Words(reason: reason), idempotencyKey: "",
            changes: [StoredChange(kind: "guest", number: 1, body: body)], previous: previous)
    }

    @Test func `has the same hash for the same entry, written in the same way for ever`() {
        #expect(entry().hash.description == entry().hash.description)
        #expect(entry().hash.description == "275598f6b3c8222ebd85bfea4d07cd4975c4ba4ea5133fc6cb4ae5aef31c1af6")
    }

    @Test func `has another hash for another account, way, proposer, override or sealed words`() {
        func entry(_ signatory: Entry.Signatory, _ words: Entry.Words = Entry.Words(), sealed: String? = nil) -> ChainHash {
            Entry(
                sequence: 1, happened: .init(seconds: 0), recorded: .init(seconds: 0), signatory: signatory, act: "edit", words: words,
                sealedWords: sealed, idempotencyKey: "", changes: [], previous: .origin
            ).hash
        }
        let hashes: Set<ChainHash> = [
            entry(.init("A")), entry(.init("A", account: "X")), entry(.init("A", way: "X")), entry(.init("A", proposer: "X")),
            entry(.init("A"), .init(override: "X")), entry(.init("A"), .init(reason: "X")), entry(.init("A"), sealed: "X"),
        ]
        #expect(hashes.count == 7)
    }

    @Test func `has another hash whatever is altered`() {
        let hashes: Set<ChainHash> = [
            entry().hash, entry("because").hash, entry(actor: "B").hash, entry(body: nil).hash, entry(body: "{ }").hash,
            entry(previous: entry().hash).hash,
        ]
        #expect(hashes.count == 6)
    }
}
