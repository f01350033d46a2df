extension Pack {
    /// What somebody brings as one file: an archive, or one list or workbook under the name of a kind's file.
    package static func brought(_ bytes: [UInt8], as name: String, limits: ReadingLimits = ReadingLimits()) -> Result<Pack, Finding> {
        guard name.lowercased().hasSuffix(".zip") else { return .success(Pack(name: name, files: [name: bytes])) }
        return Archive.pack(bytes, name: name, limits: limits)
    }
}
