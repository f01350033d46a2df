import Foundation

/// Prints the figures of docs/measures.md, each beside its aim and a baseline from the same run: `bench`, or `bench M3 M5`.
@main
struct Bench {
    private static let measures: [(name: String, run: @Sendable (Journals) async throws -> [Figure])] = [
        ("M2", { _ in try RecheckMeasure().figures() }),
        ("M3", { _ in try FullCheckMeasure().figures() }),
        ("M4", { _ in try SameAnswersMeasure().figures() }),
        ("M5", { try await StartMeasure(journals: $0).figures() }),
        ("M6", { _ in try await DurableMeasure().figures() }),
        ("M12", { try await MemoryMeasure(journals: $0).figures() }),
        ("M13", { _ in try await TablesMeasure().figures() }),
        ("M14", { _ in try RulesMeasure().figures() }),
    ]

    static func main() async {
        do { exit(try await answer() ? 0 : 1) } catch {
            print("bench: \(error)")
            exit(2)
        }
    }

    /// Whether every aim was reached.
    private static func answer() async throws -> Bool {
        let wanted = Array(CommandLine.arguments.dropFirst())
        if wanted.first == FreshOpening.argument, wanted.count == 2 {
            print(try await FreshOpening.measured(folder: wanted[1]).line)
            return true
        }
        if let stranger = wanted.first(where: { name in !measures.contains { $0.name == name } }) {
            throw NotMeasurable("no measure \(stranger); there are \(measures.map(\.name).joined(separator: ", "))")
        }
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let journals = Journals(in: scratch)
        var isReached = true
        for measure in measures where wanted.isEmpty || wanted.contains(measure.name) {
            for figure in try await measure.run(journals) {
                print(figure.line)
                isReached = isReached && figure.isReached
            }
        }
        return isReached
    }
}
