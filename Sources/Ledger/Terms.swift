/// How long the fields of a kind are kept. Its records are kept as long as the field that is kept longest; what is kept less long lies under
/// keys of its own, so that it can be erased alone and in all versions.
@usableFromInline
struct Terms: Sendable {
    /// Days after closing for which the record's own fields are kept; nil where nothing says, or some are kept for ever.
    let own: Int?
    /// The days for which the field at each place is kept, where that is less.
    let early: [Int?]

    @usableFromInline
    init(_ columns: [Kind.Column]) {
        let kept = columns.map { $0.processing?.kept }
        let days = kept.map { term -> Int? in if case .daysAfterClosing(let days) = term { days } else { nil } }
        let own = kept.contains(.archive) ? nil : days.compactMap { $0 }.max()
        self.own = own
        early = days.map { days in days == own ? nil : days }
    }
}

/// What is erased because its date has come: of these kinds what is kept so many days, of everybody but those whose data must be kept.
public struct Due: Hashable, Sendable {
    /// Days after closing, by the kinds' codes.
    public let terms: [String: Set<Int>]
    /// People of whom nothing is erased.
    public let sparing: Set<UInt32>

    public static let nothing = Due([:], sparing: [])

    public init(_ terms: [String: Set<Int>], sparing: Set<UInt32>) {
        self.terms = terms.filter { !$0.value.isEmpty }
        self.sparing = sparing
    }

    public var isEmpty: Bool { terms.isEmpty }

    /// Whether it is the end of a kind's records, and not of single fields.
    public func ends(_ kind: Kind) -> Bool { kind.term.map { terms[kind.code]?.contains($0) ?? false } ?? false }
}

extension Kind {
    /// Days after closing for which its records are kept; nil where nothing says, or something of them is kept for ever.
    public var term: Int? { terms.own }

    /// Every term that anything of its records has, the shortest first.
    public var allTerms: [Int] { Set(terms.early.compactMap { $0 } + [terms.own].compactMap { $0 }).sorted() }

    /// Whether some of its fields are kept less long than its records.
    public var hasEarlyFields: Bool { terms.early.contains { $0 != nil } }

    /// The days for which the field at that place is kept; nil where it is not sealed, or kept as long as whom it is about.
    public func term(at place: Int) -> Int? { columns[place].isSealed ? terms.early[place] ?? terms.own : nil }

    /// The record without what is due of it.
    public func withoutDueFields(_ row: any AnyRow, _ due: Due) -> (any AnyRow)? {
        guard let days = due.terms[code] else { return row }
        let values = row.values.enumerated().map { place, value in
            (place: place, value: term(at: place).map(days.contains) ?? false ? Value.absent : value)
        }
        return try? self.row(row.number, values, happened: row.happened)
    }

    /// With whose key the field at that place of a record is sealed.
    public func keyOwner(of row: any AnyRow, at place: Int) -> KeyOwner {
        let part: KeyOwner.Part = hasEarlyFields ? terms.early[place].map { .early($0) } ?? .rest : .whole
        return KeyOwner(kind: code, number: row.number, dataSubject: row.dataSubject ?? 0, part: part)
    }

    /// What is sealed of a record, by the part of it that each field belongs to: first what is kept as long as the record, be it empty.
    func parts(of sealed: JSON) -> (own: JSON, early: [(days: Int, text: JSON)]) {
        guard hasEarlyFields, case .object(let members) = sealed else { return (sealed, []) }
        let byTerm = Dictionary(grouping: members) { member in places[member.name].flatMap { terms.early[$0] } }
        return (
            .object(byTerm[nil] ?? []),
            byTerm.compactMap { days, members in days.map { ($0, .object(members)) } }.sorted { $0.days < $1.days }
        )
    }
}

extension KeyRing {
    /// The keys of what is due, of records that are removed too. An earlier release sealed all of a record in one, or all of a person: where
    /// anything under such a key is due, the key goes, and what stands under it is written anew.
    ///
    /// - Parameter standing: whom a record is about now, 0 for nobody; nil where there is no such record any more.
    public func keys(of due: Due, _ register: Register, standing: (KeyOwner) -> UInt32?) -> [SealingKey] {
        guard !due.isEmpty else { return [] }
        return all.filter { key in
            let owner = key.owner
            guard !due.sparing.contains(owner.dataSubject), isDue(owner, due, register) else { return false }
            return owner.dataSubject != 0 || !(standing(owner).map(due.sparing.contains) ?? false)
        }
        .sorted { $0.identity.word < $1.identity.word }
    }

    private func isDue(_ owner: KeyOwner, _ due: Due, _ register: Register) -> Bool {
        if owner.kind.isEmpty { return true }
        guard let days = due.terms[owner.kind], let kind = register.kind(owner.kind) else { return false }
        switch owner.part {
        case .early(let term): return days.contains(term)
        case .rest: return due.ends(kind)
        case .whole: return kind.hasEarlyFields || due.ends(kind)
        }
    }

    /// The keys under which an earlier release sealed together what is kept unequally long.
    public func areOfOld(in register: Register) -> [KeyOwner] {
        all.map(\.owner).filter { owner in
            owner.kind.isEmpty || owner.part == .whole && register.kind(owner.kind)?.hasEarlyFields ?? false
        }
    }
}
