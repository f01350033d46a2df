package import Ledger
package import Rulebook

/// A what-if: a picture with changes that nobody has written. It is kept apart from the journal and judged by the same rules.
package struct Draft: Sendable {
    package let changes: [Change]
    package let picture: Picture
}

/// What whoever asks may know of: the rest is to them as if it were not there.
package struct Outlook {
    let sees: (Reference) -> Bool
    /// A picture without what they may not know of.
    let seen: (Picture) -> Picture
    /// Refuses to let out what they do not see all of.
    let letOut: (Disclosure) throws(Refusal) -> Void

    package static var whole: Outlook { Outlook(sees: { _ in true }, seen: { $0 }, letOut: { _ in }) }
}

/// Turns wishes into changes of a picture. Deciding reads the picture and changes nothing.
package struct Drafting {
    private let base: Picture
    let happened: Instant
    let outlook: Outlook
    private(set) var picture: Picture
    private(set) var changes: [Change] = []
    /// The picture without what whoever asks may not know of, with the changes that it has taken in already: made once, for it walks through
    /// the whole house.
    private var seen: (picture: Picture, changes: Int)?

    package init(on picture: Picture, happened: Instant, outlook: Outlook = .whole) {
        base = picture
        self.outlook = outlook
        self.picture = picture
        self.happened = happened
    }

    /// The draft of all these wishes, taken one after another so that a later one may refer to what an earlier one adds.
    package static func draft(
        _ proposals: [ActRequest.Proposal], on picture: Picture, happened: Instant, outlook: Outlook = .whole
    ) throws(Refusal) -> Draft {
        var drafting = Drafting(on: picture, happened: happened, outlook: outlook)
        for proposal in proposals { try drafting.add(proposal) }
        return try drafting.finished()
    }

    func finished() throws(Refusal) -> Draft {
        try refuseTakenCodes()
        return Draft(changes: changes, picture: picture)
    }

    private mutating func add(_ proposal: ActRequest.Proposal) throws(Refusal) {
        guard let kind = picture.register.kind(proposal.kind) else { throw Refusal(.unknownKind, [Fact("kind", proposal.kind)]) }
        guard !proposal.code.isEmpty else { throw Refusal(.fieldIsRequired, named(kind, proposal) + [Fact("field", "code")]) }
        let number = picture[slot: kind.slot].number(of: proposal.code)
        let isHidden = number.map { !outlook.sees(Reference(slot: kind.slot, number: $0)) } ?? false
        // What is hidden is not there to be taken away; that its code is taken is all that is told of it.
        if proposal.removes, isHidden { throw Refusal(.unknownRecord, named(kind, proposal)) }
        if isHidden || proposal.isNew && number != nil { throw Refusal(.codeTaken, named(kind, proposal) + [Fact("field", "code")]) }
        let before = number.flatMap { picture[slot: kind.slot][$0] }
        try refuseOlder(before, kind, proposal)
        try refuseChangedSince(before, kind, proposal)
        for (column, value) in proposal.expected {
            guard let place = kind.place(of: column), before?.value(place) ?? .absent != value else { continue }
            throw Refusal(.changedMeanwhile, named(kind, proposal) + [Fact("field", column)])
        }
        if proposal.removes { return try remove(before, kind, proposal) }
        let row = try written(kind, number ?? picture.nextNumber(slot: kind.slot), before, proposal)
        if let before, before.isEqual(to: row) { return }
        take(Change(row))
    }

    /// Nothing newer is overwritten by what happened before it.
    func refuseOlder(_ before: (any AnyRow)?, _ kind: Kind, _ proposal: ActRequest.Proposal) throws(Refusal) {
        guard let before, before.happened > happened else { return }
        throw Refusal(older: proposal.code, than: before.reference, in: picture)
    }

    /// What somebody read before another changed it is not written over what the other wrote.
    func refuseChangedSince(_ before: (any AnyRow)?, _ kind: Kind, _ proposal: ActRequest.Proposal) throws(Refusal) {
        guard let read = proposal.ifEntry, read != before?.sequence ?? 0 else { return }
        throw Refusal(.changedSince, named(kind, proposal) + [Fact("read", read), Fact("entry", before?.sequence ?? 0)])
    }

    /// A code names one record: codes may be exchanged, but none is left with two.
    private func refuseTakenCodes() throws(Refusal) {
        for change in changes {
            guard let row = picture[change.reference], let kind = picture.register.kind(slot: row.slot) else { continue }
            let table = picture[slot: row.slot]
            let holder = base[slot: row.slot].number(of: row.code).flatMap { $0 == row.number ? nil : table[$0] }
            guard table.number(of: row.code) != row.number || holder?.code == row.code else { continue }
            throw Refusal(.codeTaken, [Fact("kind", .word(kind.code)), Fact("code", row.code), Fact("field", "code")])
        }
    }

    private mutating func remove(_ before: (any AnyRow)?, _ kind: Kind, _ proposal: ActRequest.Proposal) throws(Refusal) {
        guard let before else { throw Refusal(.unknownRecord, named(kind, proposal)) }
        if let user = picture.firstReferrer(of: before.reference) {
            throw Refusal(.stillReferredTo, named(kind, proposal) + [Fact("by", .record(user))])
        }
        take(Change(removing: before.reference))
    }

    /// The picture as whoever asks may know it.
    mutating func seenPicture() -> Picture {
        var now = seen ?? (outlook.seen(base), 0)
        now.picture.apply(Array(changes.dropFirst(now.changes)))
        now.changes = changes.count
        seen = now
        return now.picture
    }

    mutating func take(_ change: Change) {
        changes.append(change)
        picture.apply([change])
    }

    private func written(
        _ kind: Kind, _ number: UInt32, _ before: (any AnyRow)?, _ proposal: ActRequest.Proposal
    ) throws(Refusal) -> any AnyRow {
        var values = before?.values ?? Array(repeating: Value.absent, count: kind.columns.count)
        values[0] = .text(proposal.code)
        try fill(&values, kind, proposal)
        try refuseMeaningless(values, kind, before, proposal)
        return try row(kind, number, values, proposal)
    }

    /// Puts in what somebody wishes.
    func fill(_ values: inout [Value], _ kind: Kind, _ proposal: ActRequest.Proposal) throws(Refusal) {
        for (column, json) in proposal.contents {
            guard let place = kind.place(of: column) else {
                throw Refusal(.unknownField, named(kind, proposal) + [Fact("field", column)])
            }
            values[place] = try value(json, kind.columns[place], kind, proposal)
        }
        for (column, value) in proposal.values {
            guard let place = kind.place(of: column) else {
                throw Refusal(.unknownField, named(kind, proposal) + [Fact("field", column)])
            }
            try refuseHidden(value, besides: values[place], kind.columns[place], proposal)
            values[place] = value
        }
    }

    /// What is hidden is not named by its number either: it may stay where it was named already.
    private func refuseHidden(
        _ value: Value, besides known: Value, _ column: Kind.Column, _ proposal: ActRequest.Proposal
    ) throws(Refusal) {
        let known = picture.register.references(in: known, column.shape)
        for named in picture.register.references(in: value, column.shape) where !known.contains(named) && !outlook.sees(named) {
            throw Drafting.unknownReference(
                picture.code(of: named) ?? "", to: column.shape.target ?? "", in: column.name, of: proposal)
        }
    }

    /// Refuses a record that no reader could make sense of, whatever else there is: as far as it is not what it was before.
    func refuseMeaningless(
        _ values: [Value], _ kind: Kind, _ before: (any AnyRow)?, _ proposal: ActRequest.Proposal
    ) throws(Refusal) {
        if case .text(let code) = values[0], before?.code != code, !Drafting.isCode(code) {
            throw Refusal(.codeNotOneLine, named(kind, proposal) + [Fact("field", "code"), Fact("longest", Drafting.longestCode)])
        }
        for (place, column) in kind.columns.enumerated() where values[place] != before?.value(place) {
            guard Drafting.bytes(values[place]) <= Drafting.longestText else {
                throw Refusal(.textTooLong, named(kind, proposal) + [Fact("field", column.name), Fact("longest", Drafting.longestText)])
            }
            guard values[place].readsBack, !Drafting.isUnreadable(values[place]) else {
                throw Refusal(.badValue, named(kind, proposal) + [Fact("field", column.name)])
            }
            guard !Drafting.isBeyondMeaning(values[place], column) else {
                throw Refusal(.numberTooLarge, named(kind, proposal) + [Fact("field", column.name)])
            }
        }
        for period in kind.periods {
            let (start, end) = (values[period.start], values[period.end])
            guard start != before?.value(period.start) || end != before?.value(period.end), Drafting.isBackwards(start, end)
            else { continue }
            throw Refusal(.endsBeforeStart, named(kind, proposal) + [Fact("field", kind.columns[period.end].name)])
        }
        for (place, column) in kind.columns.enumerated() where column.isRequired && values[place] == .absent {
            throw Refusal(.fieldIsRequired, named(kind, proposal) + [Fact("field", column.name)])
        }
    }

    func row(_ kind: Kind, _ number: UInt32, _ values: [Value], _ proposal: ActRequest.Proposal) throws(Refusal) -> any AnyRow {
        do {
            return try kind.row(number, values.enumerated().map { (place: $0.offset, value: $0.element) }, happened: happened)
        } catch {
            throw Refusal(.badValue, named(kind, proposal) + [Fact("field", kind.columns[error.column].name)])
        }
    }

    /// Bytes of a code: people read it aloud, and it stands in addresses.
    package static let longestCode = ActBounds.code

    /// Whether a text holds what no page can show and no sheet carries: bytes that steer machines, but for line ends and tabs.
    private static func isUnreadable(_ value: Value) -> Bool {
        switch value {
        case .text(let text):
            text.unicodeScalars.contains { $0.properties.generalCategory == .control && !["\n", "\r", "\t"].contains($0) }
        case .list(let items): items.contains(where: isUnreadable)
        default: false
        }
    }

    /// Whether a code is one line that can be read: nothing in it breaks lines, or is not seen.
    private static func isCode(_ code: String) -> Bool {
        code.utf8.count <= longestCode
            && code.unicodeScalars.allSatisfy {
                ![.control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse].contains($0.properties.generalCategory)
            }
    }

    /// Bytes of a text that a record holds: more than the longest treaty's article, and less than what makes every page that shows it heavy.
    package static let longestText = 100_000

    /// Bytes of a text; of a list those of all its items, of which each weighs something.
    private static func bytes(_ value: Value) -> Int {
        switch value {
        case .text(let text): text.utf8.count
        case .list(let items): items.reduce(0) { $0 + max(bytes($1), 8) }
        default: 0
        }
    }

    private static func isBackwards(_ start: Value, _ end: Value) -> Bool {
        switch (start, end) {
        case (.day(let first), .day(let last)): last < first
        case (.moment(let first), .moment(let last)): last.instant < first.instant
        default: false
        }
    }

    /// Numbers that no ceremony has: sums and products of many of them would not fit any more. Money may be larger than counts.
    private static func isBeyondMeaning(_ value: Value, _ column: Kind.Column) -> Bool {
        switch value {
        case .integer(let number): number.magnitude > (column.meaning == .money ? 1_000_000_000_000_000 : 1_000_000_000)
        case .list(let items): items.contains { isBeyondMeaning($0, column) }
        default: false
        }
    }

    /// A value as people write it in JSON: other records by their codes.
    private func value(_ json: JSON, _ column: Kind.Column, _ kind: Kind, _ proposal: ActRequest.Proposal) throws(Refusal) -> Value {
        func read(_ json: JSON, _ shape: Shape) throws(Refusal) -> Value {
            switch (shape, json) {
            case (.reference(let target), .text(let code)):
                guard let targetKind = picture.register.kind(target), let number = picture[slot: targetKind.slot].number(of: code),
                    outlook.sees(Reference(slot: targetKind.slot, number: number))
                else {
                    throw Drafting.unknownReference(code, to: target, in: column.name, of: proposal)
                }
                return .reference(number)
            case (.reference, .null): return .absent
            case (.reference, _): break
            case (.list(let inner), .list(let items)):
                var values: [Value] = []
                for item in items { values.append(try read(item, inner)) }
                return values.isEmpty ? .absent : .list(values)
            case (.text, .text(let text)):
                return String.normal(text).value
            default:
                if let value = Value(json, as: shape) { return value }
            }
            throw Refusal(
                .badValue, named(kind, proposal) + [Fact("field", column.name), Fact("value", String(json.written.prefix(200)))])
        }
        return try read(json, column.shape)
    }

    static func unknownReference(_ code: String, to target: String, in field: String, of proposal: ActRequest.Proposal) -> Refusal {
        Refusal(
            .unknownReference,
            [
                Fact("kind", .word(proposal.kind)), Fact("code", proposal.code), Fact("field", field), Fact("target", .word(target)),
                Fact("value", code),
            ])
    }

    func named(_ kind: Kind, _ proposal: ActRequest.Proposal) -> [Fact] {
        [Fact("kind", .word(kind.code)), Fact("code", proposal.code)]
    }
}
