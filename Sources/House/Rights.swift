import Committee
package import Ledger

/// What somebody may see and change. Nothing is allowed that is not said here.
///
/// It is a value computed from who they are: asking it needs no look at anything else, so that every question can be tried out.
package struct Rights: Hashable, Sendable {
    /// The codes of the desks at which they work: their personal fields are seen, their records changed.
    package let desks: Set<String>
    /// The highest classification that they may know of.
    package let ceiling: Classification
    /// Whether they look after the installation: accounts, the proof, the copies. It opens no personal field.
    package let administers: Bool

    package init(desks: Set<String>, ceiling: Classification, administers: Bool = false) {
        self.desks = desks
        self.ceiling = ceiling
        self.administers = administers
    }

    /// Of somebody who has not signed in.
    package static let none = Rights(desks: [], ceiling: .public)

    /// Whether they may know of a record.
    package func sees(_ row: any AnyRow) -> Bool { row.classification.grade <= ceiling.grade }

    /// Whether they may see a field: a personal one only at a desk that the field names as one that needs it.
    package func sees(_ column: Kind.Column) -> Bool {
        guard let processing = column.processing else { return true }
        return !desks.isDisjoint(with: processing.seenBy)
    }

    /// Whether they may add and change records of a kind: at a desk of its room.
    package func changes(_ kind: Kind) -> Bool {
        houseRooms.contains { room in room.kinds.contains { $0.slot == kind.slot } && !desks.isDisjoint(with: room.desks) }
    }
}
