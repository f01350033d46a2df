package import Rulebook
import Ledger
import Parties

/// Each booth has two interpreters, three for Arabic and Chinese, who are relieved, rested and certified in their direction.
///
/// Nobody works more than 30 minutes alone, more than two sessions a day or more than seven in seven days, or in a direction in
/// which no verified qualification is held that day; an appearance without directions is taken to work into its booth's language.
/// The session that is one too many is the one that is reported. Booths are judged from the first name on any of them, and
/// from seven days before the session at the latest. Interpreters of bilateral meetings are not judged here.
///
/// Source: careers.un.org (fourteen for six languages: three each for Arabic and Chinese, two each for the others); seven sessions
/// a week as told of staff in New York; S73 (Warsaw 1977); AIIC on working alone.
package let interpretersAreEnoughAndRested = Rule("PRG-06", .fix, about: Session.self, finds: Found.self) { session, see in
    let interpreters = see.each(Appearance.bySession, session.id).filter { $0.role == .interpreter && $0.namesSomebody }
    findShortBooths(of: session, interpreters, see)
    for interpreter in interpreters {
        findLongTurn(interpreter, in: session, see)
        findTooManySessions(interpreter, in: session, see)
        findWrongDirection(interpreter, in: session, see)
    }
}

private enum Found: String, SlipVariant {
    case booth, alone, day, week, direction
}

private let minutesAloneAtMost = 30
private let sessionsADay = 2
private let sessionsInSevenDays = 7

private func needed(in booth: String) -> Int { booth == "ar" || booth == "zh" ? 3 : 2 }

private func findShortBooths(of session: Session, _ interpreters: [Appearance], _ see: See) {
    guard !session.interpretation.isEmpty else { return }
    let weekBefore = session.starts.instant.adding(minutes: -7 * 24 * 60)
    guard !interpreters.isEmpty || see.hasCome(weekBefore) else { return }
    let short = session.interpretation.compactMap { booth -> String? in
        let heads = Set(interpreters.filter { $0.booth == booth }.map(\.who)).count
        return heads < needed(in: booth) ? "\(booth) \(heads)/\(needed(in: booth))" : nil
    }
    guard !short.isEmpty else { return }
    see.slip(
        on: session.reference, variant: Found.booth,
        facts: [Fact("session", session.id), Fact("booths", .languages(short))], mend: .add(Appearance.self))
}

private func findLongTurn(_ interpreter: Appearance, in session: Session, _ see: See) {
    guard let minutes = interpreter.minutesAlone, minutes > minutesAloneAtMost else { return }
    see.slip(
        on: session.reference, interpreter.reference, variant: Found.alone,
        facts: [
            Fact("session", session.id), Fact("who", interpreter.who), Fact("minutes", minutes), Fact("limit", minutesAloneAtMost),
        ],
        mend: .edit(interpreter.id, "minutes_alone"))
}

private func findTooManySessions(_ interpreter: Appearance, in session: Session, _ see: See) {
    let before = sessions(servedBy: interpreter, see).filter { other in
        (other.starts.instant, other.id) <= (session.starts.instant, session.id)
    }
    let day = session.starts.day
    let today = before.count { $0.starts.day == day }
    let week = before.count { day.adding(days: -6) <= $0.starts.day && $0.starts.day <= day }
    for (variant, count, limit) in [(Found.day, today, sessionsADay), (.week, week, sessionsInSevenDays)] where count > limit {
        see.slip(
            on: session.reference, interpreter.reference, variant: variant,
            facts: [
                Fact("session", session.id), Fact("who", interpreter.who), Fact("count", count), Fact("limit", limit),
                Fact("day", day),
            ],
            mend: .remove(interpreter.reference))
    }
}

private func sessions(servedBy interpreter: Appearance, _ see: See) -> [Session] {
    let all =
        interpreter.person.map { see.each(Appearance.byPerson, $0) }
        ?? see.each(Appearance.byHolder, interpreter.holder).filter { $0.holder == interpreter.holder }
    return Set(all.filter { $0.role == .interpreter }.compactMap(\.session)).compactMap { see[$0] }
}

private func findWrongDirection(_ interpreter: Appearance, in session: Session, _ see: See) {
    guard let person = interpreter.person else { return }
    let certified = see.each(Qualification.byPerson, person).filter {
        $0.skill == .interpretation && $0.isVerified(on: session.starts.day)
    }
    let wrong = interpreter.directions.filter { direction in
        !certified.contains { "\($0.fromLanguage)>\($0.toLanguage)" == direction }
    }
    let isIntoBooth = certified.contains { $0.toLanguage == interpreter.booth }
    guard !wrong.isEmpty || (interpreter.directions.isEmpty && !isIntoBooth) else { return }
    let directions = wrong.isEmpty ? [">\(interpreter.booth)"] : wrong
    see.slip(
        on: session.reference, interpreter.reference, variant: Found.direction,
        facts: [Fact("session", session.id), Fact("who", interpreter.who), Fact("directions", .languages(directions))],
        mend: .edit(interpreter.id, "person"))
}
