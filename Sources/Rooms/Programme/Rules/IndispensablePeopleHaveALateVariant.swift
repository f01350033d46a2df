package import Rulebook
import Ledger

/// A slot that cannot go on without one person says what is done should that person be late.
///
/// Indispensable is who is marked so, and who alone leads a ceremony: the only chair, host, speaker or signer of a welcome, an
/// opening, a signing, a banquet or a closing. Who has a substitute named is not indispensable.
///
/// Source: S70 (2018: an aircraft turned back and a head of Government came late to the summit).
package let indispensablePeopleHaveALateVariant = Rule("PRG-12", .fix, about: Session.self) { session, see in
    let appearances = see.each(Appearance.bySession, session.id)
    let alone = leaderAlone(of: session, appearances)
    for appearance in appearances where appearance.isIndispensable || appearance.id == alone {
        guard appearance.substitute.isEmpty, appearance.lateVariant.isEmpty else { continue }
        see.slip(
            on: session.reference, appearance.reference,
            facts: [
                Fact("session", session.id), Fact("who", appearance.who), Fact("role", .word(appearance.role.rawValue)),
            ],
            mend: .edit(appearance.id, "late_variant"))
    }
}

/// The first appearance of whoever is the only one to lead the ceremony.
private func leaderAlone(of session: Session, _ appearances: [Appearance]) -> ID<Appearance>? {
    guard [.welcome, .opening, .signing, .banquet, .closing].contains(session.kind) else { return nil }
    let leading = appearances.filter { $0.namesSomebody && [.chair, .host, .speaker, .signer].contains($0.role) }
    return Set(leading.map(\.who)).count == 1 ? leading.first?.id : nil
}
