import Committee
import Ledger
import Rulebook

/// A measure asked outside a rule: by a report, a figure, a person.
enum Measurement {
    /// How much is done; nil where the quantity is not stated.
    static func done(_ quantity: MeasuredQuantity, in picture: Picture, on day: Day) -> Int? {
        guard quantity != .unstated else { return nil }
        let end = Instant(milliseconds: picture.zone.start(of: day.adding(days: 1)).milliseconds - 1)
        return measured(quantity, See(picture, at: end)).done
    }
}
