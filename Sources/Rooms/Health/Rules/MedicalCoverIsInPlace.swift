package import Rulebook
import Ledger
import Parties
import Programme
import Venues

/// Each venue has doctors, an ambulance and a designated hospital from the first session to the last, and so has the motorcade of each
/// head of State or Government.
///
/// It is due two weeks before a session, or before the guest arrives. A session is covered when somebody stands by both at its start
/// and at its end. Motorcades are known here by the delegations whose head rides in one. Whether a post is manned is SEC-01.
///
/// Source: slip S76 (State banquet, Tokyo, 1992).
package let medicalCoverIsInPlace = Rule("HLT-01", .fix) { see in
    for venue in see.all(Place.self) where venue.kind == .venue {
        let sessions = sessionsDue(in: venue, see)
        guard !sessions.isEmpty else { continue }
        let covers = see.each(MedicalCover.byVenue, venue.id).filter { $0.kind == .venue }
        if let bare = sessions.first(where: { session in !stands(covers, at: session.starts) || !stands(covers, at: session.ends) }) {
            see.slip(
                on: venue.reference, variant: "venue", facts: [Fact("venue", venue.id), Fact("session", bare.id)],
                mend: .add(MedicalCover.self))
        }
        for cover in covers { judge(cover, of: Fact("covered", venue.id), see) }
    }
    for delegation in see.all(Delegation.self) where delegation.status == .confirmed && delegation.levelOfHead.rank <= 2 {
        guard let arrives = delegation.arrives, see.hasCome(arrives.instant.adding(minutes: -twoWeeks)) else { continue }
        let covers = see.each(MedicalCover.byDelegation, delegation.id).filter { $0.kind == .motorcade }
        if covers.isEmpty {
            see.slip(
                on: delegation.reference, variant: "motorcade", facts: [Fact("delegation", delegation.id)],
                mend: .add(MedicalCover.self))
        }
        for cover in covers { judge(cover, of: Fact("covered", delegation.id), see) }
    }
}

private let twoWeeks = 14 * 24 * 60

private func sessionsDue(in venue: Place, _ see: See) -> [Session] {
    let places = [venue.id] + see.each(Place.byVenue, venue.id).map(\.id)
    return places.flatMap { see.each(Session.byPlace, $0) }
        .filter { see.hasCome($0.starts.instant.adding(minutes: -twoWeeks)) }
        .sorted { $0.starts < $1.starts }
}

private func stands(_ covers: [MedicalCover], at moment: Moment) -> Bool {
    covers.contains { cover in
        guard let from = cover.from, let to = cover.to else { return false }
        return from <= moment && moment <= to
    }
}

private func judge(_ cover: MedicalCover, of covered: Fact, _ see: See) {
    if cover.doctors == 0 || cover.ambulances == 0 {
        see.slip(
            on: cover.reference, variant: "crew",
            facts: [Fact("cover", cover.id), covered, Fact("doctors", cover.doctors), Fact("ambulances", cover.ambulances)],
            mend: .edit(cover.id, cover.doctors == 0 ? "doctors" : "ambulances"))
    }
    let hospital = see[cover.hospital]
    if hospital?.designatedOn == nil || hospital?.hasEmergency != true || cover.hospitalMinutes == nil {
        see.slip(
            on: cover.reference, variant: "hospital", facts: [Fact("cover", cover.id), covered], mend: .edit(cover.id, "hospital"))
    }
}
