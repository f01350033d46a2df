package import Ledger
package import Phrases
package import Rulebook

/// One thing in a file from outside that the house cannot take, by file, row and column.
package struct Finding: Error, Hashable, Sendable {
    package var file: String
    /// As a person sees it, the header being row 1; nil where the whole file is meant.
    package var row: Int?
    /// The column's header or, where that is blank, its letter.
    package var column: String?
    package var problem: Problem

    package init(_ problem: Problem, file: String, row: Int? = nil, column: String? = nil) {
        self.file = file
        self.row = row
        self.column = column
        self.problem = problem
    }

    /// The key of the sentence that explains it.
    package var phrase: String { "finding." + problem.code }

    /// What fills the sentence's placeholders.
    package var facts: [Fact] {
        problem.facts + [Fact("file", .text(file)), Fact("row", .text(row.map { String($0) } ?? "")), Fact("column", .text(column ?? ""))]
    }

    /// What is wrong, in one sentence, without where.
    package func sentence(in phrases: Phrases) -> String {
        let facts = facts.map { fact in
            guard fact.name == "kind", case .text(let kind) = fact.content else { return fact }
            return Fact("kind", .text(phrases("kind.\(kind)")))
        }
        return phrases(phrase, facts)
    }

    /// Where it is: file, row and column, as far as they are known.
    package func place(in phrases: Phrases) -> String {
        phrases(row == nil ? "finding.place.file" : column == nil ? "finding.place.row" : "finding.place.cell", facts)
    }
}

/// What can be wrong with a file, a row or a cell.
package enum Problem: Error, Hashable, Sendable {
    /// No kind of record has a file of that name.
    case unknownFile
    case unknownColumn(nearest: [String])
    case missingColumn(String)
    /// Two columns mean the same field.
    case repeatedColumn(field: String)
    /// The same record twice at the same instant.
    case repeatedCode(String, firstRow: Int)
    case requiredIsBlank
    case notAnInteger(String)
    case notADay(String)
    case notAMoment(String, MomentMistake)
    case notAFlag(String)
    /// The cell does not say which file is meant.
    case notAnAttachment(String)
    /// The file that the cell names is not kept here, and a list brings no files.
    case bytesNotHere(code: String, field: String)
    case unknownWord(String, candidates: [String])
    /// No record of that kind, here or in the house, has that code.
    case unknownReference(String, kind: String, nearest: [String])
    /// The field takes no such value.
    case notAccepted
    /// Bytes that are no text.
    case badText
    case unclosedQuote
    /// Something stands between a closing quote and the next separator.
    case strayQuote
    case ragged(expected: Int, found: Int)
    case tooLarge(LimitedThing, limit: Int)
    /// A cell in which the spreadsheet shows an error: `#REF!`.
    case errorInCell(String)
    case notAPack(PackManifest.Mistake)
    /// The file is not what its name says.
    case wrongFormat(FormatMistake)
    /// Whoever stood under that code was erased.
    case erased(String, on: Day)
    /// A name in an archive that leads out of it.
    case unsafeName(String)
    /// So much is wrong that the rest is not told.
    case more(than: Int)

    package enum MomentMistake: String, Hashable, Sendable, CaseIterable {
        case notATime = "not_a_time"
        case noZone = "no_zone"
        case fixedOffset = "fixed_offset"
        case unknownZone = "unknown_zone"
        case wrongOffset = "wrong_offset"
        /// The zone's clocks are changed then: the hour does not exist, or exists twice.
        case clocksChange = "clocks_change"
    }

    package enum LimitedThing: String, Hashable, Sendable, CaseIterable {
        case bytes, rows, columns, cells, cell, text, header, entries, name, archive, ratio, texts, sheets, styles
    }

    package enum FormatMistake: String, Hashable, Sendable, CaseIterable {
        case notAnArchive = "not_an_archive"
        case damagedArchive = "damaged_archive"
        case encryptedArchive = "encrypted_archive"
        case notAWorkbook = "not_a_workbook"
        case badMarkup = "bad_markup"
    }
}

extension Problem {
    /// Frozen: the name of the sentence that explains it, after `finding.`.
    package var code: String {
        switch self {
        case .unknownFile: "unknown_file"
        case .unknownColumn(let nearest): nearest.isEmpty ? "unknown_column" : "unknown_column.near"
        case .missingColumn: "missing_column"
        case .repeatedColumn: "repeated_column"
        case .repeatedCode: "repeated_code"
        case .requiredIsBlank: "required_is_blank"
        case .notAnInteger: "not_an_integer"
        case .notADay: "not_a_day"
        case .notAMoment(_, let mistake): "not_a_moment." + mistake.rawValue
        case .notAFlag: "not_a_flag"
        case .notAnAttachment: "not_an_attachment"
        case .bytesNotHere: "bytes_not_here"
        case .unknownWord: "unknown_word"
        case .unknownReference(_, _, let nearest): nearest.isEmpty ? "unknown_reference" : "unknown_reference.near"
        case .notAccepted: "not_accepted"
        case .badText: "bad_text"
        case .unclosedQuote: "unclosed_quote"
        case .strayQuote: "stray_quote"
        case .ragged: "ragged"
        case .tooLarge(let thing, _): "too_large." + thing.rawValue
        case .errorInCell: "error_in_cell"
        case .notAPack(let mistake): "not_a_pack." + mistake.code
        case .wrongFormat(let mistake): "wrong_format." + mistake.rawValue
        case .erased: "erased"
        case .unsafeName: "unsafe_name"
        case .more: "more"
        }
    }

    var isMore: Bool { if case .more = self { true } else { false } }

    var facts: [Fact] {
        switch self {
        case .unknownFile, .requiredIsBlank, .notAccepted, .badText, .unclosedQuote, .strayQuote, .wrongFormat: []
        case .unknownColumn(let nearest): [words("nearest", nearest)]
        case .missingColumn(let field), .repeatedColumn(let field): [Fact("field", .text(field))]
        case .repeatedCode(let code, let row): [quoted("code", code), Fact("first_row", .text(String(row)))]
        case .notAnInteger(let text), .notADay(let text), .notAMoment(let text, _), .notAFlag(let text), .notAnAttachment(let text),
            .errorInCell(let text):
            [quoted("text", text)]
        case .bytesNotHere(let code, let field): [quoted("code", code), Fact("field", .text(field))]
        case .unknownWord(let text, let candidates): [quoted("text", text), words("candidates", candidates)]
        case .unknownReference(let text, let kind, let nearest):
            [quoted("text", text), Fact("kind", .text(kind)), words("nearest", nearest)]
        case .ragged(let expected, let found): [Fact("expected", .number(expected)), Fact("found", .number(found))]
        case .tooLarge(_, let limit): [Fact("limit", .number(limit))]
        case .notAPack(let mistake): mistake.facts
        case .erased(let code, let day): [quoted("code", code), Fact("day", day)]
        case .unsafeName(let name): [quoted("name", name)]
        case .more(let most): [Fact("limit", .number(most))]
        }
    }

    /// Letters of what stands in a cell that a sentence repeats: whose cell it is will know it by them.
    private static let longestQuote = 200

    private func quoted(_ name: String, _ text: String) -> Fact {
        let start = text.prefix(Problem.longestQuote)
        return Fact(name, .text(start.endIndex == text.endIndex ? text : start + "…"))
    }

    private func words(_ name: String, _ words: [String]) -> Fact { Fact(name, .text(words.joined(separator: ", "))) }
}
