import Committee
import Ledger
package import Rulebook

/// The communication plan has items before, during and after the event, and each has an owner and a date.
///
/// The communication plans are those of the body of desk `COM`, and any plan that has media items. An owner is the record's body
/// or its officer. Plans that were superseded or withdrawn are left alone; so is whether an item came out.
///
/// Source: "tuyên truyền cả trước, trong và sau sự kiện", directive of 13 October 2025.
package let communicationRunsBeforeDuringAndAfter = Rule("COM-02", .fix, about: Plan.self, finds: Found.self) { plan, see in
    guard plan.status != .superseded, plan.status != .withdrawn else { return }
    let items = see.each(MediaItem.byPlan, plan.id)
    guard !items.isEmpty || isOfCommunications(plan, see) else { return }
    for phase in MediaItem.Phase.allCases where !items.contains(where: { $0.phase == phase }) {
        see.slip(
            on: plan.reference, variant: Found(nothing: phase), facts: [Fact("plan", plan.id)], mend: .add(MediaItem.self))
    }
    for item in items where item.officer == nil && item.heading.owner == 0 {
        see.slip(
            on: plan.reference, item.reference, variant: Found.owner, facts: [Fact("item", item.id)], mend: .edit(item.id, "officer"))
    }
    for item in items where item.due == nil {
        see.slip(on: plan.reference, item.reference, variant: Found.date, facts: [Fact("item", item.id)], mend: .edit(item.id, "due"))
    }
}

private enum Found: String, SlipVariant {
    case nothingBefore = "no_before", nothingDuring = "no_during", nothingAfter = "no_after", owner, date

    init(nothing phase: MediaItem.Phase) {
        self =
            switch phase {
            case .before: .nothingBefore
            case .during: .nothingDuring
            case .after: .nothingAfter
            }
    }
}

private func isOfCommunications(_ plan: Plan, _ see: See) -> Bool {
    guard let body = see.find(Desk.self, "COM")?.body else { return false }
    // The master plan and its other components belong to other bodies.
    return plan.heading.owner == body.number
}
