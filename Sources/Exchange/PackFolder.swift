package import Foundation

/// A pack as a folder: the only place of this room that touches the disk.
package enum PackFolder {
    /// Reads the files that lie in a folder itself. A file larger than the limit is read as far as the limit and one byte, so
    /// that whoever reads on reports it.
    package static func read(_ folder: URL, limits: ReadingLimits = ReadingLimits()) throws -> Pack {
        var files: [String: [UInt8]] = [:]
        let names = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        for file in names where try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
            files[file.lastPathComponent] = try bytes(of: file, atMost: limits.bytes + 1)
        }
        return Pack(name: folder.lastPathComponent, files: files)
    }

    /// Writes the files into a folder, which is made where it is missing.
    package static func write(_ files: [String: [UInt8]], to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, bytes) in files {
            try Data(bytes).write(to: folder.appending(path: name), options: .atomic)
        }
    }

    private static func bytes(of file: URL, atMost count: Int) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        return Array(try handle.read(upToCount: count) ?? Data())
    }
}
