package import Exchange
import Ledger

/// A format that the house does not have: cells parted by bars, after a line that tells it. What adds a format does no more than this.
package let barFormat = FileFormat(
    "bars", otherEndings: ["psv"], mediaType: "text/x-bars", signature: FileFormat.Signature([beginning]), mostRows: 5,
    writing: .table { table in
        var sink = BarSink()
        table.write(to: &sink)
        return beginning + Array(sink.lines.map { $0 + "\n" }.joined().utf8)
    },
    reading: .table { file in
        let lines = String(decoding: file.bytes.dropFirst(beginning.count), as: UTF8.self).split(separator: "\n")
        let rows = lines.map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
        var reading = SheetReading(sheet: Sheet(file: file.name, header: rows.first ?? []))
        for (place, cells) in rows.enumerated().dropFirst() {
            if let problem = file.refusal(ofRow: cells, under: reading.sheet.header.count) {
                reading.findings.append(Finding(problem, file: file.name, row: place + 1))
                break
            }
            reading.sheet.rows.append(Sheet.Row(number: place + 1, cells: cells))
        }
        return reading
    })

private let beginning = Array("%BARS\n".utf8)

private struct BarSink: CellSink {
    var lines: [String] = []
    private var cells: [String] = []

    mutating func cell(_ text: String) { cells.append(text) }
    mutating func cell(_ number: Int64) { cells.append(String(number)) }
    mutating func cell(_ flag: Bool) { cells.append(flag ? "true" : "false") }
    mutating func cell(_ day: Day) { cells.append(day.description) }
    mutating func cell(_ moment: Moment) { cells.append(moment.description) }
    mutating func cell(_ instant: Instant) { cells.append(instant.description) }
    mutating func blank() { cells.append("") }

    mutating func endRow() {
        lines.append(cells.joined(separator: "|"))
        cells = []
    }
}
