package import Addresses
package import Ledger
import Phrases
package import Rulebook

/// The page of a verb: what it does, about which record, what bars or stops it, and the few inputs that it asks for.
package struct ActForm: Sendable {
    package let address: ActAddress
    /// The kind of record that the act writes.
    package let kind: Kind
    /// What is asked for, in order, and whether it must be said.
    package let asks: [(column: Kind.Column, isRequired: Bool)]
    /// What the act is about; nil where it begins from nothing.
    package let about: Reference?
    package var texts: [String: String]
    package var before: [String: String]
    package var problems: [String: String] = [:]
    package var complaints: [String] = []
    /// That there is nothing to do: no complaint.
    package var calm: [String] = []
    /// Why it cannot be done as things stand; nil where it can.
    package var bar: String?
    /// The slips that would stop it now.
    package var stops: [Slip] = []
    /// What it means, told in words.
    package var parts: [ToldPart] = []
    /// What the button says that does it, where that is more than the verb.
    package var button: String?
    /// Whether a stop stands in the way that somebody entitled may override.
    package var isStopped = false
    package var reason = ""
    package var overrideReason = ""
    /// What it would do with what stands in the form; nil where nobody has asked.
    package var preview: PreviewText?
    /// The records to which it is done at once; nil where it is about one or about nothing.
    package var many: ManyRecords?

    package init(
        _ address: ActAddress, _ kind: Kind, asks: [(column: Kind.Column, isRequired: Bool)], about: Reference?, texts: [String: String]
    ) {
        self.address = address
        self.kind = kind
        self.asks = asks
        self.about = about
        self.texts = texts
        before = texts
    }

    package func page(for reader: Reader) -> Page {
        let verb = reader.phrases("act.\(address.name)")
        return Page(title(verb, reader), isLive: false) { html in
            if let about { html.element(.p, [.class("state")]) { reader.link(to: about, &$0) } }
            html.element(.p, reader.phrases("act.\(address.name).means"))
            if let about { known(of: about, reader, &html) }
            for part in parts { part.write(reader, &html) }
            many?.write(reader, &html)
            if let bar {
                html.element(.p, [.class("barred"), .role("status")], reader.phrases("act.barred", [Fact("why", bar)]))
                return html.element(.p) { $0.element(.a, [.href(back)], reader.phrases("form.leave")) }
            }
            if !complaints.isEmpty || !problems.isEmpty { summary(reader, &html) }
            for line in calm { html.element(.p, [.class("receipt"), .role("status")], line) }
            if !stops.isEmpty, !isStopped { standing(reader, &html) }
            preview?.write(reader, &html)
            let record = self.record(in: reader)
            html.element(.form, [.class("record"), .action(.act(address)), .method(.post)]) { html in
                token(reader, &html)
                many?.carry(codes: reader.picture.code(of:), &html)
                for (column, isRequired) in asks {
                    // What must be said is not said by leaving what stands there.
                    let empty = isRequired ? column.emptyWord : nil
                    let text = texts[column.name] ?? ""
                    FormField(
                        column, of: kind, text: text == empty ? "" : text, before: before[column.name] ?? "",
                        problem: problems[column.name], isRequired: isRequired, without: Set([empty].compactMap { $0 }),
                        in: record
                    ).write(reader, &html)
                }
                reasonLine("reason", reader.phrases("form.reason"), reason, &html)
                if isStopped || !overrideReason.isEmpty {
                    reasonLine("override", reader.phrases("form.override"), overrideReason, &html)
                }
                html.element(.div, [.class("buttons")]) { html in
                    html.element(.button, [.type("submit")], button ?? verb)
                    html.element(
                        .button, [.type("submit"), .class("plain"), .name("act"), .value("preview")], reader.phrases("preview.ask"))
                    html.element(.a, [.href(back)], reader.phrases("form.leave"))
                }
            }
        }
    }

    /// The record with whose contents it begins.
    private func record(in reader: Reader) -> (kind: Kind, code: String)? {
        about.flatMap { about in
            guard let kind = reader.picture.register.kind(slot: about.slot), let code = reader.picture.code(of: about) else { return nil }
            return (kind, code)
        }
    }

    /// What the record says that the act is about: nobody decides on what they do not see.
    private func known(of about: Reference, _ reader: Reader, _ html: inout HTML) {
        guard let row = reader.picture[about], let kind = reader.picture.register.kind(slot: about.slot) else { return }
        let told = kind.columns.enumerated().filter { place, column in
            !column.isCode && !column.isCommon && column.meaning != .note && reader.sight.sees(column, of: kind)
                && row.value(place) != .absent
        }
        guard !told.isEmpty else { return }
        html.element(.dl, [.class("facts")]) { html in
            for (place, column) in told.prefix(ActForm.mostTold) {
                html.element(.dt, reader.voice.field(column, of: kind))
                html.element(.dd) { reader.write(row, place, of: kind, &$0) }
            }
        }
    }

    /// Fields of a record that are told beside what is asked.
    private static let mostTold = 10

    /// What stops the act as things stand: told before anybody tries.
    private func standing(_ reader: Reader, _ html: inout HTML) {
        html.element(.section, [.class("slips"), .aria(.labelledby, "stops")]) { html in
            html.element(.h2, [.id("stops")], reader.phrases("act.stopped_now"))
            html.element(.ul) { html in for slip in stops { html.element(.li) { SlipText(slip, reader).write(&$0) } } }
        }
    }

    private func summary(_ reader: Reader, _ html: inout HTML) {
        html.element(.div, [.class("errors"), .role("alert"), .id("errors")]) { html in
            html.element(.p, reader.phrases("act.not_done"))
            html.element(.ul) { html in
                for complaint in complaints { html.element(.li, complaint) }
                for (column, _) in asks {
                    guard let problem = problems[column.name] else { continue }
                    html.element(.li) { html in
                        html.element(.a, [.jump("field-\(column.name)")], reader.voice.field(column, of: kind))
                        html.text(": \(problem)")
                    }
                }
            }
        }
    }

    private var back: Address { address.about.map { .record($0) } ?? .list(many?.back ?? ListQuery(kind.file)) }

    private func title(_ verb: String, _ reader: Reader) -> String {
        if let many { return reader.phrases("act.many.title", [Fact("act", verb), Fact("count", many.ticked.count)]) }
        return about.map { "\(verb): \(reader.name($0))" } ?? verb
    }
}

/// An act that can be done at a record or in a list: its place, and why not now.
package struct ActOffer: Sendable {
    package let address: ActAddress
    /// Why it cannot be done as things stand, in the reader's words; nil where it can.
    package let bar: String?

    package init(_ address: ActAddress, bar: String?) {
        self.address = address
        self.bar = bar
    }
}

extension [ActOffer] {
    /// A link for each act that makes sense now.
    func possible(_ reader: Reader, _ html: inout HTML) {
        for offer in self where offer.bar == nil {
            html.element(.a, [.class("button"), .href(.act(offer.address))], reader.phrases("act.\(offer.address.name)"))
        }
    }

    /// The others, with the reason why not now.
    func barred(_ reader: Reader, _ html: inout HTML) {
        let barred = filter { $0.bar != nil }
        guard !barred.isEmpty else { return }
        html.element(.details, [.class("barred")]) { html in
            html.element(.summary, reader.phrases("act.not_now", [Fact("count", barred.count)]))
            html.element(.ul) { html in
                for offer in barred {
                    html.element(.li) { html in
                        html.element(.strong, reader.phrases("act.\(offer.address.name)"))
                        html.text(": \(offer.bar ?? "")")
                    }
                }
            }
        }
    }
}
