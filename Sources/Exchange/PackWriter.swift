package import Ledger

/// Writes records as a pack's tables, which ``PackReader`` reads back without a difference.
///
/// Records are known by their latest code throughout. What is sealed, for it may tell of people, is left out unless it is asked for by name;
/// its columns are then missing, so that reading the pack over the same house keeps what the house holds. A kind whose records mean nothing
/// without it is left out whole: no house could take them in.
package struct PackWriter: Sendable {
    private let register: Register
    private let includesPersonal: Bool
    /// The codes of the kinds that are left out.
    private let leftOut: Set<String>

    package init(_ register: Register, includingPersonal: Bool = false) {
        self.register = register
        includesPersonal = includingPersonal
        leftOut = includingPersonal ? [] : PackWriter.meaningless(of: register)
    }

    /// The kinds of which something that must be said is sealed, and those that must name one of them.
    private static func meaningless(of register: Register) -> Set<String> {
        var found: Set<String> = []
        var known = -1
        while known < found.count {
            known = found.count
            for kind in register.kinds {
                let misses = kind.columns.contains { column in
                    column.isRequired && (column.isSealed || column.shape.target.map(found.contains) ?? false)
                }
                if misses { found.insert(kind.code) }
            }
        }
        return found
    }

    /// How many records of which kinds are left out of a pack of these.
    package func leftOut(of picture: Picture) -> [(kind: Kind, count: Int)] {
        register.kinds.filter { leftOut.contains($0.code) }.map { ($0, picture[slot: $0.slot].count) }.filter { $0.1 > 0 }
    }

    private func writes(_ kind: Kind, of picture: Picture) -> Bool { picture[slot: kind.slot].count > 0 && !leftOut.contains(kind.code) }

    /// The records as they stand, a table for each kind that has any.
    package func tables(of picture: Picture) -> [OutgoingTable] {
        let code = { (slot: Int, number: UInt32) in picture[slot: slot][number]?.code }
        return register.kinds.filter { writes($0, of: picture) }.map { kind in
            let writer = PackTableWriter(kind, register, withRemovals: false, columns: isWritten, code: code)
            return OutgoingTable(kind, .table(picture[slot: kind.slot]), writer)
        }
    }

    /// Records with their histories: of each, its versions in the order in which they happened.
    ///
    /// Of several versions of a record at one instant the last is written; the others were never to be seen.
    ///
    /// - Parameter picture: where the codes of records are that have no version here.
    package func tables(of versions: [Version], in picture: Picture) -> [OutgoingTable] {
        var latest: [Reference: String] = [:]
        for version in versions { latest[version.reference] = version.code }
        let code = { [latest] (slot: Int, number: UInt32) in
            latest[Reference(slot: slot, number: number)] ?? picture[slot: slot][number]?.code
        }
        let ofKinds = Dictionary(grouping: versions, by: \.reference.slot)
        return register.kinds.compactMap { kind in
            guard let versions = ofKinds[kind.slot], !leftOut.contains(kind.code) else { return nil }
            let hasRemovals = versions.contains { $0.row == nil }
            let writer = PackTableWriter(kind, register, withRemovals: hasRemovals, columns: isWritten, code: code)
            let named = inOrder(versions).map { ($0, latest[$0.reference] ?? $0.code) }
            return OutgoingTable(kind, .versions(named), writer)
        }
    }

    /// The records as they stand, as files of a pack.
    package func files(of picture: Picture) -> [String: [UInt8]] { OutgoingPack(tables(of: picture)).files }

    /// Records with their histories, as files of a pack.
    package func files(of versions: [Version], in picture: Picture) -> [String: [UInt8]] {
        OutgoingPack(tables(of: versions, in: picture)).files
    }

    private func isWritten(_ column: Kind.Column) -> Bool {
        includesPersonal || !column.isSealed && !(column.shape.target.map(leftOut.contains) ?? false)
    }

    /// Some records of one kind as a file by itself, in the order in which they are given.
    ///
    /// - Parameters:
    ///   - columns: which of the kind's columns are written.
    ///   - heading: what stands above a column; its own name, or what reads back as it.
    ///   - mark: what every row says of the copy that it is of; nil for a file that is no copy of an export.
    ///   - code: the code of a record that these name; blank where it is not to be told.
    package static func table(
        of rows: [any AnyRow], _ kind: Kind, _ register: Register, as format: FileFormat, mark: CopyMark? = nil,
        heading: @escaping (_ column: String) -> String = { $0 }, columns: (Kind.Column) -> Bool, code: @escaping (Reference) -> String
    ) throws(Unwritten) -> [UInt8] {
        var writer = PackTableWriter(kind, register, withRemovals: false, columns: columns) { code(Reference(slot: $0, number: $1)) }
        writer.mark = mark?.line
        writer.heading = heading
        return try format.write(OutgoingTable(kind, .rows(rows), writer, mark: mark))
    }

    /// Record by record in the order of their numbers, then by time; one version an instant.
    private func inOrder(_ versions: [Version]) -> [Version] {
        let order = versions.indices.sorted {
            (versions[$0].reference, versions[$0].happened, $0) < (versions[$1].reference, versions[$1].happened, $1)
        }
        var result: [Version] = []
        for version in order.map({ versions[$0] }) {
            if let last = result.last, last.reference == version.reference, last.happened == version.happened { result.removeLast() }
            result.append(version)
        }
        return result
    }
}

/// Writes the rows of one kind.
struct PackTableWriter {
    /// Numbers alone: each is looked at once for every record.
    private struct Column {
        let place: Int
        /// Where the records are that the column refers to.
        let slot: Int
    }

    private let columns: [Column]
    private let described: [Kind.Column]
    private let codePlace: Int
    private let withRemovals: Bool
    private let code: (_ slot: Int, _ number: UInt32) -> String?
    private let slots: [String: Int]
    /// What every row says last of the copy that it is of.
    var mark: String?
    /// What stands above a column.
    var heading: (String) -> String = { $0 }

    init(
        _ kind: Kind, _ register: Register, withRemovals: Bool, columns isWritten: (Kind.Column) -> Bool,
        code: @escaping (_ slot: Int, _ number: UInt32) -> String?
    ) {
        let slots = Dictionary(uniqueKeysWithValues: register.kinds.map { ($0.code, $0.slot) })
        columns = kind.columns.enumerated().filter { isWritten($1) }.map { place, column in
            var target = -1
            if case .reference(let kind) = column.shape { target = slots[kind] ?? -1 }
            return Column(place: place, slot: target)
        }
        described = kind.columns
        codePlace = kind.place(of: .code) ?? -1
        self.withRemovals = withRemovals
        self.code = code
        self.slots = slots
    }

    func writeHeader(to sink: inout some CellSink) {
        // A copy gives what was asked for and nothing else: when a record last changed nobody asked.
        if mark == nil { sink.cell(heading(PackColumn.happened)) }
        if withRemovals { sink.cell(heading(PackColumn.removed)) }
        for column in columns { sink.cell(heading(described[column.place].name)) }
        if mark != nil { sink.cell(heading(PackColumn.copy)) }
        sink.endRow()
    }

    func write(_ row: any AnyRow, to sink: inout some CellSink) {
        if mark == nil { write(row.happened, to: &sink) }
        let values = row.values
        for column in columns { write(values[column.place], column, to: &sink) }
        if let mark { sink.cell(Shield.on(mark)) }
        sink.endRow()
    }

    func write(_ version: Version, _ latestCode: String, to sink: inout some CellSink) {
        write(version.happened, to: &sink)
        if withRemovals { if version.row == nil { sink.cell(true) } else { sink.blank() } }
        let values = version.row?.values
        for column in columns {
            if column.place == codePlace {
                sink.cell(Shield.on(latestCode))
            } else if let values {
                write(values[column.place], column, to: &sink)
            } else {
                sink.blank()
            }
        }
        sink.endRow()
    }

    /// Blank for what has been so since before anybody counted.
    private func write(_ happened: Instant, to sink: inout some CellSink) {
        if happened == .distantPast { sink.blank() } else { sink.cell(happened) }
    }

    private func write(_ value: Value, _ column: Column, to sink: inout some CellSink) {
        switch value {
        case .absent: sink.blank()
        case .flag(let flag): sink.cell(flag)
        case .integer(let number): sink.cell(number)
        case .text(let text): sink.cell(Shield.on(text))
        case .day(let day): sink.cell(day)
        case .moment(let moment): sink.cell(moment)
        case .reference(let number): sink.cell(Shield.on(code(column.slot, number) ?? "#\(number)"))
        case .list:
            sink.cell(CellText.text(value, as: described[column.place].shape) { kind, number in slots[kind].flatMap { code($0, number) } })
        }
    }
}
