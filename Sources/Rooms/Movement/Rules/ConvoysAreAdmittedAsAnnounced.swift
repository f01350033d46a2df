package import Rulebook
import Gates
import Ledger
import Parties

/// A convoy is admitted by its pass, its plates, its window and its liaison officer's word.
///
/// The pass shown is the convoy's own; the plates read are exactly those of the trip's vehicles and escort, in any order and however
/// they are spaced; the minute lies in the window for which the gate is kept; the delegation's liaison officer confirmed before. A flag
/// on a car is no evidence.
///
/// Source: slip S33 (APEC, Sydney, 2007: a made-up motorcade with joke passes went through two checkpoints).
package let convoysAreAdmittedAsAnnounced = Rule(
    "MOV-08", .stop, about: Convoy.self, stops: [.admitConvoy], finds: Found.self
) { convoy, see in
    guard let admitted = convoy.admittedAt else { return }
    let facts = [Fact("convoy", convoy.id), Fact("at", admitted)]
    func report(_ variant: Found, _ field: String, _ more: [Fact] = []) {
        see.slip(on: convoy.reference, variant: variant, facts: facts + more, mend: .edit(convoy.id, field))
    }
    if convoy.pass.isEmpty || convoy.passSeen != convoy.pass { report(.pass, "pass_seen") }
    let announced = plates(of: convoy, see)
    let seen = Set(convoy.platesSeen.map(bare))
    if announced.isEmpty || seen != announced {
        report(
            .plates, "plates_seen",
            [
                Fact("strangers", seen.subtracting(announced).sorted().joined(separator: ", ")),
                Fact("absent", announced.subtracting(seen).sorted().joined(separator: ", ")),
            ])
    }
    let isInWindow = convoy.gateWindow.map { $0.from <= admitted && admitted <= $0.to } ?? false
    if !isInWindow { report(.window, "gate_from") }
    let isVouchedFor = convoy.liaison != nil && convoy.liaisonConfirmedAt.map { $0 <= admitted } ?? false
    if !isVouchedFor { report(.liaison, "liaison_confirmed_at") }
}

private enum Found: String, SlipVariant {
    case pass, plates, window, liaison
}

private func plates(of convoy: Convoy, _ see: See) -> Set<String> {
    guard let trip = see[convoy.trip] else { return [] }
    return Set((trip.vehicles + trip.escort).compactMap { see[$0].map { bare($0.plate) } })
}

/// A plate without its spaces, dots and dashes.
private func bare(_ plate: String) -> String { plate.uppercased().filter { $0.isLetter || $0.isNumber } }
