package import Rulebook
import Ledger
import Venues

/// A signature is made at a place where the treaty is open, in that place's zone, while the window there is open.
///
/// A hall counts as its venue. The clocks of the window's place decide, whatever time it is elsewhere. The rule says nothing of a
/// treaty without windows.
///
/// Source: Treaty Handbook (2012), 3.1; slip S06 (Rome Statute, 31 December 2000); the Hanoi Convention, art. 64.
package let signaturesFallInTheirWindow = Rule(
    "SGN-04", .stop, about: Signature.self, stops: [.sign], finds: Found.self
) { signature, see in
    guard let treaty = signature.treaty, signature.signed != .blank else { return }
    let windows = see.each(SigningWindow.byTreaty, treaty)
    guard !windows.isEmpty else { return }
    let here = windows.filter { covers($0, signature.place, see) }
    let inZone = here.filter { $0.opens.zone == signature.signed.zone }
    if here.isEmpty {
        report(signature, .place, field: "place", see)
    } else if inZone.isEmpty {
        report(signature, .zone, field: "signed", window: here.first, see)
    } else if !inZone.contains(where: { $0.isOpen(at: signature.signed) }) {
        report(signature, .time, field: "signed", window: inZone.first, see)
    }
}

private enum Found: String, SlipVariant {
    case place, zone, time
}

/// Whether the place is the window's, or lies in it.
private func covers(_ window: SigningWindow, _ place: ID<Place>?, _ see: See) -> Bool {
    var next = place
    var steps = 0
    while let here = next, steps < 5 {
        if here == window.place { return true }
        next = see[here]?.venue
        steps += 1
    }
    return false
}

private func report(_ signature: Signature, _ variant: Found, field: String, window: SigningWindow? = nil, _ see: See) {
    var facts = [
        Fact("party", of: signature.party), Fact("signed", signature.signed), Fact("place", of: signature.place),
    ]
    if let window {
        facts += [Fact("opens", window.opens), Fact("closes", window.closes), Fact("zone", .zone(window.opens.zone))]
    }
    see.slip(on: signature.reference, variant: variant, facts: facts, mend: .edit(signature.id, field))
}
