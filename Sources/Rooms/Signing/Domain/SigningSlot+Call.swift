import Ledger
package import Rulebook

extension ActName {
    /// Calling the next party of a queue to the table.
    package static let call = ActName("call")
}

package let calling = Act(
    .call, changes: SigningSlot.self, fills: [.field(\.called)], takenBackWithin: 2
) { slot, doing throws(Refusal) in
    let facts = [Fact("slot", slot.id)]
    if slot.called != nil { throw Refusal(SigningRefusal.alreadyCalled, facts) }
    if slot.party == nil { throw Refusal(SigningRefusal.nobodyCalled, facts) }
    if slot.table.flatMap({ doing.picture[$0] })?.opened == nil { throw Refusal(SigningRefusal.tableClosed, facts) }
} decide: { slot, doing throws(Refusal) in
    slot.called = slot.called ?? doing.moment
}
