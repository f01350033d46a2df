extension FileFormat {
    /// Comma-separated text: a list as people's spreadsheets read and write it. The tables of a pack lie in its folder so.
    package static let csv = FileFormat(
        "csv", otherEndings: ["tsv"], mediaType: "text/csv; charset=utf-8",
        // Without the mark spreadsheets take UTF-8 for another encoding, and Vietnamese for signs.
        writing: .table { table in CSVText.mark + CSVText.write(table) },
        reading: .table { file in CSVText.read(file.bytes, file: file.name, file.budget) { file.knows("", $0) } })
}
