import Committee
package import Ledger
import Rulebook

/// What somebody must decide and has not yet: a question that was put to a body above, and a waiver that is about to end.
package struct AwaitedDecision: Sendable {
    package enum Matter: String, Sendable {
        /// An escalation that waits for its answer.
        case answer
        /// A waiver after whose end the slip counts again.
        case waiver
    }

    package let matter: Matter
    package let record: Reference
    /// What is asked, in the words of who asked.
    package let question: String
    package let due: Moment

    /// Those that are due by the end of the day, and those that are overdue; the most pressing first.
    package static func today(in picture: Picture, at now: Instant) -> [AwaitedDecision] {
        let end = picture.zone.start(of: picture.zone.day(at: now).adding(days: 1))
        let answers = picture.all(Escalation.self).compactMap { escalation -> AwaitedDecision? in
            guard escalation.answered == nil, let due = escalation.answerDue, due.instant < end else { return nil }
            return AwaitedDecision(matter: .answer, record: Reference(escalation.id), question: escalation.question, due: due)
        }
        let waivers = picture.all(Waiver.self).compactMap { waiver -> AwaitedDecision? in
            guard waiver.ends != .blank, now < waiver.ends.instant, waiver.ends.instant <= end else { return nil }
            // The day that follows is no longer part of it.
            let due = Moment(waiver.ends.instant.adding(minutes: -1), in: picture.zone)
            return AwaitedDecision(matter: .waiver, record: Reference(waiver.id), question: waiver.reason, due: due)
        }
        return (answers + waivers).sorted {
            ($0.due.instant, $0.record.slot, $0.record.number) < ($1.due.instant, $1.record.slot, $1.record.number)
        }
    }
}
