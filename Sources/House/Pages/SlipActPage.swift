package import Addresses
import Committee
package import Furniture
import Ledger
import Phrases
package import Rulebook

/// Where a slip is waived, or taken on: the slip in plain words, and what its keeper has to say.
package struct SlipActPage: Sendable {
    package enum Act: String, Sendable { case waive, assign }

    private let act: Act
    private let slip: Slip
    private let name: SlipName
    private let reader: Reader
    /// What was sent and could not be written, with why: nothing of it is lost.
    private let sent: [String: String]
    private let complaints: [String]

    /// Nil where there is no such open slip for this reader, or none that they tend.
    package init?(_ act: Act, _ name: SlipName, for reader: Reader, sent: [String: String] = [:], complaints: [String] = []) {
        guard let slip = reader.slip(name), reader.sight.tends(slip.desk) else { return nil }
        self.act = act
        self.slip = slip
        self.name = name
        self.reader = reader
        self.sent = sent
        self.complaints = complaints
    }

    package var page: Page {
        Page(reader.phrases("slip.\(act.rawValue).title"), isLive: false) { html in
            if !complaints.isEmpty {
                html.element(.div, [.class("errors"), .role("alert")]) { html in
                    for complaint in complaints { html.element(.p, complaint) }
                }
            }
            SlipText(slip, reader).write(&html)
            html.element(.form, [.class("record"), .action(act == .waive ? .waive(name) : .assign(name)), .method(.post)]) { html in
                token(reader, &html)
                switch act {
                case .waive:
                    html.element(.p, reader.phrases("slip.waive.explain"))
                    field("reason", reader.phrases("field.waiver.reason"), [.type("text"), .required], &html)
                    field("ends", reader.phrases("field.waiver.ends"), [.type("date"), .required], &html)
                case .assign:
                    officer(&html)
                    field("due", reader.phrases("field.assignment.due"), [.type("date")], &html)
                    field("note", reader.phrases("field.assignment.note"), [.type("text")], &html)
                }
                html.element(.div, [.class("buttons")]) { html in
                    html.element(.button, [.type("submit")], reader.phrases("slip.\(act.rawValue).submit"))
                    html.element(.a, [.href(.slips(SlipsQuery()))], reader.phrases("form.leave"))
                }
            }
        }
    }

    private func field(_ name: String, _ label: String, _ attributes: [Attribute], _ html: inout HTML) {
        html.element(.div, [.class("field")]) { html in
            html.element(.label, [.for(name)], label)
            html.void(.input, [.id(name), .name(name), .value(sent[name] ?? ""), .autocomplete("off")] + attributes)
        }
    }

    /// The officers of the body that answers for the desk come first.
    private func officer(_ html: inout HTML) {
        html.element(.div, [.class("field")]) { html in
            html.element(.label, [.for("officer")], reader.phrases("field.assignment.officer"))
            html.element(.select, [.id("officer"), .name("officer"), .required]) { html in
                html.element(.option, [.value("")], reader.phrases("slip.assign.choose"))
                for (code, name) in reader.officers(first: reader.picture.ownerReference(ofDesk: slip.desk)) {
                    html.element(.option, [.value(code)] + (code == sent["officer"] ? [.selected] : []), name)
                }
            }
        }
    }
}

extension Reader {
    /// The slip of that name, of those that the reader may know.
    package func slip(_ name: SlipName) -> Slip? {
        slips.first { $0.rule == name.rule && $0.variant == name.variant && $0.subjectNames(in: picture) == name.subjects }
    }

    /// Those who hold a role today, by code and title; the body's own before all others.
    fileprivate func officers(first body: Reference?) -> [(code: String, name: String)] {
        let today = picture.zone.day(at: now)
        return picture.all(Officer.self).filter { $0.isValid(on: today) && sees($0.reference) }
            .map { (isOther: $0.body.map { Reference($0) } != body, code: $0.code, name: name($0.reference)) }
            .map { (order: ($0.isOther ? "1" : "0") + phrases.order(of: $0.name), officer: $0) }
            .sorted { $0.order < $1.order }.map(\.officer)
            .map { ($0.code, $0.name) }
    }
}
