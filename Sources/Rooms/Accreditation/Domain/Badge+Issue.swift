import Ledger
package import Rulebook

extension ActName {
    /// Making a badge.
    package static let issue = ActName("issue")
}

package let issuing = Act(
    .issue, makes: Badge.self, orChanges: true, from: [.record(Application.self, beginBadge)],
    asks: [
        .must(\.person), .must(\.category), .may(\.zones), .may(\.validFrom), .may(\.validTo), .may(\.serial), .may(\.isTemporary),
    ],
    fills: [.words(\.state, .printed), .field(\.issuedBy), .field(\.issued)], sealsWhatItAsked: true, takenBackWithin: 15
) { badge, _ throws(Refusal) in
    try badge.refuseIssued()
} decide: { badge, doing throws(Refusal) in
    try badge.bePrinted(doing)
}

private func beginBadge(_ badge: inout Badge, for application: Application, _: Picture) {
    badge.person = application.person
    badge.category = application.category
    badge.application = application.id
}

extension Badge {
    func refuseIssued() throws(Refusal) {
        if state != .draft { throw Refusal(AccreditationRefusal.alreadyIssued, [Fact("badge", id)]) }
    }

    /// Makes it a badge, for an application of its person, with a number of its own.
    mutating func bePrinted(_ doing: Doing<Badge>) throws(Refusal) {
        if doing.picture[person] == nil { throw Refusal(AccreditationRefusal.personUnknown) }
        if doing.picture[category] == nil { throw Refusal(AccreditationRefusal.categoryUnknown) }
        let approved = doing.picture.each(Application.byPerson, person).first { $0.state == .approved && $0.category == category }
        application = application ?? approved?.id
        if serial.isEmpty { serial = nextSerial(doing.picture) }
        if let other = holder(of: serial, doing.picture) {
            throw Refusal(AccreditationRefusal.serialUsed, [Fact("badge", other.id), Fact("serial", serial)])
        }
        state = .printed
        if issuedBy == nil { issuedBy = try doing.answerable() }
        issued = issued ?? doing.moment
    }

    /// The next number that no badge has, counted from the badge's own: `B-000123`.
    private func nextSerial(_ picture: Picture) -> String {
        var number = id.number
        while holder(of: serial(number), picture) != nil { number += 1 }
        return serial(number)
    }

    private func serial(_ number: UInt32) -> String {
        let digits = String(number)
        return "B-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    private func holder(of serial: String, _ picture: Picture) -> Badge? {
        picture.each(Badge.bySerial, serial).first { $0.id != id && $0.serial == serial }
    }
}
