package import Ledger
package import Rulebook

/// A house as the engine is handed it: its kinds, rules, acts and desks, and who says who holds power in it.
package struct Constitution: Sendable {
    package let register: Register
    package let rulebook: Rulebook
    package let acts: [Act]
    /// The same by their names: every act asks several times, and each look through the list would copy all that stands before it.
    private let named: [ActName: Act]
    /// What only these acts write: worked out once, and asked at every edit.
    package let actOnly: ActOnly
    package let offices: any Offices
    /// Every desk of the house.
    package let desks: Set<String>
    /// The desk that may take on the slips of all others.
    private let presiding: String
    /// The desks that keep the records of a kind, by the kind's slot.
    private let keepers: [Int: Set<String>]
    /// The desks at which something of persons is seen that lists hold: files leave by none.
    private let readers: Set<String>

    /// - Parameters:
    ///   - rooms: which kinds are kept at which desks.
    ///   - presiding: the code of the desk that looks after the slips of all.
    package init(
        _ register: Register, _ rulebook: Rulebook, _ acts: [Act], rooms: [(kinds: [Kind], desks: [String])], presiding: String,
        offices: any Offices
    ) {
        self.register = register
        self.rulebook = rulebook
        self.acts = acts
        named = Dictionary(acts.map { ($0.name, $0) }) { first, _ in first }
        self.offices = offices
        self.presiding = presiding
        actOnly = ActOnly(acts)
        let listed = register.kinds.flatMap { $0.columns.filter { $0.shape.attachmentUse == nil } }
        readers = Set(listed.flatMap { $0.processing?.seenBy ?? [] })
        desks = Set(rooms.flatMap(\.desks))
        keepers = rooms.reduce(into: [:]) { keepers, room in
            for kind in room.kinds { keepers[kind.slot, default: []].formUnion(room.desks) }
        }
    }

    package func act(_ name: ActName) -> Act? { named[name] }
}

/// What somebody may do in this house, who may do what they say.
extension Constitution {
    /// Whether they may know that there are records of a kind: who may do what is for those who look after it, and what was tried for
    /// them and for those who audit.
    package func shows(_ kind: Kind, to rights: Rights) -> Bool {
        guard kind.slot != RefusedTry.slot else { return rights.administers || rights.audits }
        return !offices.administered.contains(kind.slot) || rights.administers
    }

    /// Whether they may know of a slip: of all that it is about and that still stands; within a scope of something that is its own, for
    /// what is about nobody's records may count others'.
    package func shows(_ slip: Slip, to rights: Rights, in picture: Picture) -> Bool {
        let isKnown = slip.subjects.allSatisfy { subject in
            guard let row = picture[subject], let kind = picture.register.kind(slot: subject.slot) else { return true }
            return shows(kind, to: rights) && rights.sees(row, in: picture)
        }
        guard isKnown, let scope = rights.scope else { return isKnown }
        return slip.subjects.contains { picture[$0].map { scope.concerns($0, in: picture) } ?? false }
    }

    /// Whether they may add and change records of a kind by filling in a form or a sheet: records of acts come about by the act alone.
    package func lets(_ rights: Rights, enter kind: Kind) -> Bool {
        lets(rights, change: kind) && actOnly.wayIn(to: kind.slot) == nil
    }

    /// Whether they may add and change records of a kind: at a desk of its room, or as administrators those that administer.
    package func lets(_ rights: Rights, change kind: Kind) -> Bool {
        guard !offices.administered.contains(kind.slot) else { return rights.administers }
        // Proposals are everybody's to look at and to decide on, as far as what they would do is theirs: that is asked with them.
        guard kind.slot != PendingAct.slot else { return rights.isAnything }
        return keepers[kind.slot].map { !rights.desks.isDisjoint(with: $0) } ?? false
    }

    /// Whether they may do an act: at a desk of the room whose record it writes or one that the act names, or where it is for all who see
    /// something of persons, or who audit.
    package func lets(_ rights: Rights, do act: Act) -> Bool {
        if act.isOwners, rights.audits { return true }
        if !rights.desks.isDisjoint(with: act.furtherDesks) { return true }
        if act.isForReaders, !rights.desks.isDisjoint(with: readers) { return true }
        return register.kind(slot: act.slot).map { lets(rights, change: $0) } ?? false
    }

    /// Whether what a proposal would do is theirs to do, so that it may wait for them.
    package func lets(_ rights: Rights, confirm pending: PendingAct) -> Bool {
        if let act = act(ActName(pending.act)) { return lets(rights, do: act) }
        let kinds = (try? JSON(parsing: pending.records))?.list?.compactMap { $0["kind"]?.text } ?? []
        return !kinds.isEmpty && kinds.allSatisfy { register.kind($0).map { lets(rights, change: $0) } ?? false }
    }

    /// Whether they may know of a record because of what it is for: of a proposal, whoever could let it be done.
    package func shows(_ row: any AnyRow, to rights: Rights) -> Bool {
        (row as? Row<PendingAct>).map { lets(rights, confirm: $0.record) } ?? true
    }

    /// Whether they may take slips of a desk on and, being entitled, waive them: at that desk, or at the one that presides.
    package func lets(_ rights: Rights, tend desk: String) -> Bool { rights.desks.contains(desk) || rights.desks.contains(presiding) }
}
