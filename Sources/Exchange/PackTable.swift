import Foundation
import Ledger

/// One table of a pack with its columns understood.
struct PackTable {
    struct Column {
        let position: Int
        /// The field's place in the kind.
        let place: Int
        let reader: CellReader
    }

    let kind: Kind
    let sheet: Sheet
    /// Which pack of the list it belongs to.
    let pack: Int
    private(set) var code: Int?
    private(set) var happened: Int?
    private(set) var removed: Int?
    private(set) var columns: [Column] = []
    /// The fields for which the table has no column.
    private(set) var missing: [Int] = []
    private(set) var findings: [Finding] = []

    init(_ sheet: Sheet, of kind: Kind, pack: Int, zoneOfTimes: TimeZone?, vocabulary: Vocabulary) {
        self.kind = kind
        self.sheet = sheet
        self.pack = pack
        var seen: Set<String> = []
        for (position, header) in sheet.header.enumerated() {
            guard let field = vocabulary.field(header, of: kind) else {
                reportUnknown(header, at: position)
                continue
            }
            guard seen.insert(field).inserted else {
                report(.repeatedColumn(field: field), at: position)
                continue
            }
            take(field, at: position, zoneOfTimes, vocabulary)
        }
        let present = Set(columns.map(\.place))
        missing = kind.columns.indices.filter { !present.contains($0) && !kind.columns[$0].isCode }
        if code == nil { findings.append(Finding(.missingColumn("code"), file: sheet.file, row: 1)) }
    }

    private mutating func take(_ field: String, at position: Int, _ zone: TimeZone?, _ vocabulary: Vocabulary) {
        switch field {
        case PackColumn.happened: happened = position
        case PackColumn.removed: removed = position
        case PackColumn.copy: break
        case "code": code = position
        default:
            guard let place = kind.place(of: field) else { return }
            let reader = CellReader(kind.columns[place].shape, zone: zone, names: vocabulary.names)
            columns.append(Column(position: position, place: place, reader: reader))
        }
    }

    /// A column without a header is no matter where it is also without content.
    private mutating func reportUnknown(_ header: String, at position: Int) {
        guard !header.isEmpty || sheet.rows.contains(where: { !$0.cells[position].isEmpty }) else { return }
        let names = kind.columns.map(\.name) + [PackColumn.happened, PackColumn.removed]
        report(.unknownColumn(nearest: Nearest.names(to: header, among: names)), at: position)
    }

    private mutating func report(_ problem: Problem, at position: Int) {
        findings.append(Finding(problem, file: sheet.file, row: 1, column: sheet.name(ofColumn: position)))
    }

    func finding(_ problem: Problem, _ row: Sheet.Row, at position: Int?) -> Finding {
        Finding(problem, file: sheet.file, row: row.number, column: position.map { sheet.name(ofColumn: $0) })
    }
}
