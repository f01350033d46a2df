package import Committee
package import Ledger
package import Mounting

/// The ceremony's own record: of which zone its days are, and when it opens and closes.
package struct HouseCeremony: CeremonyBook {
    package let slot = Ceremony.slot

    package init() {}

    package func row(_ told: CeremonyTold, in picture: Picture, first: Instant) -> any AnyRow {
        var ceremony = picture.ceremony ?? Ceremony(told.code, id: 1)
        ceremony.zone = told.zone.ianaName
        ceremony.clock = told.clock.map { Moment($0, in: told.zone) }
        ceremony.opens = told.opens
        ceremony.closes = told.closes
        return Row(ceremony, happened: picture.row(ceremony.id)?.happened ?? first, sequence: 0)
    }

    package func opening(in picture: Picture) -> (record: Reference, day: Day)? {
        picture.ceremony.flatMap { ceremony in ceremony.opens.map { (ceremony.reference, $0) } }
    }
}

extension Picture {
    /// The ceremony's own record.
    package var ceremony: Ceremony? { all(Ceremony.self).first }
}
