import CLibZip

extension Archive {
    /// The library could not make the archive: there was no memory for it.
    package struct NotWritten: Error {}

    /// An archive of these files, in the order of their names and without times: the same files give the same bytes.
    package static func archive(_ files: [String: [UInt8]]) throws(NotWritten) -> [UInt8] {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw NotWritten() }
        guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
            zip_source_free(target)
            throw NotWritten()
        }
        // The library reads the files when it closes the archive; until then they must stay where they are.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        let lasting = files.sorted { $0.key < $1.key }.map { name, content in
            let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(content.count, 1))
            _ = bytes.initialize(from: content)
            return (name: name, bytes: bytes, count: content.count)
        }
        defer { for file in lasting { file.bytes.deallocate() } }
        for file in lasting {
            let source = zip_source_buffer(archive, file.bytes.baseAddress, zip_uint64_t(file.count), 0)
            let index = zip_file_add(archive, file.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else {
                zip_source_free(source)
                zip_discard(archive)
                throw NotWritten()
            }
            zip_file_set_dostime(archive, zip_uint64_t(index), 0, firstDay, 0)
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw NotWritten()
        }
        return try content(of: target)
    }

    /// 1 January 1980 as archives count: no earlier day can be told in them, and no zone changes it.
    private static let firstDay: zip_uint16_t = 0x21

    private static func content(of source: OpaquePointer) throws(NotWritten) -> [UInt8] {
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else { throw NotWritten() }
        defer { zip_source_close(source) }
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(stat.size)) { buffer, count in
            while count < buffer.count, let base = buffer.baseAddress {
                let read = zip_source_read(source, base + count, zip_uint64_t(buffer.count - count))
                guard read > 0 else { return }
                count += Int(read)
            }
            isWhole = count == Int(stat.size)
        }
        guard isWhole, !bytes.isEmpty else { throw NotWritten() }
        return bytes
    }
}
