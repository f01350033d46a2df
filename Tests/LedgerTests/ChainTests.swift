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

    @Test func `has another hash whatever is altered`() {
        let hashes: Set<ChainHash> = [
            entry().hash, entry("because").hash, entry(actor: "B").hash, entry(body: nil).hash, entry(body: "{ }").hash,
            entry(previous: entry().hash).hash,
        ]
        #expect(hashes.count == 6)
    }
}
