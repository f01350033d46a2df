package import Addresses
import Committee
package import Engine
package import Furniture
package import Ledger
package import Programme
package import Rulebook

/// The ceremony at a glance: how the three successes stand, what waits for whom, and what comes next. What is wrong, and what has become due of
/// it, are parts of their own: any record may change them, and the rest is changed by few.
package struct ReadinessModel: PageModel {
    package let successes: [SuccessReport]
    package let decisions: [AwaitedDecision]
    /// Proposals that wait for another officer.
    package let proposals: Int
    /// Whether nobody else could confirm what this reader, who looks after the house, proposes.
    package let isOnlyAdministrator: Bool
    /// What is in the programme within a day, or of all days where nothing is.
    package let next: [Session]
    package let isNextSoon: Bool

    package init(_ path: ReadinessPath, for reader: Reader) { self.init(reader) }

    init(_ reader: Reader) {
        let seen = reader.seen
        successes = SuccessReport.all(in: seen, at: reader.now)
        decisions = AwaitedDecision.today(in: seen, at: reader.now)
        proposals = reader.picture.all(PendingAct.self).count { proposal in
            proposal.state == .open && reader.now < proposal.expires.instant && reader.sees(Reference(proposal.id))
        }
        isOnlyAdministrator = Self.isOnlyAdministrator(reader)
        let until = reader.now.adding(minutes: 1440)
        let coming = reader.picture.all(Session.self).filter { $0.ends.instant > reader.now && reader.sees($0.reference) }.sorted {
            ($0.starts, $0.id) < ($1.starts, $1.id)
        }
        let soon = coming.filter { $0.starts.instant < until }
        isNextSoon = !soon.isEmpty
        next = Array((soon.isEmpty ? coming : soon).prefix(Self.mostNext))
    }

    /// Lines of the programme.
    private static let mostNext = 6

    private static func isOnlyAdministrator(_ reader: Reader) -> Bool {
        guard reader.asOf == nil, reader.sight.administers else { return false }
        let day = reader.picture.zone.day(at: reader.now)
        let administrators = reader.picture.all(Account.self).count {
            Rights.of($0.heading.code, in: reader.picture, on: day)?.administers ?? false
        }
        return administrators < 2
    }
}

/// The same for a screen that nobody touches.
package struct WallModel: PageModel {
    package let readiness: ReadinessModel

    package init(_ path: WallPath, for reader: Reader) { readiness = ReadinessModel(reader) }
}
