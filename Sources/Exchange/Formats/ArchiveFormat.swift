extension FileFormat {
    /// A ZIP archive of the files of a pack.
    package static let archive = FileFormat(
        "zip", mediaType: "application/zip", signature: Signature(Archive.beginnings),
        writing: .files { files throws(Unwritten) in
            do throws(Archive.NotWritten) { return try Archive.archive(files) } catch { throw .failed(code: 0) }
        },
        reading: .files { bytes, name, limits in Archive.pack(bytes, name: name, limits: limits) })
}
