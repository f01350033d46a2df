import Committee
import Ledger
package import Rulebook

extension ActName {
    /// Entering somebody of the host's side in the register of weapons, and so letting the weapon in.
    package static let admitArmed = ActName("admit_armed")
}

/// Whoever enters a line answers for it: without them it is only prepared.
package let admittingArmed = Act(
    .admitArmed, makes: ArmedPerson.self, orChanges: true, from: [.record(Shift.self, beginLine)],
    asks: [.must(\.person), .must(\.weapon), .must(\.serial), .must(\.zones), .may(\.starts), .must(\.ends)],
    fills: [.field(\.enteredBy)], takenBackWithin: 15
) { armed, _ throws(Refusal) in
    if armed.enteredBy != nil { throw Refusal(ProtectionRefusal.armedPersonAlreadyEntered) }
} decide: { armed, doing throws(Refusal) in
    if armed.person.flatMap({ doing.picture[$0] }) == nil { throw Refusal(ProtectionRefusal.armedPersonUnknown) }
    if armed.weapon.isEmpty || armed.serial.isEmpty { throw Refusal(ProtectionRefusal.armedPersonWithoutWeapon) }
    if armed.starts == .blank { armed.starts = doing.moment }
    if armed.zones.isEmpty || armed.starts >= armed.ends { throw Refusal(ProtectionRefusal.armedPersonWithoutZoneOrTime) }
    armed.enteredBy = armed.enteredBy ?? doing.officer(Officer.self)
    if armed.enteredBy == nil { throw Refusal(ProtectionRefusal.officerUnknown, [Fact("actor", doing.officerCode)]) }
}

/// Whoever has a shift carries the weapon for its time, in the zone of its post, for the body of its unit.
private func beginLine(_ armed: inout ArmedPerson, for shift: Shift, _ picture: Picture) {
    armed.person = shift.person
    armed.starts = shift.starts
    armed.ends = shift.ends
    guard let post = shift.post.flatMap({ picture[$0] }) else { return }
    armed.zones = post.zone.map { [$0] } ?? []
    armed.body = post.unit.flatMap { picture[$0] }?.body
}
