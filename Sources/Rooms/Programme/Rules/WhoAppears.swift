import Ledger
package import Rulebook

extension Appearance {
    /// Who appears, as well as the record says it: the person, the office, or the role code.
    package var who: Fact.Content {
        if let person { return .record(Reference(person)) }
        if let office { return .record(Reference(office)) }
        return .text(holder)
    }

    /// What the appearance is part of.
    package var occasion: Fact.Content {
        if let session { return .record(Reference(session)) }
        if let bilateral { return .record(Reference(bilateral)) }
        return .text("")
    }
}
