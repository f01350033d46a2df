package import Rulebook
import Gates
import Ledger
import Programme

/// The lanes of a gate pass everybody expected there before they must sit.
///
/// Lanes times rate times the time between the first admission and the last moment at which somebody can still walk from the gate
/// to a seat. Where several arrivals share a gate, everybody whose whole window lies inside this one's must pass with them; windows
/// that overlap only in part are not added up. Plan lanes at 400 persons an hour for a magnetometer alone, 200 to 300 with an X-ray
/// of bags.
///
/// Source: about 400 persons an hour observed at a magnetometer (ustesting.com; the figure with an X-ray is an estimate of this
/// house); COP15, Copenhagen, 2009: 11,000 guests a day through 23 scanners (Conference News, December 2009), slip S34.
package let gatesPassTheirGuestsInTime = Rule("SEC-04", .fix, about: ArrivalPlan.self) { plan, see in
    guard let gate = see[plan.gate], let window = admission(of: plan, see) else { return }
    let together = see.each(ArrivalPlan.byGate, gate.id).filter { other in
        other.id == plan.id || admission(of: other, see).map(window.contains) ?? false
    }
    let people = together.map(\.people).reduce(0, +)
    let passing = gate.throughput(minutes: window.minutes)
    guard people > passing else { return }
    see.slip(
        on: plan.reference,
        facts: [
            Fact("gate", gate.id), Fact("people", people), Fact("passing", passing), Fact("lanes", gate.lanes),
            Fact("rate", gate.rate), Fact("from", window.from), Fact("to", window.to),
        ],
        mend: .edit(gate.id, "lanes"))
}

/// From the first who is let in to the last who still reaches a seat in time.
private func admission(of plan: ArrivalPlan, _ see: See) -> Span? {
    see[plan.session].map { Span(plan.from, $0.starts.adding(minutes: -plan.seatedBefore - plan.walk)) }
}
