import Engine
import House
import Integrity
import Ledger
import LedgerSQLite
import Parties
import Rulebook
import Testing

/// Texts of records that are about somebody: each is sealed with them, or says here why it stays when they are erased.
@Suite struct `A text of a record about somebody` {
    /// What stays, and why.
    private static let staying = [
        "office.title_vi": "what the office is called, whoever holds it", "office.title_en": "what the office is called, whoever holds it",
        "qualification.from_language": "a code of a language", "qualification.to_language": "a code of a language",
        "qualification.class": "a class of a licence",
        "full_powers.defect": "what the instrument lacks: the treaty's record", "full_powers.issued_at": "a place on the instrument",
        "full_powers.treaty_title": "the treaty's title on the instrument",
        "held_item.receipt": "the number of a receipt", "held_item.store": "where it lies",
        "export.list_of": "the code of a kind", "export.narrowed_to": "columns and words of open columns: Export+ExportList refuses others",
        "export.list_columns": "names of columns", "export.list_numbers": "numbers of records",
    ]

    /// Whether records of a kind can be about somebody, asked of one that names people wherever it can.
    private func isAboutSomebody(_ kind: Kind) throws -> Bool {
        let values = kind.columns.enumerated().compactMap { place, column -> (place: Int, value: Value)? in
            switch column.shape {
            case .reference: (place, .reference(7))
            case .integer where column.isInner: (place, .integer(7))
            default: nil
            }
        }
        return try kind.row(7, values).dataSubject != nil
    }

    @Test func `is sealed with them, or has a reason to stay`() throws {
        var open: Set<String> = []
        var about: Set<String> = []
        for kind in houseRegister.kinds where try isAboutSomebody(kind) {
            about.insert(kind.code)
            for column in kind.columns where !column.isSealed && column.name != "code" {
                if column.shape == .text || column.shape == .list(.text) { open.insert("\(kind.code).\(column.name)") }
            }
        }
        #expect(about.isSuperset(of: ["person", "application", "office", "export", "hold", "stay", "medical_case"]))
        #expect(open.subtracting(Self.staying.keys).sorted() == [], "neither sealed nor said to stay")
        #expect(Set(Self.staying.keys).subtracting(open).sorted() == [], "said to stay and not there")
    }

    @Test func `is gone with them, in the past as well`() async throws {
        try await withPoweredHouse(administrators: []) { house in
            let folder = Authority.dataFolder(for: "O-A")
            _ = try await house.ask(.edit, "person", "N-1", [("family_name", .text("NAME"))], by: folder).get()
            _ = try await house.ask(
                .edit, "office", "OF-1",
                [
                    ("person", .text("N-1")), ("level", .text("minister")), ("title_as_given", .text("GIVEN Minister NAME")),
                    ("title_en", .text("Minister")), ("assumed", .text("GIVEN as NAME wrote")),
                ], by: folder
            ).get()
            let category: [(String, JSON)] = [
                ("name_vi", .text("Loại")), ("name_en", .text("Sort")), ("group", .text("delegates")),
            ]
            _ = try await house.ask(.edit, "category", "C-1", category, by: folder).get()
            _ = try await house.ask(
                .edit, "application", "AP-1",
                [("person", .text("N-1")), ("category", .text("C-1")), ("assumed", .text("GIVEN by the aunt of NAME"))], by: folder
            ).get()
            let before = try await told(house)
            #expect(before.count { $0.contains("GIVEN") } == 2)
            _ = try await house.ask(.erase, "person", "N-1", by: folder).get()
            let after = try await told(house)
            #expect(!after.contains { $0.contains("GIVEN") })
            #expect(house.chancery.published.picture.find(Office.self, "OF-1")?.titleEnglish == "Minister")
            #expect(try await house.journal.verify().damage == [])
        }
    }

    /// Every version of what tells of them, as whoever has the keys reads it.
    private func told(_ house: PoweredHouse) async throws -> [String] {
        let keys = try await house.journal.keys()
        var told: [String] = []
        for kind in ["office", "application"].compactMap({ houseRegister.kind($0) }) {
            for version in try await house.journal.versions(kind: kind.code, number: nil) {
                guard let row = try houseRegister.row(version, keys: keys) else { continue }
                let text = kind.text(of: row)
                told.append(text.open.written + (text.personal?.written ?? ""))
            }
        }
        return told
    }
}
