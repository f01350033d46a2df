import Ledger
package import Rulebook

/// What this room can measure.
package let committeeMeasures: [Quantity] = [plansInForce, directivesAnswered]

/// But for those that are over.
private let plansInForce = Quantity("plans_in_force") { see in
    Share(of: see.all(Plan.self).filter(\.isAlive)) { $0.status == .inForce }
}

private let directivesAnswered = Quantity("directives_answered") { see in
    Share(of: see.all(Directive.self)) { $0.answeredOn != nil }
}

extension Plan {
    fileprivate var isAlive: Bool { status != .superseded && status != .withdrawn }
}
