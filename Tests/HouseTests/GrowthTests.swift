import Foundation
import House
import Ledger
import Rulebook
import RulebookTesting
import Testing

/// Records that are in one another's way as much as can be: of one kind any number, of every other two. What their fields hold follows
/// from the seed; it is the same in all records, or one of two things in turn.
private struct Throng {
    private let seed: UInt64
    private static let start = hanoi("2025-10-20T09:00")

    init(seed: UInt64) { self.seed = seed }

    func picture(_ count: Int, of crowded: Kind) -> Picture {
        var picture = Picture(houseRegister, zone: TimeZone(identifier: "Asia/Ho_Chi_Minh")!)
        for kind in houseRegister.kinds {
            let records = kind.slot == crowded.slot ? count : 2
            picture.apply((1...UInt32(records)).map { Change(row($0, of: kind)) })
        }
        return picture
    }

    private func row(_ number: UInt32, of kind: Kind) -> any AnyRow {
        var values: [(place: Int, value: Value)] = [(0, .text("\(kind.code)-\(number)"))]
        for (place, column) in kind.columns.enumerated().dropFirst(4) {
            let value = value(of: column, choosing: choices(kind, place), in: number)
            if value != .absent { values.append((place, value)) }
        }
        do { return try kind.row(number, values) } catch {
            // What a field may hold its type knows alone: this one stays blank.
            var values = values
            values.removeAll { $0.place == error.column }
            return (try? kind.row(number, values)) ?? (try! kind.row(number, [values[0]]))
        }
    }

    /// The dice of one field: the same for all records.
    private func choices(_ kind: Kind, _ place: Int) -> SeededDice {
        SeededDice(seed: seed &* 1_000_003 &+ UInt64(kind.slot * 100 + place))
    }

    private func value(of column: Kind.Column, choosing dice: SeededDice, in number: UInt32) -> Value {
        var dice = dice
        let alternates = Int.random(in: 0..<3, using: &dice) == 0
        let turn = alternates ? Int(number % 2) : 0
        let pick = Int.random(in: 0..<60, using: &dice) + turn
        let isEnd = ["ends", "_to", "until", "arrives", "last", "closes", "departs"].contains { column.name.contains($0) }
        func one(_ shape: Shape) -> Value {
            switch shape {
            case .text: .text(["X", "en", "vi", "Y"][pick % 4])
            case .integer: .integer(Int64([1, 0, 90, 3][pick % 4]))
            case .flag: .flag(pick.isMultiple(of: 2))
            case .day: .day(day(isEnd ? "2025-10-22" : "2025-10-20"))
            case .moment: .moment(isEnd ? hanoi("2025-10-20T11:00") : Self.start)
            case .reference: .reference(UInt32(1 + pick % 2))
            case .choice(let words): .text(words[pick % words.count])
            case .list(let inner): .list([one(inner)])
            }
        }
        // Now and then a field is left out, so that rules are met that ask for it.
        return Int.random(in: 0..<8, using: &dice) == 0 && !column.isRequired ? .absent : one(column.shape)
    }
}

@Suite struct `The cost of a rule grows with what is sent and not with its square` {
    private static let sizes = (small: 40, large: 80)
    private static let now = Instant("2025-10-20T03:00:00Z")!

    /// Rules that look at all records in some group from each of them: what they say of one rests on the others, one by one. They tell no
    /// more for it; what they may look at is bounded for each act.
    private static let looksAround: Set<String> = []

    private struct Total {
        var looks = 0
        var slips = 0
    }

    private func totals(_ picture: Picture) -> [String: Total] {
        houseRulebook.costs(picture, at: Self.now).reduce(into: [:]) { totals, cost in
            totals[cost.rule, default: Total()].looks += cost.looks
            totals[cost.rule, default: Total()].slips += cost.slips
        }
    }

    @Test(arguments: houseRegister.kinds.map(\.code)) func `whatever kind it is that many records are sent of`(code: String) throws {
        let kind = try #require(houseRegister.kind(code))
        for seed in 1...8 as ClosedRange<UInt64> {
            let throng = Throng(seed: seed)
            let few = totals(throng.picture(Self.sizes.small, of: kind))
            let many = totals(throng.picture(Self.sizes.large, of: kind))
            for (rule, large) in many {
                let small = few[rule] ?? Total()
                #expect(
                    large.slips <= 2 * small.slips + 10, "\(rule) makes \(small.slips) slips of \(code), then \(large.slips); seed \(seed)")
                if !Self.looksAround.contains(rule) {
                    #expect(
                        large.looks <= 2 * small.looks + 200,
                        "\(rule) looks at \(code) \(small.looks) times, then \(large.looks); seed \(seed)")
                }
            }
        }
    }

    @Test func `what such a throng finds change by change is what a check from the beginning finds`() throws {
        for (code, seed) in [("session", 3), ("appearance", 4), ("trip", 5), ("shift", 6), ("badge", 2), ("room_block", 7)]
            as [(String, UInt64)]
        {
            let kind = try #require(houseRegister.kind(code))
            let whole = Throng(seed: seed).picture(30, of: kind)
            var picture = Throng(seed: seed).picture(3, of: kind)
            var findings = Findings(houseRulebook, of: picture, at: Self.now)
            var dice = SeededDice(seed: seed)
            for step in 0..<120 {
                let number = UInt32.random(in: 1...30, using: &dice)
                let reference = Reference(slot: kind.slot, number: number)
                let isRemoved = picture[reference] != nil && Int.random(in: 0..<3, using: &dice) == 0
                let change = isRemoved ? Change(removing: reference) : Change(try #require(whole[reference]))
                picture.apply([change])
                findings.apply([change], giving: picture)
                let full = houseRulebook.check(picture, at: Self.now)
                #expect(findings.slips.map(\.identity) == full.map(\.identity), "\(code), step \(step)")
                #expect(findings.slips.map(\.facts) == full.map(\.facts), "\(code), step \(step)")
            }
        }
    }
}
