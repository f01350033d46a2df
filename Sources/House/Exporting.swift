import Committee
package import Exchange
import Foundation
package import Ledger

extension Picture {
    /// What a pack of this ceremony says of itself.
    package var manifest: PackManifest? {
        ceremony.flatMap { ceremony in
            Zones.named(ceremony.zone).map {
                PackManifest(
                    ceremony: ceremony.code, zone: $0, clock: ceremony.clock?.instant, opens: ceremony.opens, closes: ceremony.closes)
            }
        }
    }
}
