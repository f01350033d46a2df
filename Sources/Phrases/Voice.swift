package import Ledger
package import Rulebook

/// Says in one language what the house knows by codes and identities.
package struct Voice: Sendable {
    package let phrases: Phrases

    package init(_ phrases: Phrases) { self.phrases = phrases }

    /// A record as people speak of it: its title or name in their language with its code; a person by the office that they hold, or by
    /// the code alone: whose name is read is noted, and sentences note nothing.
    ///
    /// - Parameter sees: whether the reader may know of another record that it is called by.
    package func name(_ reference: Reference, in picture: Picture, sees: (Reference) -> Bool = { _ in true }) -> String {
        guard let row = picture[reference], let kind = picture.register.kind(slot: reference.slot) else { return "#\(reference.number)" }
        if let title = title(of: row, in: picture) { return "\(title) [\(row.code)]" }
        if let office = office(of: row, kind, in: picture, sees: sees) { return "\(office) [\(row.code)]" }
        let word = self.word(for: row, of: kind)
        // What is a party's is called by the party.
        guard let place = kind.place(of: .party), case .reference(let number) = row.value(place),
            let slot = kind.columns[place].shape.target.flatMap({ picture.register.kind($0) })?.slot,
            sees(Reference(slot: slot, number: number)), let party = picture[Reference(slot: slot, number: number)],
            let name = title(of: party, in: picture)
        else { return word.isEmpty ? row.code : "\(word) \(row.code)" }
        let own = "kind.\(kind.code).of_party"
        return phrases(
            phrases.has(own) ? own : "record.of_party", [Fact("kind", word), Fact("party", name), Fact("code", row.code)])
    }

    /// What a record is called in the middle of a sentence: shorter than the heading of its kind, and by what it is where its kind holds
    /// several things: a flag, an anthem, a name plate. Empty where the code says enough.
    private func word(for row: any AnyRow, of kind: Kind) -> String {
        let short = "kind.\(kind.code).inline"
        guard phrases.has(short) else { return phrases("kind.\(kind.code)") }
        var facts: [Fact] = []
        if let place = kind.place(of: .sort), case .text(let sort) = row.value(place) {
            facts = [Fact("sort", word(sort, of: kind.columns[place], kind))]
        }
        return phrases(short, facts)
    }

    /// The office that a person holds, the last that they took; nil where they hold none that the reader may know of.
    private func office(of row: any AnyRow, _ kind: Kind, in picture: Picture, sees: (Reference) -> Bool) -> String? {
        guard kind.slot == picture.register.people?.slot, let offices = picture.register.offices,
            let person = offices.place(of: .holder), let taken = offices.place(of: .starts), let left = offices.place(of: .ends)
        else { return nil }
        // An office is found by who holds it: the first index of its kind. Two keys may share a bucket, so each is looked at.
        let held = picture[slot: offices.slot].bucket(0, UInt64(row.reference.number)).compactMap {
            number -> (since: Day, title: String)? in
            let reference = Reference(slot: offices.slot, number: number)
            guard let office = picture[reference], office.value(person) == .reference(row.reference.number), office.value(left) == .absent,
                sees(reference), let title = title(of: office, in: picture)
            else { return nil }
            return (Day(office.value(taken)) ?? .blank, title)
        }
        return held.max { $0.since < $1.since }?.title
    }

    /// A record's title or name in the reader's language; nil where it has none.
    private func title(of row: any AnyRow, in picture: Picture) -> String? {
        guard let kind = picture.register.kind(slot: row.slot) else { return nil }
        let language = phrases.language.ofRecords.rawValue
        for meaning in [Meaning.shortTitle(in: language), .title(in: language)] {
            if let place = kind.place(of: meaning), !kind.columns[place].isPersonal, case .text(let title) = row.value(place) {
                return title
            }
        }
        return nil
    }

    /// Why a slip is one, in plain words.
    package func explanation(of slip: Slip, in picture: Picture) -> String { explanation(of: slip) { name($0, in: picture) } }

    /// The same for a reader who may not know the name of everything.
    package func explanation(of slip: Slip, naming: (Reference) -> String) -> String {
        let base = "rule.\(slip.rule).slip"
        let key = slip.variant.isEmpty ? base : "\(base).\(slip.variant)"
        return phrases.sentence(key, slip.facts, naming: naming)
    }

    /// What puts it right.
    package func mending(of slip: Slip, in picture: Picture) -> String { mending(of: slip) { name($0, in: picture) } }

    package func mending(of slip: Slip, naming: (Reference) -> String) -> String {
        let specific = "rule.\(slip.rule).mend.\(slip.variant)"
        return phrases.sentence(phrases.has(specific) ? specific : "rule.\(slip.rule).mend", slip.facts, naming: naming)
    }

    package func refusal(_ refusal: Refusal, in picture: Picture) -> String {
        self.refusal(refusal) { name($0, in: picture) }
    }

    package func refusal(_ refusal: Refusal, naming name: (Reference) -> String) -> String {
        let kind = refusal.facts.lazy.compactMap { fact in if fact.name == "kind", case .word(let code) = fact.content { code } else { nil }
        }.first
        let facts = refusal.facts.map { said($0, of: kind) }
        return phrases.sentence("refusal.\(refusal.code)", facts, spoken: Set(facts).subtracting(refusal.facts), naming: name)
    }

    /// Fields, kinds and acts by the names that people know, not by their codes.
    private func said(_ fact: Fact, of kind: String?) -> Fact {
        let keys: [String] =
            switch (fact.name, fact.content) {
            case ("field", .text(let column)): [kind.map { "field.\($0).\(column)" } ?? "", "field.\(column)"]
            case ("act", .text(let act)): ["act.\(act)"]
            case ("kind", .word(let code)), ("target", .word(let code)): ["kind.\(code)"]
            default: []
            }
        return keys.first(where: phrases.has).map { Fact(fact.name, phrases($0)) } ?? fact
    }

    package func failure(_ failure: JournalFailure) -> String {
        switch failure {
        case .noSpace: phrases("journal.no_space")
        case .notWritten(let why): phrases("journal.not_written", [Fact("why", why)])
        case .olderCopy(let count): phrases("journal.older_copy", [Fact("count", count)])
        case .keysMissing(let count): phrases("journal.keys_missing", [Fact("count", count)])
        case .notAtHead: phrases("journal.not_at_head")
        case .unfit(let why): phrases("journal.unfit", [Fact("why", why)])
        case .broken(let why): phrases("journal.broken", [Fact("why", why)])
        case .unreadable(let why): phrases("journal.unreadable", [Fact("why", why)])
        }
    }

    /// A field's content as a reader sees it.
    package func value(_ value: Value, of column: Kind.Column, _ kind: Kind, in picture: Picture) -> String {
        switch value {
        case .absent: return "—"
        case .flag(let flag): return phrases(flag ? "word.yes" : "word.no")
        case .integer(let number):
            return column.meaning == .money ? phrases.text(.money(Int(number)), { _ in "" }) : phrases.grouped(Int(number))
        case .text(let text):
            if case .choice = column.shape { return word(text, of: column, kind) }
            if case .list(.choice) = column.shape { return word(text, of: column, kind) }
            if column.meaning == .language { return phrases.language(text) }
            if case .attachment = column.shape, let attachment = Attachment(text) { return self.attachment(attachment) }
            return text
        case .day(let day): return phrases.day(day)
        case .moment(let moment): return phrases.moment(moment)
        case .reference(let number):
            guard let target = column.shape.target, let kind = picture.register.kind(target) else { return "#\(number)" }
            return name(Reference(slot: kind.slot, number: number), in: picture)
        case .list(let items): return items.map { self.value($0, of: column, kind, in: picture) }.joined(separator: ", ")
        }
    }

    /// A word of a closed set, as the field says it: *medical* is one thing of an incident and another of a badge.
    package func word(_ word: String, of column: Kind.Column, _ kind: Kind) -> String {
        let own = "word.\(kind.code).\(column.name).\(word)"
        return phrases(phrases.has(own) ? own : "word.\(word)")
    }

    /// What a file is and how large: `JPEG, 34 KB`.
    private func attachment(_ attachment: Attachment) -> String {
        phrases(
            "attachment.is",
            [Fact("media", attachment.media.rawValue.uppercased()), Fact("size", max(1, attachment.length >> 10))])
    }

    package func field(_ column: Kind.Column, of kind: Kind) -> String {
        let key = "field.\(kind.code).\(column.name)"
        return phrases.has(key) ? phrases(key) : phrases("field.\(column.name)")
    }
}
