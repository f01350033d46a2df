import CLibZip

/// A ZIP archive in memory, read with suspicion: names, counts, sizes and ratios are judged before anything is unpacked.
package struct Archive {
    private let handle: Handle
    private let entries: [String: Entry]

    private struct Entry {
        let index: zip_uint64_t
        let size: Int
    }

    /// As what its bytes begin: the first of its files, or the end of one that has none.
    static let beginnings: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]

    /// The names of its files; folders are none.
    package var names: [String] { entries.keys.sorted() }

    package init(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(Problem) {
        guard bytes.count <= limits.bytes else { throw .tooLarge(.bytes, limit: limits.bytes) }
        try bytes.withUnsafeBufferPointer { (bytes) throws(Problem) in try ArchiveEnd.refuseMany(in: bytes, most: limits.entries) }
        self = try Archive(Handle(copying: bytes), limits)
    }

    /// Reads an archive where its bytes lie, for as long as somebody looks at it: they are not copied, and neither archive nor files
    /// outlive the call.
    static func reading<Result>(
        _ bytes: [UInt8], _ limits: ReadingLimits, _ read: (Archive) throws(Problem) -> Result
    ) throws(Problem) -> Result {
        try bytes.withUnsafeBufferPointer { (bytes) throws(Problem) in
            try ArchiveEnd.refuseMany(in: bytes, most: limits.entries)
            return try read(Archive(Handle(bytes), limits))
        }
    }

    private init(_ handle: Handle, _ limits: ReadingLimits) throws(Problem) {
        self.handle = handle
        let count = Int(zip_get_num_entries(handle.archive, 0))
        guard count <= limits.entries else { throw .tooLarge(.entries, limit: limits.entries) }
        var entries: [String: Entry] = [:]
        var total = 0
        for index in 0..<zip_uint64_t(max(count, 0)) {
            guard let (name, entry) = try Archive.entry(index, of: handle, limits) else { continue }
            guard entries.updateValue(entry, forKey: name) == nil else { throw .wrongFormat(.damagedArchive) }
            total += entry.size
            guard total <= limits.archiveBytes else { throw .tooLarge(.archive, limit: limits.archiveBytes) }
        }
        self.entries = entries
    }

    /// One file's description, nil for a folder.
    private static func entry(_ index: zip_uint64_t, of handle: Handle, _ limits: ReadingLimits) throws(Problem) -> (String, Entry)? {
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_stat_index(handle.archive, index, 0, &stat) == 0, let cName = stat.name, let name = String(validatingCString: cName),
            stat.valid & zip_uint64_t(ZIP_STAT_SIZE) != 0, stat.valid & zip_uint64_t(ZIP_STAT_COMP_SIZE) != 0
        else { throw .wrongFormat(.damagedArchive) }
        guard name.utf8.count <= limits.nameBytes else { throw .tooLarge(.name, limit: limits.nameBytes) }
        guard isSafe(name) else { throw .unsafeName(name) }
        guard !name.hasSuffix("/") else { return nil }
        guard stat.encryption_method == UInt16(ZIP_EM_NONE) else { throw .wrongFormat(.encryptedArchive) }
        guard let size = Int(exactly: stat.size), size <= limits.bytes else { throw .tooLarge(.bytes, limit: limits.bytes) }
        // Small files compress well without being a bomb.
        guard size <= 1 << 16 || stat.comp_size >= stat.size / zip_uint64_t(limits.ratio) else {
            throw .tooLarge(.ratio, limit: limits.ratio)
        }
        return (name, Entry(index: index, size: size))
    }

    /// No absolute paths, no way up, nothing that another system takes for either.
    private static func isSafe(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && !name.contains("\\") && !name.contains(":")
            && !name.split(separator: "/").contains { $0 == ".." || $0 == "." }
    }

    func has(_ name: String) -> Bool { entries[name] != nil }

    /// The content of a file; nil where there is none of that name.
    package func file(_ name: String) throws(Problem) -> [UInt8]? {
        guard let file = try opened(name) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.size)
        while let piece = try file.next() { bytes += piece }
        return bytes
    }

    /// A file that is unpacked piece by piece; nil where there is none of that name.
    func opened(_ name: String) throws(Problem) -> ArchivedFile? {
        guard let entry = entries[name] else { return nil }
        return try ArchivedFile(handle.archive, entry.index, size: entry.size)
    }

    /// The pack that was archived: its files as they lie, or in the one folder that holds them all.
    package static func pack(_ bytes: [UInt8], name: String, limits: ReadingLimits = ReadingLimits()) -> Result<Pack, Finding> {
        do throws(Problem) {
            guard bytes.count <= limits.bytes else { throw .tooLarge(.bytes, limit: limits.bytes) }
            let files = try reading(bytes, limits) { (archive) throws(Problem) in try archive.packFiles }
            return .success(Pack(name: name, files: files))
        } catch {
            return .failure(Finding(error, file: name))
        }
    }

    private var packFiles: [String: [UInt8]] {
        get throws(Problem) {
            let names = names.filter { !$0.hasPrefix("__MACOSX/") }
            let folders = Set(names.map { $0.split(separator: "/", maxSplits: 1).count == 2 ? String($0.prefix { $0 != "/" }) + "/" : "" })
            let folder = folders.count == 1 ? folders.first ?? "" : ""
            var files: [String: [UInt8]] = [:]
            for name in names where name.hasPrefix(folder) { files[String(name.dropFirst(folder.count))] = try file(name) }
            return files
        }
    }
}

/// One file of an archive, unpacked piece by piece: it is as large as it was announced to be, or damaged.
final class ArchivedFile {
    let size: Int
    private let file: OpaquePointer
    private var count = 0
    private static let pieceSize = 1 << 16

    fileprivate init(_ archive: OpaquePointer, _ index: zip_uint64_t, size: Int) throws(Problem) {
        guard let file = zip_fopen_index(archive, index, 0) else { throw .wrongFormat(.damagedArchive) }
        self.file = file
        self.size = size
    }

    deinit { zip_fclose(file) }

    /// The next bytes; nil behind the last.
    func next() throws(Problem) -> [UInt8]? {
        var read: zip_int64_t = 0
        let piece = [UInt8](unsafeUninitializedCapacity: ArchivedFile.pieceSize) { buffer, initialized in
            read = zip_fread(file, buffer.baseAddress, zip_uint64_t(ArchivedFile.pieceSize))
            initialized = max(Int(read), 0)
        }
        count += piece.count
        guard read >= 0, count <= size, read > 0 || count == size else { throw .wrongFormat(.damagedArchive) }
        return read > 0 ? piece : nil
    }
}

/// An open archive and the bytes it reads, closed and freed together.
private final class Handle {
    let archive: OpaquePointer
    /// Its own copy of the bytes; nil where somebody else keeps them.
    private let copy: UnsafeMutableBufferPointer<UInt8>?

    convenience init(copying content: [UInt8]) throws(Problem) {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(content.count, 1))
        _ = copy.initialize(from: content)
        do throws(Problem) { try self.init(UnsafeBufferPointer(rebasing: copy[..<content.count]), copy) } catch {
            copy.deallocate()
            throw error
        }
    }

    /// - Parameter bytes: they must lie still for as long as this lives. The library takes nothing at all for an archive of nothing.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ copy: UnsafeMutableBufferPointer<UInt8>? = nil) throws(Problem) {
        guard !bytes.isEmpty, let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, nil) else {
            throw .wrongFormat(.notAnArchive)
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nil) else {
            zip_source_free(source)
            throw .wrongFormat(.notAnArchive)
        }
        self.archive = archive
        self.copy = copy
    }

    deinit {
        zip_discard(archive)
        copy?.deallocate()
    }
}
