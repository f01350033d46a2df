/// A table as it came or as it goes, whatever the format: a header and rows of text.
///
/// Cells are tidied (see ``EnteredText``) but not yet understood.
package struct Sheet: Hashable, Sendable {
    /// The file as people know it: `people.csv`, or `people.xlsx › Sheet1` for one sheet of several.
    package var file: String
    package var header: [String]
    package var rows: [Row]

    package struct Row: Hashable, Sendable {
        /// As a person sees it in a spreadsheet: the header is row 1, and blank rows count.
        package var number: Int
        /// As many as the header has.
        package var cells: [String]

        package init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    package init(file: String, header: [String] = [], rows: [Row] = []) {
        self.file = file
        self.header = header
        self.rows = rows
    }

    /// What people call a column: its header or, where that is blank, its letter.
    package func name(ofColumn place: Int) -> String {
        place < header.count && !header[place].isEmpty ? header[place] : Sheet.letters(ofColumn: place)
    }

    /// `A` … `Z`, `AA` … for the column at that place, from 0.
    package static func letters(ofColumn place: Int) -> String {
        var rest = place
        var letters: [Character] = []
        repeat {
            letters.append(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26))))
            rest = rest / 26 - 1
        } while rest >= 0
        return String(letters.reversed())
    }
}

/// A sheet as far as it could be read, and everything that could not.
package struct SheetReading: Hashable, Sendable {
    package var sheet: Sheet
    package var findings: [Finding]

    package init(sheet: Sheet, findings: [Finding] = []) {
        self.sheet = sheet
        self.findings = findings
    }
}
