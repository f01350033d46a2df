import Engine
package import Ledger
package import Rulebook

/// What a pack would change, put together for people: how many records of each kind, and which slips would come and go.
package struct Foresight: Sendable {
    /// How many records of a kind would be new, changed and gone.
    package struct Count: Hashable, Sendable {
        package let kind: Int
        package internal(set) var new = 0
        package internal(set) var changed = 0
        package internal(set) var removed = 0
    }

    /// What makes it the same as another: a pack that would now do something else is shown anew before it is taken.
    package struct Tally: Hashable, Sendable {
        package let counts: [Count]
        package let versions: Int
        fileprivate let records: Set<Reference>
    }

    package let tally: Tally
    /// The records as they stand and as they would.
    package let changes: [(reference: Reference, before: (any AnyRow)?, after: (any AnyRow)?)]
    package let unchanged: Int
    /// The ceremony with it taken in.
    package let picture: Picture
    package let appeared: [Slip]
    package let gone: [Slip]

    /// The same, in which what goes is still called by its name, as what comes already is.
    package var nameable: Picture {
        var picture = picture
        picture.apply(changes.filter { $0.after == nil }.compactMap { change in change.before.map { Change($0) } })
        return picture
    }

    init(_ preview: Preview, unchanged: Int) {
        self.unchanged = unchanged
        picture = preview.picture
        (appeared, gone) = (preview.appeared, preview.gone)
        var records: Set<Reference> = []
        var changes: [(reference: Reference, before: (any AnyRow)?, after: (any AnyRow)?)] = []
        var counts: [Int: Count] = [:]
        for (before, change) in preview.changes where records.insert(change.reference).inserted {
            let after = preview.picture[change.reference]
            changes.append((change.reference, before, after))
            var count = counts[change.reference.slot] ?? Count(kind: change.reference.slot)
            switch (before != nil, after != nil) {
            case (false, true): count.new += 1
            case (true, false): count.removed += 1
            // A record that comes and goes within the pack has changed the history alone.
            case (true, true), (false, false): count.changed += 1
            }
            counts[change.reference.slot] = count
        }
        self.changes = changes
        tally = Tally(counts: counts.values.sorted { $0.kind < $1.kind }, versions: preview.changes.count, records: records)
    }
}
