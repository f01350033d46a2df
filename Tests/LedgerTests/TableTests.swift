import Foundation
import Ledger
import RulebookTesting
import Testing

@Suite struct `Tables and indexes` {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `are what a plain dictionary would be, and snapshots stay what they were`(seed: UInt64) {
        var dice = SeededDice(seed: seed)
        var picture = Picture(exampleRegister, zone: .gmt)
        var model: [UInt32: Guest] = [:]
        var snapshots: [(Picture, [UInt32: Guest])] = []
        for step in 0..<2000 {
            let number = UInt32.random(in: 1...300, using: &dice)
            if Int.random(in: 0..<4, using: &dice) == 0 {
                picture.apply([Change(removing: Reference(slot: Guest.slot, number: number))])
                model[number] = nil
            } else {
                let guest = Guest("G\(number)", id: number) {
                    $0.rank = Int.random(in: 0..<9, using: &dice)
                    $0.host = Bool.random(using: &dice) ? ID(UInt32.random(in: 1...20, using: &dice)) : nil
                    $0.friends = (0..<2).map { _ in ID(UInt32.random(in: 1...20, using: &dice)) }
                }
                picture.apply([Change(guest)])
                model[number] = guest
            }
            if step.isMultiple(of: 500) { snapshots.append((picture, model)) }
        }
        snapshots.append((picture, model))
        for (picture, model) in snapshots { expect(picture, is: model, "seed \(seed)") }
    }

    @Test(arguments: [5, 6, 7] as [UInt64])
    func `tell what stands otherwise in them than in others, whichever is the older`(seed: UInt64) throws {
        var dice = SeededDice(seed: seed)
        var picture = Picture(exampleRegister, zone: .gmt)
        var model: [UInt32: Int] = [:]
        var snapshots = [(table: picture[slot: Guest.slot], model: model)]
        for step in 1...600 {
            // A trie grows as higher numbers come.
            let number = UInt32.random(in: 1...[20, 2_000, 50_000][step / 250], using: &dice)
            if Int.random(in: 0..<4, using: &dice) == 0 {
                picture.apply([Change(removing: Reference(slot: Guest.slot, number: number))])
                model[number] = nil
            } else {
                picture.apply([Change(Guest("G\(number)", id: number) { $0.rank = step })])
                model[number] = step
            }
            if step.isMultiple(of: 60) { snapshots.append((picture[slot: Guest.slot], model)) }
        }
        for (one, other) in snapshots.flatMap({ one in snapshots.map { (one, $0) } }) {
            let changed = Set(one.model.keys).union(other.model.keys).filter { one.model[$0] != other.model[$0] }.sorted()
            try #require(one.table.numbers(changedSince: other.table) == changed, "seed \(seed)")
        }
    }

    @Test func `find two records that changed codes with each other`() {
        var picture = Picture(exampleRegister, zone: .gmt)
        picture.apply([Change(Guest("A", id: 1)), Change(Guest("B", id: 2))])
        picture.apply([Change(Guest("B", id: 1)), Change(Guest("A", id: 2))])
        #expect(picture.find(Guest.self, "A")?.id == ID(2))
        #expect(picture.find(Guest.self, "B")?.id == ID(1))
    }

    private func expect(_ picture: Picture, is model: [UInt32: Guest], _ comment: Comment) {
        #expect(picture.all(Guest.self) == model.keys.sorted().compactMap { model[$0] }, comment)
        for rank in 0..<9 {
            #expect(picture.each(Guest.byRank, rank) == model.values.filter { $0.rank == rank }.sorted { $0.id < $1.id }, comment)
        }
        for number in 1...20 as ClosedRange<UInt32> {
            let id = ID<Guest>(number)
            #expect(picture.each(Guest.byHost, id) == model.values.filter { $0.host == id }.sorted { $0.id < $1.id }, comment)
            #expect(
                picture.each(Guest.byFriend, id) == model.values.filter { $0.friends.contains(id) }.sorted { $0.id < $1.id }, comment)
        }
        for (number, guest) in model { #expect(picture.find(Guest.self, "G\(number)") == guest, comment) }
    }

    @Test func `a number beyond the trie's reach holds nothing`() {
        var trie = Trie<Int>()
        #expect(trie[5] == nil)
        trie.set(5, to: 50)
        trie.set(.max, to: 1)
        #expect(trie[5] == 50 && trie[.max] == 1 && trie[.max - 1] == nil && trie.count == 2)
    }

    @Test func `the house's own numbers are never given twice`() {
        var picture = Picture(exampleRegister, zone: .gmt)
        picture.apply([Change(Guest("A", id: 1)), Change(Guest("B", id: 2))])
        picture.apply([Change(removing: Reference(slot: Guest.slot, number: 2))])
        #expect(picture.nextNumber(slot: Guest.slot) == 3)
    }
}
