package import Addresses
import Committee
package import Engine
package import Furniture
package import Ledger
package import Mounting
package import Rulebook

/// Where the work of a desk begins: what stops it, what is this reader's to do, what waits for a second officer, and what is done and kept there.
package struct DeskModel: PageModel {
    /// Something that the reader has taken on, or was given.
    package struct Duty: Sendable {
        package enum Work: Sendable {
            case slip(Slip)
            case task(Reference)
            case decision(AwaitedDecision)
        }

        package let work: Work
        /// The last day; nil where none was named.
        package let due: Day?
        package let isLate: Bool
    }

    /// Records of a kind, as many as the reader may know of.
    package struct Holding: Sendable {
        package let kind: Kind
        package let count: Int
    }

    package let path: DeskPath
    /// The desks of which it tells, in the order of the house.
    package let desks: [String]
    package let counts: [Severity: Int]
    /// What stands in the way, the longest first.
    package let stops: [Slip]
    package let duties: [Duty]
    /// Proposals that another officer confirms, and that this reader did not make.
    package let waiting: [Reference]
    /// What is done at the desk from nothing.
    package let acts: [ActName]
    package let pages: [MenuEntry]
    /// The kinds that are kept there and of which there is something, and those of which there is nothing yet.
    package let holdings: [Holding]
    package let empty: [Kind]

    /// Nil where there is no such desk.
    package init?(_ path: DeskPath, for reader: Reader) {
        guard path.desk.isEmpty || houseDesks.contains(path.desk) else { return nil }
        let desks = path.desk.isEmpty ? houseDesks.filter(reader.sight.desks.contains) : [path.desk]
        self.path = path
        self.desks = desks
        let slips = reader.openSlips
        let own = slips.filter { desks.contains($0.desk) }
        counts = own.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
        stops = own.filter { $0.severity == .stop }.sorted { ($0.since, $0.identity) < ($1.since, $1.identity) }
        duties = Self.duties(path, slips, reader)
        waiting = reader.asOf == nil ? Self.waiting(reader) : []
        let rooms = houseRooms.filter { room in room.desks.contains(where: desks.contains) }
        acts = reader.asOf == nil ? Self.acts(rooms, reader) : []
        pages = rooms.flatMap(\.pages).compactMap(\.menu).filter { $0.isShown(to: reader) }
        let seen = reader.seen
        let kept = rooms.flatMap(\.kinds).filter(reader.sight.sees).map { Holding(kind: $0, count: seen[slot: $0.slot].count) }
        holdings = kept.filter { $0.count > 0 }
        empty = kept.filter { $0.count == 0 && reader.sight.changes($0.kind) }.map(\.kind)
    }

    /// What is this reader's, the most pressing first: slips that they took on and that still stand, and their open tasks; at the desk that
    /// presides what somebody above must decide too.
    private static func duties(_ path: DeskPath, _ slips: [Slip], _ reader: Reader) -> [Duty] {
        guard !reader.officer.isEmpty else { return [] }
        let today = reader.picture.zone.day(at: reader.now)
        func duty(_ work: Duty.Work, _ due: Day?) -> Duty { Duty(work: work, due: due, isLate: due.map { $0 < today } ?? false) }
        let taken = TakenOn(reader)
        let own = slips.compactMap { slip in
            taken.assignment(of: slip).flatMap { $0.officer == reader.officer ? duty(.slip(slip), $0.due) : nil }
        }
        let officer = reader.picture.find(Officer.self, reader.officer)?.id
        let tasks = officer.map { reader.picture.each(PlanTask.byOfficer, $0) } ?? []
        let open = tasks.filter { $0.state == .open && reader.sees($0.reference) }.map { duty(.task($0.reference), $0.due) }
        let presides = path.desk == "CMD" || path.desk.isEmpty && reader.sight.desks.contains("CMD")
        let decisions = presides ? AwaitedDecision.today(in: reader.seen, at: reader.now) : []
        let asked = decisions.map { decision in
            Duty(
                work: .decision(decision), due: reader.picture.zone.day(at: decision.due.instant),
                isLate: decision.due.instant <= reader.now)
        }
        return (own + open + asked).enumerated().sorted { first, second in
            let (one, other) = (first.element.due, second.element.due)
            return (one == nil ? 1 : 0, one ?? today, first.offset) < (other == nil ? 1 : 0, other ?? today, second.offset)
        }.map(\.element)
    }

    private static func waiting(_ reader: Reader) -> [Reference] {
        reader.picture.all(PendingAct.self).filter { proposal in
            proposal.state == .open && reader.now < proposal.expires.instant && proposal.proposer != reader.officer
                && reader.sees(proposal.reference)
        }.map(\.reference)
    }

    private static func acts(_ rooms: [Room], _ reader: Reader) -> [ActName] {
        rooms.flatMap(\.acts).filter { act in
            guard act.makesRecords, !act.changesRecords, act.name != exportAsking else { return false }
            return reader.picture.register.kind(slot: act.slot).map(reader.sight.changes) ?? false
        }.map(\.name)
    }

    /// A list is asked for where it stands.
    private static var exportAsking: ActName { mountedHouse.exports.asking.name }
}

/// Who has last taken on which slip, of the assignments that a reader may know: found by what each is about.
private struct TakenOn {
    private struct Name: Hashable {
        let rule: String
        let variant: String
        let subjects: [String]
    }

    private var last: [Name: Assignment] = [:]
    private let picture: Picture

    init(_ reader: Reader) {
        picture = reader.picture
        for assignment in reader.picture.all(Assignment.self) where reader.sees(assignment.reference) {
            last[Name(rule: assignment.rule, variant: assignment.variant, subjects: assignment.subjects)] = assignment
        }
    }

    func assignment(of slip: Slip) -> Assignment? {
        last.isEmpty ? nil : last[Name(rule: slip.rule, variant: slip.variant, subjects: slip.subjectNames(in: picture))]
    }
}
