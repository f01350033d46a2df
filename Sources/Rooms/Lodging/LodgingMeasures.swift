import Ledger
import Parties
package import Rulebook

/// What this room can measure.
package let lodgingMeasures: [Quantity] = [delegationsLodged]

/// Confirmed delegations that have a stay; that it covers every night is LOD-02.
private let delegationsLodged = Quantity("delegations_lodged") { see in
    Share(of: see.all(Delegation.self).filter { $0.status == .confirmed }) { see.count(Stay.byDelegation, $0.id) > 0 }
}
