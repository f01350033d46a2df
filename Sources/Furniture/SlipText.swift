import Addresses
package import Ledger
import Phrases
package import Rulebook

/// One slip in plain words: how bad it is, what is wrong, since when, who must act, and what mends it.
package struct SlipText: Sendable {
    private let slip: Slip
    private let reader: Reader

    package init(_ slip: Slip, _ reader: Reader) {
        self.slip = slip
        self.reader = reader
    }

    package func write(_ html: inout HTML) {
        let waiver = reader.picture.waiver(for: slip, at: reader.now)
        html.element(.article, [.class(waiver == nil ? "slip" : "slip waived")]) { html in
            html.element(.p, [.class("what")]) { html in
                reader.mark(slip.severity, &html)
                html.element(.a, [.href(.slips(SlipsQuery(rule: slip.rule)))], slip.rule)
                html.text(" ")
                html.element(.span, reader.explanation(of: slip))
            }
            html.element(.p, [.class("why")], reader.phrases("rule.\(slip.rule)"))
            html.element(.p, [.class("mend")], reader.mending(of: slip))
            html.element(.p, [.class("about")]) { html in
                html.text(reader.phrases("desk.\(slip.desk)") + " · ")
                html.text(reader.phrases("slip.since", [Fact("age", Age.words(since: slip.since, reader))]))
                for subject in slip.subjects {
                    html.text(" · ")
                    reader.link(to: subject, &html)
                    if let row = reader.picture[subject] { reader.markAssumed(row, &html) }
                }
                if let taken = reader.assignment(of: slip) {
                    html.text(" · ")
                    html.text(reader.phrases("slip.taken_on", [Fact("officer", reader.office(of: taken.officer))]))
                    if let due = taken.due { html.text(" " + reader.phrases("slip.due", [Fact("day", due)])) }
                }
            }
            acts(isOpen: waiver == nil, &html)
            guard let waiver, reader.sees(waiver.reference) else { return }
            html.element(
                .p, [.class("waiver")],
                reader.phrases(
                    "slip.waived",
                    [
                        Fact("approver", reader.office(of: waiver.approver)), Fact("reason", waiver.reason),
                        Fact("until", Moment(waiver.ends.instant.adding(minutes: -1), in: reader.picture.zone)),
                    ]))
        }
    }
}

extension SlipText {
    /// What the reader may do about it: put it right, take it on, or say that it need not be put right for now.
    private func acts(isOpen: Bool, _ html: inout HTML) {
        let tends = reader.sight.tends(slip.desk)
        guard isOpen, tends || mending != nil else { return }
        let name = SlipName(rule: slip.rule, variant: slip.variant, subjects: slip.subjectNames(in: reader.picture))
        html.element(.p, [.class("acts")]) { html in
            if let mending { html.element(.a, [.href(mending)], reader.phrases("slip.mend_act")) }
            if tends {
                html.element(.a, [.href(Address(AssignPath(name)))], reader.phrases("slip.assign_act"))
                html.element(.a, [.href(Address(WaivePath(name)))], reader.phrases("slip.waive_act"))
            }
        }
    }
}

extension SlipText {
    /// The form in which it is put right, as its rule says; nil where that is not this reader's to do.
    private var mending: Address? {
        switch slip.mend {
        case .edit(let reference, _), .remove(let reference):
            guard let kind = reader.picture.register.kind(slot: reference.slot), reader.sight.changes(kind), reader.sees(reference) else {
                return nil
            }
            return reader.picture.code(of: reference).map { .edit(RecordAddress(kind.file, $0)) }
        case .add(let code):
            guard let kind = reader.picture.register.kind(code), reader.sight.enters(kind) else { return nil }
            return .new(file: kind.file)
        case .act(let name, let code):
            guard let kind = reader.picture.register.kind(code), reader.sight.changes(kind) else { return nil }
            return .act(ActAddress(name.rawValue))
        }
    }
}

extension Reader {
    /// Who has last taken a slip on, of the assignments that the reader may know.
    fileprivate func assignment(of slip: Slip) -> Assignment? {
        let names = slip.subjectNames(in: picture)
        var found: Assignment?
        picture[slot: Assignment.slot].forEach { row in
            guard let taken = (row as? Row<Assignment>)?.record, taken.rule == slip.rule, taken.variant == slip.variant,
                taken.subjects == names, sees(row.reference)
            else { return }
            found = taken
        }
        return found
    }
}

/// How long something has lasted.
package enum Age {
    package static func words(since start: Instant, _ reader: Reader) -> String {
        guard start > .distantPast else { return reader.phrases("age.ever") }
        let minutes = max(0, Instant.minutes(from: start, to: reader.now))
        switch minutes {
        case ..<60: return reader.phrases("age.minutes", [Fact("count", minutes)])
        case ..<2880: return reader.phrases("age.hours", [Fact("count", minutes / 60)])
        default: return reader.phrases("age.days", [Fact("count", minutes / 1440)])
        }
    }
}
