import Foundation
import Ledger
import Testing

@Suite struct `Text as people search for it` {
    @Test(arguments: [
        ("Nguyễn Thị MINH", "nguyen thi minh"), ("  Đặng\t Văn  đức ", "dang van duc"), ("ƠN ƯỚC", "on uoc"),
        ("García-Ñuñez", "garcia-nunez"),
        ("Müller & Söhne", "muller & sohne"), ("Ha Noi\u{00A0}2025", "ha noi 2025"), ("", ""), (" ", ""), ("山田 太郎", "山田 太郎"),
        ("ＡＢＣ", "abc"), ("Ελλάδα", "ελλαδα"),
    ])
    func `has no case, no marks and one space between words`(text: String, folded: String) {
        #expect(text.folded == folded)
    }

    @Test func `is the same for composed and decomposed letters, whichever way they are folded`() {
        for value in Array(0xC0..<0x250) + Array(0x1E00..<0x1F00) as [UInt32] {
            guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
            let letter = String(Character(scalar))
            // A letter of another script beside it makes the library fold the whole.
            #expect("\(letter) 山".folded == "\(letter.folded) 山", "U+\(String(value, radix: 16))")
            #expect(letter.folded == letter.decomposedStringWithCanonicalMapping.folded, "U+\(String(value, radix: 16))")
        }
    }
}
