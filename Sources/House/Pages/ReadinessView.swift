import Addresses
import Committee
import Engine
package import Furniture
import Ledger
import Phrases
import Programme
import Rulebook

extension ReadinessModel {
    package func shown(to reader: Reader) -> PageResult { .page(ReadinessView(readiness: self, reader: reader).page) }
}

extension WallModel {
    package func shown(to reader: Reader) -> PageResult { .page(ReadinessView(readiness: readiness, reader: reader).wall) }
}

/// The ceremony at a glance, as a reader sees it.
private struct ReadinessView: Sendable {
    let readiness: ReadinessModel
    let reader: Reader

    var page: Page {
        Page(reader.phrases("page.readiness")) { html in
            secondOfficers(&html)
            proposed(&html)
            write(&html)
            html.element(.p, [.class("acts")]) { $0.element(.a, [.href(Address(WallPath()))], reader.phrases("readiness.wall")) }
        }
    }

    /// The same without a frame, for a screen that nobody touches.
    var wall: Page {
        Page(reader.phrases("page.readiness"), isBare: true) { html in
            html.element(.h1, ceremonyName)
            write(&html)
        }
    }

    private var ceremonyName: String {
        guard let ceremony = reader.picture.ceremony else { return reader.phrases("page.name") }
        return reader.name(ceremony.reference)
    }

    private func write(_ html: inout HTML) {
        html.element(.div, [.class("readiness")]) { html in
            countdown(&html)
            stops(&html)
            awaited(&html)
            three(&html)
            desks(&html)
            next(&html)
        }
        html.element(
            .p, [.class("as-of")],
            reader.phrases("readiness.as_of", [Fact("moment", reader.moment), Fact("entry", reader.picture.sequence)]))
    }

    /// What waits for another officer, and, for those who look after the house, that there is none yet who could confirm anything.
    private func secondOfficers(_ html: inout HTML) {
        if readiness.proposals > 0 {
            html.element(.p, [.class("waiting")]) { html in
                html.element(
                    .a, [.href(.list(ListQuery(PendingAct.file)))],
                    reader.phrases("readiness.proposals", [Fact("count", readiness.proposals)]))
            }
        }
        if readiness.isOnlyAdministrator { html.element(.p, [.class("waiting")], reader.phrases("readiness.one_administrator")) }
    }

    /// The acts that have become due, each at the page where it is done.
    private func proposed(_ html: inout HTML) {
        guard readiness.dueActCount > 0 else { return }
        html.element(.section, [.class("waiting")]) { html in
            html.element(.p, reader.phrases("readiness.due_acts", [Fact("count", readiness.dueActCount)]))
            html.element(.ul) { html in
                for due in readiness.dueActs {
                    html.element(.li) { html in
                        html.element(
                            .a, [.href(.act(ActAddress(due.act.rawValue, about: due.about)))],
                            "\(reader.phrases("act.\(due.act.rawValue)")) · \(due.about.code)")
                    }
                }
            }
        }
    }

    private func tile(_ name: String, _ title: String, _ html: inout HTML, _ content: (inout HTML) -> Void) {
        html.element(.section, [.class("tile \(name)"), .aria(.labelledby, "tile-\(name)")]) { html in
            html.element(.h2, [.id("tile-\(name)")], title)
            content(&html)
        }
    }

    private func countdown(_ html: inout HTML) {
        guard let ceremony = reader.picture.ceremony, reader.sees(ceremony.reference), let opens = ceremony.opens else { return }
        let countdown = Countdown(to: opens, for: reader)
        tile("countdown", reader.phrases("readiness.until", [Fact("day", opens)]), &html) { html in
            html.element(.p, [.class("figure")], countdown.figure)
            html.element(.p, countdown.days)
        }
    }

    private func stops(_ html: inout HTML) {
        let stops = readiness.stops
        tile("stops", reader.phrases("readiness.stops", [Fact("count", stops.count)]), &html) { html in
            guard !stops.isEmpty else { return html.element(.p, [.class("calm")], reader.phrases("readiness.no_stop")) }
            html.element(.ul, [.class("slips")]) { html in
                for slip in stops.prefix(6) {
                    html.element(.li) { html in
                        reader.mark(slip.severity, &html)
                        html.element(.a, [.href(.slips(SlipsQuery(rule: slip.rule)))], slip.rule)
                        html.text(" " + reader.explanation(of: slip))
                    }
                }
            }
        }
    }

    private func awaited(_ html: inout HTML) {
        tile("decisions", reader.phrases("readiness.decisions", [Fact("count", readiness.decisions.count)]), &html) { html in
            guard !readiness.decisions.isEmpty else { return html.element(.p, [.class("calm")], reader.phrases("readiness.no_decision")) }
            html.element(.ul) { html in
                for decision in readiness.decisions.prefix(4) {
                    html.element(.li) { html in
                        reader.link(to: decision.record, &html)
                        html.text(" ")
                        html.element(.bdi, decision.question)
                        html.text(" · ")
                        let isOverdue = decision.due.instant <= reader.now
                        let words = reader.phrases(isOverdue ? "readiness.overdue" : "readiness.due", [Fact("moment", decision.due)])
                        html.element(isOverdue ? .strong : .span, words)
                    }
                }
            }
        }
    }

    private func three(_ html: inout HTML) {
        tile("successes", reader.phrases("readiness.successes"), &html) { html in
            for success in readiness.successes {
                html.element(.h3) { html in
                    html.text(reader.phrases("word.\(success.success)"))
                    html.element(.span, [.class("figure")], success.percent.map { " \($0) %" } ?? " —")
                }
                html.element(.ul, [.class("criteria")]) { html in
                    for line in success.lines where reader.sees(line.criterion) { html.element(.li) { criterion(line, &$0) } }
                }
            }
        }
    }

    private func criterion(_ line: SuccessReport.Line, _ html: inout HTML) {
        reader.link(to: line.criterion, &html)
        if let row = reader.picture[line.criterion] { reader.markAssumed(row, &html) }
        if let measured = line.measured {
            html.text(" ")
            let (done, total) = (measured.done, measured.total)
            Bar(done: done, of: total).draw(reader.phrases("readiness.measured", [Fact("done", done), Fact("total", total)]), &html)
        } else {
            html.text(line.judged.map { " " + reader.phrases("readiness.judged", [Fact("percent", $0)]) } ?? " —")
        }
        if let reported = line.reported {
            html.text(" ")
            html.element(.span, [.class("quiet")], reader.phrases("readiness.reported", [Fact("percent", reported)]))
        }
    }

    /// Slips by desk and severity: grey where there are none.
    private func desks(_ html: inout HTML) {
        tile("desks", reader.phrases("readiness.slips", [Fact("count", readiness.open)]), &html) { html in
            html.element(.table) { html in
                html.element(.thead) { html in
                    html.element(.tr) { html in
                        html.element(.th, [.scope("col")], reader.phrases("slips.desk"))
                        for severity in Severity.allCases.reversed() {
                            html.element(.th, [.scope("col"), .class("number")], reader.phrases("word.\(severity.rawValue)"))
                        }
                        html.element(.th, [.scope("col"), .class("number")], reader.phrases("readiness.oldest"))
                    }
                }
                html.element(.tbody) { html in
                    for line in readiness.desks { html.element(.tr) { row(line, &$0) } }
                }
            }
        }
    }

    private func row(_ line: ReadinessModel.DeskLine, _ html: inout HTML) {
        let desk = line.desk
        html.element(.th, [.scope("row")]) { html in
            html.element(.a, [.href(.slips(SlipsQuery(desk: desk)))], reader.phrases("desk.\(desk)"))
            if let owner = reader.picture.ownerReference(ofDesk: desk), reader.sees(owner), let code = reader.picture.code(of: owner) {
                html.element(.span, [.class("quiet")], " \(code)")
            }
        }
        for severity in Severity.allCases.reversed() {
            let count = line.counts[severity] ?? 0
            html.element(.td, [.class(count == 0 ? "number none" : "number \(severity.rawValue)")], String(count))
        }
        html.element(.td, [.class("number")], line.oldest.map { Age.words(since: $0, reader) } ?? "")
    }

    private func next(_ html: inout HTML) {
        tile("next", reader.phrases(readiness.isNextSoon ? "readiness.next_day" : "readiness.next_of_all"), &html) { html in
            html.element(.ol) { html in
                for session in readiness.next {
                    html.element(.li) { html in
                        html.element(.time, [.datetime(session.starts)], reader.phrases.moment(session.starts))
                        html.text(" ")
                        reader.link(to: session.reference, &html)
                    }
                }
            }
        }
    }
}
