public import Ledger

/// An act in the world that writes records of one kind: signing, issuing, admitting. Its draft is judged by the rules that
/// name it before anything is written.
public struct Act: Sendable {
    public let name: ActName
    /// The kind of record it writes.
    public let slot: Int
    /// What would make the record meaningless, as opposed to wrong: a refusal that nobody can override.
    public let refusal: @Sendable (_ before: (any AnyRow)?, _ after: any AnyRow, _ picture: Picture) -> Refusal?

    public init<Record: Entity>(
        _ name: ActName, writes: Record.Type,
        refusing: @escaping @Sendable (_ before: Record?, _ after: Record, _ picture: Picture) -> Refusal? = { _, _, _ in nil }
    ) {
        self.name = name
        slot = Record.slot
        refusal = { before, after, picture in
            guard let after = (after as? Row<Record>)?.record else { return nil }
            return refusing((before as? Row<Record>)?.record, after, picture)
        }
    }
}

/// Why an act is refused: a code (its phrase is `refusal.<code>`) with the facts that fill the phrase.
public struct Refusal: Error, Hashable, Sendable {
    public let code: String
    public let facts: [Fact]

    public init(_ code: String, _ facts: [Fact] = []) {
        self.code = code
        self.facts = facts
    }
}
