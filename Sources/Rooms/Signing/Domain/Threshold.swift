package import Ledger
package import Parties

/// One condition of a treaty's entry into force, as the parties that have deposited an instrument fulfil it or not.
package enum Threshold: Hashable, Sendable {
    /// So many instruments.
    case instruments(Int)
    /// Parties that together weigh so much: a share of emissions or tonnage, or heads of a class when each weighs 1.
    case weight(atLeast: Int, of: [ID<Party>: Int])
    /// All of these are among them.
    case named(Set<ID<Party>>)

    func isMet(by parties: Set<ID<Party>>) -> Bool {
        switch self {
        case .instruments(let number): parties.count >= number
        case .weight(let least, let weights): parties.reduce(0) { $0 + (weights[$1] ?? 0) } >= least
        case .named(let states): states.isSubset(of: parties)
        }
    }
}
