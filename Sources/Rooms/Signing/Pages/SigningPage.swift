import Addresses
package import Furniture
import Ledger
import Parties
import Phrases
import Rulebook
import Signing

/// The signing register: each treaty's standing, and each table's queue with what entitles every signer.
package struct SigningPage: Sendable {
    private let reader: Reader
    /// Only what the reader may know of is listed and counted.
    private let seen: Picture

    package init(for reader: Reader) {
        self.reader = reader
        seen = reader.seen
    }

    package var page: Page {
        Page(reader.phrases("page.signing")) { html in
            let treaties = seen.all(Treaty.self)
            if treaties.isEmpty { html.element(.p, [.class("nothing")], reader.phrases("list.nothing")) }
            for treaty in treaties {
                standing(of: treaty, &html)
                let tables = seen.each(SigningTable.byTreaty, treaty.id)
                for table in tables { queue(at: table, of: treaty, &html) }
                if tables.isEmpty { intentions(of: treaty, &html) }
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

    private var today: Day { reader.picture.zone.day(at: reader.now) }

    private func standing(of treaty: Treaty, _ html: inout HTML) {
        let standing = TreatyRecords(of: treaty, See(seen, at: reader.now)).standing
        let counted = standing.counted(on: today).count
        html.element(.section, [.aria(.labelledby, "treaty-\(treaty.id.number)")]) { html in
            html.element(.h2, [.id("treaty-\(treaty.id.number)")]) { reader.link(to: Reference(treaty.id), &$0) }
            html.element(.dl, [.class("facts")]) { html in
                html.element(.dt, reader.phrases("signing.signatories"))
                html.element(.dd, reader.phrases.grouped(standing.signatories(on: today).count))
                html.element(.dt, reader.phrases("signing.instruments"))
                html.element(.dd) { html in
                    let words = reader.phrases("signing.of", [Fact("count", counted), Fact("needed", treaty.instruments)])
                    Bar(done: counted, of: treaty.instruments).draw(words, &html)
                }
                html.element(.dt, reader.phrases("signing.in_force"))
                html.element(.dd) { html in
                    guard let day = standing.entersIntoForceOn else { return html.text(reader.phrases("signing.not_in_force")) }
                    html.element(.time, [.datetime(day)], reader.phrases.day(day))
                }
            }
        }
    }

    /// Before there is a queue: who means to sign, by whom, and whether they may.
    private func intentions(of treaty: Treaty, _ html: inout HTML) {
        let meant = seen.all(Intention.self)
            .filter { $0.treaty == treaty.id && $0.intent == .willSign }
            .map { (name: $0.party.map { reader.phrases.order(of: reader.name(Reference($0))) } ?? $0.heading.code, intention: $0) }
            .sorted { ($0.name, $0.intention.id) < ($1.name, $1.intention.id) }.map(\.intention)
        guard !meant.isEmpty else { return }
        let title = reader.phrases("signing.meant", [Fact("count", meant.count)])
        html.element(.section) { html in
            html.element(.h3, title)
            html.element(.div, [.class("scroll"), .role("region"), .aria(.label, title), .tabbed]) { html in
                html.element(.table, [.class("list")]) { html in
                    headings(["kind.party", "field.intention.signer", "signing.authority"], &html)
                    html.element(.tbody) { html in
                        for intention in meant {
                            html.element(.tr) { html in
                                html.element(.th, [.scope("row")]) { link(intention.party, &$0) }
                                html.element(.td) { link(intention.signer, &$0) }
                                html.element(.td) { authority(of: intention.party, treaty, &$0) }
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

    private func queue(at table: SigningTable, of treaty: Treaty, _ html: inout HTML) {
        let slots = seen.each(SigningSlot.byTable, table.id)
            .sorted { ($0.position, $0.id) < ($1.position, $1.id) }
        let name = reader.name(Reference(table.id))
        let signed = Dictionary(grouping: seen.each(Signature.byTreaty, treaty.id)) { $0.party }
        html.element(.section) { html in
            html.element(.h3) { reader.link(to: Reference(table.id), &$0) }
            if let freezes = table.queueFreezes, freezes != .blank {
                html.element(.p, [.class("quiet")], reader.phrases("signing.freezes", [Fact("moment", freezes)]))
            }
            html.element(.div, [.class("scroll"), .role("region"), .aria(.label, name), .tabbed]) { html in
                html.element(.table, [.class("list queue")]) { html in
                    headings(["signing.position", "kind.party", "signing.authority", "signing.state"], &html)
                    html.element(.tbody) { html in
                        for slot in slots { line(slot, treaty, signed[slot.party]?.first, &html) }
                    }
                }
            }
        }
    }

    private func line(_ slot: SigningSlot, _ treaty: Treaty, _ signature: Signature?, _ html: inout HTML) {
        html.element(.tr) { html in
            html.element(.td, [.class("number")]) { html in
                html.element(.a, [.href(.record(RecordAddress(SigningSlot.file, slot.heading.code)))], String(slot.position))
            }
            html.element(.th, [.scope("row")]) { link(slot.party, &$0) }
            html.element(.td) { authority(of: slot.party, treaty, &$0) }
            html.element(.td) { html in
                if let signature {
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

    /// Full powers as the treaty section has reviewed them, or the office that needs none.
    private func authority(of party: ID<Party>?, _ treaty: Treaty, _ html: inout HTML) {
        guard let party else { return html.text("—") }
        let see = See(seen, at: reader.now)
        let intention = seen.all(Intention.self).first { $0.party == party && $0.treaty == treaty.id }
        if let person = intention?.signer, Signer(person, for: party, of: treaty.id, on: today).signsByOffice(see) {
            return html.text(reader.phrases("signing.by_office"))
        }
        let powers = seen.each(FullPowers.byParty, party).filter { $0.treaty == treaty.id || $0.form == .general }
        guard let best = powers.max(by: { rank($0.status) < rank($1.status) }) else {
            return html.element(.strong, reader.phrases("signing.no_authority"))
        }
        html.element(
            .a, [.href(.record(RecordAddress(FullPowers.file, best.heading.code)))], reader.phrases("word.\(best.status.rawValue)"))
    }

    private func rank(_ status: FullPowers.Status) -> Int {
        [.withdrawn, .rejected, .expected, .received, .underReview, .accepted].firstIndex(of: status) ?? 0
    }
}
