import Committee
import Ledger
package import Rulebook

/// An export of documents, or of more than 25 people, has two persons, a purpose, a registered recipient and an expiry.
///
/// Two persons are two officers who are not held by the same person. The recipient is a body of the register that exists on the day
/// of the export. The copy expires after that day. Smaller lists of people are left to the desk, unless the house made them of its own
/// lists: these say what for, to whom and until when however short they are, and have two persons also where numbers of documents are in
/// them. Of what waits for the second person none is asked yet. That a copy was destroyed when it expired is not seen here.
///
/// Source: S57, Paris Olympics, 2024; S58, Heathrow, 2017.
package let exportsAreAnsweredFor = Rule(
    "DAT-02", .stop, about: Export.self, stops: [.export, .exportList], finds: Found.self
) { export, see in
    guard export.holds == .documents || export.people > Export.peopleForOne || export.isOfHouse else { return }
    let facts = [Fact("export", export.id)]
    let takesTwo = export.isOfHouse ? export.isMuch && export.made != nil : true
    if takesTwo && !hasTwoPersons(export, see) {
        see.slip(on: export.reference, variant: Found.persons, facts: facts, mend: .edit(export.id, "approved_by"))
    }
    // What was for one person is blank once they are erased; none is made without it.
    if export.purpose.isEmpty, export.aboutPerson == 0 {
        see.slip(on: export.reference, variant: Found.purpose, facts: facts, mend: .edit(export.id, "purpose"))
    }
    let day = export.made?.day
    if !(see[export.recipient].map { body in day.map { body.exists(on: $0) } ?? true } ?? false) {
        see.slip(on: export.reference, variant: Found.recipient, facts: facts, mend: .edit(export.id, "recipient"))
    }
    if export.expiresOn.map({ expiry in day.map { expiry < $0 } ?? false }) ?? true {
        see.slip(on: export.reference, variant: Found.expiry, facts: facts, mend: .edit(export.id, "expires_on"))
    }
}

private enum Found: String, SlipVariant {
    case persons, purpose, recipient, expiry
}

private func hasTwoPersons(_ export: Export, _ see: See) -> Bool {
    guard let asking = see[export.askedBy], let approving = see[export.approvedBy], asking.id != approving.id else { return false }
    return asking.person == .blank || asking.person != approving.person
}
