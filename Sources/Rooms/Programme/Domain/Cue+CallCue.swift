import Ledger
package import Rulebook

extension ActName {
    /// A cue of the script is called.
    package static let callCue = ActName("call_cue")
}

package let callingCue = Act(
    .callCue, changes: Cue.self, fills: [.field(\.called), .field(\.calledBy)], takenBackWithin: 2
) { cue, _ throws(Refusal) in
    if cue.called != nil { throw Refusal(ProgrammeRefusal.cueAlreadyCalled, [Fact("cue", cue.id)]) }
} decide: { cue, doing throws(Refusal) in
    cue.called = cue.called ?? doing.moment
    if cue.calledBy == nil { cue.calledBy = try doing.answerable() }
}
