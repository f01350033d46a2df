package import Rulebook
import Ledger
import Programme
import Venues

/// Each venue has doctors, an ambulance and a designated hospital from the first session to the last.
///
/// It is due two weeks before a session. A session is covered when somebody stands by both at its start and at its end. Whether a
/// post is manned is SEC-01.
///
/// Source: slip S76 (State banquet, Tokyo, 1992).
package let medicalCoverIsInPlace = Rule("HLT-01", .fix, about: Place.self, finds: Found.self, CoverFound.self) { venue, see in
    guard venue.kind == .venue else { return }
    let sessions = sessionsDue(in: venue, see)
    guard !sessions.isEmpty else { return }
    let covers = see.each(MedicalCover.byVenue, venue.id).filter { $0.kind == .venue }
    if let bare = sessions.first(where: { session in !stands(covers, at: session.starts) || !stands(covers, at: session.ends) }) {
        see.slip(
            on: venue.reference, variant: Found.venue, facts: [Fact("venue", venue.id), Fact("session", bare.id)],
            mend: .add(MedicalCover.self)
        )
    }
    for cover in covers { judge(cover, of: Fact("covered", venue.id), see) }
}

private enum Found: String, SlipVariant {
    case venue
}

/// In minutes.
let dueBeforehand = 14 * 24 * 60

private func sessionsDue(in venue: Place, _ see: See) -> [Session] {
    let places = [venue.id] + see.each(Place.byVenue, venue.id).map(\.id)
    return places.flatMap { see.each(Session.byPlace, $0) }
        .filter { see.hasCome($0.starts.instant.adding(minutes: -dueBeforehand)) }
        .sorted { $0.starts < $1.starts }
}

private func stands(_ covers: [MedicalCover], at moment: Moment) -> Bool {
    covers.contains { cover in
        guard let from = cover.from, let to = cover.to else { return false }
        return from <= moment && moment <= to
    }
}

/// What can be found about any cover, at a venue or in a motorcade.
enum CoverFound: String, SlipVariant {
    case crew, hospital
}

/// Whether who stands by is a doctor with an ambulance, and where they would drive.
func judge(_ cover: MedicalCover, of covered: Fact, _ see: See) {
    if cover.doctors == 0 || cover.ambulances == 0 {
        see.slip(
            on: cover.reference, variant: CoverFound.crew,
            facts: [Fact("cover", cover.id), covered, Fact("doctors", cover.doctors), Fact("ambulances", cover.ambulances)],
            mend: .edit(cover.id, cover.doctors == 0 ? "doctors" : "ambulances"))
    }
    let hospital = see[cover.hospital]
    if hospital?.designatedOn == nil || hospital?.hasEmergency != true || cover.hospitalMinutes == nil {
        see.slip(
            on: cover.reference, variant: CoverFound.hospital, facts: [Fact("cover", cover.id), covered], mend: .edit(cover.id, "hospital"))
    }
}
