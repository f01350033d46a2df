import Ledger

/// How many people a space holds safely, from its area and its exits.
package enum SafeCapacity {
    /// Persons a square metre; crowds become unstable above four.
    package static let personsPerSquareMetre = 2
    /// Persons a minute through a metre of exit on the level, and over steps.
    package static let levelFlow = 82
    package static let steppedFlow = 66
    /// Minutes in which everybody must be out, at medium risk.
    package static let minutesToLeave = 8

    package static func byArea(_ squareMetres: Int) -> Int { squareMetres.times(personsPerSquareMetre) }

    /// What the exits let out in time with the widest of them blocked; a space with one exit only is safe for nobody.
    package static func byExits(centimetres widths: [Int], stepped: Bool) -> Int {
        let usable = widths.reduce(0) { $0.plus($1) }.plus(-(widths.max() ?? 0))
        return usable.times(stepped ? steppedFlow : levelFlow).times(minutesToLeave) / 100
    }
}

extension Zone {
    /// The lowest of what was set, what the area holds and what the exits let out; nil while none of them is known.
    package var safeCapacity: Int? {
        let byArea = area.map(SafeCapacity.byArea)
        let byExits = exitWidths.isEmpty ? nil : SafeCapacity.byExits(centimetres: exitWidths, stepped: hasSteppedExits)
        return [capacity, byArea, byExits].compactMap { $0 }.min()
    }
}
