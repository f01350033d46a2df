import CLibZip

/// A ZIP archive in memory, read with suspicion: names, counts, sizes and ratios are judged before anything is unpacked.
package struct Archive {
    private let handle: Handle
    private let entries: [String: Entry]

    private struct Entry {
        let index: zip_uint64_t
        let size: Int
    }

    /// The names of its files; folders are none.
    package var names: [String] { entries.keys.sorted() }

    package init(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(Problem) {
        guard bytes.count <= limits.bytes else { throw .tooLarge(.bytes, limit: limits.bytes) }
        handle = try Handle(bytes)
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

    /// The content of a file; nil where there is none of that name.
    package func file(_ name: String) throws(Problem) -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        guard let file = zip_fopen_index(handle.archive, entry.index, 0) else { throw .wrongFormat(.damagedArchive) }
        defer { zip_fclose(file) }
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: entry.size + 1) { buffer, initialized in
            // One byte more than announced is asked for: a file that has it lied.
            while count <= entry.size {
                let read = zip_fread(file, buffer.baseAddress.map { $0 + count }, zip_uint64_t(entry.size + 1 - count))
                guard read > 0 else {
                    if read < 0 { count = -1 }
                    break
                }
                count += Int(read)
            }
            initialized = max(count, 0)
        }
        guard count == entry.size else { throw .wrongFormat(.damagedArchive) }
        return bytes
    }

    /// The pack that was archived: its files as they lie, or in the one folder that holds them all.
    package static func pack(_ bytes: [UInt8], name: String, limits: ReadingLimits = ReadingLimits()) -> Result<Pack, Finding> {
        do throws(Problem) {
            let archive = try Archive(bytes, limits: limits)
            let names = archive.names.filter { !$0.hasPrefix("__MACOSX/") }
            let folders = Set(names.map { $0.split(separator: "/", maxSplits: 1).count == 2 ? String($0.prefix { $0 != "/" }) + "/" : "" })
            let folder = folders.count == 1 ? folders.first ?? "" : ""
            var files: [String: [UInt8]] = [:]
            for name in names where name.hasPrefix(folder) {
                files[String(name.dropFirst(folder.count))] = try archive.file(name)
            }
            return .success(Pack(name: name, files: files))
        } catch {
            return .failure(Finding(error, file: name))
        }
    }
}

/// An open archive and the bytes it reads, closed and freed together.
private final class Handle {
    let archive: OpaquePointer
    private let bytes: UnsafeMutableBufferPointer<UInt8>

    /// The library takes nothing at all for an archive of nothing.
    init(_ content: [UInt8]) throws(Problem) {
        guard !content.isEmpty else { throw .wrongFormat(.notAnArchive) }
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: content.count)
        _ = bytes.initialize(from: content)
        guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(content.count), 0, nil) else {
            bytes.deallocate()
            throw .wrongFormat(.notAnArchive)
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nil) else {
            zip_source_free(source)
            bytes.deallocate()
            throw .wrongFormat(.notAnArchive)
        }
        self.archive = archive
        self.bytes = bytes
    }

    deinit {
        zip_discard(archive)
        bytes.deallocate()
    }
}
