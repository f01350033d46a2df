package import Rulebook
import Gates
import Ledger
import Parties

/// Somebody who carries a weapon where a principal passes is on the protection roster for that time.
///
/// Being on the roster is having a shift at a protection post, vetted, trained and confirmed, that covers all of the time that both
/// are in one zone. An employer's word, a uniform or a guard post elsewhere in the building does not do. A delegation's own
/// guards are not in the register of weapons: they stand under their licence.
///
/// Source: slip S40 (CDC, Atlanta, 2014: an armed private guard rode in the President's lift).
package let armedPeopleNearPrincipalsAreOnTheRoster = Rule("SEC-06", .stop, about: ArmedPerson.self, stops: [.admitArmed]) { armed, see in
    guard let person = armed.person else { return }
    let carries = Span(armed.starts, armed.ends)
    var judged: Set<ID<ProtectedWay>> = []
    for zone in armed.zones {
        for way in see.each(ProtectedWay.byZone, zone) where judged.insert(way.id).inserted {
            guard let near = carries.common(with: Span(way.starts, way.ends)), !isOnRoster(person, throughout: near, see) else { continue }
            see.slip(
                on: armed.reference, way.reference,
                facts: [
                    Fact("person", person), Fact("weapon", armed.weapon), Fact("zone", zone), Fact("from", near.from),
                    Fact("to", near.to),
                ],
                mend: .edit(armed.id, "zones"))
        }
    }
}

private func isOnRoster(_ person: ID<Person>, throughout near: Span, _ see: See) -> Bool {
    let shifts = see.each(Shift.byPerson, person).filter { $0.counts && see[$0.post]?.kind == .protection }
    return Span.merged(shifts.map(\.span)).contains { $0.contains(near) }
}
