package import Ledger
import Rulebook

extension Voice {
    /// What a proof found not to be as it was written, in the reader's language.
    package func damage(_ damage: Verification.Damage) -> String {
        switch damage {
        case .altered(let sequence): phrases("damage.altered", [Fact("entry", sequence)])
        case .unlinked(let sequence): phrases("damage.unlinked", [Fact("entry", sequence)])
        case .missing(let sequence): phrases("damage.missing", [Fact("entry", sequence)])
        case .current(let kind, let number):
            phrases("damage.current", [Fact("kind", kind), Fact("number", Int(number))])
        case .sealed(let sequence, let kind, let number):
            phrases("damage.sealed", [Fact("entry", sequence), Fact("kind", kind), Fact("number", Int(number))])
        case .words(let sequence): phrases("damage.words", [Fact("entry", sequence)])
        case .undecodable(let sequence, let kind, let number):
            phrases("damage.undecodable", [Fact("entry", sequence), Fact("kind", kind), Fact("number", Int(number))])
        case .attachment(let kind, let number):
            phrases("damage.attachment", [Fact("kind", kind), Fact("number", Int(number))])
        case .unfinishedErasure: phrases("damage.unfinished_erasure")
        case .unknownErasures(let count): phrases("journal.older_copy", [Fact("count", count)])
        case .schema(let name): phrases("damage.schema", [Fact("name", name)])
        case .file(let why): phrases("damage.file", [Fact("why", why)])
        }
    }
}
