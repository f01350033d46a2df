import Addresses
import Ledger
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
            html.element(.p, [.class("mend")], reader.mending(of: slip))
            html.element(.p, [.class("about")]) { html in
                html.text(reader.phrases("slip.since", [Fact("age", Age.words(since: slip.since, reader))]))
                for subject in slip.subjects {
                    html.text(" · ")
                    reader.link(to: subject, &html)
                    if let row = reader.picture[subject] { reader.markAssumed(row, &html) }
                }
            }
            guard let waiver, reader.sees(waiver.reference) else { return }
            html.element(
                .p, [.class("waiver")],
                reader.phrases(
                    "slip.waived", [Fact("approver", waiver.approver), Fact("reason", waiver.reason), Fact("until", waiver.ends)]))
        }
    }
}

/// How long something has lasted.
enum Age {
    static func words(since start: Instant, _ reader: Reader) -> String {
        guard start > .distantPast else { return reader.phrases("age.ever") }
        let minutes = max(0, Instant.minutes(from: start, to: reader.now))
        switch minutes {
        case ..<60: return reader.phrases("age.minutes", [Fact("count", minutes)])
        case ..<2880: return reader.phrases("age.hours", [Fact("count", minutes / 60)])
        default: return reader.phrases("age.days", [Fact("count", minutes / 1440)])
        }
    }
}
