import Foundation
import Ledger
import RulebookTesting
import Testing

@Suite struct `A search` {
    private func search(_ names: [String], for query: String) -> [UInt32] {
        var picture = Picture(exampleRegister, zone: .gmt)
        for (place, name) in names.enumerated() {
            picture.apply([Change(Guest("G-\(place + 1)", id: UInt32(place + 1)) { $0.name = Personal(name) })])
        }
        return SearchText(picture[slot: Guest.slot], of: Kind(Guest.self), where: { _ in true }).numbers(matching: query)
    }

    @Test func `finds words without their marks, in any order and inside a word`() {
        let names = ["Nguyễn Văn Đức", "Đỗ Thị Nguyệt", "Jürgen Weiß", "Amélie D'Orsay"]
        #expect(search(names, for: "duc nguyen") == [1])
        #expect(search(names, for: "NGUY") == [1, 2])
        #expect(search(names, for: "urg") == [3])
        #expect(search(names, for: "g-4") == [4])
        #expect(search(names, for: "   ") == [])
    }

    @Test func `does not find a word that begins in one record or field and ends in the next`() {
        #expect(search(["abc", "def"], for: "cg") == [])
    }

    @Test func `finds a number of somebody by the whole of it and never by a part`() {
        let names = ["Nguyễn TEST-000003", "Lê +84 912-345"]
        for part in ["TEST-00000", "000003", "3", "TEST-000004", "912", "test-"] { #expect(search(names, for: part) == [], "\(part)") }
        #expect(search(names, for: "test-000003") == [1])
        #expect(search(names, for: "TEST-000003 ngu") == [1])
        #expect(search(names, for: "912-345 le") == [2])
        // Codes are no secrets.
        #expect(search(names, for: "g-") == [1, 2])
        #expect(search(names, for: "-2") == [2])
    }

    @Test(arguments: [41, 42, 43] as [UInt64])
    func `that follows changes finds what one made anew does, in older pictures too`(seed: UInt64) throws {
        var dice = SeededDice(seed: seed)
        func name(_ dice: inout SeededDice) -> String {
            (0..<2).map { _ in ["Đức", "Nguyễn", "an", "TEST-7", "T-71", "Ân Nhân"].randomElement(using: &dice) ?? "" }.joined(
                separator: " ")
        }
        let kind = Kind(Guest.self)
        var picture = Picture(exampleRegister, zone: .gmt)
        for number in 1...700 as ClosedRange<UInt32> {
            picture.apply([Change(Guest("G-\(number)", id: number) { $0.name = Personal(name(&dice)) })])
        }
        var text = SearchText(picture[slot: Guest.slot], of: kind) { _ in true }
        let first = (text: text, table: picture[slot: Guest.slot])
        for step in 0..<40 {
            for _ in 0..<Int.random(in: 0...4, using: &dice) {
                let number = UInt32.random(in: 1...1_200, using: &dice)
                let isRemoved = Int.random(in: 0..<3, using: &dice) == 0
                picture.apply([
                    isRemoved
                        ? Change(removing: Reference(slot: Guest.slot, number: number))
                        : Change(Guest("G-\(number)", id: number) { $0.name = Personal(name(&dice)) })
                ])
            }
            text = text.following(picture[slot: Guest.slot])
            let anew = SearchText(picture[slot: Guest.slot], of: kind) { _ in true }
            for words in ["duc", "an", "nguyen an", "test-7", "t-7", "g-1", "g-70 duc"] {
                try #require(text.numbers(matching: words) == anew.numbers(matching: words), "seed \(seed), step \(step), \(words)")
            }
        }
        #expect(text.following(first.table).numbers(matching: "duc") == first.text.numbers(matching: "duc"), "seed \(seed)")
        #expect(first.text.numbers(matching: "duc").count > 50, "seed \(seed)")
    }

    @Test func `leaves out the columns that are not to be searched`() {
        var picture = Picture(exampleRegister, zone: .gmt)
        picture.apply([Change(Guest("G-1", id: 1) { $0.name = Personal("Hoa") })])
        let text = SearchText(picture[slot: Guest.slot], of: Kind(Guest.self)) { !$0.isPersonal }
        #expect(text.numbers(matching: "hoa") == [])
        #expect(text.numbers(matching: "g-1") == [1])
    }

    @Test(arguments: [31, 32, 33] as [UInt64])
    func `finds what a look at every record finds`(seed: UInt64) {
        var dice = SeededDice(seed: seed)
        let names = (0..<200).map { _ in
            String((0..<Int.random(in: 0...40, using: &dice)).map { _ in "abc ".randomElement(using: &dice) ?? "a" })
        }
        for _ in 0..<200 {
            let query = String((0..<Int.random(in: 1...6, using: &dice)).map { _ in "abc ".randomElement(using: &dice) ?? "a" })
            let words = query.split(separator: " ")
            let expected = names.indices.filter { place in
                !words.isEmpty && words.allSatisfy { names[place].folded.contains($0) || "g-\(place + 1)".contains($0) }
            }
            #expect(search(names, for: query) == expected.map { UInt32($0 + 1) }, "seed \(seed), \(query)")
        }
    }
}
