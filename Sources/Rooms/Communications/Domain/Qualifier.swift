import Ledger

/// How exactly a figure is meant: *more than* means greater, *about* within a tenth.
package enum Qualifier: String, Choice {
    case exactly, moreThan = "more_than", about

    /// The counts that a figure said so allows.
    package func counts(of value: Int) -> ClosedRange<Int> {
        switch self {
        case .exactly: value...value
        case .moreThan: value + 1...Int.max
        case .about: value - abs(value) / 10...value + abs(value) / 10
        }
    }
}
