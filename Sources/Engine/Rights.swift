package import Ledger

/// What somebody may see and change. Nothing is allowed that is not said here.
///
/// It is a value computed from who they are: asking it needs no look at anything else, so that every question can be tried out. Which desks
/// keep which records is said by the house (``Constitution``).
package struct Rights: Hashable, Sendable {
    /// The codes of the desks at which they work: their personal fields are seen, their records changed.
    package let desks: Set<String>
    /// The highest classification that they may know of.
    package let ceiling: Classification
    /// Whether they look after the installation: accounts, the proof, the copies. It opens no personal field.
    package let administers: Bool
    /// Whether they see who has read sensitive fields.
    package let audits: Bool
    /// To whose records they are limited; nil where to none's.
    package let scope: Scope?

    package init(
        desks: Set<String>, ceiling: Classification, administers: Bool = false, audits: Bool = false, scope: Scope? = nil
    ) {
        self.scope = scope
        self.desks = desks
        self.ceiling = ceiling
        self.administers = administers
        self.audits = audits
    }

    /// Of somebody who has not signed in.
    package static let none = Rights(desks: [], ceiling: .public)
    /// Of whoever opens the house and has no account yet: they look after it, and see nothing of its desks.
    package static let opener = Rights(desks: [], ceiling: .internal, administers: true)

    /// Whether they look after something, at a desk or over all: somebody who may do nothing confirms nothing.
    var isAnything: Bool { administers || !desks.isEmpty }

    /// Whether they may know of a record, as far as its classification goes.
    package func sees(_ row: any AnyRow) -> Bool { sees(row.classification) }

    /// Whether they may know of a record that stands in a ceremony.
    package func sees(_ row: any AnyRow, in picture: Picture) -> Bool {
        sees(row.classification) && scope?.covers(row, in: picture) ?? true
    }

    /// What of a ceremony they may not know of because of what it is or whose, whatever its kind.
    package func hidden(in picture: Picture) -> [Reference] {
        guard let scope else { return picture.references(above: ceiling) }
        return picture.references(above: ceiling)
            + scope.outside(in: picture).filter { reference in
                picture[reference].map { sees($0.classification) } ?? false
            }
    }

    package func sees(_ classification: Classification) -> Bool { classification.grade <= ceiling.grade }

    /// Whether they may see a field: a personal one only at a desk that the field names as one that needs it.
    package func sees(_ column: Kind.Column) -> Bool {
        guard !column.isInner else { return false }
        guard let processing = column.processing else { return true }
        return !desks.isDisjoint(with: processing.seenBy)
    }
}
