package import Rulebook
import Committee
import Ledger

/// What a body estimates, and what it pays, stays within its approved frame; a consolidated sum is the sum of its parts.
///
/// Submitted and approved lines count. A body without a frame is found once one of its lines is approved; until then frames may
/// still be under discussion. Of several frames in force the highest version holds. A consolidation counts once it is sent; a
/// line that changes afterwards asks for a new one.
///
/// Source: field practice (the event's framework of norms, định mức khung chi); Law on the State Budget.
package let estimatesKeepToTheirFrame = Rule(
    "FIN-03", .stop, about: Body.self, stops: [.approveEstimate, .pay], finds: Found.self
) { body, see in
    let lines = see.each(Estimate.byBody, body.id).filter(\.counts)
    let estimated = lines.reduce(0) { $0.plus($1.amount) }
    let frames = see.each(Frame.byBody, body.id)
    if let frame = frames.filter(\.isApproved).max(by: { $0.version < $1.version }) {
        let paid = see.each(Actual.byBody, body.id).reduce(0) { $0.plus($1.amount) }
        if estimated > frame.amount { report(body, frame, .estimated, estimated, see) }
        if paid > frame.amount { report(body, frame, .paid, paid, see) }
    } else if lines.contains(where: { $0.status == .approved }) {
        see.slip(
            on: body.reference, variant: Found.noFrame, facts: [Fact("body", body.id), Fact("estimated", .money(estimated))],
            mend: frames.first.map { .edit($0.id, "approved_on") } ?? .add(Frame.self))
    }
    for consolidation in see.each(Consolidation.byBody, body.id) where consolidation.status == .sent {
        judge(consolidation, seenFrom: body, see)
    }
}

private enum Found: String, SlipVariant {
    case estimated, paid, noFrame = "no_frame", sum
}

/// A consolidation is judged from the first of its bodies, so that it is found once.
private func judge(_ consolidation: Consolidation, seenFrom body: Body, _ see: See) {
    guard consolidation.bodies.first == body.id else { return }
    let lines = consolidation.bodies.flatMap { see.each(Estimate.byBody, $0) }.filter(\.counts)
    let sum = lines.reduce(0) { $0.plus($1.amount) }
    guard sum != consolidation.sum else { return }
    see.slip(
        on: consolidation.reference, variant: Found.sum,
        facts: [
            Fact("consolidation", consolidation.id), Fact("stated", .money(consolidation.sum)), Fact("sum", .money(sum)),
            Fact("bodies", .records(consolidation.bodies.map { Reference($0) })),
        ],
        mend: .edit(consolidation.id, "sum_vnd"))
}

private func report(_ body: Body, _ frame: Frame, _ variant: Found, _ amount: Int, _ see: See) {
    see.slip(
        on: body.reference, frame.reference, variant: variant,
        facts: [
            Fact("body", body.id), Fact("frame", frame.id), Fact("amount", .money(amount)), Fact("approved", .money(frame.amount)),
            Fact("excess", .money(amount - frame.amount)),
        ],
        mend: .edit(frame.id, "amount_vnd"))
}
