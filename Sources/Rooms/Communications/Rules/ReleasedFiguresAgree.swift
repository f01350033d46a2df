import Committee
import Ledger
package import Rulebook

/// Every figure in a release is a query with an as-of time, and agrees with what was said before or says why not.
///
/// What was said before is the latest word on the same figure: of an earlier release, or of a body of the host or the depositary in
/// an announcement. What the press counted for itself binds nobody. Two figures agree when one count could be meant by both:
/// *more than* allows every greater count, *about* a tenth to each side. A figure typed into the text is not seen.
///
/// Source: the ceremony's own figures from 15 September to 26 October 2025, which do not agree with one another.
package let releasedFiguresAgree = Rule(
    "COM-01", .stop, about: ReleaseFigure.self, stops: [.releasePress], finds: Found.self
) { stated, see in
    guard let release = see[stated.release], let figure = see[stated.figure] else { return }
    if figure.measure == nil {
        see.slip(
            on: stated.reference, release.reference, variant: Found.query,
            facts: [Fact("figure", figure.id), Fact("release", release.id)], mend: .edit(figure.id, "measure"))
    }
    if stated.asOf == nil {
        see.slip(
            on: stated.reference, release.reference, variant: Found.asOf,
            facts: [Fact("figure", figure.id), Fact("release", release.id)], mend: .edit(stated.id, "as_of"))
    }
    guard stated.whyDiffers.isEmpty, let before = latestWord(on: figure, before: release, see), !before.agrees(with: stated) else { return }
    see.slip(
        on: stated.reference, release.reference, before.record, variant: Found.differs,
        facts: [
            Fact("figure", figure.id), Fact("qualifier", .word(stated.qualifier.rawValue)), Fact("value", stated.value),
            Fact("before_qualifier", .word(before.qualifier.rawValue)), Fact("before", before.value),
            Fact("record", .record(before.record)),
        ],
        mend: .edit(stated.id, "why_differs"))
}

private enum Found: String, SlipVariant {
    case query, asOf = "as_of", differs
}

/// A figure that the host has given out.
private struct Word {
    let record: Reference
    let given: Instant
    let qualifier: Qualifier
    let value: Int

    func agrees(with stated: ReleaseFigure) -> Bool {
        qualifier.counts(of: value).overlaps(stated.qualifier.counts(of: stated.value))
    }
}

private func latestWord(on figure: Figure, before release: PressRelease, _ see: See) -> Word? {
    let end = release.released?.instant ?? .distantFuture
    var words: [Word] = []
    for earlier in see.each(ReleaseFigure.byFigure, figure.id) where earlier.release != release.id {
        guard let given = see[earlier.release]?.released?.instant, given < end else { continue }
        words.append(Word(record: earlier.reference, given: given, qualifier: earlier.qualifier, value: earlier.value))
    }
    for statement in see.each(Statement.byFigure, figure.id) where statement.body != nil {
        guard let day = statement.asOf, see.start(of: day) < end else { continue }
        words.append(
            Word(record: statement.reference, given: see.start(of: day), qualifier: statement.qualifier, value: statement.value))
    }
    return words.max { $0.given < $1.given }
}
