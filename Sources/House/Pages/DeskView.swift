import Addresses
package import Furniture
import Ledger
import Phrases
import Rulebook

extension DeskModel {
    package func shown(to reader: Reader) -> PageResult { .page(DeskView(desk: self, reader: reader).page) }
}

/// A desk's home, as a reader sees it.
private struct DeskView: Sendable {
    let desk: DeskModel
    let reader: Reader

    /// Stops and duties that are shown at once; the rest stands where all of them do.
    private static let most = 8

    private var title: String {
        desk.path.desk.isEmpty ? reader.phrases("desk_home.own") : reader.phrases("desk.\(desk.path.desk)")
    }

    var page: Page {
        Page(title) { html in
            html.element(.div, [.class("tiles")]) { html in
                stops(&html)
                duties(&html)
                if !desk.waiting.isEmpty { waiting(&html) }
                if !desk.acts.isEmpty || !desk.pages.isEmpty { work(&html) }
                lists(&html)
            }
        }
    }

    private func stops(_ html: inout HTML) {
        html.tile("stops", reader.phrases("readiness.stops", [Fact("count", desk.stops.count)])) { html in
            if desk.stops.isEmpty { html.element(.p, [.class("calm")], reader.phrases("readiness.no_stop")) }
            html.element(.ul, [.class("slips")]) { html in
                for slip in desk.stops.prefix(Self.most) { html.element(.li) { line(slip, &$0) } }
            }
            html.element(.ul, [.class("criteria")]) { html in
                for code in desk.desks { html.element(.li) { all(of: code, &$0) } }
            }
        }
    }

    /// Where everything that is wrong at a desk stands.
    private func all(of code: String, _ html: inout HTML) {
        html.element(
            .a, [.href(.slips(SlipsQuery(desk: code)))],
            reader.phrases("desk_home.all_slips", [Fact("desk", reader.phrases("desk.\(code)"))]))
        guard desk.desks.count == 1 else { return }
        let counts = Severity.allCases.reversed().compactMap { severity in
            desk.counts[severity].map { "\(reader.phrases("word.\(severity.rawValue)")) \($0)" }
        }
        if !counts.isEmpty { html.text(" · " + counts.joined(separator: " · ")) }
    }

    private func line(_ slip: Slip, _ html: inout HTML) {
        reader.mark(slip.severity, &html)
        html.element(.a, [.href(.slips(SlipsQuery(rule: slip.rule)))], slip.rule)
        html.text(" " + reader.explanation(of: slip))
    }

    private func duties(_ html: inout HTML) {
        html.tile("decisions", reader.phrases("desk_home.duties", [Fact("count", desk.duties.count)])) { html in
            guard !desk.duties.isEmpty else { return html.element(.p, [.class("calm")], reader.phrases("desk_home.no_duty")) }
            html.element(.ul) { html in
                for duty in desk.duties.prefix(Self.most) {
                    html.element(.li) { html in
                        work(duty.work, &html)
                        guard let due = duty.due else { return }
                        html.text(" · ")
                        html.element(
                            duty.isLate ? .strong : .span,
                            reader.phrases(duty.isLate ? "desk_home.late" : "desk_home.due", [Fact("day", due)]))
                    }
                }
            }
            let more = desk.duties.count - Self.most
            if more > 0 { html.element(.p, reader.phrases("preview.more", [Fact("count", more)])) }
        }
    }

    private func work(_ work: DeskModel.Duty.Work, _ html: inout HTML) {
        switch work {
        case .slip(let slip): line(slip, &html)
        case .task(let task): reader.link(to: task, &html)
        case .decision(let decision):
            reader.link(to: decision.record, &html)
            html.text(" ")
            html.element(.bdi, decision.question)
        }
    }

    private func waiting(_ html: inout HTML) {
        html.tile("waiting", reader.phrases("desk_home.waiting", [Fact("count", desk.waiting.count)])) { html in
            html.element(.ul) { html in
                for proposal in desk.waiting.prefix(Self.most) { html.element(.li) { reader.link(to: proposal, &$0) } }
            }
        }
    }

    private func work(_ html: inout HTML) {
        html.tile("work", reader.phrases("desk_home.work")) { html in
            html.element(.ul) { html in
                for page in desk.pages { html.element(.li) { $0.element(.a, [.href(page.address)], reader.phrases(page.title)) } }
                for act in desk.acts {
                    html.element(.li) { $0.element(.a, [.href(.act(ActAddress(act.rawValue)))], reader.phrases("act.\(act.rawValue)")) }
                }
            }
        }
    }

    private func lists(_ html: inout HTML) {
        html.tile("lists", reader.phrases("desk_home.lists")) { html in
            html.element(.ul) { html in
                for holding in desk.holdings {
                    html.element(.li) { html in
                        list(of: holding.kind, &html)
                        html.element(.span, [.class("quiet")], " \(reader.phrases.grouped(holding.count))")
                    }
                }
            }
            guard !desk.empty.isEmpty else { return }
            html.element(.details) { html in
                html.element(.summary, reader.phrases("desk_home.empty", [Fact("count", desk.empty.count)]))
                html.element(.ul) { html in for kind in desk.empty { html.element(.li) { list(of: kind, &$0) } } }
            }
        }
    }

    private func list(of kind: Kind, _ html: inout HTML) {
        html.element(.a, [.href(.list(ListQuery(kind.file)))], reader.phrases("kind.\(kind.code).many"))
    }
}
