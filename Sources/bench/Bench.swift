import Foundation

/// Prints the figures of docs/measures.md, each beside its aim and a baseline from the same run: `bench`, or `bench M3 M5`.
@main
struct Bench {
    private static let measures: [(name: String, run: @Sendable (Journals) async throws -> [Figure])] = [
        ("M2", { _ in try RecheckMeasure().figures() }),
        ("M3", { _ in try FullCheckMeasure().figures() }),
        ("rules", { _ in try RulesMeasure().figures() }),
        ("M4", { _ in try SameAnswersMeasure().figures() }),
        ("M5", { try await StartMeasure(journals: $0).figures() }),
        ("M6", { _ in try await DurableMeasure().figures() }),
        ("M12", { try await MemoryMeasure(journals: $0).figures() }),
        ("M13", { _ in try await TablesMeasure().figures() }),
    ]

    static func main() async {
        do { exit(try await answer()) } catch {
            print("bench: \(error)")
            exit(2)
        }
    }

    /// Measures to the end, whatever is missed or cannot be measured on the way: 0 where every aim was reached, 1 where one was missed,
    /// 2 where a measurement broke down.
    private static func answer() async throws -> Int32 {
        let wanted = Array(CommandLine.arguments.dropFirst())
        if wanted.first == FreshOpening.argument, wanted.count == 2 {
            print(try await FreshOpening.measured(folder: wanted[1]).line)
            return 0
        }
        if wanted.first == JournalMaker.argument, wanted.count == 4, let people = Int(wanted[2]), let changes = Int(wanted[3]) {
            var maker = try JournalMaker(folder: wanted[1])
            try await maker.make(people: people, changes: changes)
            return 0
        }
        if let stranger = wanted.first(where: { name in !measures.contains { $0.name == name } }) {
            throw NotMeasurable("no measure \(stranger); there are \(measures.map(\.name).joined(separator: ", "))")
        }
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let journals = Journals(in: scratch)
        var missed = false
        var isBroken = false
        for measure in measures where wanted.isEmpty || wanted.contains(measure.name) {
            do {
                for figure in try await measure.run(journals) {
                    print(figure.line)
                    missed = missed || !figure.isReached
                }
            } catch {
                print("FAIL  \(measure.name)  could not be measured: \(error)")
                isBroken = true
            }
        }
        return isBroken ? 2 : missed ? 1 : 0
    }
}
