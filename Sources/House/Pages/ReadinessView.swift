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
            reader.part(DueActs.self, at: ReadinessPath(), &html)
            write(SlipFigures.self, at: ReadinessPath(), &html)
            html.element(.p, [.class("acts")]) { $0.element(.a, [.href(Address(WallPath()))], reader.phrases("readiness.wall")) }
        }
    }

    /// The same without a frame, for a screen that nobody touches.
    var wall: Page {
        Page(reader.phrases("page.readiness"), isBare: true) { html in
            html.element(.h1, ceremonyName)
            write(SlipFigures.self, at: WallPath(), &html)
        }
    }

    private var ceremonyName: String {
        guard let ceremony = reader.picture.ceremony else { return reader.phrases("page.name") }
        return reader.name(ceremony.reference)
    }

    private func write<Path: SinglePath>(_ figures: SlipFigures<Path>.Type, at path: Path, _ html: inout HTML) {
        html.element(.div, [.class("readiness")]) { html in
            countdown(&html)
            reader.part(figures, at: path, &html)
            awaited(&html)
            three(&html)
            next(&html)
        }
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

    private func countdown(_ html: inout HTML) {
        guard let ceremony = reader.picture.ceremony, reader.sees(ceremony.reference), let opens = ceremony.opens else { return }
        let countdown = Countdown(to: opens, for: reader)
        html.tile("countdown", reader.phrases("readiness.until", [Fact("day", opens)])) { html in
            html.element(.p, [.class("figure")], countdown.figure)
            html.element(.p, countdown.days)
        }
    }

    private func awaited(_ html: inout HTML) {
        html.tile("decisions", reader.phrases("readiness.decisions", [Fact("count", readiness.decisions.count)])) { html in
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
        html.tile("successes", reader.phrases("readiness.successes")) { html in
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

    private func next(_ html: inout HTML) {
        html.tile("next", reader.phrases(readiness.isNextSoon ? "readiness.next_day" : "readiness.next_of_all")) { html in
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
