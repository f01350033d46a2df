import Foundation
import Ledger
import Server
import Testing

/// Keeps whoever comes until it is opened.
private actor Barrier {
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var isOpen = false

    var count: Int { waiting.count }

    func pass() async {
        guard !isOpen else { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    func open() {
        isOpen = true
        for next in waiting { next.resume() }
        waiting = []
    }
}

@Suite struct `Proving passwords` {
    private let now = Instant("2025-10-14T01:00:00Z")!

    @Test func `of strangers who come in crowds keeps nobody waiting who is known, and leaves the crowd no queue`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stretching-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let barrier = Barrier()
        let credentials = try Credentials(folder: folder, mostStrangersWaiting: 8, known: { _, _ in [] }) { _, _ in
            await barrier.pass()
            return []
        }
        let now = now
        func prove(_ account: String, isKnown: Bool = false) async throws -> Credentials.Outcome {
            try await credentials.prove(account, password: "x", code: "", now: now, isKnown: isKnown)
        }
        let crowd = (0..<8).map { number in Task { try await prove("nobody-\(number)") } }
        while await barrier.count < 8 { try await Task.sleep(for: .milliseconds(2)) }
        let (ninth, known) = (try await prove("nobody-9"), try await prove("known", isKnown: true))
        #expect(ninth == .busy)
        #expect(known == .nobody, "proved, whoever else waits")
        await barrier.open()
        for one in crowd {
            let outcome = try await one.value
            #expect(outcome == .nobody)
        }
        let after = try await prove("again")
        #expect(after == .nobody, "there is room again")
    }
}
