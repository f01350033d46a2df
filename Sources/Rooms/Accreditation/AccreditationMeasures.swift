import Ledger
package import Rulebook

/// What this room can measure.
package let accreditationMeasures: [Quantity] = [badgesIssuedOfApproved, delegatesBadged, journalistsBadged]

private let badgesIssuedOfApproved = Quantity("badges_issued_of_approved") { see in
    badges(in: see.all(Category.self), of: Application.byApprovedCategory, see)
}

private let delegatesBadged = Quantity("delegates_badged") { see in
    badges(in: see.all(Category.self).filter { $0.group == .delegates }, of: Application.byCategory, see)
}

private let journalistsBadged = Quantity("journalists_badged") { see in
    badges(in: see.all(Category.self).filter { $0.group == .media }, of: Application.byCategory, see)
}

/// Active badges of those that the index counts, category by category: no badge and no application is looked at.
private func badges(in categories: [Category], of applications: Index<Application>, _ see: See) -> Share {
    categories.reduce(.nothing) { sum, category in
        sum + Share(done: see.count(Badge.byActiveCategory, category.id), total: see.count(applications, category.id))
    }
}
