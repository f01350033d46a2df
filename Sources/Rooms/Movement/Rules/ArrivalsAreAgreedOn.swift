package import Rulebook
import Ledger

/// Twenty-four hours before an aircraft of a delegation's own lands, both sides have agreed on stairs, press pen and who crosses.
///
/// Each item of the checklist is filled in, the language of the stairs' driver too, and host and guest have both said so. Airlines'
/// flights use the airport's own ways and need no checklist.
///
/// Source: slips S64 and S65 (Hangzhou, 2016: no agreed stairs, shouting about the press and about who may enter).
package let arrivalsAreAgreedOn = Rule("MOV-10", .fix, about: Trip.self, finds: Found.self) { trip, see in
    guard trip.kind == .specialFlight, trip.leg == .arrival, trip.status != .cancelled,
        see.hasCome(trip.arrives.instant.adding(minutes: -24 * 60))
    else { return }
    let facts = [Fact("trip", trip.id), Fact("arrives", trip.arrives)]
    guard let checklist = see.each(ArrivalChecklist.byTrip, trip.id).last else {
        see.slip(on: trip.reference, variant: Found.missing, facts: facts, mend: .add(ArrivalChecklist.self))
        return
    }
    if let item = checklist.openItem {
        see.slip(on: trip.reference, checklist.reference, variant: Found.open, facts: facts, mend: .edit(checklist.id, item))
    }
    if checklist.hostAgreedAt == nil {
        see.slip(on: trip.reference, checklist.reference, variant: Found.host, facts: facts, mend: .edit(checklist.id, "host_agreed_at"))
    }
    if checklist.guestAgreedAt == nil {
        see.slip(on: trip.reference, checklist.reference, variant: Found.guest, facts: facts, mend: .edit(checklist.id, "guest_agreed_at"))
    }
}

private enum Found: String, SlipVariant {
    case missing, open, host, guest
}

extension ArrivalChecklist {
    /// The first field that nobody has filled in.
    fileprivate var openItem: String? {
        if stairs.isEmpty { return "stairs" }
        if stairsLanguage.isEmpty { return "stairs_language" }
        if pressPen.isEmpty { return "press_pen" }
        return whoCrosses.isEmpty ? "who_crosses" : nil
    }
}
