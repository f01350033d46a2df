import Engine
import House
import Ledger

/// What somebody may do in this house, as tests ask it.
extension Rights {
    func sees(_ kind: Kind) -> Bool { houseConstitution.shows(kind, to: self) }
    func changes(_ kind: Kind) -> Bool { houseConstitution.lets(self, change: kind) }
    func enters(_ kind: Kind) -> Bool { houseConstitution.lets(self, enter: kind) }
}
