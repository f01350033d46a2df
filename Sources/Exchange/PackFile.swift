extension Pack {
    /// What somebody brings as one file: an archive, or one list or workbook under the name of a kind's file.
    package static func brought(
        _ bytes: [UInt8], as name: String, limits: ReadingLimits = ReadingLimits(), formats: FileFormats = fileFormats
    ) -> Result<Pack, Finding> {
        guard case .files(let unpack)? = formats.reading.format(of: bytes, named: name)?.reading else {
            return .success(Pack(name: name, files: [name: bytes]))
        }
        return unpack(bytes, name, limits)
    }
}
