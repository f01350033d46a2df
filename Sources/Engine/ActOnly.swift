package import Ledger
package import Rulebook

/// What only acts write, by kind and column: taken from what the acts say of themselves, and listed nowhere else.
package struct ActOnly: Sendable {
    private struct Column {
        let name: String
        /// Empty for every content of the column.
        let words: Set<String>
        let act: ActName
    }

    private var columns: [Int: [Column]] = [:]
    /// The acts after which what they asked for is closed: those that say so, and those of which some take two officers, for otherwise one
    /// would do what takes one, and make of it afterwards what takes two.
    private var sealing: [Int: [Act]] = [:]
    /// The kinds whose records come and go by acts alone, with the act that makes them.
    private var only: [Int: ActName] = [:]

    package init(_ acts: [Act]) {
        // Proposals come about by asking for what takes two, and in no other way.
        only[PendingAct.slot] = .propose
        // Nor do traces of what was tried.
        only[RefusedTry.slot] = .noteRefusal
        columns[RefusedTry.slot] = RefusedTry.fields.all.map { Column(name: $0.name, words: [], act: .noteRefusal) }
        columns[PendingAct.slot] = PendingAct.fields.all.map { Column(name: $0.name, words: [], act: .propose) }
        for act in acts {
            columns[act.slot, default: []] += act.fills.map { Column(name: $0.column, words: $0.words, act: act.name) }
            if act.sealsWhatItAsked || act.takesTwoForSome { sealing[act.slot, default: []].append(act) }
            guard act.isOnlyWay || act.officers == .two else { continue }
            if act.isOnlyWay { only[act.slot] = act.name }
            columns[act.slot, default: []] += act.asks.map { Column(name: $0.column, words: [], act: act.name) }
        }
    }

    /// The act by which alone records of a kind come about; nil where preparation makes them too.
    package func wayIn(to slot: Int) -> ActName? { only[slot] }

    /// The columns of a record that preparation does not write at all.
    package func closed(of kind: Kind, as row: (any AnyRow)?) -> Set<String> {
        Set(
            columns(of: kind, as: row).filter { column in
                guard !column.words.isEmpty else { return true }
                return kind.place(of: column.name).flatMap { row?.value($0) }.map { names($0, column.words) } ?? false
            }.map(\.name))
    }

    /// The words that preparation does not set, by column.
    package func withheld(of kind: Kind) -> [String: Set<String>] {
        (columns[kind.slot] ?? []).reduce(into: [:]) { $0[$1.name, default: []].formUnion($1.words) }
    }

    /// Refuses a draft of preparation that makes up what an act means, or takes it away.
    func refuse(_ draft: Draft, before picture: Picture) throws(Refusal) {
        for change in draft.changes {
            guard let kind = picture.register.kind(slot: change.reference.slot) else { continue }
            let before = picture[change.reference]
            if let act = only[kind.slot], before == nil || change.row == nil { throw refusal(act, "") }
            for column in columns(of: kind, as: before) {
                guard let place = kind.place(of: column.name) else { continue }
                let (old, new) = (before?.value(place) ?? kind.blank(place), change.row?.value(place) ?? kind.blank(place))
                guard old != new, column.words.isEmpty || names(old, column.words) || names(new, column.words) else { continue }
                throw refusal(column.act, column.name)
            }
        }
    }

    /// What only acts write of a record as it stands: what they fill in, and what they asked for where they are done.
    private func columns(of kind: Kind, as row: (any AnyRow)?) -> [Column] {
        let fixed = columns[kind.slot] ?? []
        guard let row else { return fixed }
        let done = (sealing[kind.slot] ?? []).filter { act in
            act.fills.contains { fill in
                guard let place = kind.place(of: fill.column) else { return false }
                return fill.words.isEmpty ? row.value(place) != kind.blank(place) : names(row.value(place), fill.words)
            }
        }
        return fixed + done.flatMap { act in act.asks.map { Column(name: $0.column, words: [], act: act.name) } }
    }

    private func names(_ value: Value, _ words: Set<String>) -> Bool {
        if case .text(let word) = value { words.contains(word) } else { false }
    }

    private func refusal(_ act: ActName, _ column: String) -> Refusal {
        Refusal(.onlyByAct, [Fact("act", act.rawValue)] + (column.isEmpty ? [] : [Fact("field", column)]))
    }
}

extension Kind {
    /// What the column at that place holds where nobody has said anything.
    package func blank(_ place: Int) -> Value { (try? row(1, []))?.value(place) ?? .absent }
}

extension ActRequest {
    /// Whether it only changes what is being prepared, with no verb of its own.
    package var isPreparation: Bool { [ActName.edit, .remove, .takeBack].contains(act) }
}
