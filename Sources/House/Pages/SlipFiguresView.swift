import Addresses
import Committee
package import Furniture
import Ledger
import Phrases
import Rulebook

extension SlipFigures {
    package var attributes: [Attribute] { [.class("tiles")] }

    package func write(for reader: Reader, _ html: inout HTML) {
        stops(reader, &html)
        desks(reader, &html)
    }

    private func stops(_ reader: Reader, _ html: inout HTML) {
        html.tile("stops", reader.phrases("readiness.stops", [Fact("count", stops.count)])) { html in
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

    /// Slips by desk and severity, grey where there are none; and as of when they were counted.
    private func desks(_ reader: Reader, _ html: inout HTML) {
        html.tile("desks", reader.phrases("readiness.slips", [Fact("count", open)])) { html in
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
                    for line in desks { html.element(.tr) { row(line, reader, &$0) } }
                }
            }
            html.element(
                .p, [.class("as-of")],
                reader.phrases("readiness.as_of", [Fact("moment", reader.moment), Fact("entry", reader.picture.sequence)]))
        }
    }

    private func row(_ line: DeskLine, _ reader: Reader, _ html: inout HTML) {
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
}

extension HTML {
    /// A part of readiness under a heading of its own.
    mutating func tile(_ name: String, _ title: String, _ content: (inout HTML) -> Void) {
        element(.section, [.class("tile \(name)"), .aria(.labelledby, "tile-\(name)")]) { html in
            html.element(.h2, [.id("tile-\(name)")], title)
            content(&html)
        }
    }
}
