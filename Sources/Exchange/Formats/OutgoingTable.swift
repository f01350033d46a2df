import Ledger

/// Records of one kind as they leave, whatever the format: a header and rows, which go cell by cell into what the format makes of them.
package struct OutgoingTable {
    /// The kind's file, which is what a sheet or a file of it is called.
    package let name: String
    package let rowCount: Int
    package let columnCount: Int
    /// Of which copy of an export it is; nil where it is of none.
    package let mark: CopyMark?
    private let writer: PackTableWriter
    private let records: Records

    enum Records {
        case rows([any AnyRow])
        case table(Table)
        case versions([(version: Version, latestCode: String)])
    }

    init(_ kind: Kind, _ records: Records, _ writer: PackTableWriter, mark: CopyMark? = nil) {
        name = kind.file
        columnCount = kind.columns.count + 2
        rowCount =
            switch records {
            case .rows(let rows): rows.count
            case .table(let table): table.count
            case .versions(let versions): versions.count
            }
        self.records = records
        self.writer = writer
        self.mark = mark
    }

    package func write(to sink: inout some CellSink) {
        writer.writeHeader(to: &sink)
        switch records {
        case .rows(let rows): for row in rows { writer.write(row, to: &sink) }
        case .table(let table): table.forEach { writer.write($0, to: &sink) }
        case .versions(let versions): for (version, latestCode) in versions { writer.write(version, latestCode, to: &sink) }
        }
    }
}

/// Records of several kinds as they leave together.
package struct OutgoingPack {
    package let tables: [OutgoingTable]
    package let manifest: PackManifest?

    package init(_ tables: [OutgoingTable], manifest: PackManifest? = nil) {
        self.tables = tables
        self.manifest = manifest
    }

    /// As they lie in a folder: a file for each table, and the manifest.
    package var files: [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for table in tables { files["\(table.name).\(FileFormat.csv.code)"] = CSVText.write(table) }
        if let manifest { files[PackManifest.file] = manifest.written }
        return files
    }
}

/// Why records are not written in a format.
package enum Unwritten: Error, Hashable {
    /// The format has no way to say it.
    case notSoMuch(format: String)
    case tooManyRows(table: String, most: Int)
    case textTooLong(table: String, row: Int)
    case failed(code: UInt32)
}

extension FileFormat {
    /// One table as a file of this format.
    package func write(_ table: OutgoingTable) throws(Unwritten) -> [UInt8] {
        try check(table)
        switch writing {
        case .table(let write): return try write(table)
        case .tables(let write): return try write([table])
        case .files, nil: throw .notSoMuch(format: code)
        }
    }

    /// Tables of several kinds as one file of this format, and how many files of a pack stand in it.
    package func write(_ pack: OutgoingPack) throws(Unwritten) -> (bytes: [UInt8], files: Int) {
        switch writing {
        case .tables(let write):
            for table in pack.tables { try check(table) }
            return (try write(pack.tables), 1)
        case .files(let write):
            let files = pack.files
            return (try write(files), files.count)
        case .table, nil: throw .notSoMuch(format: code)
        }
    }

    private func check(_ table: OutgoingTable) throws(Unwritten) {
        guard let mostRows, table.rowCount > mostRows else { return }
        throw .tooManyRows(table: table.name, most: mostRows)
    }
}
