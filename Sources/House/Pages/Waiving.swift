package import Addresses
package import Furniture
package import Ledger
import Phrases
import Rulebook

/// That a slip need not be put right for now. Who says it is who sends it: nobody waives in another's name.
package enum Waiving: SlipDecision {
    package static let word = "waive"
    package static let kind = Kind(Waiver.self)
    package static let letter = "W"

    package static func slip(_ path: WaivePath) -> SlipName { path.slip }
    package static func path(_ slip: SlipName) -> WaivePath { WaivePath(slip) }

    package static func contents(
        _ sent: SentFields, by actor: String, for reader: Reader
    ) -> Result<(contents: [(column: String, value: JSON)], reason: String), Amiss> {
        guard let day = Day(sent["ends"]) else { return .failure(Amiss(phrase: "slip.no_end")) }
        guard day >= reader.picture.zone.day(at: reader.now) else { return .failure(Amiss(phrase: "slip.end_is_past")) }
        let ends = Moment(reader.picture.zone.start(of: day.adding(days: 1)), in: reader.picture.zone)
        return .success(
            ([("approver", .text(actor)), ("reason", .text(sent["reason"])), ("ends", .text(ends.description))], sent["reason"]))
    }

    package static func write(_ model: SlipDecisionModel<Waiving>, _ reader: Reader, _ html: inout HTML) {
        html.element(.p, reader.phrases("slip.waive.explain"))
        model.field("reason", reader.phrases("field.waiver.reason"), [.type("text"), .required], &html)
        model.field("ends", reader.phrases("field.waiver.ends"), [.type("date"), .required], &html)
    }
}
