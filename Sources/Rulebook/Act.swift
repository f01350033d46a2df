public import Ledger

/// Something that people do, with all that it means: what it is about, what it asks, what bars it, and which changes it makes.
///
/// Its user gives the few inputs that it asks for. State, time, officer, serial and sequence it fills in itself: nobody types what the
/// house can know. What would make its record meaningless it refuses; what depends on another record is a rule that stops it.
///
/// ```swift
/// let calling = Act(.call, changes: SigningSlot.self, fills: [.field(\\.called)]) { slot, _ throws(Refusal) in
///     if slot.called != nil { throw Refusal(SigningRefusal.alreadyCalled, [Fact("slot", slot.id)]) }
/// } decide: { slot, doing throws(Refusal) in
///     slot.called = slot.called ?? doing.moment
/// }
/// ```
public struct Act: Sendable {
    /// What an act stands for, and so how it is judged.
    public enum Standing: Sendable {
        /// It is done in the world and cannot be undone by a keystroke: stop rules apply.
        case world
        /// It tells what happened. It is kept always, whatever the rules say of it, and judged afterwards. No day or moment given to it lies in
        /// the future, asked or filled in.
        case fact
        /// It changes what is being prepared: no rule stops it.
        case preparation
    }

    /// How many officers it takes.
    public enum Officers: Sendable {
        case one
        /// One proposes; another, who sees exactly what was proposed, confirms or refuses.
        case two
    }

    public let name: ActName
    /// The kind of record that it writes.
    public let slot: Int
    /// Whether it may be done to a record that is there.
    public let changesRecords: Bool
    /// Whether it may make a new record.
    public let makesRecords: Bool
    /// The kinds of record from which a new one begins, apart from nothing.
    public let origins: [Int]
    /// The inputs, by the columns of the kind that it writes, in the order in which they are asked for.
    public let asks: [Input]
    /// What only acts write of the kind.
    public let fills: [Filled]
    /// Whether records of the kind come, change and go by acts alone.
    public let isOnlyWay: Bool
    /// Whether what was asked for is closed to preparation once the act is done: a badge is not made another's afterwards.
    public let sealsWhatItAsked: Bool
    public let standing: Standing
    public let officers: Officers
    /// How long after it was done its own officer may take it back, in minutes; nil where it is never taken back.
    public let takenBackWithin: Int?
    private let reach: @Sendable (any AnyRow) -> [Int]
    private let spare: @Sendable (any AnyRow) -> Bool
    private let takesTwo: @Sendable (any AnyRow) -> Bool
    /// Whether it takes two officers for some records and one for others.
    public let takesTwoForSome: Bool
    private let begin: @Sendable (Setting) -> any AnyRow
    private let bar: @Sendable (any AnyRow, Setting) throws(Refusal) -> Void
    private let perform: @Sendable (any AnyRow, Setting) throws(Refusal) -> [Change]
    private let turnAway: (@Sendable (any AnyRow, Setting) -> any AnyRow)?
    private let disclose: @Sendable (any AnyRow) -> Disclosure?
    private let forget: (@Sendable (any AnyRow, Picture) -> Due)?
    private let second: (@Sendable (any AnyRow, Setting) -> any AnyRow)?
    /// Whether whoever sees something of persons at their desk may do it too, wherever its record is kept.
    public let isForReaders: Bool
    /// The codes of desks at which it may be done too, wherever its record is kept.
    public let furtherDesks: Set<String>
    private let owner: @Sendable (any AnyRow) -> Reference?
    /// Whether it is done to a record by whom the record names alone, and by who audits.
    public let isOwners: Bool

    /// One input: a column of the kind, and whether the act means nothing without it.
    public struct Input: Hashable, Sendable {
        public let column: String
        public let isRequired: Bool
    }

    /// What only acts write: a whole column, or some words of one that preparation writes too.
    public struct Filled: Hashable, Sendable {
        public let column: String
        /// The words that preparation may neither set nor replace; empty for the whole column.
        public let words: Set<String>
    }

    /// Everything that an act is decided by.
    public struct Setting: Sendable {
        public let picture: Picture
        /// The record as it stands; nil where the act makes it.
        public let before: (any AnyRow)?
        /// What a new record begins from; nil where from nothing.
        public let origin: Reference?
        /// The number and code of the record that it writes.
        public let number: UInt32
        public let code: String
        /// The code of the officer who acts.
        public let officer: String
        public let happened: Instant

        public init(
            picture: Picture, before: (any AnyRow)?, origin: Reference? = nil, number: UInt32, code: String, officer: String,
            happened: Instant
        ) {
            self.picture = picture
            self.before = before
            self.origin = origin
            self.number = number
            self.code = code
            self.officer = officer
            self.happened = happened
        }
    }

    /// An act on a record that is there.
    ///
    /// - Parameters:
    ///   - isForReaders: whether whoever sees something of persons at their desk may do it too.
    ///   - desks: the codes of desks at which it may be done too.
    ///   - owner: the officer who alone may do it, beside those who audit; nil where whoever keeps the record may.
    ///   - bar: refuses what cannot be done to the record as it stands, before anything is asked.
    ///   - decide: completes the record, into which the inputs have been put, and refuses what would make it meaningless.
    public init<Record: Entity>(
        _ name: ActName, changes: Record.Type, asks: [Question<Record>] = [], fills: [Fill<Record>] = [], standing: Standing = .world,
        officers: Officers = .one, takenBackWithin: Int? = nil, isForReaders: Bool = false,
        alsoAt desks: Set<String> = [], isOf owner: Belonging<Record>? = nil,
        unless bar: @escaping @Sendable (Record, Doing<Record>) throws(Refusal) -> Void = { _, _ in },
        decide: @escaping @Sendable (inout Record, inout Doing<Record>) throws(Refusal) -> Void
    ) {
        self.init(
            name, Record.self, changes: true, makes: false, origins: [], asks, fills, isOnlyWay: false, seals: false, standing, officers,
            takenBackWithin,
            reaches: { _ in [] }, spares: { _ in false }, twoWhere: nil, isForReaders: isForReaders, alsoAt: desks,
            isOf: owner, discloses: { _ in nil }, forgets: nil,
            unless: bar, turnedAway: nil, seconded: nil, decide)
    }

    /// An act that makes a record, from nothing or from what it is about.
    ///
    /// - Parameters:
    ///   - orChanges: whether it may also be done to a record that was prepared for it.
    ///   - origins: what a record begins with that is made from another.
    ///   - isOnlyWay: whether records of the kind come about by acts alone.
    ///   - kinds: those of which it is about every record, although it names none.
    ///   - free: whether no stop holds it back, as it is given: nobody is kept inside who leaves.
    ///   - two: where it takes two officers, if not always.
    ///   - sealsWhatItAsked: whether preparation no longer writes what was asked for once the act is done.
    ///   - bar: refuses what cannot be begun as it stands, before anything is asked.
    ///   - isForReaders: whether whoever sees something of persons at their desk may do it too.
    ///   - disclosed: what it lets out, of records that no field of it names: whoever asks for it must see all of that.
    ///   - forgotten: what it erases because its date has come, where it writes this record into the ceremony as it stands.
    ///   - turnedAway: what is written instead where a stop forbids it: a gate that stops somebody has seen them all the same.
    ///   - seconded: what is written besides where another officer has confirmed it, who is the one that acts then.
    public init<Record: Entity>(
        _ name: ActName, makes: Record.Type, orChanges: Bool = false, from origins: [Origin<Record>] = [],
        reaches kinds: @escaping @Sendable (Record) -> [any Entity.Type] = { _ in [] },
        spares free: @escaping @Sendable (Record) -> Bool = { _ in false },
        twoOfficersWhere two: (@Sendable (Record) -> Bool)? = nil, isForReaders: Bool = false,
        discloses disclosed: @escaping @Sendable (Record) -> Disclosure? = { _ in nil },
        forgets forgotten: (@Sendable (Record, Picture) -> Due)? = nil, asks: [Question<Record>] = [],
        fills: [Fill<Record>] = [], isOnlyWay: Bool = false, sealsWhatItAsked: Bool = false, standing: Standing = .world,
        officers: Officers = .one,
        takenBackWithin: Int? = nil, unless bar: @escaping @Sendable (Record, Doing<Record>) throws(Refusal) -> Void = { _, _ in },
        turnedAway: (@Sendable (inout Record, Doing<Record>) -> Void)? = nil,
        seconded: (@Sendable (inout Record, Doing<Record>) -> Void)? = nil,
        decide: @escaping @Sendable (inout Record, inout Doing<Record>) throws(Refusal) -> Void
    ) {
        self.init(
            name, Record.self, changes: orChanges, makes: true, origins: origins, asks, fills, isOnlyWay: isOnlyWay,
            seals: sealsWhatItAsked, standing, officers,
            takenBackWithin, reaches: kinds, spares: free, twoWhere: two, isForReaders: isForReaders, alsoAt: [], isOf: nil,
            discloses: disclosed, forgets: forgotten, unless: bar, turnedAway: turnedAway, seconded: seconded, decide)
    }

    private init<Record: Entity>(
        _ name: ActName, _ kind: Record.Type, changes: Bool, makes: Bool, origins: [Origin<Record>], _ asks: [Question<Record>],
        _ fills: [Fill<Record>], isOnlyWay: Bool, seals: Bool, _ standing: Standing, _ officers: Officers, _ takenBackWithin: Int?,
        reaches kinds: @escaping @Sendable (Record) -> [any Entity.Type], spares free: @escaping @Sendable (Record) -> Bool,
        twoWhere two: (@Sendable (Record) -> Bool)?, isForReaders: Bool, alsoAt desks: Set<String>, isOf owner: Belonging<Record>?,
        discloses disclosed: @escaping @Sendable (Record) -> Disclosure?,
        forgets forgotten: (@Sendable (Record, Picture) -> Due)?,
        unless bar: @escaping @Sendable (Record, Doing<Record>) throws(Refusal) -> Void,
        turnedAway: (@Sendable (inout Record, Doing<Record>) -> Void)?,
        seconded: (@Sendable (inout Record, Doing<Record>) -> Void)?,
        _ decide: @escaping @Sendable (inout Record, inout Doing<Record>) throws(Refusal) -> Void
    ) {
        self.name = name
        slot = Record.slot
        changesRecords = changes
        makesRecords = makes
        self.origins = origins.map(\.slot)
        self.asks = asks.map { Input(column: Record.fields.name(of: $0.path), isRequired: $0.isRequired) }
        self.fills = fills.map { Filled(column: Record.fields.name(of: $0.path), words: $0.words) }
        self.isOnlyWay = isOnlyWay
        sealsWhatItAsked = seals
        self.standing = standing
        self.officers = officers
        self.takenBackWithin = takenBackWithin
        takesTwoForSome = two != nil
        takesTwo = { row in officers == .two || (row as? Row<Record>).flatMap { two?($0.record) } ?? false }
        spare = { row in (row as? Row<Record>).map { free($0.record) } ?? false }
        self.isForReaders = isForReaders
        furtherDesks = desks
        isOwners = owner != nil
        self.owner = { row in (row as? Row<Record>).flatMap { owner?.owner($0.record) } }
        disclose = { row in (row as? Row<Record>).flatMap { disclosed($0.record) } }
        forget = forgotten.map { Act.forgetting($0) }
        reach = { row in (row as? Row<Record>).map { kinds($0.record).map { $0.slot } } ?? [] }
        begin = { setting in
            if let before = setting.before { return before }
            var record = Record(setting.code, id: setting.number)
            if let from = setting.origin, let row = setting.picture[from] {
                for origin in origins where origin.slot == from.slot { origin.begin(&record, row, setting.picture) }
            }
            return Row(record, happened: setting.happened, sequence: 0)
        }
        self.bar = { row, setting throws(Refusal) in
            guard let record = (row as? Row<Record>)?.record else { return }
            try bar(record, Doing(setting))
        }
        perform = { row, setting throws(Refusal) in
            guard var record = (row as? Row<Record>)?.record else { return [] }
            var doing = Doing<Record>(setting)
            try decide(&record, &doing)
            return [Change(record, happened: setting.happened)] + doing.changes
        }
        turnAway = turnedAway.map { Act.completing($0) }
        second = seconded.map { Act.completing($0) }
    }

    private static func forgetting<Record: Entity>(
        _ forgotten: @escaping @Sendable (Record, Picture) -> Due
    ) -> @Sendable (any AnyRow, Picture) -> Due {
        { row, picture in
            guard let record = (row as? Row<Record>)?.record else { return .nothing }
            return forgotten(record, picture)
        }
    }

    private static func completing<Record: Entity>(
        _ complete: @escaping @Sendable (inout Record, Doing<Record>) -> Void
    ) -> @Sendable (any AnyRow, Setting) -> any AnyRow {
        { row, setting in
            guard var record = (row as? Row<Record>)?.record else { return row }
            complete(&record, Doing(setting))
            return Row(record, happened: setting.happened, sequence: 0)
        }
    }

    /// The record as the act begins with it, before anything is given: as it stands, or new with what its origin says.
    public func beginning(_ setting: Setting) -> any AnyRow { begin(setting) }

    /// Refuses what cannot be done as things stand, whatever is given.
    public func refuseBarred(_ setting: Setting) throws(Refusal) { try bar(begin(setting), setting) }

    /// The changes that it means, the record's own first, where the row holds what was given.
    public func decide(_ row: any AnyRow, _ setting: Setting) throws(Refusal) -> [Change] { try perform(row, setting) }

    /// The kinds of which it is about every record, where it writes this one: a list of people is about people, and names none.
    public func kindsReached(by row: any AnyRow) -> [Int] { reach(row) }

    /// Whether it takes two officers, where it writes this record.
    public func takesTwo(writing row: any AnyRow) -> Bool { takesTwo(row) }

    /// Whether no stop holds it back, where it writes this record.
    public func isFree(writing row: any AnyRow) -> Bool { spare(row) }

    /// What it lets out, where it writes this record; nil where nothing.
    public func discloses(writing row: any AnyRow) -> Disclosure? { row.slot == slot ? disclose(row) : nil }

    /// Whose it is to do to a record, beside who audits; nil where whoever keeps such records may.
    public func owner(of row: any AnyRow) -> Reference? { owner(row) }

    /// Whether it erases what is due, of everybody at once.
    public var forgetsByDate: Bool { forget != nil }

    /// What it erases because its date has come, where it writes this record; nothing where it erases nothing so.
    public func forgets(writing row: any AnyRow, in picture: Picture) -> Due {
        row.slot == slot ? forget?(row, picture) ?? .nothing : .nothing
    }

    /// What is written where another officer has confirmed it: what was proposed, and what confirming adds.
    public func seconded(_ row: any AnyRow, _ setting: Setting) -> any AnyRow { second?(row, setting) ?? row }

    /// Whether anything of it says who confirmed it.
    public var tellsOfSecond: Bool { second != nil }

    /// Whether something is written where stops forbid the act.
    public var tellsOfTurningAway: Bool { turnAway != nil }

    /// What is written where stops forbid the act; nil where nothing is.
    public func turnedAway(_ row: any AnyRow, _ setting: Setting) -> (any AnyRow)? { turnAway.map { $0(row, setting) } }
}

/// Whose an act is to do to a record.
public struct Belonging<Record: Entity>: Sendable {
    let owner: @Sendable (Record) -> Reference?

    /// - Parameter owner: the officer whom the record names for it; nil where it names nobody.
    public init(_ owner: @escaping @Sendable (Record) -> Reference?) { self.owner = owner }
}

/// What an act lets out: these columns of these records of a kind.
public struct Disclosure: Hashable, Sendable {
    public let kind: String
    public let columns: [String]
    public let numbers: [UInt32]

    public init(kind: String, columns: [String], numbers: [UInt32]) {
        self.kind = kind
        self.columns = columns
        self.numbers = numbers
    }
}

/// What an act asks for: one column of the record that it writes.
public struct Question<Record: Entity>: Sendable {
    let path: any AnyKeyPath & Sendable
    let isRequired: Bool

    /// Without it the act means nothing.
    public static func must<Content>(_ path: any (WritableKeyPath<Record, Content> & Sendable)) -> Question {
        Question(path: path, isRequired: true)
    }

    /// It may be left blank.
    public static func may<Content>(_ path: any (WritableKeyPath<Record, Content> & Sendable)) -> Question {
        Question(path: path, isRequired: false)
    }
}

/// What an act fills in by itself and nothing but acts may write.
public struct Fill<Record: Entity>: Sendable {
    let path: any AnyKeyPath & Sendable
    let words: Set<String>

    public static func field<Content>(_ path: any (WritableKeyPath<Record, Content> & Sendable)) -> Fill {
        Fill(path: path, words: [])
    }

    /// These words of a column, of which preparation may write the others.
    public static func words<Word: Choice>(_ path: any (WritableKeyPath<Record, Word> & Sendable), _ words: Word...) -> Fill {
        Fill(path: path, words: Set(words.map(\.rawValue)))
    }
}

/// A kind of record from which an act begins: being done at it, the new record takes over what is known there.
public struct Origin<Record: Entity>: Sendable {
    let slot: Int
    let begin: @Sendable (inout Record, any AnyRow, Picture) -> Void

    public static func record<From: Entity>(
        _ kind: From.Type, _ begin: @escaping @Sendable (inout Record, From, Picture) -> Void
    ) -> Origin {
        Origin(slot: From.slot) { record, row, picture in
            if let from = (row as? Row<From>)?.record { begin(&record, from, picture) }
        }
    }
}

/// What an act knows while it is decided: the ceremony, who acts and when. What else it means than its own record it adds here.
public struct Doing<Record: Entity> {
    private let setting: Act.Setting
    fileprivate(set) var changes: [Change] = []

    init(_ setting: Act.Setting) { self.setting = setting }

    public var picture: Picture { setting.picture }
    /// The record as it stands; nil where the act makes it.
    public var before: Record? { (setting.before as? Row<Record>)?.record }
    /// What the new record begins from; nil where from nothing, or where the act is on a record that is there.
    public var origin: Reference? { setting.origin }
    public var happened: Instant { setting.happened }
    /// When it is done, on the ceremony's clocks.
    public var moment: Moment { Moment(setting.happened, in: setting.picture.zone) }
    /// The ceremony's day on which it is done.
    public var day: Day { setting.picture.zone.day(at: setting.happened) }
    /// The code of the officer who acts.
    public var officerCode: String { setting.officer }

    /// The officer who acts, where they are on record.
    public func officer<Office: Entity>(_ kind: Office.Type) -> ID<Office>? { setting.picture.find(kind, setting.officer)?.id }

    /// What tells of the record: by what it is called where it is there, by its code where the act only makes it and nobody could look it up.
    public func named(_ name: String, _ record: Record) -> Fact {
        setting.before == nil ? Fact(name, record.code) : Fact(name, record.id)
    }

    /// Another record that the act writes too.
    public mutating func writes<Other: Entity>(_ record: Other) { changes.append(Change(record, happened: setting.happened)) }

    /// The same, of whatever kind.
    public mutating func writes(_ row: any AnyRow) { changes.append(Change(row)) }
}
