import Ledger
package import Rulebook

/// What this room can measure.
package let protectionMeasures: [Quantity] = [protectionPlansDrilled, postsCovered]

/// Targets of whose plan the last version was drilled and passed.
private let protectionPlansDrilled = Quantity("protection_plans_drilled") { see in
    Share(of: see.all(Target.self)) { target in
        guard let plan = see.each(ProtectionPlan.byTarget, target.id).max(by: { $0.version < $1.version }) else { return false }
        return see.each(Drill.byPlan, plan.id).contains { $0.isPassed && $0.version == plan.version }
    }
}

/// Posts that are manned throughout.
private let postsCovered = Quantity("posts_covered") { see in Share(of: see.all(Post.self)) { $0.firstGap(see) == nil } }
