import Foundation
import Ledger

/// The reading of a list of packs, step by step.
struct PackWork {
    private struct Draft {
        let table: Int
        let row: Int
        let reference: Reference
        let code: String
        let happened: Instant
        let isRemoval: Bool
    }

    private struct Occurrence: Hashable {
        let pack: Int
        let reference: Reference
        let happened: Instant
    }

    private let picture: Picture
    private let happened: Instant
    private let zoneOfTimes: TimeZone?
    private let vocabulary: Vocabulary
    private var zone: TimeZone
    private var codes: PackCodes
    private var tables: [PackTable] = []
    private var drafts: [Draft] = []
    private var fileOrder: [String: Int] = [:]
    /// Records of which a row could not be understood: what follows about them is not judged twice.
    private var doubtful: Set<Reference> = []
    private var missing: Set<Finding> = []
    private(set) var manifest: PackManifest?
    private var wrong: FoundWrong
    private(set) var unchanged = 0
    /// Tables that the files held, whether any of them is known or not.
    private(set) var tablesRead = 0
    private let budget: ReadingBudget
    private let sees: (Reference) -> Bool

    init(
        picture: Picture, happened: Instant, zoneOfTimes: TimeZone?, vocabulary: Vocabulary, limits: ReadingLimits,
        sees: @escaping @Sendable (Reference) -> Bool
    ) {
        budget = ReadingBudget(limits)
        wrong = FoundWrong(most: limits.findings)
        self.picture = picture
        self.happened = happened
        self.zoneOfTimes = zoneOfTimes
        self.vocabulary = vocabulary
        zone = picture.zone
        codes = PackCodes(picture, sees: sees)
        self.sees = sees
    }

    var findings: [Finding] { wrong.findings }

    /// By file as they were read, then from top to bottom; that there are more comes last.
    var findingsInOrder: [Finding] {
        let placed = findings.enumerated().map { ($1.problem.isMore ? Int.max : fileOrder[$1.file] ?? -1, $1.row ?? 0, $0, $1) }
        return placed.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
    }

    mutating func takeManifest(of pack: Pack, _ prefix: String) {
        guard let bytes = pack.files[PackManifest.file] else { return }
        do {
            let manifest = try PackManifest(parsing: bytes)
            zone = manifest.zone
            self.manifest = manifest
        } catch {
            wrong.add(Finding(.notAPack(error), file: prefix + PackManifest.file))
        }
    }

    mutating func takeTables(of pack: Pack, at place: Int, _ prefix: String) {
        for (name, bytes) in pack.files.sorted(by: { $0.key < $1.key }) where isTable(name) && !wrong.isFull {
            for (kind, reading) in readings(name, bytes, prefix) {
                tablesRead += 1
                fileOrder[reading.sheet.file] = fileOrder[reading.sheet.file] ?? fileOrder.count
                for finding in reading.findings { wrong.add(finding) }
                guard let kind else {
                    guard reading.findings.isEmpty else { continue }
                    wrong.add(Finding(.unknownFile, file: reading.sheet.file))
                    continue
                }
                // What could not be read at all has been reported; a missing header would only be said on top of it.
                guard !reading.sheet.header.isEmpty || reading.findings.isEmpty else { continue }
                let table = PackTable(reading.sheet, of: kind, pack: place, zoneOfTimes: zoneOfTimes, vocabulary: vocabulary)
                for finding in table.findings { wrong.add(finding) }
                if table.code != nil { tables.append(table) }
            }
        }
    }

    /// Notes to readers, hidden files, a spreadsheet's locks and folders may lie beside the tables.
    private func isTable(_ name: String) -> Bool {
        let isAside = name.hasPrefix(".") || name.hasPrefix("~$") || name.contains("/") || name.hasSuffix(".md") || name.hasSuffix(".txt")
        return !isAside && name != PackManifest.file
    }

    /// The tables of one file. A workbook's sheet is known by its own name, or by the file's where the file has but one.
    private func readings(_ name: String, _ bytes: [UInt8], _ prefix: String) -> [(kind: Kind?, reading: SheetReading)] {
        let file = prefix + name
        let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let register = picture.register
        let kind = register.kind(file: parts[0])
        switch parts.count == 2 ? parts[1].lowercased() : "" {
        case "csv" where kind != nil, "tsv" where kind != nil:
            return [
                (
                    kind,
                    CSVText.read(bytes, file: file, budget) { [zoneOfTimes, vocabulary] in kind?.knows($0, zoneOfTimes, vocabulary) ?? false
                    }
                )
            ]
        case "xlsx":
            let readings = WorkbookReader.read(bytes, file: file, budget) { [zoneOfTimes, vocabulary] sheet, header in
                [kind, register.kind(file: sheet)].contains { $0?.knows(header, zoneOfTimes, vocabulary) ?? false }
            }
            return readings.map { sheet, reading in
                (readings.count == 1 ? kind ?? register.kind(file: sheet) : register.kind(file: sheet), reading)
            }
        default: return [(nil, SheetReading(sheet: Sheet(file: file), findings: []))]
        }
    }

    /// First all codes get their numbers, so that a cell can refer to a row that comes later.
    mutating func takeRows() {
        var seen: [Occurrence: Int] = [:]
        for (tablePlace, table) in tables.enumerated() {
            guard let position = table.code else { continue }
            for (rowPlace, row) in table.sheet.rows.enumerated() {
                guard !wrong.isFull else { return }
                guard let code = code(row, table, position) else { continue }
                let reference = Reference(slot: table.kind.slot, number: codes.number(slot: table.kind.slot, adding: code))
                let happened = instant(row, table)
                let occurrence = Occurrence(pack: table.pack, reference: reference, happened: happened)
                if let first = seen[occurrence] {
                    wrong.add(table.finding(.repeatedCode(code, firstRow: first), row, at: position))
                    continue
                }
                seen[occurrence] = row.number
                drafts.append(
                    Draft(
                        table: tablePlace, row: rowPlace, reference: reference, code: code, happened: happened,
                        isRemoval: isRemoval(row, table)))
            }
        }
    }

    /// The first file, header of a column, or code of a record that is there, which is not for who brings the pack.
    func notFor(seesKind: (Kind) -> Bool, seesColumn: (Kind.Column) -> Bool) -> String? {
        for table in tables {
            guard seesKind(table.kind) else { return table.sheet.file }
            if let column = table.columns.first(where: { !seesColumn(table.kind.columns[$0.place]) }) {
                return table.sheet.header[column.position]
            }
        }
        // A new record cannot have the code of one that is hidden, and that has to be said; what is to be removed is not there.
        return drafts.first { !$0.isRemoval && isHidden($0.reference) }?.code
    }

    private func isHidden(_ reference: Reference) -> Bool { picture[reference] != nil && !sees(reference) }

    private mutating func code(_ row: Sheet.Row, _ table: PackTable, _ position: Int) -> String? {
        let written = Shield.off(row.cells[position])
        guard !written.isEmpty else {
            wrong.add(table.finding(.requiredIsBlank, row, at: position))
            return nil
        }
        return codes.exact(table.kind.slot, written) == nil ? EnteredText.code(written) : written
    }

    private mutating func instant(_ row: Sheet.Row, _ table: PackTable) -> Instant {
        guard let position = table.happened, !row.cells[position].isEmpty else { return happened }
        if let instant = CellReader.instant(row.cells[position], in: zone) { return instant }
        wrong.add(table.finding(.notADay(row.cells[position]), row, at: position))
        return happened
    }

    private mutating func isRemoval(_ row: Sheet.Row, _ table: PackTable) -> Bool {
        guard let position = table.removed, !row.cells[position].isEmpty else { return false }
        do { return try CellReader.flag(row.cells[position]) } catch {
            wrong.add(table.finding(error, row, at: position))
            return false
        }
    }

    /// Of several packs a later one replaces every row of the same record.
    mutating func leaveOutReplaced() {
        var last: [Reference: Int] = [:]
        for draft in drafts { last[draft.reference] = max(last[draft.reference] ?? 0, tables[draft.table].pack) }
        drafts.removeAll { tables[$0.table].pack < last[$0.reference] ?? 0 }
    }

    /// The rows as versions. Each stands on the one before it for the columns that its table lacks.
    mutating func versions() -> [Version] {
        let order = drafts.indices.sorted { (drafts[$0].happened, $0) < (drafts[$1].happened, $1) }
        var latest: [Reference: (any AnyRow)?] = [:]
        var versions: [Version] = []
        versions.reserveCapacity(order.count)
        for place in order where !wrong.isFull {
            let draft = drafts[place]
            let before: (any AnyRow)? = if let known = latest[draft.reference] { known } else { picture[draft.reference] }
            if draft.isRemoval {
                checkExists(draft, isHidden(draft.reference) ? nil : before)
                latest[draft.reference] = .some(nil)
                versions.append(Version(draft.reference, code: draft.code, happened: draft.happened, row: nil))
            } else if let row = row(draft, before) {
                latest[draft.reference] = row
                versions.append(Version(row))
            } else {
                doubtful.insert(draft.reference)
            }
        }
        return findings.isEmpty ? withoutKnown(versions) : []
    }

    private mutating func checkExists(_ draft: Draft, _ before: (any AnyRow)?) {
        guard before == nil, !doubtful.contains(draft.reference) else { return }
        let table = tables[draft.table]
        let nearest = codes.nearest(draft.reference.slot, draft.code).filter { $0 != draft.code }
        let problem = Problem.unknownReference(draft.code, kind: table.kind.code, nearest: nearest)
        wrong.add(table.finding(problem, table.sheet.rows[draft.row], at: table.code))
    }

    /// The row's content; nil where something of it cannot be understood.
    private mutating func row(_ draft: Draft, _ before: (any AnyRow)?) -> (any AnyRow)? {
        let table = tables[draft.table]
        let row = table.sheet.rows[draft.row]
        let known = findings.count
        var values: [(place: Int, value: Value)] = []
        values.reserveCapacity(table.kind.columns.count)
        if let place = table.kind.place(of: .code) { values.append((place, .text(draft.code))) }
        for column in table.columns {
            guard let value = value(row, column, table) else { continue }
            values.append((column.place, value))
        }
        for place in table.missing {
            let kept = before?.value(place) ?? .absent
            if kept != .absent { values.append((place, kept)) }
            if before == nil, table.kind.columns[place].isRequired { reportMissing(table.kind.columns[place].name, table) }
        }
        do {
            let made = try table.kind.row(draft.reference.number, values, happened: draft.happened)
            return findings.count == known ? made : nil
        } catch {
            let column = table.columns.first { $0.place == error.column }
            wrong.add(table.finding(.notAccepted, row, at: column?.position))
            return nil
        }
    }

    private mutating func value(_ row: Sheet.Row, _ column: PackTable.Column, _ table: PackTable) -> Value? {
        let cell = row.cells[column.position]
        do throws(Problem) {
            let value = try column.reader.value(cell) { (kind, code) throws(Problem) in try codes.number(kind, code) }
            if value == .absent, table.kind.columns[column.place].isRequired { throw .requiredIsBlank }
            return value
        } catch {
            wrong.add(table.finding(error, row, at: column.position))
            return nil
        }
    }

    private mutating func reportMissing(_ field: String, _ table: PackTable) {
        let finding = Finding(.missingColumn(field), file: table.sheet.file, row: 1)
        if missing.insert(finding).inserted { wrong.add(finding) }
    }

    /// Leaves out what the house has: the version that stands in it with all before it, or a first one that says the same.
    private mutating func withoutKnown(_ versions: [Version]) -> [Version] {
        var places: [Reference: [Int]] = [:]
        for (place, version) in versions.enumerated() where picture[version.reference] != nil {
            places[version.reference, default: []].append(place)
        }
        var known: Set<Int> = []
        for (reference, places) in places {
            guard let now = picture[reference] else { continue }
            let same = places.indices.filter { versions[places[$0]].row?.isEqual(to: now) == true }
            if let last = same.last(where: { versions[places[$0]].happened == now.happened }) {
                known.formUnion(places[...last])
            } else if same.first == places.startIndex {
                known.insert(places[0])
            }
        }
        unchanged = known.count
        return known.isEmpty ? versions : versions.indices.filter { !known.contains($0) }.map { versions[$0] }
    }
}

extension Kind {
    /// Whether a header has the columns of such a table and no other.
    fileprivate func knows(_ header: [String], _ zone: TimeZone?, _ vocabulary: Vocabulary) -> Bool {
        PackTable(Sheet(file: "", header: header), of: self, pack: 0, zoneOfTimes: zone, vocabulary: vocabulary).findings.isEmpty
    }
}
