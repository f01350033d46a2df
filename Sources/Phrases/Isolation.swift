extension String {
    /// The text where it stands in plain words with others, as in a sentence, a letter or a calendar: signs in it that turn the direction of
    /// writing turn its own alone, and not what stands beside it (Unicode Standard Annex 9). A text without such signs stays as it is.
    public var isolated: String {
        guard unicodeScalars.contains(where: { String.turns.contains($0.value) || String.isolates.contains($0.value) }) else { return self }
        var text = "\u{2068}"
        text.unicodeScalars.append(contentsOf: unicodeScalars.filter { !String.isolates.contains($0.value) })
        return text + "\u{2069}"
    }

    private static let turns: ClosedRange<UInt32> = 0x202A...0x202E
    private static let isolates: ClosedRange<UInt32> = 0x2066...0x2069
}
