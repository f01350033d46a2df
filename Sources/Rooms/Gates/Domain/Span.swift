import Foundation
package import Ledger

/// A stretch of time, its end not included.
package struct Span: Hashable, Sendable {
    package let from: Moment
    package let to: Moment

    package init(_ from: Moment, _ to: Moment) {
        self.from = from
        self.to = to
    }

    package var minutes: Int { Instant.minutes(from: from.instant, to: to.instant) }

    package func overlaps(_ other: Span) -> Bool { from < other.to && other.from < to }

    package func contains(_ other: Span) -> Bool { from <= other.from && other.to <= to }

    /// What both have in common; nil where they do not overlap.
    package func common(with other: Span) -> Span? { overlaps(other) ? Span(max(from, other.from), min(to, other.to)) : nil }

    /// The same stretches in order, those that overlap or touch made one.
    package static func merged(_ spans: [Span]) -> [Span] {
        spans.sorted { $0.from < $1.from }.reduce(into: []) { merged, span in
            if let last = merged.last, span.from <= last.to {
                merged[merged.count - 1] = Span(last.from, max(last.to, span.to))
            } else {
                merged.append(span)
            }
        }
    }

    /// How much of what is weighed lasts, from each change of the sum to the next, throughout this stretch.
    package func levels(of weighed: [(span: Span, weight: Int)]) -> [(span: Span, sum: Int)] {
        guard from < to else { return [] }
        var steps: [(at: Moment, change: Int)] = []
        for (span, weight) in weighed {
            guard let inside = common(with: span) else { continue }
            steps.append((inside.from, weight))
            steps.append((inside.to, -weight))
        }
        steps.sort { $0.at < $1.at }
        var levels: [(span: Span, sum: Int)] = []
        var start = from
        var sum = 0
        for step in steps {
            if start < step.at {
                levels.append((Span(start, step.at), sum))
                start = step.at
            }
            sum += step.change
        }
        if start < to { levels.append((Span(start, to), sum)) }
        return levels
    }
}

extension Moment {
    /// The moment so many minutes later, as the clocks of the same zone show it.
    package func adding(minutes: Int) -> Moment { Moment(instant.adding(minutes: minutes), in: Zones.named(zone) ?? .gmt) }
}
