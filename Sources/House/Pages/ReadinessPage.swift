import Addresses
import Committee
import Engine
package import Furniture
import House
import Ledger
import Phrases
import Programme
import Rulebook

/// The ceremony at a glance: how long still, how the three successes stand, what is wrong and for how long, and what comes next.
package struct ReadinessPage: Sendable {
    private let reader: Reader
    private let successes: [SuccessReport]
    private let open: [Slip]
    private let decisions: [AwaitedDecision]

    package init(for reader: Reader) {
        self.reader = reader
        successes = SuccessReport.all(in: reader.seen, at: reader.now)
        decisions = AwaitedDecision.today(in: reader.seen, at: reader.now)
        open = reader.openSlips
    }

    package var page: Page {
        Page(reader.phrases("page.readiness")) { html in
            secondOfficers(&html)
            proposed(&html)
            write(&html)
            html.element(.p, [.class("acts")]) { $0.element(.a, [.href(.wall)], reader.phrases("readiness.wall")) }
        }
    }

    /// The same without a frame, for a screen that nobody touches.
    package var wall: Page {
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
        let waiting = reader.picture.all(PendingAct.self).filter { proposal in
            proposal.state == .open && reader.now < proposal.expires.instant && reader.sees(Reference(proposal.id))
        }
        if !waiting.isEmpty {
            html.element(.p, [.class("waiting")]) { html in
                html.element(
                    .a, [.href(.list(ListQuery(PendingAct.file)))],
                    reader.phrases("readiness.proposals", [Fact("count", waiting.count)]))
            }
        }
        guard reader.asOf == nil, reader.sight.administers else { return }
        let day = reader.picture.zone.day(at: reader.now)
        let administrators = reader.picture.all(Account.self).filter {
            Rights.of($0.heading.code, in: reader.picture, on: day)?.administers ?? false
        }
        if administrators.count < 2 { html.element(.p, [.class("waiting")], reader.phrases("readiness.one_administrator")) }
    }

    /// The acts that chores find due and that the reader may do, each at the page where it is done.
    private func proposed(_ html: inout HTML) {
        guard reader.asOf == nil else { return }
        let setting = Chore.Setting(picture: reader.picture, slips: reader.slips, now: reader.now)
        let due = houseChores.flatMap { $0.proposed(setting) }.filter { proposed in
            let kind = houseConstitution.act(proposed.act).flatMap { reader.picture.register.kind(slot: $0.slot) }
            return kind.map(reader.sight.changes) ?? false && reader.sees(proposed.about)
        }
        guard !due.isEmpty else { return }
        html.element(.section, [.class("waiting")]) { html in
            html.element(.p, reader.phrases("readiness.due_acts", [Fact("count", due.count)]))
            html.element(.ul) { html in
                for proposed in due.prefix(Self.mostProposed) {
                    guard let kind = reader.picture.register.kind(slot: proposed.about.slot),
                        let code = reader.picture.code(of: proposed.about)
                    else { continue }
                    let act = ActAddress(proposed.act.rawValue, about: RecordAddress(kind.file, code))
                    html.element(.li) { html in
                        html.element(.a, [.href(.act(act))], "\(reader.phrases("act.\(proposed.act.rawValue)")) · \(code)")
                    }
                }
            }
        }
    }

    /// Acts due that are named one by one.
    private static let mostProposed = 10

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
        let stops = open.filter { $0.severity == .stop }.sorted { ($0.since, $0.identity) < ($1.since, $1.identity) }
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
        tile("decisions", reader.phrases("readiness.decisions", [Fact("count", decisions.count)]), &html) { html in
            guard !decisions.isEmpty else { return html.element(.p, [.class("calm")], reader.phrases("readiness.no_decision")) }
            html.element(.ul) { html in
                for decision in decisions.prefix(4) {
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
            for success in successes {
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
        if let (done, total) = line.measured {
            html.text(" ")
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
        tile("desks", reader.phrases("readiness.slips", [Fact("count", open.count)]), &html) { html in
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
                    for desk in houseDesks { html.element(.tr) { row(desk, &$0) } }
                }
            }
        }
    }

    private func row(_ desk: String, _ html: inout HTML) {
        html.element(.th, [.scope("row")]) { html in
            html.element(.a, [.href(.slips(SlipsQuery(desk: desk)))], reader.phrases("desk.\(desk)"))
            if let owner = reader.picture.ownerReference(ofDesk: desk), reader.sees(owner), let code = reader.picture.code(of: owner) {
                html.element(.span, [.class("quiet")], " \(code)")
            }
        }
        for severity in Severity.allCases.reversed() {
            let count = open.count { $0.desk == desk && $0.severity == severity }
            html.element(.td, [.class(count == 0 ? "number none" : "number \(severity.rawValue)")], String(count))
        }
        let oldest = open.filter { $0.desk == desk && $0.since > .distantPast }.map(\.since).min()
        html.element(.td, [.class("number")], oldest.map { Age.words(since: $0, reader) } ?? "")
    }

    private func next(_ html: inout HTML) {
        let until = reader.now.adding(minutes: 1440)
        let coming = reader.picture.all(Session.self).filter { $0.ends.instant > reader.now && reader.sees($0.reference) }.sorted {
            ($0.starts, $0.id) < ($1.starts, $1.id)
        }
        let soon = coming.filter { $0.starts.instant < until }
        tile("next", reader.phrases(soon.isEmpty ? "readiness.next_of_all" : "readiness.next_day"), &html) { html in
            html.element(.ol) { html in
                for session in (soon.isEmpty ? coming : soon).prefix(6) {
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
