package import Parties

extension Treaty {
    /// Whether a party of that kind may sign it and deposit an instrument.
    package func isOpen(to party: Party) -> Bool {
        switch party.kind {
        case .memberState, .observerState, .otherState: true
        case .reio: openTo == .statesAndOrganisations
        case .intergovernmental, .nonGovernmental, .unitedNations, .company, .academia, .other: false
        }
    }
}
