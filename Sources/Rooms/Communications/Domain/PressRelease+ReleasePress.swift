import Ledger
package import Rulebook

extension ActName {
    /// A press release goes out.
    package static let releasePress = ActName("release_press")
}

package let releasingPress = Act(
    .releasePress, makes: PressRelease.self, orChanges: true,
    asks: [.must(\.titleVietnamese), .may(\.titleEnglish), .may(\.textVietnamese), .may(\.textEnglish), .may(\.number), .may(\.replaces)],
    fills: [.field(\.released)], sealsWhatItAsked: true
) { release, doing throws(Refusal) in
    if release.released != nil { throw Refusal(CommunicationsRefusal.alreadyReleased, [doing.named("release", release)]) }
} decide: { release, doing throws(Refusal) in
    if release.textVietnamese.isEmpty && release.textEnglish.isEmpty {
        throw Refusal(CommunicationsRefusal.releaseEmpty, [doing.named("release", release)])
    }
    release.released = release.released ?? doing.moment
}
