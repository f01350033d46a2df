import Committee
import Ledger
package import Rulebook

/// Before the seventh day ahead of the opening, a restore from last night's copy was proved on a bare machine.
///
/// Proved is a drill that is over, began on a bare machine, used a copy at most a day old, and ended with the journal's chain verified.
/// Where none is, the latest drill says what was wanting. A proof that comes late still puts it right.
///
/// Source: W13, data loss.
package let aRestoreWasProved = Rule("INT-04", .fix, about: Ceremony.self, finds: Found.self) { ceremony, see in
    guard let opens = ceremony.opens, see.hasBegun(opens.adding(days: -daysAhead)) else { return }
    let drills = see.all(RestoreDrill.self).filter { drill in drill.done.map { see.hasCome($0.instant) } ?? false }
    let facts = [Fact("opens", opens), Fact("days", daysAhead)]
    guard let latest = drills.max(by: { ($0.done ?? .blank) < ($1.done ?? .blank) }) else {
        see.slip(on: ceremony.reference, variant: Found.noDrill, facts: facts, mend: .add(RestoreDrill.self))
        return
    }
    guard !drills.contains(where: { $0.flaw == nil }), let flaw = latest.flaw else { return }
    see.slip(
        on: ceremony.reference, latest.reference, variant: flaw, facts: facts + [Fact("drill", latest.id)],
        mend: .add(RestoreDrill.self))
}

private enum Found: String, SlipVariant {
    case noDrill = "none", machine, chain, copy
}

private let daysAhead = 7

extension RestoreDrill {
    fileprivate var flaw: Found? {
        if !bareMachine { return .machine }
        if !chainVerified { return .chain }
        guard let copyMade, let done else { return .copy }
        let age = Instant.minutes(from: copyMade.instant, to: done.instant)
        return (0...24 * 60).contains(age) ? nil : .copy
    }
}
