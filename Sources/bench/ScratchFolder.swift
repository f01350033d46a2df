import Foundation

/// A folder of the benchmark's own, which is gone afterwards.
struct ScratchFolder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "chancery-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func remove() { try? FileManager.default.removeItem(at: url) }
}

/// Why the benchmark itself could not be made.
struct NotMeasurable: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
