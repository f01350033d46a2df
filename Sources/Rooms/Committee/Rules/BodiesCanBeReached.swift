import Ledger
package import Rulebook

/// Every body of the committee has a head and a deputy who can be reached today.
///
/// Reachable is who holds the role today, has a duty line and is not away, or has somebody of that sort standing in. Asked of
/// the steering committee, the standing secretariat and the subcommittees, while they exist; ministries keep their own lists.
///
/// Source: field practice of duty rosters; the head and deputies named by Decision 2222/QĐ-TTg.
package let bodiesCanBeReached = Rule("CMD-11", .mind, about: Body.self, finds: Found.self) { body, see in
    guard body.isOfCommittee, body.exists(on: see.today) else { return }
    let officers = see.each(Officer.byBody, body.id)
    for (role, found) in [(Officer.Role.head, Found.head), (.deputy, .deputy)] {
        guard !officers.contains(where: { $0.role == role && isReachable($0, see) }) else { continue }
        see.slip(
            on: body.reference, variant: found, facts: [Fact("body", body.id), Fact("day", see.today)],
            mend: .add(Officer.self))
    }
}

private enum Found: String, SlipVariant {
    case head, deputy
}

private func isReachable(_ officer: Officer, _ see: See) -> Bool {
    guard officer.isValid(on: see.today) else { return false }
    return officer.isReachable(on: see.today)
        || see.each(Officer.byStandingInFor, officer.id).contains { $0.isReachable(on: see.today) }
}
