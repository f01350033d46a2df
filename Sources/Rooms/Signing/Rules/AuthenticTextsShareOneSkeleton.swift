package import Rulebook
import Ledger

/// The authentic languages share one skeleton of articles and paragraphs, and each text has its certifier.
///
/// The skeleton that most texts have is taken for the right one. A text that is missing, has no skeleton or no certifier is found
/// from two weeks before the first window opens; a skeleton that differs, at once. Translations into other languages are not
/// looked at, but one that poses as authentic is found. Words are not compared: that is the translators' concordance.
///
/// Source: slip S02 (Treaty of Wuchale, 1889); Vienna Convention on the Law of Treaties, arts. 33 and 79.
package let authenticTextsShareOneSkeleton = Rule(
    "SGN-08", .stop, about: Treaty.self, stops: [.openTable, .sign], finds: Found.self
) { treaty, see in
    let texts = see.each(TreatyText.byTreaty, treaty.id).filter(\.isAuthentic)
    let authentic = texts.filter { treaty.authenticLanguages.contains($0.language) }
    for text in texts where !treaty.authenticLanguages.contains(text.language) {
        report(treaty, text, .notAuthentic, field: "is_authentic", [], see)
    }
    if let skeleton = commonest(authentic.map(\.paragraphs)) {
        for text in authentic where !text.paragraphs.isEmpty && text.paragraphs != skeleton {
            let article = firstDifference(skeleton, text.paragraphs)
            report(treaty, text, .skeleton, field: "paragraphs", [Fact("article", article)], see)
        }
    }
    guard isDue(treaty, see) else { return }
    let missing = treaty.authenticLanguages.filter { language in !authentic.contains { $0.language == language } }
    if !missing.isEmpty {
        see.slip(
            on: treaty.reference, variant: Found.missing,
            facts: [Fact("treaty", treaty.id), Fact("languages", .languages(missing))], mend: .add(TreatyText.self))
    }
    for text in authentic where text.paragraphs.isEmpty { report(treaty, text, .noSkeleton, field: "paragraphs", [], see) }
    for text in authentic where text.certifier.isEmpty || text.certifiedOn == nil {
        report(treaty, text, .certifier, field: "certifier", [], see)
    }
}

private enum Found: String, SlipVariant {
    case notAuthentic = "not_authentic", skeleton, missing, noSkeleton = "no_skeleton", certifier
}

private func isDue(_ treaty: Treaty, _ see: See) -> Bool {
    guard let opens = see.each(SigningWindow.byTreaty, treaty.id).map(\.opens).min() else { return false }
    return see.hasCome(opens.instant.adding(minutes: -14 * 24 * 60))
}

/// The skeleton that most texts have; of two equally frequent ones, that of the first text.
private func commonest(_ skeletons: [[Int]]) -> [Int]? {
    let known = skeletons.filter { !$0.isEmpty }
    return known.enumerated().max { left, right in
        let counts = (known.filter { $0 == left.element }.count, known.filter { $0 == right.element }.count)
        return counts.0 == counts.1 ? left.offset > right.offset : counts.0 < counts.1
    }?.element
}

/// The number of the first article in which two skeletons differ.
private func firstDifference(_ left: [Int], _ right: [Int]) -> Int {
    (zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(left.count, right.count)) + 1
}

private func report(_ treaty: Treaty, _ text: TreatyText, _ variant: Found, field: String, _ extra: [Fact], _ see: See) {
    see.slip(
        on: text.reference, treaty.reference, variant: variant,
        facts: [Fact("treaty", treaty.id), Fact("language", .languages([text.language]))] + extra, mend: .edit(text.id, field))
}
