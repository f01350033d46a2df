package import Addresses
import Committee
package import Furniture
package import Ledger
import Phrases
import Rulebook

/// Who has taken a slip on.
package enum Assigning: SlipDecision {
    package static let word = "assign"
    package static let kind = Kind(Assignment.self)
    package static let letter = "A"

    package static func slip(_ path: AssignPath) -> SlipName { path.slip }
    package static func path(_ slip: SlipName) -> AssignPath { AssignPath(slip) }

    package static func contents(
        _ sent: SentFields, by actor: String, for reader: Reader
    ) -> Result<(contents: [(column: String, value: JSON)], reason: String), Amiss> {
        guard let officer = reader.picture.find(Officer.self, sent["officer"]), reader.sees(officer.reference) else {
            return .failure(Amiss(phrase: "slip.assign.no_officer"))
        }
        var contents: [(column: String, value: JSON)] = [("officer", .text(sent["officer"])), ("note", .text(sent["note"]))]
        if !sent["due"].isEmpty { contents.append(("due", .text(sent["due"]))) }
        return .success((contents, sent["note"]))
    }

    /// The officers of the body that answers for the desk come first.
    package static func write(_ model: SlipDecisionModel<Assigning>, _ reader: Reader, _ html: inout HTML) {
        html.element(.div, [.class("field")]) { html in
            html.element(.label, [.for("officer")], reader.phrases("field.assignment.officer"))
            html.element(.select, [.id("officer"), .name("officer"), .required]) { html in
                html.element(.option, [.value("")], reader.phrases("slip.assign.choose"))
                for (code, name) in reader.officers(first: reader.picture.ownerReference(ofDesk: model.slip.desk)) {
                    html.element(.option, [.value(code)] + (code == model.sent["officer"] ? [.selected] : []), name)
                }
            }
        }
        model.field("due", reader.phrases("field.assignment.due"), [.type("date")], &html)
        model.field("note", reader.phrases("field.assignment.note"), [.type("text")], &html)
    }
}

extension Reader {
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
