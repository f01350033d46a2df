import Ledger
import Rulebook

extension Fact {
    /// A record that may not be known yet; then the fact is an empty text.
    init<Kind: Entity>(_ name: String, of id: ID<Kind>?) {
        self.init(name, id.map { .record(Reference($0)) } ?? .text(""))
    }
}
