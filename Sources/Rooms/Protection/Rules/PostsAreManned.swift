package import Gates
import Ledger
import Parties
package import Rulebook

/// Each post has at every moment as many people as it needs who are vetted and trained and confirmed.
///
/// Three separate answers, since being on a list is not being there: only who has all three counts, and where the post asks for a
/// skill, only who holds it with a qualification verified for the day of the shift. Somebody on two overlapping shifts of the post
/// counts once. It is due fourteen days before the post is first manned, when a reserve can still be called.
///
/// One slip a post, about the first stretch that is short: `short` where too few are on the list, `unready` where enough are on
/// the list but too few of them count.
///
/// Source: slip S72 (G4S, London, 2012: rostered, vetted, trained and confirmed heads are four numbers).
package let postsAreManned = Rule("SEC-01", .fix, about: Post.self, finds: Found.self) { post, see in
    guard see.hasCome(post.mannedFrom.instant.adding(minutes: -14 * 24 * 60)) else { return }
    guard let gap = post.firstGap(see) else { return }
    let listed = see.each(Shift.byPost, post.id)
    let listedThen = Set(listed.filter { $0.span.overlaps(gap.span) }.map(\.person)).count
    see.slip(
        on: post.reference, variant: listedThen < post.heads ? Found.short : Found.unready,
        facts: [
            Fact("post", post.id), Fact("from", gap.span.from), Fact("to", gap.span.to), Fact("needed", post.heads),
            Fact("listed", listedThen), Fact("ready", gap.sum),
        ],
        mend: .add(Shift.self))
}

private enum Found: String, SlipVariant {
    case short, unready
}

extension Post {
    /// The first stretch of the post's hours with fewer people who count than it needs; nil where it is covered.
    package func firstGap(_ see: See) -> (span: Span, sum: Int)? {
        let ready = see.each(Shift.byPost, id).filter { $0.counts && isSkilled($0, for: self, see) }
        return Span(mannedFrom, mannedTo).levels(of: staffing(ready)).first { $0.sum < heads }
    }
}

private func isSkilled(_ shift: Shift, for post: Post, _ see: See) -> Bool {
    guard !post.skills.isEmpty, let person = shift.person else { return post.skills.isEmpty }
    let verified = see.each(Qualification.byPerson, person).filter { $0.isVerified(on: shift.starts.day) }.map(\.skill)
    return post.skills.allSatisfy(verified.contains)
}

private func staffing(_ shifts: [Shift]) -> [(span: Span, weight: Int)] {
    Dictionary(grouping: shifts, by: \.person).values.flatMap { Span.merged($0.map(\.span)) }.map { ($0, 1) }
}
