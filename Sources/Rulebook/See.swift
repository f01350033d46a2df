public import Ledger

/// The eyes of a rule: hands out records, buckets and the time, and remembers what was looked at, so that exactly the
/// answers that a change can alter are found again.
///
/// What looks at records can be inlined into the rooms: there the compiler knows the record's type, and asks for it once.
public final class See {
    @usableFromInline let picture: Picture
    @usableFromInline var reads: [ReadKey] = []
    let now: Instant
    /// The rule that is looking; nil where somebody else asks a question through the same eyes.
    private var rule: Rule?
    private(set) var slips: [Slip] = []
    /// How often anything was looked at, in all that was asked through these eyes.
    private(set) var looks = 0
    /// The first instant at which the answer may be another although no record changed.
    private(set) var wakes: Instant = .distantFuture
    /// The first instants of days that were asked for: rules ask the same about every record, and calendars are slow.
    private var starts: [Day: Instant] = [:]
    private lazy var dayOfNow = picture.zone.day(at: now)

    public init(_ picture: Picture, at now: Instant) {
        self.picture = picture
        self.now = now
    }

    /// Slips of one answer: nobody reads more of one record, and whoever makes so many makes them by mistake or to do harm.
    static let mostSlips = 10_000

    /// The rule that looks from now on.
    func take(_ next: Rule) { rule = next }

    /// Forgets what the last look saw and said.
    func begin() {
        reads.removeAll(keepingCapacity: true)
        if !slips.isEmpty { slips.removeAll() }
        wakes = .distantFuture
    }

    /// Counts what the look has cost.
    func end() { looks += reads.count }

    /// The record of that identity.
    @inlinable
    public subscript<Record: Entity>(id: ID<Record>) -> Record? {
        guard id.number != 0 else { return nil }
        reads.append(.row(Record.slot, id.number))
        return picture[id]
    }

    /// The record of that identity, where a field may name none.
    @inlinable
    public subscript<Record: Entity>(id: ID<Record>?) -> Record? { id.flatMap { self[$0] } }

    /// Every record of a kind.
    @inlinable
    public func all<Record: Entity>(_ kind: Record.Type) -> [Record] {
        reads.append(.membership(Record.slot))
        let records = picture.all(kind)
        for record in records { reads.append(.row(Record.slot, record.heading.id.number)) }
        return records
    }

    /// How many records a kind has.
    @inlinable
    public func count<Record: Entity>(_ kind: Record.Type) -> Int {
        reads.append(.membership(Record.slot))
        return picture[slot: Record.slot].count
    }

    /// The records in an index's bucket, in the order in which they were first written.
    @inlinable
    public func each<Record: Entity>(_ index: Index<Record>, _ key: some IndexKey) -> [Record] {
        let numbers = bucket(index, key)
        var records: [Record] = []
        records.reserveCapacity(numbers.count)
        for number in numbers {
            if let record = self[ID<Record>(number)] { records.append(record) }
        }
        return records
    }

    /// The other records in an index's bucket: those that share something with one of their own kind. Most records are alone
    /// there, and are then not looked at once more.
    @inlinable
    public func others<Record: Entity>(_ index: Index<Record>, _ key: some IndexKey, than record: Record) -> [Record] {
        let numbers = bucket(index, key)
        guard numbers.count > 1 || numbers.first != record.heading.id.number else { return [] }
        return numbers.compactMap { $0 == record.heading.id.number ? nil : self[ID<Record>($0)] }
    }

    /// All records of an index's bucket, to the first of them alone: what is true of them together is found once, and not by each
    /// looking at each. The others see that there is a bucket and who is first.
    @inlinable
    public func together<Record: Entity>(_ index: Index<Record>, _ key: some IndexKey, ledBy record: Record) -> [Record] {
        let numbers = bucket(index, key)
        guard numbers.count > 1, numbers.first == record.heading.id.number else { return [] }
        return numbers.compactMap { self[ID<Record>($0)] }
    }

    /// The identity of the first record in an index's bucket, without looking at it.
    @inlinable
    public func first<Record: Entity>(_ index: Index<Record>, _ key: some IndexKey) -> ID<Record>? {
        bucket(index, key).first.map { ID($0) }
    }

    /// How many records an index's bucket holds, without looking at them.
    @inlinable
    public func count<Record: Entity>(_ index: Index<Record>, _ key: some IndexKey) -> Int { bucket(index, key).count }

    @inlinable
    func bucket<Record: Entity>(_ index: Index<Record>, _ key: some IndexKey) -> [UInt32] {
        reads.append(.bucket(Record.slot, index.slot, key.indexBits))
        return picture[slot: Record.slot].bucket(index.slot, key.indexBits)
    }

    /// The record of that code.
    @inlinable
    public func find<Record: Entity>(_ kind: Record.Type, _ code: String) -> Record? {
        reads.append(.code(Record.slot, code.indexBits))
        guard let number = picture[slot: Record.slot].number(of: code) else { return nil }
        return self[ID<Record>(number)]
    }

    /// Whether that instant has come.
    public func hasCome(_ instant: Instant) -> Bool {
        if instant <= now { return true }
        wakes = min(wakes, instant)
        return false
    }

    /// Whether that day is over in the ceremony's zone.
    public func isOver(_ day: Day) -> Bool { hasCome(start(of: day.adding(days: 1))) }

    /// Whether that day has begun in the ceremony's zone.
    public func hasBegun(_ day: Day) -> Bool { hasCome(start(of: day)) }

    /// Today in the ceremony's zone; the answer is asked again at midnight.
    public var today: Day {
        wakes = min(wakes, start(of: dayOfNow.adding(days: 1)))
        return dayOfNow
    }

    /// The first instant of a day in the ceremony's zone.
    public func start(of day: Day) -> Instant {
        if let known = starts[day] { return known }
        let start = picture.zone.start(of: day)
        starts[day] = start
        return start
    }

    /// Reports a slip about these records.
    ///
    /// - Parameters:
    ///   - variant: which of the several things that the rule finds; left out where it finds one.
    ///   - since: since when; where left out, since the latest of the subjects became what they are.
    public func slip(
        on subjects: Reference..., variant: (any SlipVariant)? = nil, facts: [Fact] = [], since: Instant? = nil, mend: Mend
    ) {
        slip(on: subjects, variant: variant, facts: facts, since: since, mend: mend)
    }

    /// Reports a slip about records of which there may be any number.
    public func slip(
        on subjects: [Reference], variant: (any SlipVariant)? = nil, facts: [Fact] = [], since: Instant? = nil, mend: Mend
    ) {
        guard let rule, slips.count < See.mostSlips else { return }
        let latest = subjects.compactMap { picture[$0]?.happened }.max() ?? .distantPast
        slips.append(
            Slip(
                rule: rule.id, variant: variant?.rawValue ?? "", subjects: subjects, severity: rule.severity, desk: rule.desk,
                stops: rule.stops, facts: facts, since: since ?? latest, mend: mend))
    }
}

/// One thing a rule looked at, in 64 bits: of buckets and codes ten for the kind. Two may coincide: then an answer is asked again that
/// need not be.
@frozen
public struct ReadKey: Hashable, Comparable, Sendable, BitwiseCopyable {
    @usableFromInline let bits: UInt64
    @usableFromInline init(bits: UInt64) { self.bits = bits }

    @inlinable public static func < (left: ReadKey, right: ReadKey) -> Bool { left.bits < right.bits }

    @inlinable static func row(_ slot: Int, _ number: UInt32) -> ReadKey { ReadKey(bits: UInt64(slot) << 32 | UInt64(number)) }
    @inlinable static func membership(_ slot: Int) -> ReadKey { ReadKey(bits: 1 << 62 | UInt64(slot)) }
    @inlinable static func bucket(_ slot: Int, _ index: Int, _ key: UInt64) -> ReadKey {
        ReadKey(bits: 2 << 62 | kind(slot) | UInt64(index & 0xF) << 48 | (key ^ key >> 48) & 0xFFFF_FFFF_FFFF)
    }
    @inlinable static func code(_ slot: Int, _ key: UInt64) -> ReadKey {
        ReadKey(bits: 3 << 62 | kind(slot) | (key ^ key >> 52) & 0xF_FFFF_FFFF_FFFF)
    }
    @inlinable static func kind(_ slot: Int) -> UInt64 { UInt64(slot & 0x3FF) << 52 }
}
