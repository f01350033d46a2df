package import Rulebook
import Ledger

/// Every public session has somebody in the chair, an organiser and its languages, and interpretation where languages differ.
///
/// A chair is an appearance as chair, host or moderator that names somebody. An exhibition needs an organiser only, and a row that
/// stands for several events is not chaired as a whole. Where more than one language is spoken, each of them is interpreted
/// into.
///
/// Source: field practice; Hanoi 2025 was interpreted into the six languages of the United Nations (Công an Nhân dân online,
/// "Highlights of the signing ceremony of the Hanoi Convention"), and the host's language comes besides.
package let publicSessionsAreComplete = Rule("PRG-05", .fix, about: Session.self, finds: Found.self) { session, see in
    guard session.access == .public else { return }
    let named = [Fact("session", session.id)]
    if session.runBy.isEmpty {
        see.slip(on: session.reference, variant: Found.organiser, facts: named, mend: .edit(session.id, "run_by"))
    }
    guard session.kind != .exhibition else { return }
    if session.events == 1 && !isChaired(session, see) {
        see.slip(on: session.reference, variant: Found.chair, facts: named, mend: .add(Appearance.self))
    }
    if session.languages.isEmpty {
        see.slip(on: session.reference, variant: Found.languages, facts: named, mend: .edit(session.id, "languages"))
    }
    let missing = session.languages.filter { !session.interpretation.contains($0) }
    if session.languages.count > 1 && !missing.isEmpty {
        see.slip(
            on: session.reference, variant: Found.interpretation, facts: named + [Fact("languages", .languages(missing))],
            mend: .edit(session.id, "interpretation"))
    }
}

private enum Found: String, SlipVariant {
    case organiser, chair, languages, interpretation
}

private func isChaired(_ session: Session, _ see: See) -> Bool {
    see.each(Appearance.bySession, session.id).contains { appearance in
        appearance.namesSomebody && [.chair, .host, .moderator].contains(appearance.role)
    }
}
