package import Ledger
package import Rulebook

/// The kinds of this room.
package let financeKinds: [Kind] = [
    Kind(GuestClass.self), Kind(Norm.self), Kind(Frame.self), Kind(Estimate.self), Kind(Actual.self), Kind(Consolidation.self),
]

/// The rules of this room.
package let financeRules: [Rule] = [
    spendingKeepsToItsNorm,
    linesNameANormInForce,
    estimatesKeepToTheirFrame,
    guestClassFollowsTheHead,
    amountsResembleTheirNeighbours,
]

/// The acts of this room.
package let financeActs: [Act] = [approvingEstimate, correctingPayment, paying, rejectingEstimate, reopeningEstimate]
