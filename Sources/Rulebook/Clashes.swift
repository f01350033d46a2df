public import Ledger

/// What clashes among records that each last from one time to another.
public enum Clash<Record: Entity> {
    /// The one that begins first, and one that begins while it lasts.
    case pair(Record, Record)
    /// Many that run into one another: of n at one hour there are n times n pairs, and nobody reads them one by one.
    case crowd(Crowd<Record>)
}

/// Many records that are wrong together: of them a slip names the first few and says how many there are.
public struct Crowd<Record: Entity> {
    /// In the order of beginning.
    public let members: [Record]

    public init(_ members: [Record]) { self.members = members }

    /// Records that a slip names; of more it says how many.
    public static var mostNamed: Int { 10 }

    /// Those that it names: the first by code, so that they stay the same whoever else comes or goes behind them. One of the most secret
    /// is among them: whoever may not know of it does not learn that there are so many.
    public var named: [Reference] {
        let ordered = members.sorted { ($0.heading.code, $0.heading.id) < ($1.heading.code, $1.heading.id) }
        var named = Array(ordered.prefix(Self.mostNamed))
        let grade = named.map(\.heading.classification.grade).max()
        if let secret = ordered.max(by: { $0.heading.classification.grade < $1.heading.classification.grade }),
            let grade, secret.heading.classification.grade > grade
        {
            named[named.count - 1] = secret
        }
        return named.map { Reference($0.heading.id) }
    }

    /// How many there are, and who is named: the placeholders of its sentence.
    public var facts: [Fact] { [Fact("count", members.count), Fact("named", .some(named, of: members.count))] }

    /// The member that begins last: usually the one that came in between.
    public var last: Record? { members.last }
}

/// Finds what clashes in the order of time: n records in n log n steps, with at most a few slips a record, however many they are.
public struct Clashes<Record: Entity, Time: Comparable> {
    private let from: (Record) -> Time
    private let until: (Record) -> Time
    private let spares: (Record, Record) -> Bool
    private let group: (Record) -> AnyHashable

    /// How many may be in the way of one that begins before all that hang together are told as one.
    private static var mostInTheWay: Int { 3 }
    /// How many that are under way are looked at singly; of more, of each group only the one that lasts longest.
    private static var mostUnderWay: Int { 16 }

    /// - Parameters:
    ///   - until: the end, at which another may begin.
    ///   - group: what records share that never clash with one another, however they lie: the place of those that one person is at.
    ///   - spares: whether one that begins while an earlier one lasts does not clash with it all the same.
    public init(
        from: @escaping (Record) -> Time, until: @escaping (Record) -> Time, group: @escaping (Record) -> AnyHashable,
        sparing spares: @escaping (_ earlier: Record, _ later: Record) -> Bool = { _, _ in false }
    ) {
        self.from = from
        self.until = until
        self.spares = spares
        self.group = group
    }

    /// Records of which each may clash with each.
    public init(
        from: @escaping (Record) -> Time, until: @escaping (Record) -> Time,
        sparing spares: @escaping (_ earlier: Record, _ later: Record) -> Bool = { _, _ in false }
    ) {
        self.init(from: from, until: until, group: { AnyHashable($0.heading.id.number) }, sparing: spares)
    }

    /// What clashes among these.
    public func among(_ records: [Record]) -> [Clash<Record>] {
        guard records.count > 1 else { return [] }
        var found: [Clash<Record>] = []
        var run = Run()
        for record in records.sorted(by: { (from($0), $0.heading.id) < (from($1), $1.heading.id) }) {
            if let end = run.end, end <= from(record) {
                found += clashes(of: run)
                run = Run()
            }
            take(record, into: &run)
        }
        return found + clashes(of: run)
    }

    /// Of a crowd with secret members also what clashes among the others: whoever may not know of those is told of theirs.
    private func clashes(of run: Run) -> [Clash<Record>] {
        guard run.isCrowd else { return run.pairs.map { .pair($0, $1) } }
        return [.crowd(Crowd(run.members))] + among(run.members.lessSecret)
    }

    /// Records that hang together in time.
    private struct Run {
        var members: [Record] = []
        var end: Time?
        var underWay: [Record] = []
        var pairs: [(Record, Record)] = []
        var isCrowd = false
    }

    private func take(_ record: Record, into run: inout Run) {
        let start = from(record)
        run.members.append(record)
        run.end = max(run.end ?? until(record), until(record))
        guard !run.isCrowd else { return }
        run.underWay.removeAll { until($0) <= start }
        let mine = group(record)
        let inTheWay = run.underWay.filter { group($0) != mine && !spares($0, record) }
        run.pairs += inTheWay.map { ($0, record) }
        run.isCrowd = inTheWay.count > Self.mostInTheWay
        run.underWay.append(record)
        if run.underWay.count > Self.mostUnderWay { run.underWay = longest(run.underWay) }
    }

    private func longest(_ records: [Record]) -> [Record] {
        let groups = Dictionary(records.map { (group($0), $0) }) { until($0) < until($1) ? $1 : $0 }
        return groups.values.sorted { $0.heading.id < $1.heading.id }
    }
}

extension Array where Element: Entity {
    /// What clashes among records that are wrong by being more than one: pair by pair where they are few, together where they are many.
    public var doubles: [Clash<Element>] {
        guard count > 4 else {
            return indices.flatMap { place in self[(place + 1)...].map { .pair(self[place], $0) } }
        }
        return [.crowd(Crowd(self))] + lessSecret.doubles
    }

    /// Those that are not of the highest grade among these.
    fileprivate var lessSecret: [Element] {
        guard let highest = map(\.heading.classification.grade).max() else { return [] }
        return filter { $0.heading.classification.grade < highest }
    }
}
