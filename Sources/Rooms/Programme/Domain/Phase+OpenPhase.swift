import Ledger
package import Rulebook

extension ActName {
    /// A private, pool or public phase begins.
    package static let openPhase = ActName("open_phase")
}

package let openingPhase = Act(
    .openPhase, changes: Phase.self, fills: [.field(\.opened)], takenBackWithin: 5
) { phase, _ throws(Refusal) in
    if phase.opened != nil { throw Refusal(ProgrammeRefusal.phaseAlreadyOpen, [Fact("phase", phase.id)]) }
    if phase.session == nil && phase.bilateral == nil { throw Refusal(ProgrammeRefusal.phaseOfNothing) }
} decide: { phase, doing throws(Refusal) in
    phase.opened = phase.opened ?? doing.moment
}
