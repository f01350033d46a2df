import CLibZip
import Foundation

/// An archive of these files, packed where they are large and stored where they are small.
func zip(_ files: [String: [UInt8]]) throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).zip")
    defer { try? FileManager.default.removeItem(at: path) }
    let archive = zip_open(path.path, ZIP_CREATE, nil)!
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
        // The archive frees its copy.
        let copy = malloc(max(bytes.count, 1))!
        bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count) }
        let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1)!
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        _ = zip_set_file_compression(archive, zip_uint64_t(index), bytes.count > 1000 ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0)
    }
    guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
    return Array(try Data(contentsOf: path))
}
