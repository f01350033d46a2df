import Ledger
package import Rulebook

extension ActName {
    /// Making a badge in the place of another.
    package static let reissue = ActName("reissue")
}

package let reissuing = Act(
    .reissue, makes: Badge.self, orChanges: true,
    from: [.record(Badge.self) { badge, replaced, _ in badge.takeOver(replaced) }],
    asks: [.must(\.replaces), .may(\.zones), .may(\.validFrom), .may(\.validTo), .may(\.serial), .may(\.isTemporary)],
    fills: [.words(\.state, .printed), .field(\.epoch), .field(\.issuedBy), .field(\.issued)], sealsWhatItAsked: true, takenBackWithin: 15
) { badge, doing throws(Refusal) in
    try badge.refuseIssued()
    if let replaced = badge.replaces.flatMap({ doing.picture[$0] }) { try replaced.refuseCounting() }
} decide: { badge, doing throws(Refusal) in
    guard let replaced = badge.replaces.flatMap({ doing.picture[$0] }) else { throw Refusal(AccreditationRefusal.replacesNothing) }
    try replaced.refuseCounting()
    if badge.person == .blank { badge.takeOver(replaced) }
    if badge.person != replaced.person { throw Refusal(AccreditationRefusal.replacesAnothers, [Fact("badge", replaced.id)]) }
    if badge.epoch == 1 { badge.epoch = replaced.epoch + 1 }
    try badge.bePrinted(doing)
}

extension Badge {
    fileprivate func refuseCounting() throws(Refusal) {
        if isActive { throw Refusal(AccreditationRefusal.replacedStillCounts, [Fact("badge", id)]) }
    }

    /// All that another badge of the same person said, with the next epoch; what was given before stays.
    fileprivate mutating func takeOver(_ replaced: Badge) {
        replaces = replaced.id
        person = replaced.person
        if category == .blank { category = replaced.category }
        application = application ?? replaced.application
        if zones.isEmpty { zones = replaced.zones }
        validFrom = validFrom ?? replaced.validFrom
        validTo = validTo ?? replaced.validTo
        if epoch == 1 { epoch = replaced.epoch + 1 }
    }
}
