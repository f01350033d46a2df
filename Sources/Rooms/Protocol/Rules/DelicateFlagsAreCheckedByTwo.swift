package import Rulebook
import Ledger
import Parties
import Programme

/// A flag that reads as another when it hangs upside down was found right by two people after it was last handled.
///
/// Each flag that was mounted, moved or touched needs its own check, by two different officers and not older than the handling; a
/// flag found the wrong way up needs handling and another check. A day before a session in which the flag stands at a seat or in
/// a cue, there is a check record for it at all. Flags that are no delicate ones are not judged.
///
/// Source: S15 (Kuala Lumpur 2017), S16 (Phnom Penh 2023), S17 (New York 2010), S18 (Rio 2016).
package let delicateFlagsAreCheckedByTwo = Rule("PRO-03", .fix, about: Symbol.self, finds: Found.self) { symbol, see in
    guard symbol.kind == .flag, symbol.isOrientationCritical else { return }
    let checks = see.each(FlagCheck.bySymbol, symbol.id)
    for check in checks {
        guard let handled = check.lastHandled else { continue }
        let facts = [Fact("flag", symbol.id), Fact("spot", check.spot), Fact("handled", handled)]
        if !check.isCheckedSinceHandled {
            see.slip(on: symbol.reference, check.reference, variant: Found.unchecked, facts: facts, mend: .edit(check.id, "checked"))
        } else if !check.isUpright {
            see.slip(
                on: symbol.reference, check.reference, variant: Found.inverted, facts: facts, mend: .edit(check.id, "last_handled"))
        }
    }
    guard checks.isEmpty else { return }
    for session in sessions(showing: symbol, see) where see.hasCome(session.starts.instant.adding(minutes: -24 * 60)) {
        see.slip(
            on: symbol.reference, session.reference, variant: Found.missing,
            facts: [Fact("flag", symbol.id), Fact("session", session.id)], mend: .add(FlagCheck.self))
    }
}

private enum Found: String, SlipVariant {
    case unchecked, inverted, missing
}

private func sessions(showing symbol: Symbol, _ see: See) -> [Session] {
    let seated = see.each(Seat.bySymbol, symbol.id).compactMap { see[$0.plan]?.session }
    let cued = see.each(Cue.bySymbol, symbol.id).compactMap(\.session)
    return Set(seated + cued).sorted().compactMap { see[$0] }
}
