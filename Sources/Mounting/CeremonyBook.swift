package import Foundation
package import Ledger

/// How the house keeps the record of the ceremony itself: what a pack tells of it, and what every page says of it.
package protocol CeremonyBook: Sendable {
    /// The slot of its kind.
    var slot: Int { get }

    /// The record with what a pack says of the ceremony, on the ground of what stands.
    ///
    /// - Parameter first: when it begins to be so, where nothing stands yet.
    func row(_ told: CeremonyTold, in picture: Picture, first: Instant) -> any AnyRow

    /// The ceremony's own record and its first day; nil where either is not there.
    func opening(in picture: Picture) -> (record: Reference, day: Day)?
}

/// What is told of a ceremony from outside.
package struct CeremonyTold: Sendable {
    package let code: String
    package let zone: TimeZone
    /// The time at which its clock begins; nil for the present.
    package let clock: Instant?
    package let opens: Day?
    package let closes: Day?

    package init(code: String, zone: TimeZone, clock: Instant?, opens: Day?, closes: Day?) {
        self.code = code
        self.zone = zone
        self.clock = clock
        self.opens = opens
        self.closes = closes
    }
}
