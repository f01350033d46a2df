import Finance
package import Mounting

/// The room as the house mounts it.
package let financeRoom = Room(
    "Finance", desks: ["FIN"], kinds: financeKinds, rules: financeRules, acts: financeActs, refusals: [FinanceRefusal.self])
