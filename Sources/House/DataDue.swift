import Committee
import Engine
package import Integrity
package import Ledger
import Parties
import Rulebook

/// What of a ceremony is kept no longer on a day, of everybody and in every kind, and who is left out by an order to keep it.
package struct DataDue {
    package let due: Due
    /// What stands of it: how many people, records and fields; and of how many people nothing is to be left.
    package private(set) var people = 0
    package private(set) var records = 0
    package private(set) var values = 0
    package private(set) var wholly = 0
    /// How many people something of whom would be due.
    package private(set) var leftOut = 0
    /// The orders that keep it.
    package private(set) var holds: [Hold] = []
    /// How secret the most secret is that something is erased of.
    private(set) var classification = Classification.public

    /// - Parameters:
    ///   - last: what was to be kept until this day, or an earlier one.
    ///   - parts: kinds, or fields as `person.document`; everything where none is named.
    package init(_ picture: Picture, on day: Day, until last: Day? = nil, parts: [String] = []) {
        let keeping = picture.holds(keepingOn: day)
        let sparing = Set(keeping.compactMap { $0.person?.number })
        due = Due(DataDue.terms(picture, on: day, until: last ?? day, parts: parts), sparing: sparing)
        var touched: Set<UInt32> = []
        var left: Set<UInt32> = []
        for kind in picture.register.kinds where due.terms[kind.code] != nil { count(kind, in: picture, &touched, &left) }
        people = touched.count
        leftOut = left.count
        holds = keeping.filter { $0.person.map { left.contains($0.number) } ?? false }
        guard let people = picture.register.people, due.ends(people) else { return }
        picture[slot: people.slot].forEach { if !sparing.contains($0.number) { wholly += 1 } }
    }

    private mutating func count(_ kind: Kind, in picture: Picture, _ touched: inout Set<UInt32>, _ left: inout Set<UInt32>) {
        let days = due.terms[kind.code] ?? []
        let places = kind.columns.indices.filter { kind.columns[$0].isPersonal && kind.term(at: $0).map(days.contains) ?? false }
        picture[slot: kind.slot].forEach { row in
            let standing = places.count { row.value($0) != kind.blanks[$0] }
            guard standing > 0 else { return }
            let subject = row.dataSubject ?? 0
            guard !due.sparing.contains(subject) else { return left.formUnion([subject]) }
            if subject != 0 { touched.insert(subject) }
            records += 1
            values += standing
            if row.classification.grade > classification.grade { classification = row.classification }
        }
    }

    /// The terms that have come. Where the last of a kind has, all have.
    private static func terms(_ picture: Picture, on day: Day, until last: Day, parts: [String]) -> [String: Set<Int>] {
        guard let closes = picture.ceremony?.closes else { return [:] }
        return picture.register.kinds.reduce(into: [:]) { terms, kind in
            let named = kind.columns.indices.filter { parts.contains("\(kind.code).\(kind.columns[$0].name)") }
            let wanted = parts.isEmpty || parts.contains(kind.code) ? kind.allTerms : named.compactMap { kind.term(at: $0) }
            let come = wanted.filter { closes.adding(days: $0) < day && closes.adding(days: $0) <= last }
            terms[kind.code] = Set(kind.term.map(come.contains) ?? false ? kind.allTerms : come)
        }
    }

    /// The first of these that is neither a kind nor a field which is kept for a time; nil where all are.
    static func stranger(among parts: [String], _ register: Register) -> String? {
        parts.first { part in
            !register.kinds.contains { kind in
                !kind.allTerms.isEmpty
                    && (part == kind.code
                        || kind.columns.indices.contains { part == "\(kind.code).\(kind.columns[$0].name)" && kind.term(at: $0) != nil })
            }
        }
    }
}
