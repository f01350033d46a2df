import Committee
package import Ledger
package import Rulebook

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
    /// Whether they see who has read sensitive fields.
    package let audits: Bool

    package init(desks: Set<String>, ceiling: Classification, administers: Bool = false, audits: Bool = false) {
        self.desks = desks
        self.ceiling = ceiling
        self.administers = administers
        self.audits = audits
    }

    /// Of somebody who has not signed in.
    package static let none = Rights(desks: [], ceiling: .public)

    /// Whether they may know that there are records of a kind: who may do what is for those who look after it.
    package func sees(_ kind: Kind) -> Bool { !Rights.administered.contains(kind.slot) || administers }

    private static let administered: Set<Int> = [Account.slot, Grant.slot]

    /// Whether they look after something, at a desk or over all: somebody who may do nothing confirms nothing.
    private var isAnything: Bool { administers || !desks.isEmpty }

    /// Whether they may know of a record.
    package func sees(_ row: any AnyRow) -> Bool { sees(row.classification) }

    package func sees(_ classification: Classification) -> Bool { classification.grade <= ceiling.grade }

    /// Whether they may see a field: a personal one only at a desk that the field names as one that needs it.
    package func sees(_ column: Kind.Column) -> Bool {
        guard !column.isInner else { return false }
        guard let processing = column.processing else { return true }
        return !desks.isDisjoint(with: processing.seenBy)
    }

    /// Whether they may add and change records of a kind: at a desk of its room, or as administrators those that administer.
    package func changes(_ kind: Kind) -> Bool {
        guard !Rights.administered.contains(kind.slot) else { return administers }
        // Proposals are everybody's to look at and to decide on, as far as what they would do is theirs: that is asked with them.
        return kind.slot == PendingAct.slot ? isAnything : atDeskOfRoom(of: kind)
    }

    /// Whether they may do so by filling in a form or a sheet: records of acts come about by the act alone.
    package func enters(_ kind: Kind) -> Bool { changes(kind) && houseActOnly.wayIn(to: kind.slot) == nil }

    /// Whether they may do an act: at a desk of the room whose record it writes.
    package func does(_ act: Act) -> Bool { houseRegister.kind(slot: act.slot).map(changes) ?? false }

    /// Whether they may take slips on and, being entitled, waive them: at the desk that must act, or at the committee's.
    package func tends(_ desk: String) -> Bool { desks.contains(desk) || desks.contains("CMD") }

    private func atDeskOfRoom(of kind: Kind) -> Bool {
        houseRooms.contains { room in room.kinds.contains { $0.slot == kind.slot } && !desks.isDisjoint(with: room.desks) }
    }
}
