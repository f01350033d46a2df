import Foundation
import Ledger
import LedgerSQLite
import Testing

/// The engines that must all pass this suite. A new engine is one case more.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
    case memory, sqlite

    var testDescription: String { rawValue }

    /// A fresh, empty journal; the folder is removed when the body ends.
    func withJournal(_ body: (any Journal) async throws -> Void) async throws {
        switch self {
        case .memory: try await body(MemoryJournal())
        case .sqlite:
            try await withFolder { folder in try await body(SQLiteJournal(folder: folder, register: noteRegister)) }
        }
    }
}

/// When copies are laid out.
let restoredAt = Instant("2026-01-01T00:00:00Z")!

func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
}

/// A kind of the tests.
struct Note: Entity {
    static let slot = 1
    static let code = "note"
    static let file = "notes"
    static let fields = Fields<Note>(
        Field("text", \.text), Field("about", \.about),
        Field("author", \.author, Processing(.accreditation, basis: .publicTask, seenBy: [], kept: .archive)),
        Field("picture", \.picture, Processing(.accreditation, basis: .publicTask, seenBy: [], kept: .archive)))
    static func dataSubject(of record: Note) -> UInt32? { record.id.number }
    var heading = Heading<Note>()
    var text = ""
    var about: ID<Note>?
    var author = Personal<String>()
    var picture = Personal<Photograph>()
    init() {}
}

let noteRegister = Register([Kind(Note.self)])

/// The key of a note, of whom it is about itself.
func noteKey(_ number: UInt32, byte: UInt8? = nil) -> SealingKey {
    SealingKey(
        of: KeyOwner(kind: "note", number: number, dataSubject: number), bytes: Array(repeating: byte ?? UInt8(number), count: 32))!
}

/// Makes entries that continue one another.
struct Chain {
    private(set) var head = Head.origin
    init(after head: Head = .origin) { self.head = head }

    mutating func entry(
        _ happened: String, recorded: String? = nil, key: String = "", erasing: [SealingKey] = [], _ changes: [(UInt32, String?)]
    ) -> Entry {
        let stored = changes.map { number, text in
            StoredChange(kind: "note", number: number, body: text.map { #"{"code":"N\#(number)","text":"\#($0)"}"# })
        }
        return entry(happened, recorded: recorded, key: key, erasing: erasing, stored: stored)
    }

    mutating func entry(
        _ happened: String, recorded: String? = nil, key: String = "", erasing: [SealingKey] = [], stored: [StoredChange]
    ) -> Entry {
        let entry = Entry(
            sequence: head.sequence + 1, happened: Instant("\(happened)T00:00:00Z")!,
            recorded: Instant("\(recorded ?? happened)T12:00:00Z")!, signatory: Entry.Signatory("A"), act: "edit",
            words: Entry.Words(reason: "why"), idempotencyKey: key,
            changes: stored, erases: erasing.map(\.identity), previous: head.hash)
        head = Head(sequence: entry.sequence, hash: entry.hash)
        return entry
    }
}

extension Journal {
    /// What a point of view sees, as `N1=text`.
    func sight(_ view: PointOfView) async throws -> [String] {
        try await records(view).map { record in
            let json = try JSON(parsing: record.change.body ?? "null")
            return "\(json["code"]?.text ?? "?")=\(json["text"]?.text ?? "")"
        }
    }
}
