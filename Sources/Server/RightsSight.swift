import Engine
import Furniture
import Ledger
import Rulebook

/// The reader's powers, as a page asks them: now, or of a day that is past, and of all or of a part of the ceremony.
struct RightsSight: Sight {
    private let powers: Powers
    /// What became of the ceremony since, for who looks back: what is secret today stays so, and nothing is changed.
    private let since: ServedCeremony.Since?
    private let within: ServedCeremony.Within?

    init(_ rights: Rights, _ constitution: Constitution, since: ServedCeremony.Since?, within: ServedCeremony.Within?) {
        powers = Powers(rights, in: constitution)
        self.since = since
        self.within = within
    }

    private var rights: Rights { powers.rights }

    var isLimited: Bool { rights.scope != nil }
    var desks: Set<String> { rights.desks }
    var administers: Bool { powers.administers }
    var audits: Bool { powers.audits }
    func sees(_ kind: Kind) -> Bool { powers.sees(kind) }
    func sees(_ row: any AnyRow, of kind: Kind) -> Bool {
        powers.sees(row) && since?.classification(of: row.reference).map(rights.sees) ?? true
            && within.map { $0.scope.covers(row, in: $0.whole) } ?? true
    }
    func sees(_ slip: Slip, in picture: Picture) -> Bool {
        let whole = within?.whole ?? picture
        return powers.sees(slip, in: whole)
            && slip.subjects.allSatisfy { whole[$0] == nil || since?.classification(of: $0).map(rights.sees) ?? true }
    }
    func seesAny(of table: Table) -> Bool { table.holds(upTo: rights.ceiling) }
    func seesAll(of table: Table) -> Bool { !table.holds(above: rights.ceiling) }
    func hidden(in picture: Picture) -> [Reference] {
        let then = picture.references(above: rights.ceiling)
        return then + (since?.references(above: rights.ceiling) ?? []).filter { picture[$0] != nil }
    }
    func sees(_ column: Kind.Column, of kind: Kind) -> Bool { powers.sees(column) }
    func changes(_ kind: Kind) -> Bool { since == nil && powers.changes(kind) }
    func mends(_ kind: Kind) -> Bool { since == nil && powers.mends(kind) }
    func enters(_ kind: Kind) -> Bool { since == nil && powers.enters(kind) }
    func tends(_ desk: String) -> Bool { since == nil && powers.tends(desk) }
}
