package import Addresses
import Committee
package import Engine
package import Furniture
package import Ledger
package import Programme
package import Rulebook

/// The ceremony at a glance: how the three successes stand, what is wrong and for how long, what waits for whom, and what comes next.
package struct ReadinessModel: PageModel {
    /// What is wrong at a desk.
    package struct DeskLine: Sendable {
        package let desk: String
        package let counts: [Severity: Int]
        /// When the oldest began; nil where there is none.
        package let oldest: Instant?
    }

    /// An act that has become due, and what it is about.
    package struct DueAct: Sendable {
        package let act: ActName
        package let about: RecordAddress
    }

    package let successes: [SuccessReport]
    /// What nobody has waived.
    package let open: Int
    /// What stands in the way, the longest first.
    package let stops: [Slip]
    package let desks: [DeskLine]
    package let decisions: [AwaitedDecision]
    /// Proposals that wait for another officer.
    package let proposals: Int
    /// Whether nobody else could confirm what this reader, who looks after the house, proposes.
    package let isOnlyAdministrator: Bool
    /// The acts that chores find due and that the reader may do; the first of them by name.
    package let dueActs: [DueAct]
    package let dueActCount: Int
    /// What is in the programme within a day, or of all days where nothing is.
    package let next: [Session]
    package let isNextSoon: Bool

    package init(_ path: ReadinessPath, for reader: Reader) { self.init(reader) }

    init(_ reader: Reader) {
        let seen = reader.seen
        successes = SuccessReport.all(in: seen, at: reader.now)
        decisions = AwaitedDecision.today(in: seen, at: reader.now)
        let slips = reader.openSlips
        open = slips.count
        stops = slips.filter { $0.severity == .stop }.sorted { ($0.since, $0.identity) < ($1.since, $1.identity) }
        desks = houseDesks.map { desk in
            let theirs = slips.filter { $0.desk == desk }
            return DeskLine(
                desk: desk, counts: theirs.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 },
                oldest: theirs.filter { $0.since > .distantPast }.map(\.since).min())
        }
        proposals = reader.picture.all(PendingAct.self).count { proposal in
            proposal.state == .open && reader.now < proposal.expires.instant && reader.sees(Reference(proposal.id))
        }
        isOnlyAdministrator = Self.isOnlyAdministrator(reader)
        let due = Self.due(reader)
        dueActCount = due.count
        dueActs = due.prefix(Self.mostDue).compactMap { proposed in
            guard let kind = reader.picture.register.kind(slot: proposed.about.slot), let code = reader.picture.code(of: proposed.about)
            else { return nil }
            return DueAct(act: proposed.act, about: RecordAddress(kind.file, code))
        }
        let until = reader.now.adding(minutes: 1440)
        let coming = reader.picture.all(Session.self).filter { $0.ends.instant > reader.now && reader.sees($0.reference) }.sorted {
            ($0.starts, $0.id) < ($1.starts, $1.id)
        }
        let soon = coming.filter { $0.starts.instant < until }
        isNextSoon = !soon.isEmpty
        next = Array((soon.isEmpty ? coming : soon).prefix(Self.mostNext))
    }

    /// Acts due that are named one by one, and lines of the programme.
    private static let mostDue = 10
    private static let mostNext = 6

    private static func isOnlyAdministrator(_ reader: Reader) -> Bool {
        guard reader.asOf == nil, reader.sight.administers else { return false }
        let day = reader.picture.zone.day(at: reader.now)
        let administrators = reader.picture.all(Account.self).count {
            Rights.of($0.heading.code, in: reader.picture, on: day)?.administers ?? false
        }
        return administrators < 2
    }

    private static func due(_ reader: Reader) -> [Chore.Proposed] {
        guard reader.asOf == nil else { return [] }
        let setting = Chore.Setting(picture: reader.picture, slips: reader.slips, now: reader.now)
        return houseChores.flatMap { $0.proposed(setting) }.filter { proposed in
            let kind = houseConstitution.act(proposed.act).flatMap { reader.picture.register.kind(slot: $0.slot) }
            return kind.map(reader.sight.changes) ?? false && reader.sees(proposed.about)
        }
    }
}

/// The same for a screen that nobody touches.
package struct WallModel: PageModel {
    package let readiness: ReadinessModel

    package init(_ path: WallPath, for reader: Reader) { readiness = ReadinessModel(reader) }
}
