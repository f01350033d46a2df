import Ledger
package import Rulebook

extension ActName {
    /// The door is opened to the press pool.
    package static let admitPool = ActName("admit_pool")
}

package let admittingPool = Act(
    .admitPool, changes: Phase.self, fills: [.field(\.poolEntered)], takenBackWithin: 2
) { phase, _ throws(Refusal) in
    let facts = [Fact("phase", phase.id)]
    if phase.poolEntered != nil { throw Refusal(ProgrammeRefusal.poolAlreadyInside, facts) }
    if phase.publicity == .private { throw Refusal(ProgrammeRefusal.phaseHasNoPool, facts) }
} decide: { phase, doing throws(Refusal) in
    phase.poolEntered = phase.poolEntered ?? doing.moment
}
