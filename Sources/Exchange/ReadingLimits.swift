/// How much the house reads from outside before it says no.
///
/// What is counted for a whole reading is counted over all tables of all its files: many small ones weigh as much as one large.
package struct ReadingLimits: Hashable, Sendable {
    /// Of one file, unpacked and held.
    package var bytes = 256 << 20
    /// Rows with content, in a whole reading.
    package var rows = 2_000_000
    package var columns = 500
    /// Rows times columns of their headers, in a whole reading.
    package var cells = 50_000_000
    /// Of one cell.
    package var cellBytes = 1 << 20
    /// Of all cells of a whole reading together.
    package var textBytes = 1 << 30
    /// Of one header of a column.
    package var headerBytes = 500
    /// Findings after which no more is read.
    package var findings = 500
    /// Rows that are still read under a header of which a column is not known: what is wrong in a small table is found at once.
    package var rowsUnderWrongHeader = 100
    /// Files in one archive.
    package var entries = 1000
    /// Of a file's name in an archive.
    package var nameBytes = 500
    /// Of all files of one archive together, unpacked.
    package var archiveBytes = 512 << 20
    /// How many times larger than packed a file of an archive may be.
    package var ratio = 200
    /// Of the parts of workbooks together, unpacked: they are read as they come and never held.
    package var markupBytes = 1 << 30
    /// Tables of one workbook.
    package var sheets = 200
    /// Formats of cells, and formats of numbers, that a workbook may have: as many as a spreadsheet can write.
    package var styles = 65_536

    package init() {}
}

/// What is left of the limits of one reading.
final class ReadingBudget {
    let limits: ReadingLimits
    private(set) var rows = 0
    private(set) var cells = 0
    private(set) var textBytes = 0
    private(set) var markupBytes = 0

    init(_ limits: ReadingLimits) { self.limits = limits }

    /// Counts a row before it is kept; nil where there is room for it.
    func refusal(ofRow cells: [String], under columns: Int) -> Problem? {
        guard rows < limits.rows else { return .tooLarge(.rows, limit: limits.rows) }
        guard self.cells + columns <= limits.cells else { return .tooLarge(.cells, limit: limits.cells) }
        let bytes = cells.reduce(0) { $0 + $1.utf8.count }
        guard textBytes + bytes <= limits.textBytes else { return .tooLarge(.text, limit: limits.textBytes) }
        rows += 1
        self.cells += columns
        textBytes += bytes
        return nil
    }

    /// Counts markup that was unpacked.
    func take(markup bytes: Int) throws(Problem) {
        markupBytes += bytes
        guard markupBytes <= limits.markupBytes else { throw .tooLarge(.archive, limit: limits.markupBytes) }
    }
}

/// What is found wrong, up to a number: of a thousand mistakes of one sort nobody reads more than some hundred.
struct FoundWrong {
    private(set) var findings: [Finding] = []
    private let most: Int
    private(set) var isFull = false

    init(most: Int) { self.most = most }

    mutating func add(_ finding: Finding) {
        guard !isFull else { return }
        if finding.problem.isMore || findings.count >= most {
            isFull = true
            findings.append(Finding(.more(than: most), file: finding.file))
        } else {
            findings.append(finding)
        }
    }
}
