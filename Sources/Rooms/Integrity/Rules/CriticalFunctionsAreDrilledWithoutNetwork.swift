import Ledger
package import Rulebook

/// Each critical function has a no-network mode whose drill was passed after the function last changed, in the last quarter.
///
/// One good mode is enough. Where there is none, the latest drilled one says what is wanting. A drill planned for a day to come has not
/// been held.
///
/// Source: S53, PyeongChang opening ceremony, 2018; W13.
package let criticalFunctionsAreDrilledWithoutNetwork = Rule("INT-03", .fix, about: Asset.self, finds: Found.self) { asset, see in
    guard asset.isCritical else { return }
    let modes = see.each(Fallback.byAsset, asset.id)
    guard let latest = modes.max(by: { ($0.drilled?.instant ?? .distantPast) < ($1.drilled?.instant ?? .distantPast) }) else {
        see.slip(on: asset.reference, variant: Found.noMode, facts: [Fact("asset", asset.id)], mend: .add(Fallback.self))
        return
    }
    guard !modes.contains(where: { flaw(of: $0, for: asset, see) == nil }), let flaw = flaw(of: latest, for: asset, see) else { return }
    see.slip(
        on: asset.reference, latest.reference, variant: flaw,
        facts: [Fact("asset", asset.id), Fact("mode", latest.id)] + [latest.drilled.map { Fact("drilled", $0) }].compactMap(\.self)
            + [asset.changed.map { Fact("changed", $0) }].compactMap(\.self),
        mend: .edit(latest.id, "drilled"))
}

private enum Found: String, SlipVariant {
    case noMode = "none", undrilled, failed, stale, old
}

private let daysOfQuarter = 92

private func flaw(of mode: Fallback, for asset: Asset, _ see: See) -> Found? {
    guard let drilled = mode.drilled, see.hasCome(drilled.instant), mode.result != .notDrilled else { return .undrilled }
    if mode.result == .failed { return .failed }
    if let changed = asset.changed, drilled.instant < changed.instant { return .stale }
    return see.hasCome(drilled.instant.adding(minutes: daysOfQuarter * 24 * 60)) ? .old : nil
}
