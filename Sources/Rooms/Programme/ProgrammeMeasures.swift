import Ledger
package import Rulebook

/// What this room can measure. A row of the programme may stand for several events in parallel.
package let programmeMeasures: [Quantity] = [
    sessionsPlaced, workshopsPlaced, highLevelEventsPlaced, workshops, highLevelEvents, booths,
]

private let sessionsPlaced = Quantity("sessions_placed") { see in Share(of: see.all(Session.self)) { $0.place != nil } }

private let workshopsPlaced = Quantity("workshops_placed") { see in placed(.workshop, see) }

private let highLevelEventsPlaced = Quantity("high_level_events_placed") { see in placed(.highLevelEvent, see) }

private let workshops = Quantity("workshops") { see in Share(whole: placed(.workshop, see).total) }

private let highLevelEvents = Quantity("high_level_events") { see in Share(whole: placed(.highLevelEvent, see).total) }

/// Booths of the exhibitions.
private let booths = Quantity("booths") { see in
    Share(whole: see.each(Session.byKind, Session.Sort.exhibition).reduce(0) { $0 + ($1.booths ?? 0) })
}

private func placed(_ kind: Session.Sort, _ see: See) -> Share {
    see.each(Session.byKind, kind).reduce(.nothing) { $0 + Share(done: $1.place == nil ? 0 : $1.events, total: $1.events) }
}
