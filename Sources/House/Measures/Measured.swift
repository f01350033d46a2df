package import Committee
package import Rulebook

/// Everything that the house can measure.
package let houseMeasures: [Quantity] = houseRooms.flatMap(\.measures)

private let quantities = Dictionary(houseMeasures.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

/// How much of a quantity is done, of how much, as the records say now. Nothing of nothing where a measure states none.
package func measured(_ quantity: MeasuredQuantity, _ see: See) -> Share { quantities[quantity.code]?.share(see) ?? .nothing }
