package import Rulebook
import Ledger
import Programme

/// Each copy on a table has two pens that were tried within twelve hours, and the date card shows the day of the session.
///
/// It is due an hour before the session, and when the table is opened. Two tests of one pen are one pen.
///
/// Source: slips S10 (date written wrong by the signer) and S11 (Hillsborough Castle, 2022).
package let tableIsLaid = Rule("SGN-10", .fix, about: SigningTable.self, finds: Found.self) { table, see in
    guard let session = see[table.session] else { return }
    let starts = table.opened ?? session.starts
    guard see.hasCome(starts.instant.adding(minutes: -60)) else { return }
    for copy in see.each(Copy.byTable, table.id) {
        let pens = see.each(PenCheck.byCopy, copy.id).filter { $0.wrote(within: 12, hoursOf: starts) }
        let ready = Set(pens.map(\.pen)).count
        guard ready < 2 else { continue }
        see.slip(
            on: copy.reference, table.reference, variant: Found.pens,
            facts: [Fact("copy", copy.id), Fact("table", table.id), Fact("pens", ready)], mend: .add(PenCheck.self))
    }
    if table.dateCard == nil || table.dateCardPlaced == nil {
        see.slip(
            on: table.reference, variant: Found.noDateCard, facts: [Fact("table", table.id)], mend: .edit(table.id, "date_card_placed"))
    } else if let shown = table.dateCard, shown != starts.day {
        see.slip(
            on: table.reference, variant: Found.wrongDate,
            facts: [Fact("table", table.id), Fact("shown", shown), Fact("day", starts.day)], mend: .edit(table.id, "date_card"))
    }
}

private enum Found: String, SlipVariant {
    case pens, noDateCard = "no_date_card", wrongDate = "wrong_date"
}

extension PenCheck {
    fileprivate func wrote(within hours: Int, hoursOf start: Moment) -> Bool {
        guard writes, let tested else { return false }
        return tested.instant >= start.instant.adding(minutes: -hours * 60)
    }
}
