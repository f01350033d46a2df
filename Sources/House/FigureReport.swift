import Committee
import Communications
package import Ledger
import Rulebook

/// An announced figure beside the one computed from the facts as of the day of the announcement.
package struct FigureComparison: Sendable {
    package enum Agreement: String, Sendable {
        case agrees, differs
        /// Nothing here computes the figure.
        case notComputed = "not_computed"
    }
    package let statement: Reference
    package let figure: Reference?
    package let asOf: Day
    package let qualifier: String
    package let announced: Int
    package let announcedBy: String
    package let computed: Int?
    package let agreement: Agreement
}

package enum FigureReport {
    /// Every statement up to a day with the figure computed as of its own day.
    ///
    /// - Parameter picture: gives the ceremony as of the end of a day.
    package static func comparisons(
        upTo day: Day, in latest: Picture, picture: (Day) async throws(JournalFailure) -> Picture
    ) async throws(JournalFailure) -> [FigureComparison] {
        var comparisons: [FigureComparison] = []
        var pictures: [Day: Picture] = [:]
        for statement in latest.all(Statement.self).sorted(by: { ($0.asOf ?? day, $0.id) < ($1.asOf ?? day, $1.id) }) {
            guard let asOf = statement.asOf, asOf <= day else { continue }
            if pictures[asOf] == nil { pictures[asOf] = try await picture(asOf) }
            let figure = statement.figure.flatMap { latest[$0] }
            let quantity = figure?.measure.flatMap { latest[$0] }?.quantity
            let computed = pictures[asOf].flatMap { picture in quantity.flatMap { Measurement.done($0, in: picture, on: asOf) } }
            comparisons.append(
                FigureComparison(
                    statement: statement.reference, figure: figure?.reference, asOf: asOf, qualifier: statement.qualifier.rawValue,
                    announced: statement.value, announcedBy: statement.announcedBy, computed: computed,
                    agreement: computed.map { statement.qualifier.holds($0, announced: statement.value) ? .agrees : .differs }
                        ?? .notComputed))
        }
        return comparisons
    }
}

extension Qualifier {
    /// Whether a computed figure is what was announced: *more than* means greater, *about* within a tenth.
    func holds(_ computed: Int, announced: Int) -> Bool {
        switch self {
        case .exactly: computed == announced
        case .moreThan: computed > announced
        case .about: abs(computed - announced) * 10 <= announced
        }
    }
}
