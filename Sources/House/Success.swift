import Committee
package import Ledger
package import Rulebook

/// One of the three successes that the host asks, as its criteria stand.
package struct SuccessReport: Sendable {
    package struct Line: Sendable {
        package let criterion: Reference
        /// How much is done of how much, where it is measured.
        package let measured: Share?
        /// Percent as its judge says, where nothing measures it.
        package let judged: Int?
        /// Percent on average as those report who carry out its tasks; nil where it has none.
        package let reported: Int?
        let weight: Int

        /// Percent; nil where nothing is known or there is nothing to count.
        package var percent: Int? {
            guard let measured else { return judged }
            return measured.percent
        }
    }

    /// The word of the success: `content`.
    package let success: String
    package let lines: [Line]

    /// Percent over its criteria by their weights, of those that are known.
    package var percent: Int? {
        let known = lines.compactMap { line in line.percent.map { (percent: $0, weight: line.weight) } }
        let weight = known.reduce(0) { $0 + $1.weight }
        return weight > 0 ? known.reduce(0) { $0 + $1.percent * $1.weight } / weight : nil
    }

    package static func all(in picture: Picture, at now: Instant) -> [SuccessReport] {
        let see = See(picture, at: now)
        let tasks = Dictionary(grouping: picture.all(PlanTask.self).filter { $0.state != .cancelled && $0.criterion != nil }) {
            $0.criterion
        }
        return Criterion.Success.allCases.map { success in
            let lines = picture.each(Criterion.bySuccess, success).filter { $0.success == success }.map { criterion in
                let measure = criterion.measure.flatMap { picture[$0] }
                return Line(
                    criterion: criterion.reference, measured: measure.map { measured($0.quantity, see) }, judged: criterion.judgement,
                    reported: reported(by: tasks[criterion.id] ?? []), weight: criterion.weight)
            }
            return SuccessReport(success: success.rawValue, lines: lines)
        }
    }

    /// What is done counts as a hundred, whatever was last reported. Where nobody has reported anything there is nothing to show.
    private static func reported(by tasks: [PlanTask]) -> Int? {
        guard tasks.contains(where: { $0.state == .done || $0.percent > 0 }) else { return nil }
        return tasks.reduce(0) { $0 + ($1.state == .done ? 100 : $1.percent) } / tasks.count
    }
}
