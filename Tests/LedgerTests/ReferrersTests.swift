import Foundation
import Ledger
import RulebookTesting
import Testing

/// A kind of the tests that names guests, and that is named by nobody.
private struct Table: Entity {
    static let slot = 2
    static let code = "table"
    static let file = "tables"
    static let fields = Fields<Table>(Field("host", \.host), Field("seated", \.seated))
    var heading = Heading<Table>()
    var host: ID<Guest>?
    var seated: [ID<Guest>] = []
    init() {}
}

@Suite struct `Who names a record` {
    private let register = Register([Kind(Guest.self), Kind(Table.self)])

    /// What a look at every record finds, by who is named.
    private func scanned(_ picture: Picture) -> [Reference: [Reference]] {
        var found: [Reference: [Reference]] = [:]
        for kind in picture.register.kinds {
            picture[slot: kind.slot].forEach { row in
                for target in Set(picture.register.references(from: row)) where target != row.reference {
                    found[target, default: []].append(row.reference)
                }
            }
        }
        return found
    }

    private func change(_ dice: inout SeededDice) -> Change {
        let slot = Bool.random(using: &dice) ? Guest.slot : Table.slot
        // Now and then a number that is beyond the others.
        let number = Int.random(in: 0..<50, using: &dice) == 0 ? 70_000 : UInt32.random(in: 1...1500, using: &dice)
        guard Int.random(in: 0..<5, using: &dice) > 0 else { return Change(removing: Reference(slot: slot, number: number)) }
        // A few are named by many.
        func named() -> ID<Guest> { ID(UInt32.random(in: 1...(Bool.random(using: &dice) ? 2 : 400), using: &dice)) }
        let host = Int.random(in: 0..<3, using: &dice) == 0 ? nil : named()
        let several = (0..<Int.random(in: 0...4, using: &dice)).map { _ in named() }
        guard slot == Guest.slot else {
            return Change(
                Table("T\(number)", id: number) {
                    $0.host = host
                    $0.seated = several
                })
        }
        return Change(
            Guest("G\(number)", id: number) {
                $0.rank = Int.random(in: 0..<3, using: &dice)
                $0.host = host
                $0.friends = several
            })
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `is what a look at every record finds, after any puts and removes, also in older pictures`(seed: UInt64) throws {
        var dice = SeededDice(seed: seed)
        var picture = Picture(register, zone: .gmt)
        var pictures: [(picture: Picture, found: [Reference: [Reference]])] = []
        let targets = (1...400).map { Reference(slot: Guest.slot, number: $0) }
        var most = 0
        for step in 1...9000 {
            picture.apply([change(&dice)])
            guard step.isMultiple(of: 3000) else { continue }
            pictures.append((picture, scanned(picture)))
            let named = register.columns(naming: Guest.slot).map { picture.referrers(of: targets[0], in: $0).count }
            most = max(most, named.max() ?? 0)
        }
        for (step, (picture, found)) in pictures.enumerated() {
            for target in targets {
                try #require(picture.referrers(of: target) == found[target] ?? [], "seed \(seed), step \(step), \(target)")
                try #require(picture.firstReferrer(of: target) == found[target]?.first, "seed \(seed), step \(step), \(target)")
            }
        }
        #expect(most > 300, "seed \(seed): nobody was named by so many that their numbers lie in pieces")
    }

    @Test func `is told column by column, with what names itself, and once however often it does`() throws {
        var picture = Picture(register, zone: .gmt)
        picture.apply([
            Change(
                Guest("A", id: 1) {
                    $0.host = ID(1)
                    $0.friends = [ID(1), ID(1), ID(2)]
                }),
            Change(Table("T", id: 1) { $0.seated = [ID(1)] }),
        ])
        let one = Reference(slot: Guest.slot, number: 1)
        let told = register.columns(naming: Guest.slot).map { column in
            (register.kind(slot: column.slot)?.columns[column.place].name ?? "", Array(picture.referrers(of: one, in: column)))
        }
        #expect(told.map(\.0) == ["host", "friends", "host", "seated"])
        #expect(told.map(\.1) == [[1], [1], [], [1]])
        #expect(picture.referrers(of: one) == [Reference(slot: Table.slot, number: 1)])
        #expect(picture.firstReferrer(of: one) == Reference(slot: Table.slot, number: 1))
        #expect(register.columns(naming: Table.slot) == [])
    }

    @Test func `is noted as a look at every kind that could name it`() {
        var picture = Picture(register, zone: .gmt)
        let reads = Reads()
        picture.reads = reads
        #expect(picture.referrers(of: Reference(slot: Guest.slot, number: 1)) == [])
        #expect(reads.slots == [Guest.slot, Table.slot])
    }
}

@Suite struct `A set of numbers` {
    @Test(arguments: [(1, 40), (2, 700), (3, 5000)] as [(UInt64, UInt32)])
    func `is what a plain set would be, and copies stay what they were`(seed: UInt64, reach: UInt32) throws {
        var dice = SeededDice(seed: seed)
        var numbers = Numbers()
        var model: Set<UInt32> = []
        var copies: [(Numbers, [UInt32])] = []
        var most = 0
        for step in 0..<12_000 {
            // First more come than go, then all go.
            let number = UInt32.random(in: 0..<reach, using: &dice)
            if step >= 7000 || Int.random(in: 0..<4, using: &dice) == 0 {
                numbers.remove(number)
                model.remove(number)
            } else {
                numbers.insert(number)
                model.insert(number)
            }
            most = max(most, model.count)
            guard step.isMultiple(of: 200) else { continue }
            copies.append((numbers, model.sorted()))
        }
        for number in model { numbers.remove(number) }
        copies.append((numbers, []))
        for (numbers, sorted) in copies {
            try #require(Array(numbers) == sorted, "seed \(seed)")
            try #require(numbers.count == sorted.count && numbers.first == sorted.first, "seed \(seed)")
            try #require(numbers.isEmpty == sorted.isEmpty, "seed \(seed)")
        }
        #expect(most > Int(reach) / 3, "seed \(seed)")
    }

    @Test func `takes what comes last without dividing what is full`() {
        var numbers = Numbers()
        for number in 1...100_000 as ClosedRange<UInt32> { numbers.insert(number) }
        numbers.insert(7)
        #expect(numbers.count == 100_000 && Array(numbers) == Array(1...100_000))
    }
}
