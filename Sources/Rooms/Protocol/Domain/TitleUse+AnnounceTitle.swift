import Committee
import Ledger
import Parties
import Programme
package import Rulebook

extension ActName {
    /// A title is read aloud, printed or shown.
    package static let announceTitle = ActName("announce_title")
}

package let announcingTitle = Act(
    .announceTitle, makes: TitleUse.self, orChanges: true,
    from: [
        .record(Office.self) { use, office, _ in use.office = office.id }, .record(Cue.self, beginAnnouncement),
        .record(Seat.self, beginNamePlate),
    ],
    asks: [.must(\.medium), .must(\.language), .may(\.office), .may(\.title), .may(\.session)],
    fills: [.field(\.announced), .field(\.announcedBy)], takenBackWithin: 2
) { use, _ throws(Refusal) in
    if use.announced != nil { throw Refusal(ProtocolRefusal.titleAlreadyAnnounced, [Fact("title_use", use.id)]) }
} decide: { use, doing throws(Refusal) in
    if use.title.isEmpty { use.title = use.office.flatMap { doing.picture[$0] }?.title(in: use.language) ?? "" }
    if use.title.isEmpty { throw Refusal(ProtocolRefusal.titleIsEmpty) }
    use.announced = use.announced ?? doing.moment
    use.announcedBy = use.announcedBy ?? doing.officer(Officer.self)
}

private func beginAnnouncement(_ use: inout TitleUse, at cue: Cue, _ picture: Picture) {
    use.medium = .announcement
    use.cue = cue.id
    use.session = cue.session
    use.office = cue.appearance.flatMap { picture[$0] }?.office
}

private func beginNamePlate(_ use: inout TitleUse, at seat: Seat, _ picture: Picture) {
    use.medium = .namePlate
    use.seat = seat.id
    use.session = seat.plan.flatMap { picture[$0] }?.session
    use.office = seat.office
}
