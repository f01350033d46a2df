package import Rulebook
import Ledger

/// Every copy on the table was printed from the file that the depositary certified, and earlier prints are destroyed on record.
///
/// A copy that is not printed yet is in order until its table is opened or somebody signs it. A copy that lies on no table is not
/// looked at.
///
/// Source: slips W12 and S03 (Treaty of Waitangi, 1840); Vienna Convention on the Law of Treaties, art. 77(1)(a) and (b).
package let copiesAreTheCertifiedText = Rule(
    "SGN-07", .stop, about: Copy.self, stops: [.openTable, .sign], finds: Found.self
) { copy, see in
    guard let table = see[copy.table] else { return }
    let isInUse = table.opened != nil || see.count(Signature.byCopy, copy.id) > 0
    if copy.printedOn == nil || copy.hash.isEmpty {
        if isInUse { report(copy, on: table, .unprinted, field: "printed_on", see) }
    } else if copy.certifiedHash.isEmpty || copy.certifiedBy == nil || copy.certifiedOn == nil {
        report(copy, on: table, .uncertified, field: "certified_hash", see)
    } else if copy.hash != copy.certifiedHash {
        report(copy, on: table, .hash, field: "hash", see)
    }
    if copy.earlierPrints > 0, copy.printsDestroyed < copy.earlierPrints || copy.destructionRecord.isEmpty || copy.destroyedOn == nil {
        report(copy, on: table, .prints, field: "destruction_record", see)
    }
}

private enum Found: String, SlipVariant {
    case unprinted, uncertified, hash, prints
}

private func report(_ copy: Copy, on table: SigningTable, _ variant: Found, field: String, _ see: See) {
    see.slip(
        on: copy.reference, table.reference, variant: variant,
        facts: [
            Fact("copy", copy.id), Fact("hash", String(copy.hash.prefix(12))), Fact("certified", String(copy.certifiedHash.prefix(12))),
            Fact("prints", copy.earlierPrints), Fact("destroyed", copy.printsDestroyed),
        ],
        mend: .edit(copy.id, field))
}
