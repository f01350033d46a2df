import Committee
import Ledger
import Parties
package import Rulebook

extension ActName {
    /// Documents or people's data leave the house.
    package static let export = ActName("export")
}

/// A list of people is about everybody on record, though it names nobody: what stands against one of them stops it, and it leaves the
/// house only where a second officer agrees.
package let exporting = Act(
    .export, makes: Export.self, orChanges: true, reaches: { $0.holds == .listOfPeople ? [Person.self] : [] },
    twoOfficersWhere: { $0.holds == .listOfPeople },
    asks: [
        .must(\.holds), .may(\.people), .may(\.purpose), .may(\.recipient), .may(\.askedBy), .may(\.approvedBy), .may(\.expiresOn),
    ],
    fills: [.field(\.made)]
) { export, doing throws(Refusal) in
    // What the house makes of its own lists is made by their own act.
    if export.made != nil || export.isOfHouse { throw Refusal(IntegrityRefusal.alreadyExported, [doing.named("export", export)]) }
} decide: { export, doing throws(Refusal) in
    if export.holds == .listOfPeople && export.people < 1 {
        throw Refusal(IntegrityRefusal.exportOfNobody, [doing.named("export", export)])
    }
    // Whoever exports it asks for it, unless somebody else did; that another approved it is what the rule looks for.
    export.askedBy = export.askedBy ?? doing.officer(Officer.self)
    export.made = export.made ?? doing.moment
}
