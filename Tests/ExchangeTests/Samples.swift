import Exchange
import ExchangeTesting
import Foundation
import Ledger

let hanoiZone = TimeZone(identifier: "Asia/Ho_Chi_Minh")!
let opening = Instant("2025-10-14T00:00:00Z")!

/// A house that holds these records, numbered as they come.
func house(_ boards: [Board] = [], _ guests: [Guest] = []) -> Picture {
    var picture = Picture(guestRegister, zone: hanoiZone)
    for var board in boards {
        board.heading.id = ID(picture.nextNumber(slot: Board.slot))
        picture.apply([Change(board)])
    }
    for var guest in guests {
        guest.heading.id = ID(picture.nextNumber(slot: Guest.slot))
        picture.apply([Change(guest)])
    }
    return picture
}

/// A pack of files given as text.
func pack(_ files: [String: String]) -> Pack { Pack(name: "test", files: files.mapValues { Array($0.utf8) }) }

/// Names in two languages, as the phrases would give them.
let guestVocabulary = Vocabulary(
    column: { kind, header in
        ["guest ho ten": "name", "guest ban": "table", "guest ke tu": "happened", "guest da bo": "removed"]["\(kind) \(header)"]
    },
    names: { word in ["speaker": ["Diễn giả", "Speaker"], "keynote_speaker": ["Diễn giả chính"]][word] ?? [] })

extension PackReading {
    var findings: [Finding] { if case .refused(let findings) = self { findings } else { [] } }
    var content: PackContent? { if case .read(let content) = self { content } else { nil } }

    /// A line for each finding: `guests.csv 2 name: required_is_blank`.
    var lines: [String] { findings.map(\.line) }
}

extension Finding {
    var line: String {
        ([file] + [row.map { String($0) }, column].compactMap { $0 }).joined(separator: " ") + ": " + problem.code
    }
}

extension Picture {
    /// The picture after these versions.
    func applying(_ versions: [Version]) -> Picture {
        var picture = self
        picture.apply(versions.map(\.change))
        return picture
    }
}

/// Dice that fall the same way every time.
struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// Texts that break careless tables.
struct AwkwardText {
    private static let pieces = [
        "a", "Nguyễn", "Đặng", "e\u{301}", "=", "+", "-", "@", "'", "\"", ",", ";", "\\", " ", "\u{A0}", "\t", "\n", "\r\n", "\r", "👩‍🚀", "0",
        "x",
        "\u{338}", "\u{FEFF}", "\u{3000}", "字", "…", "Å", "\u{212B}", "한", "\u{1112}\u{1161}", "#", "_x000D_", "<&>",
    ]

    static func random(_ dice: inout Dice) -> String {
        (0..<Int.random(in: 0...6, using: &dice)).map { _ in pieces.randomElement(using: &dice)! }.joined()
    }
}
