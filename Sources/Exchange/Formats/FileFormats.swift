/// Every format that the house writes or reads: addresses, links, forms, the command line, media types and what is recognised in a file that
/// was sent are all made of this list. Where two begin alike, the one that looks further stands first.
package let fileFormats = FileFormats([.csv, .workbook, .archive, .calendar])

/// Some formats, in the order in which people are offered them.
package struct FileFormats: Sendable {
    package let all: [FileFormat]

    package init(_ all: [FileFormat]) { self.all = all }

    /// Those in which a list is written.
    package var writingTables: FileFormats { FileFormats(all.filter(\.writesTables)) }
    /// Those in which lists of several kinds are written as one file.
    package var writingPacks: FileFormats { FileFormats(all.filter(\.writesPacks)) }
    /// Those in which a list is read.
    package var readingTables: FileFormats { FileFormats(all.filter(\.readsTables)) }
    /// Those in which a pack comes.
    package var reading: FileFormats { FileFormats(all.filter { $0.reading != nil }) }
    /// Those in which a pack comes without a name.
    package var tellingThemselves: FileFormats { FileFormats(all.filter(\.tellsItself)) }

    package subscript(code: String) -> FileFormat? { all.first { $0.code == code } }

    /// The format that a file's name promises.
    package func named(_ file: String) -> FileFormat? {
        let ending = FileName(file).ending
        return all.first { $0.code == ending || $0.otherEndings.contains(ending) }
    }

    /// The format of a file: what its bytes tell goes before what its name promises. A name is believed where nothing in the bytes
    /// contradicts it.
    package func format(of bytes: [UInt8], named file: String) -> FileFormat? {
        let promised = named(file)
        if let promised, promised.begins(bytes) { return promised }
        return all.first { $0.isRecognised(in: bytes) } ?? promised
    }
}

/// A file's name taken apart: `people` and `csv`.
package struct FileName {
    package let stem: String
    /// In small letters; empty where there is none.
    package let ending: String

    package init(_ name: String) {
        guard let point = name.lastIndex(of: ".") else {
            (stem, ending) = (name, "")
            return
        }
        stem = String(name[..<point])
        ending = name[name.index(after: point)...].lowercased()
    }
}
