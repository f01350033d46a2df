import Committee
import Engine
import Integrity
import Ledger
import Parties
import Rulebook
import Signing

/// What is kept no longer is erased of everybody in one entry: whole people, and single fields whose term is shorter. Orders to keep leave
/// their people out, and the record says how many and which orders. What treaty practice keeps for ever is written in the open first.
let erasingDue = Act(
    .eraseDue, makes: Erasure.self, from: [.record(Ceremony.self) { _, _, _ in }],
    forgets: { erasure, picture in
        guard let day = erasure.made?.day else { return .nothing }
        return DataDue(picture, on: day, until: erasure.lastDay, parts: erasure.parts).due
    },
    asks: [.may(\.lastDay), .may(\.parts)],
    fills: [
        .field(\.made), .field(\.askedBy), .field(\.approvedBy), .field(\.people), .field(\.records), .field(\.values),
        .field(\.wholly), .field(\.leftOut), .field(\.holds),
    ], isOnlyWay: true, officers: .two,
    seconded: { erasure, doing in erasure.approvedBy = doing.officer(Officer.self) }
) { erasure, doing throws(Refusal) in
    if let stranger = DataDue.stranger(among: erasure.parts, doing.picture.register) {
        throw Refusal(HouseRefusal.notKeptForATime, [Fact("part", stranger)])
    }
    let found = DataDue(doing.picture, on: doing.day, until: erasure.lastDay, parts: erasure.parts)
    guard !found.due.isEmpty else { throw Refusal(.nothingDue) }
    erasure.made = doing.moment
    erasure.askedBy = doing.officer(Officer.self)
    (erasure.people, erasure.records, erasure.values) = (found.people, found.records, found.values)
    (erasure.wholly, erasure.leftOut) = (found.wholly, found.leftOut)
    erasure.holds = found.holds.map(\.heading.code)
    if found.classification.grade > erasure.heading.classification.grade { erasure.heading.classification = found.classification }
    guard let people = doing.picture.register.people, found.due.ends(people) else { return }
    for signature in doing.picture.signaturesKeeping({ !found.due.sparing.contains($0.number) }) { doing.writes(signature) }
}
