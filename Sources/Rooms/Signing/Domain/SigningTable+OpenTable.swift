import Ledger
package import Rulebook

extension ActName {
    /// Opening a signing table, with its copies, pens and date card.
    package static let openTable = ActName("open_table")
}

package let openingTable = Act(
    .openTable, changes: SigningTable.self, fills: [.field(\.opened)], takenBackWithin: 15
) { table, doing throws(Refusal) in
    let facts = [Fact("table", table.id)]
    if table.opened != nil { throw Refusal(SigningRefusal.tableAlreadyOpen, facts) }
    if table.treaty.flatMap({ doing.picture[$0] }) == nil { throw Refusal(SigningRefusal.tableWithoutTreaty, facts) }
    if table.session == nil { throw Refusal(SigningRefusal.tableWithoutSession, facts) }
    if doing.picture.each(Copy.byTable, table.id).isEmpty { throw Refusal(SigningRefusal.tableWithoutCopy, facts) }
} decide: { table, doing throws(Refusal) in
    table.opened = table.opened ?? doing.moment
}
