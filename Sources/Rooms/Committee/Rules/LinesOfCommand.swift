package import Ledger
package import Rulebook

extension See {
    /// Whether a body is another or stands under it.
    package func body(_ body: ID<Body>, isWithin other: ID<Body>) -> Bool {
        var passed: Set<ID<Body>> = []
        var here: ID<Body>? = body
        while let current = here, passed.insert(current).inserted {
            if current == other { return true }
            here = self[current]?.parent
        }
        return false
    }

    /// The body and, where it has been replaced, whoever carries on for it.
    package func successors(of body: ID<Body>) -> Set<ID<Body>> {
        var line: Set<ID<Body>> = []
        var here: ID<Body>? = body
        while let current = here, line.insert(current).inserted {
            here = self[current]?.replacedBy
        }
        return line
    }
}
