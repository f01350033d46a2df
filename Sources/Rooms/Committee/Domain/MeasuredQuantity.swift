package import Ledger

/// What a measure counts, by the code of a quantity. Which there are is said by all rooms, and known to the house.
package struct MeasuredQuantity: FieldValue {
    package let code: String

    package init(_ code: String) { self.code = code }

    package static let unstated = MeasuredQuantity("unstated")
    /// The one word that is known here; the house adds the codes of its quantities.
    package static var shape: Shape { .choice([unstated.code]) }
    package static var blank: MeasuredQuantity { unstated }

    package init?(_ value: Value) {
        guard case .text(let code) = value else { return nil }
        self.code = code
    }

    package var value: Value { .text(code) }
}
