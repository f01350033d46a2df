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
            case .attachment: .absent
            case .choice(let words): .text(words[pick % words.count])
            case .list(let inner): .list([one(inner)])
            }
        }
        // Now and then a field is left out, so that rules are met that ask for it.
        return Int.random(in: 0..<8, using: &dice) == 0 && !column.isRequired ? .absent : one(column.shape)
    }
}

@Suite struct `The slips of a rule grow with what is sent and not with its square` {
    private static let now = Instant("2025-10-20T03:00:00Z")!
    /// The kinds whose records rules compare with one another.
    private static let compared = [
        "session", "appearance", "trip", "convoy", "shift", "badge", "person", "room_block", "line", "opening_duty", "seat",
    ]

    private func slips(_ picture: Picture) -> [String: Int] {
        Dictionary(houseRulebook.costs(picture, at: Self.now).map { ($0.rule, $0.slips) }, uniquingKeysWith: +)
    }

    @Test(arguments: compared) func `of whatever kind many records are sent`(code: String) throws {
        let kind = try #require(houseRegister.kind(code))
        for seed in 1...2 as ClosedRange<UInt64> {
            let throng = Throng(seed: seed)
            let few = slips(throng.picture(20, of: kind))
            let squares = slips(throng.picture(40, of: kind)).filter { $0.value > 2 * few[$0.key, default: 0] + 10 }
            #expect(squares == [:], "of 20 records there were \(squares.keys.map { few[$0, default: 0] }); seed \(seed)")
        }
    }

    @Test(arguments: [("session", 3), ("appearance", 4), ("trip", 5), ("shift", 6), ("badge", 2), ("room_block", 7)] as [(String, UInt64)])
    func `what such a throng finds change by change is what a check from the beginning finds`(code: String, seed: UInt64) throws {
        let kind = try #require(houseRegister.kind(code))
        let whole = Throng(seed: seed).picture(14, of: kind)
        var picture = Throng(seed: seed).picture(3, of: kind)
        var findings = RuleAnswers(houseRulebook, of: picture, at: Self.now)
        var dice = SeededDice(seed: seed)
        for step in 0..<20 {
            let reference = Reference(slot: kind.slot, number: UInt32.random(in: 1...14, using: &dice))
            let isRemoved = picture[reference] != nil && Int.random(in: 0..<3, using: &dice) == 0
            let change = isRemoved ? Change(removing: reference) : Change(try #require(whole[reference]))
            picture.apply([change])
            findings.apply([change], giving: picture)
            let full = houseRulebook.check(picture, at: Self.now)
            #expect(findings.slips.map(\.identity) == full.map(\.identity), "step \(step)")
            #expect(findings.slips.map(\.facts) == full.map(\.facts), "step \(step)")
        }
    }
}
