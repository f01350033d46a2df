import Ledger
package import Rulebook

/// What this room can measure.
package let integrityMeasures: [Quantity] = [fallbacksDrilled]

/// Critical functions of which a no-network mode has passed its drill.
private let fallbacksDrilled = Quantity("fallbacks_drilled") { see in
    Share(of: see.all(Asset.self).filter(\.isCritical)) { asset in
        see.each(Fallback.byAsset, asset.id).contains { mode in
            mode.result == .passed && (mode.drilled.map { see.hasCome($0.instant) } ?? false)
        }
    }
}
