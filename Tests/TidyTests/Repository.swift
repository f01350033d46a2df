import Foundation

/// The checkout that the tests were built from.
enum Repository {
    static let root: URL = {
        var url = URL(filePath: #filePath)
        while !FileManager.default.fileExists(atPath: url.appending(path: "Package.swift").path) { url.deleteLastPathComponent() }
        return url
    }()

    static func text(_ path: String) throws -> String { try String(contentsOf: root.appending(path: path), encoding: .utf8) }

    /// Paths below a folder, from the root, of files with an ending.
    static func files(under folder: String, ending: String) -> [String] {
        let base = root.appending(path: folder).path
        let found = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
        return found.filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }.sorted()
    }

    static func folders(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path).sorted()
    }
}

/// One line that breaks the house's style, with what to do instead.
struct Breach: CustomStringConvertible {
    let path: String
    let line: Int
    let advice: String
    var description: String { "\(path):\(line): \(advice)" }
}
