import Committee
import Ledger
package import Rulebook

/// A claim is about a checkable fact of the event, does a stated harm, has an official source, and names no person.
///
/// Judged once the claim has been accepted or a correction is written; what has only been reported may still be found out of
/// scope, and then has no correction. A body outside the security and cyber desks has agreed. No person can be named, since a claim has no
/// words: its code and its hash are all it can spell, and both are held to their form. An opinion has no checkable fact and
/// cannot be made a claim.
///
/// Source: the desk's own limits, drawn from Articles 6 and 24 of the Convention.
package let claimsAreAboutFacts = Rule("INT-02", .stop, about: Claim.self, stops: [.publishCorrection], finds: Found.self) { claim, see in
    if !claim.isWordless {
        see.slip(on: claim.reference, variant: Found.words, facts: [Fact("claim", claim.id)], mend: .edit(claim.id, "sample_hash"))
    }
    let isAccepted = claim.state == .accepted || claim.state == .corrected
    guard isAccepted || see.count(Correction.byClaim, claim.id) > 0 else { return }
    if claim.about == .unstated || claim.state == .outOfScope {
        see.slip(on: claim.reference, variant: Found.fact, facts: [Fact("claim", claim.id)], mend: .edit(claim.id, "about"))
    }
    if claim.harm == .unstated {
        see.slip(on: claim.reference, variant: Found.harm, facts: [Fact("claim", claim.id)], mend: .edit(claim.id, "harm"))
    }
    lookAtSource(of: claim, see)
    lookAtReview(of: claim, see)
}

private enum Found: String, SlipVariant {
    case words, fact, harm, source, sourceWithdrawn = "source_withdrawn", review
}

private func lookAtSource(of claim: Claim, _ see: See) {
    guard let source = see[claim.source] else {
        see.slip(on: claim.reference, variant: Found.source, facts: [Fact("claim", claim.id)], mend: .edit(claim.id, "source"))
        return
    }
    guard let withdrawn = source.withdrawnOn, see.hasBegun(withdrawn) else { return }
    see.slip(
        on: claim.reference, source.reference, variant: Found.sourceWithdrawn,
        facts: [Fact("claim", claim.id), Fact("source", source.id), Fact("day", withdrawn)], mend: .edit(claim.id, "source"))
}

private func lookAtReview(of claim: Claim, _ see: See) {
    let insiders = ["INT", "SEC"].compactMap { see.find(Desk.self, $0)?.body }
    if let reviewer = claim.reviewedBy, !insiders.contains(where: { see.body(reviewer, isWithin: $0) }) { return }
    see.slip(on: claim.reference, variant: Found.review, facts: [Fact("claim", claim.id)], mend: .edit(claim.id, "reviewed_by"))
}

extension Claim {
    /// Whether its texts are what they must be: a code of letters and digits, and a hash or nothing.
    fileprivate var isWordless: Bool {
        let parts = code.split(separator: "-", omittingEmptySubsequences: false)
        let isCode = parts.count == 2 && parts[0].count <= 3 && parts[1].allSatisfy { $0.isASCII && $0.isNumber }
        return isCode && (sampleHash.isEmpty || sampleHash.utf8.count == 64 && sampleHash.allSatisfy(\.isHexDigit))
    }
}
