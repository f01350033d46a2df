/// M12: the resident memory of a process that holds a ceremony with its findings.
struct MemoryMeasure {
    let journals: Journals

    func figures() async throws -> [Figure] {
        [
            try await figure(people: 10_000, changes: 0, limit: 150 << 20, aim: "≤ 150 MiB"),
            try await figure(people: 100_000, changes: 1_000_000, limit: 1 << 30, aim: "≤ 1 GiB"),
        ]
    }

    private func figure(people: Int, changes: Int, limit: Int, aim: String) async throws -> Figure {
        let folder = try await journals.folder(people: people, changes: changes)
        let openings = try (0..<3).map { _ in try FreshOpening.inFreshProcess(folder: folder) }
        let memory = Spread(openings.map(\.memory))
        let history = changes == 0 ? "" : ", \(changes) entries"
        return Figure(
            measure: "M12", name: "resident memory, \(people) people\(history)", figure: memory.text(.mebibytes), aim: aim,
            baseline: "\(openings.last?.records ?? 0) records of all kinds; pretix and Indico about 1 GB at 10,000",
            isReached: memory.median <= Double(limit))
    }
}
