/// A format of files: how its files are known, and how the house writes and reads them. Each stands in a file of its own and once in
/// ``fileFormats``.
package struct FileFormat: Sendable {
    /// How the names of its files end; also its word in addresses and forms, and in the list of the copies that left.
    package let code: String
    /// Further endings under which such files come.
    package let otherEndings: [String]
    /// As HTTP names it.
    package let mediaType: String
    package let writing: Writing?
    package let reading: Reading?
    /// Records that one of its tables holds; nil where there is no bound. What it reads is bounded by ``ReadingLimits``.
    package let mostRows: Int?
    private let signature: Signature?

    /// How records are written.
    package enum Writing: Sendable {
        /// One table is a file.
        case table(@Sendable (OutgoingTable) throws(Unwritten) -> [UInt8])
        /// One table or several are a file.
        case tables(@Sendable ([OutgoingTable]) throws(Unwritten) -> [UInt8])
        /// The files of a pack are one file.
        case files(@Sendable (_ files: [String: [UInt8]]) throws(Unwritten) -> [UInt8])
    }

    /// How records are read.
    package enum Reading: Sendable {
        /// A file is one table, which is known by the file's name.
        case table(@Sendable (IncomingFile) -> SheetReading)
        /// A file holds tables that have names.
        case tables(@Sendable (IncomingFile) -> [(name: String, reading: SheetReading)])
        /// A file holds the files of a pack.
        case files(@Sendable (_ bytes: [UInt8], _ name: String, _ limits: ReadingLimits) -> Result<Pack, Finding>)
    }

    /// What in the bytes of a file tells its format.
    package struct Signature: Sendable {
        /// As one of these such a file begins.
        let beginnings: [[UInt8]]
        /// Tells the format from others that begin alike.
        let holds: @Sendable ([UInt8]) -> Bool

        package init(_ beginnings: [[UInt8]], holds: @escaping @Sendable ([UInt8]) -> Bool = { _ in true }) {
            self.beginnings = beginnings
            self.holds = holds
        }
    }

    /// - Parameter signature: nil where nothing in its bytes tells a file of this format, as is so of plain text.
    package init(
        _ code: String, otherEndings: [String] = [], mediaType: String, signature: Signature? = nil, mostRows: Int? = nil,
        writing: Writing? = nil, reading: Reading? = nil
    ) {
        self.code = code
        self.otherEndings = otherEndings
        self.mediaType = mediaType
        self.signature = signature
        self.mostRows = mostRows
        self.writing = writing
        self.reading = reading
    }

    /// The phrase that names it.
    package var phrase: String { "format.\(code)" }
}

extension FileFormat {
    package var writesTables: Bool {
        switch writing {
        case .table, .tables: true
        case .files, nil: false
        }
    }

    /// Whether tables of several kinds can be written into one file.
    package var writesPacks: Bool {
        switch writing {
        case .tables, .files: true
        case .table, nil: false
        }
    }

    package var readsTables: Bool {
        switch reading {
        case .table, .tables: true
        case .files, nil: false
        }
    }

    /// Whether a file of it says by itself what it is and of which kinds its tables are: it needs no name to be read.
    package var tellsItself: Bool {
        guard signature != nil else { return false }
        switch reading {
        case .tables, .files: return true
        case .table, nil: return false
        }
    }

    func begins(_ bytes: [UInt8]) -> Bool { signature?.beginnings.contains { bytes.starts(with: $0) } ?? false }

    func isRecognised(in bytes: [UInt8]) -> Bool { begins(bytes) && signature?.holds(bytes) ?? false }
}
