import Foundation
import Ledger

/// The order in which a language lists words: by the letters of its alphabet, and only between words of the same letters by their
/// tones or accents. In Vietnamese `ă` is a letter between `a` and `â`, and `à ả ã á ạ` are tones of `a`.
struct Collation: Sendable {
    /// Of each composed Latin letter its place in the alphabet, as a byte above those of digits and signs.
    private let letters: [UInt8]
    /// Of each the rank of its tone.
    private let tones: [UInt8]

    /// Grave, hook, tilde, acute and dot below: the order of Vietnamese dictionaries.
    private static let ranks: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    private static let scalars = (Array(0..<0x250) + Array(0x1E00..<0x1F00)).map { Unicode.Scalar($0 as UInt32) }
    private static let sign: UInt8 = 0x2F
    private static let firstLetter: UInt8 = 0x41

    /// - Parameter alphabet: the language's letters, small, in their order.
    init(alphabet: String) {
        var places: [Character: UInt8] = [:]
        for letter in alphabet { places[letter] = Collation.firstLetter + UInt8(min(places.count, 80)) }
        var letters: [UInt8] = []
        var tones: [UInt8] = []
        for scalar in Collation.scalars {
            let (letter, tone) = scalar.map { Collation.weights(of: $0, places) } ?? (Collation.sign, 0)
            letters.append(letter)
            tones.append(tone)
        }
        self.letters = letters
        self.tones = tones
    }

    private static func weights(of scalar: Unicode.Scalar, _ places: [Character: UInt8]) -> (letter: UInt8, tone: UInt8) {
        if scalar.properties.isWhitespace { return (0x20, 0) }
        let small = Character(scalar).lowercased()
        if let place = small.first.flatMap({ places[$0] }) { return (place, 0) }
        let parts = Array(small.decomposedStringWithCanonicalMapping.unicodeScalars)
        guard let base = parts.first, base.properties.isAlphabetic else {
            return (scalar.value < 0x40 ? UInt8(scalar.value) : sign, 0)
        }
        let tone = parts.dropFirst().compactMap { ranks.firstIndex(of: $0) }.first.map { UInt8($0 + 1) } ?? 0
        for mark in parts.dropFirst() {
            if let place = places[Character(String(base) + String(mark))] { return (place, tone) }
        }
        return (places[Character(base)] ?? String(scalar).folded.first.flatMap { places[$0] } ?? sign, tone)
    }

    /// What words are compared by. Letters of other scripts come after all others, as they stand.
    func key(of text: String) -> String {
        var bytes: [UInt8] = []
        var accents: [UInt8] = []
        var hasAccent = false
        bytes.reserveCapacity(2 * text.utf8.count)
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            let value = Int(scalar.value)
            let place = value < 0x250 ? value : (0x1E00..<0x1F00).contains(value) ? value - 0x1E00 + 0x250 : -1
            guard place >= 0 else {
                bytes.append(0x7E)
                bytes.append(contentsOf: String(scalar).utf8)
                accents.append(0x30)
                continue
            }
            bytes.append(letters[place])
            accents.append(0x30 + tones[place])
            if tones[place] > 0 { hasAccent = true }
        }
        if hasAccent { bytes += [0] + accents }
        return String(decoding: bytes, as: UTF8.self)
    }
}
