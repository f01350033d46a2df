package import Rulebook
import Ledger
import Programme

/// A principal who comes late is offered the next entry window, and nobody is put into a procession that is under way.
///
/// Late is who is expected after the time to be in place: the entry's own, else the procession's start. The next window is the
/// first of the session that opens when the principal is there or later. Who joined before the procession set out is not late
/// any more.
///
/// Source: S30 (London 2022: a delayed head of State waited while the procession passed).
package let latePrincipalsAreOfferedAWindow = Rule(
    "PRO-10", .stop, about: ProcessionEntry.self, stops: [.joinProcession], finds: Found.self
) { entry, see in
    guard let procession = see[entry.procession] else { return }
    let facts = [Fact("entry", entry.id), Fact("procession", procession.id)]
    if let joined = entry.joined {
        guard procession.isRunning(at: joined) else { return }
        see.slip(
            on: entry.reference, variant: Found.inserted, facts: facts + [Fact("joined", joined)], mend: .edit(entry.id, "offered"))
        return
    }
    let seatBy = entry.seatBy ?? procession.started ?? procession.starts
    guard let expected = entry.expected, expected.instant > seatBy.instant else { return }
    let late = facts + [Fact("expected", expected), Fact("seat_by", seatBy)]
    guard let next = nextWindow(of: procession, from: expected, see) else {
        see.slip(on: entry.reference, variant: Found.noWindow, facts: late, mend: .add(EntryWindow.self))
        return
    }
    guard entry.offered != next.id else { return }
    see.slip(
        on: entry.reference, variant: Found.window, facts: late + [Fact("window", next.id), Fact("opens", next.opens)],
        mend: .edit(entry.id, "offered"))
}

private enum Found: String, SlipVariant {
    case inserted, noWindow = "no_window", window
}

private func nextWindow(of procession: Procession, from expected: Moment, _ see: See) -> EntryWindow? {
    guard let session = procession.session else { return nil }
    let open = see.each(EntryWindow.bySession, session).filter { $0.opens.instant >= expected.instant }
    return open.min { $0.opens < $1.opens }
}
