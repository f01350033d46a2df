extension FileFormat {
    /// A workbook (XLSX), with a sheet for each table.
    package static let workbook = FileFormat(
        "xlsx", mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        signature: Signature(Archive.beginnings) { WorkbookReader.isWorkbook($0) },
        // A sheet has 1,048,576 rows; the first are the headers.
        mostRows: 1_048_575,
        writing: .tables { tables throws(Unwritten) in try WorkbookWriter.write(tables) },
        reading: .tables { file in WorkbookReader.read(file.bytes, file: file.name, file.budget) { file.knows($0, $1) } })
}
