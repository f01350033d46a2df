import Addresses
package import Furniture
import Ledger
import Parties
import Phrases
import Rulebook
import Signing

extension SigningModel {
    package func shown(to reader: Reader) -> PageResult { .page(SigningView(register: self, reader: reader).page) }
}

/// The signing register as a reader sees it.
private struct SigningView: Sendable {
    let register: SigningModel
    let reader: Reader

    var page: Page {
        Page(reader.phrases("page.signing")) { html in
            if register.treaties.isEmpty { html.element(.p, [.class("nothing")], reader.phrases("list.nothing")) }
            for standing in register.treaties {
                self.standing(standing, &html)
                for queue in standing.queues { self.queue(queue, &html) }
                meant(standing.meant, &html)
            }
            asOf(&html)
        }
    }

    /// As of when the register speaks.
    private func asOf(_ html: inout HTML) {
        html.element(
            .p, [.class("as-of")],
            reader.phrases("readiness.as_of", [Fact("moment", reader.moment), Fact("entry", reader.picture.sequence)]))
    }

    private func standing(_ standing: SigningModel.Standing, _ html: inout HTML) {
        let treaty = standing.treaty
        html.element(.section, [.aria(.labelledby, "treaty-\(treaty.id.number)")]) { html in
            html.element(.h2, [.id("treaty-\(treaty.id.number)")]) { reader.link(to: Reference(treaty.id), &$0) }
            html.element(.dl, [.class("facts")]) { html in
                html.element(.dt, reader.phrases("signing.signatories"))
                html.element(.dd, reader.phrases.grouped(standing.signatories))
                html.element(.dt, reader.phrases("signing.instruments"))
                html.element(.dd) { html in
                    let words = reader.phrases("signing.of", [Fact("count", standing.counted), Fact("needed", treaty.instruments)])
                    Bar(done: standing.counted, of: treaty.instruments).draw(words, &html)
                }
                html.element(.dt, reader.phrases("signing.in_force"))
                html.element(.dd) { html in
                    guard let day = standing.inForce else { return html.text(reader.phrases("signing.not_in_force")) }
                    html.element(.time, [.datetime(day)], reader.phrases.day(day))
                }
            }
        }
    }

    private func meant(_ meant: [SigningModel.Meant], _ html: inout HTML) {
        guard !meant.isEmpty else { return }
        let title = reader.phrases("signing.meant", [Fact("count", meant.count)])
        html.element(.section) { html in
            html.element(.h3, title)
            html.element(.div, [.class("scroll"), .role("region"), .aria(.label, title), .tabbed]) { html in
                html.element(.table, [.class("list")]) { html in
                    headings(["kind.party", "field.intention.signer", "signing.authority"], &html)
                    html.element(.tbody) { html in
                        for each in meant {
                            html.element(.tr) { html in
                                html.element(.th, [.scope("row")]) { link(each.intention.party, &$0) }
                                html.element(.td) { link(each.intention.signer, &$0) }
                                html.element(.td) { authority(each.authority, &$0) }
                            }
                        }
                    }
                }
            }
        }
    }

    private func headings(_ keys: [String], _ html: inout HTML) {
        html.element(.thead) { html in
            html.element(.tr) { html in for key in keys { html.element(.th, [.scope("col")], reader.phrases(key)) } }
        }
    }

    private func link<Record: Entity>(_ id: ID<Record>?, _ html: inout HTML) {
        guard let id else { return html.text("—") }
        reader.link(to: Reference(id), &html)
    }

    private func queue(_ queue: SigningModel.Queue, _ html: inout HTML) {
        let table = queue.table
        let name = reader.name(Reference(table.id))
        html.element(.section) { html in
            html.element(.h3) { reader.link(to: Reference(table.id), &$0) }
            if let freezes = table.queueFreezes, freezes != .blank {
                html.element(.p, [.class("quiet")], reader.phrases("signing.freezes", [Fact("moment", freezes)]))
            }
            html.element(.div, [.class("scroll"), .role("region"), .aria(.label, name), .tabbed]) { html in
                html.element(.table, [.class("list queue")]) { html in
                    headings(["signing.position", "kind.party", "signing.authority", "signing.state"], &html)
                    html.element(.tbody) { html in
                        for line in queue.lines { self.line(line, &html) }
                    }
                }
            }
        }
    }

    private func line(_ line: SigningModel.Line, _ html: inout HTML) {
        let slot = line.slot
        html.element(.tr) { html in
            html.element(.td, [.class("number")]) { html in
                html.element(.a, [.href(.record(RecordAddress(SigningSlot.file, slot.heading.code)))], String(slot.position))
            }
            html.element(.th, [.scope("row")]) { link(slot.party, &$0) }
            html.element(.td) { authority(line.authority, &$0) }
            html.element(.td) { html in
                if let signature = line.signature {
                    html.text(reader.phrases("signing.signed", [Fact("moment", signature.signed)]))
                } else if slot.isPassedOver {
                    html.text(reader.phrases("field.signing_slot.passed_over"))
                } else if let called = slot.called {
                    html.text(reader.phrases("signing.called", [Fact("moment", called)]))
                } else {
                    html.element(.span, [.class("quiet")], reader.phrases("signing.waiting"))
                }
            }
        }
    }

    private func authority(_ authority: SigningModel.Authority, _ html: inout HTML) {
        switch authority {
        case .unknown: html.text("—")
        case .office: html.text(reader.phrases("signing.by_office"))
        case .none: html.element(.strong, reader.phrases("signing.no_authority"))
        case .powers(let best):
            html.element(
                .a, [.href(.record(RecordAddress(FullPowers.file, best.heading.code)))], reader.phrases("word.\(best.status.rawValue)"))
        }
    }
}
