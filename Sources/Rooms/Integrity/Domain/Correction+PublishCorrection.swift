import Ledger
package import Rulebook

extension ActName {
    /// A correction is published against a claim.
    package static let publishCorrection = ActName("publish_correction")
}

package let publishingCorrection = Act(
    .publishCorrection, makes: Correction.self, orChanges: true,
    from: [.record(Claim.self) { correction, claim, _ in correction.claim = claim.id }],
    asks: [.must(\.claim), .must(\.textVietnamese), .may(\.textEnglish), .may(\.channels), .may(\.approvedBy)],
    fills: [.field(\.published)]
) { correction, doing throws(Refusal) in
    if correction.published != nil { throw Refusal(IntegrityRefusal.alreadyPublished, [doing.named("correction", correction)]) }
} decide: { correction, doing throws(Refusal) in
    let facts = [doing.named("correction", correction)]
    if correction.claim.flatMap({ doing.picture[$0] }) == nil { throw Refusal(IntegrityRefusal.correctionWithoutClaim, facts) }
    if correction.textVietnamese.isEmpty { throw Refusal(IntegrityRefusal.correctionIncomplete, facts) }
    correction.published = correction.published ?? doing.moment
}
