package import Rulebook
import Gates
import Ledger
import Venues

/// A gate opens, and stays open, only with its posts manned, its list fresh and its protocol officer present.
///
/// Manned means that as many people as each post at the gate needs, who are vetted and trained and confirmed, are on shift now; a gate
/// without any post is manned by nobody. The list must have been at most thirty minutes old when the gate opened, fifteen where
/// the gate lets into the core. A gate that needs protocol has an officer of protocol named in the turn who is on shift at a
/// protocol post there.
///
/// Once the gate has closed nothing is asked any more.
///
/// Source: slip S31 (White House State dinner, 2009: no officer of the Social Office was rostered at the gate); the ages of
/// lists are an assumption of this house.
package let gatesOpenMannedAndInformed = Rule("SEC-10", .stop, about: GateTurn.self, stops: [.openGate], finds: Found.self) { turn, see in
    guard turn.closed == nil, let gate = see[turn.gate] else { return }
    let posts = see.each(Post.byGate, gate.id).filter { isNow($0.mannedFrom, $0.mannedTo, see) }
    reportUnmanned(turn, gate, posts.filter { $0.kind != .protocol }, see)
    reportStaleList(turn, gate, see)
    guard gate.needsProtocol, !isProtocolPresent(turn, posts.filter { $0.kind == .protocol }, see) else { return }
    see.slip(on: turn.reference, variant: Found.protocolOfficer, facts: [Fact("gate", gate.id)], mend: .edit(turn.id, "protocol_officer"))
}

private enum Found: String, SlipVariant {
    case protocolOfficer = "protocol", noPost = "no_post", unmanned, noList = "no_list", staleList = "stale_list"
}

private func reportUnmanned(_ turn: GateTurn, _ gate: Gate, _ posts: [Post], _ see: See) {
    if posts.isEmpty {
        see.slip(on: turn.reference, variant: Found.noPost, facts: [Fact("gate", gate.id)], mend: .add(Post.self))
    }
    for post in posts {
        let present = Set(onShift(at: post, see).map(\.person)).count
        guard present < post.heads else { continue }
        see.slip(
            on: turn.reference, post.reference, variant: Found.unmanned,
            facts: [Fact("gate", gate.id), Fact("post", post.id), Fact("present", present), Fact("needed", post.heads)],
            mend: .add(Shift.self))
    }
}

private func reportStaleList(_ turn: GateTurn, _ gate: Gate, _ see: See) {
    let limit = see[gate.inner]?.level == .core ? 15 : 30
    guard let listAsOf = turn.listAsOf else {
        see.slip(on: turn.reference, variant: Found.noList, facts: [Fact("gate", gate.id)], mend: .edit(turn.id, "list_as_of"))
        return
    }
    let age = Span(listAsOf, turn.opened).minutes
    guard age > limit else { return }
    see.slip(
        on: turn.reference, variant: Found.staleList, facts: [Fact("gate", gate.id), Fact("age", age), Fact("limit", limit)],
        mend: .edit(turn.id, "list_as_of"))
}

private func isProtocolPresent(_ turn: GateTurn, _ posts: [Post], _ see: See) -> Bool {
    guard let officer = turn.protocolOfficer else { return false }
    return posts.contains { post in onShift(at: post, see).contains { $0.person == officer } }
}

private func onShift(at post: Post, _ see: See) -> [Shift] {
    see.each(Shift.byPost, post.id).filter { $0.counts && isNow($0.starts, $0.ends, see) }
}

private func isNow(_ from: Moment, _ to: Moment, _ see: See) -> Bool { see.hasCome(from.instant) && !see.hasCome(to.instant) }
