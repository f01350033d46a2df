import Ledger
import RulebookTesting
import Testing

@Suite struct `An attachment` {
    private let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]

    @Test func `is what its first bytes say, and nothing else is one`() throws {
        #expect(Attachment(of: jpeg)?.media == .jpeg)
        #expect(Attachment(of: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0])?.media == .png)
        #expect(Attachment(of: Array("%PDF-1.7".utf8))?.media == .pdf)
        for other in ["", "<svg onload=alert(1)>", "<!doctype html>", "GIF89a", "%PDF", " %PDF-1.7", "PK\u{3}\u{4}"] {
            #expect(Attachment(of: Array(other.utf8)) == nil, "\(other)")
        }
    }

    @Test func `is written and read as the same, and whatever else is written is none`() throws {
        let attachment = try #require(Attachment(of: jpeg))
        #expect(Attachment(attachment.description) == attachment)
        #expect(attachment.holds(jpeg) && !attachment.holds(jpeg + [0]))
        let digits = attachment.hash
        for text in [
            "", digits, "sha256:\(digits)", "sha256:\(digits)/gif/7", "sha256:\(digits.dropLast())/jpeg/7", "sha256:\(digits)/jpeg/07",
            "sha256:\(digits.uppercased())/jpeg/7", "sha256:\(digits)/jpeg/0", "sha256:\(digits)/jpeg/-7", "sha256:\(digits)/jpeg/7/",
        ] { #expect(Attachment(text) == nil, "\(text)") }
    }

    @Test func `opens under the key of its record alone, and nothing of it stands in the open`() throws {
        let attachment = try #require(Attachment(of: jpeg))
        var dice = SeededDice(seed: 1)
        let key = SealingKey(of: KeyOwner(kind: "person", number: 3, dataSubject: 3), from: &dice)
        let other = SealingKey(of: KeyOwner(kind: "person", number: 3, dataSubject: 3), from: &dice)
        let sealed = try #require(SealedAttachment(attachment, jpeg, under: key))
        #expect(sealed.bytes(of: attachment, under: key) == jpeg)
        #expect(sealed.bytes(of: attachment, under: other) == nil)
        let moved = SealedAttachment(kind: "person", number: 4, key: sealed.key, name: sealed.name, sealed: sealed.sealed)
        #expect(moved.bytes(of: attachment, under: key) == nil)
        #expect(!sealed.name.hexadecimal.contains(attachment.hash))
        #expect(sealed.name != SealedAttachment(attachment, jpeg, under: other)?.name)
        #expect(SealedAttachment(attachment, jpeg + [0], under: key) == nil)
    }
}
