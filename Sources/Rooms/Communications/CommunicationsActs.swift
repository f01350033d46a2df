import Ledger
package import Rulebook

extension ActName {
    /// A press release goes out.
    package static let releasePress = ActName("release_press")
}

/// The acts in the world of this room.
package let communicationsActs: [Act] = [
    Act(.releasePress, writes: PressRelease.self) { before, after, _ in
        let facts = [Fact("release", after.id)]
        if before?.released != nil { return Refusal("already_released", facts) }
        if after.released == nil { return Refusal("release_without_time", facts) }
        if after.textVietnamese.isEmpty && after.textEnglish.isEmpty { return Refusal("release_empty", facts) }
        return nil
    }
]
