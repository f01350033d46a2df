import Foundation

/// Runs the command line as a user would, with a time limit.
struct Command {
    let status: Int32
    let output: String
    let errors: String

    /// The program that was built beside these tests.
    static let program: URL = {
        if let path = ProcessInfo.processInfo.environment["CHANCERY_BINARY"] { return URL(filePath: path) }
        return Bundle.main.bundleURL.appending(path: "chancery")
    }()

    static let root: URL = {
        var url = URL(filePath: #filePath)
        while !FileManager.default.fileExists(atPath: url.appending(path: "Package.swift").path) { url.deleteLastPathComponent() }
        return url
    }()

    init(_ arguments: String..., environment: [String: String] = [:], input: String = "") throws {
        try self.init(arguments, environment: environment, input: input)
    }

    init(_ arguments: [String], environment: [String: String] = [:], input: String = "") throws {
        let process = Process()
        process.executableURL = Command.program
        process.arguments = arguments
        process.currentDirectoryURL = Command.root
        process.environment = ProcessInfo.processInfo.environment.merging(["LANG": "C.UTF-8", "LC_ALL": ""]) { $1 }.merging(environment) {
            $1
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(input.utf8).write(to: folder.appending(path: "in"))
        for name in ["out", "err"] { _ = FileManager.default.createFile(atPath: folder.appending(path: name).path, contents: nil) }
        process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "in"))
        process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
        try process.run()
        let limit = Date().addingTimeInterval(240)
        while process.isRunning, Date() < limit { usleep(20_000) }
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        status = process.terminationStatus
        output = try String(contentsOf: folder.appending(path: "out"), encoding: .utf8)
        errors = try String(contentsOf: folder.appending(path: "err"), encoding: .utf8)
    }
}
