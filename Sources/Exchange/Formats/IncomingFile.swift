/// A file that came, as a format reads tables out of it.
package struct IncomingFile {
    package let bytes: [UInt8]
    /// As people know it: `people.csv`, with its pack's name before it where there are several.
    package let name: String
    let budget: ReadingBudget
    /// Whether all columns of the header of a table are known; under one that is not hardly a row is read. A table without a name is the
    /// file's own.
    package let knows: (_ table: String, _ header: [String]) -> Bool

    package var limits: ReadingLimits { budget.limits }

    /// Counts a row before it is kept; nil where there is room for it.
    package func refusal(ofRow cells: [String], under columns: Int) -> Problem? { budget.refusal(ofRow: cells, under: columns) }
}
