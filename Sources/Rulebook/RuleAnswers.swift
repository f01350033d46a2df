import HashTreeCollections
public import Ledger

/// What the rules found in one picture, with what each answer rests on: kept current change by change.
public struct RuleAnswers: Sendable {
    /// One rule's answer about one subject.
    struct Cell: Hashable, Comparable, Sendable {
        let rule: Int32
        /// The subject's number; 0 for a rule about the ceremony.
        let subject: UInt32

        static func < (left: Cell, right: Cell) -> Bool { (left.rule, left.subject) < (right.rule, right.subject) }
    }

    struct Answer: Sendable {
        /// Ascending, each once.
        var reads: [ReadKey]
        var slips: [Slip]
        var wakes: Instant
        var isBare: Bool { reads.isEmpty && slips.isEmpty && wakes == .distantFuture }
    }

    /// What one recheck did: which answers were found again, and what came and went.
    public struct Recheck: Sendable {
        public let asked: [Asked]
        public let appeared: [Slip]
        public let gone: [Slip]

        /// A recheck of nothing.
        public static let none = Recheck(asked: [], appeared: [], gone: [])
    }

    /// A rule and the subject that it was asked about again.
    public struct Asked: Hashable, Sendable {
        public let rule: String
        public let subject: Reference?
    }

    public let rulebook: Rulebook
    public private(set) var picture: Picture
    public private(set) var now: Instant
    private var answers: [Cell: Answer] = [:]
    private var readers: [ReadKey: [Cell]] = [:]
    private var sleepers: [Instant: Set<Cell>] = [:]
    /// Until when all answers hold, if nothing changes.
    public private(set) var wakes = Instant.distantFuture
    /// The slips that are open: a value whose copies are snapshots.
    public private(set) var open = OpenSlips()

    /// Asks every rule about everything.
    public init(_ rulebook: Rulebook, of picture: Picture, at now: Instant) {
        self.init(rulebook, of: picture, at: now, since: OpenSlips())
    }

    /// - Parameter standing: the slips that were open before: one that is told again has lasted since then.
    private init(_ rulebook: Rulebook, of picture: Picture, at now: Instant, since standing: OpenSlips) {
        self.rulebook = rulebook
        self.picture = picture
        self.now = now
        let see = See(picture, at: now)
        for (place, rule) in rulebook.rules.enumerated() {
            see.take(rule)
            Rulebook.subjects(of: rule, in: picture) { row in
                keep(answer(rule, row, see), for: Cell(rule: Int32(place), subject: row?.number ?? 0), since: standing)
            }
        }
    }

    /// Every open slip, in the order of rules and subjects.
    public var slips: [Slip] { open.all }

    /// Takes in changes and finds again exactly the answers that rest on what they touched. Where the ceremony moves to another zone
    /// its days begin and end elsewhere, and everything is asked afresh.
    @discardableResult
    public mutating func apply(_ changes: [Change], giving next: Picture) -> Recheck {
        guard next.zone == picture.zone else { return askAfresh(next, at: now, since: open) }
        let touched = cells(touchedBy: changes, before: picture, after: next)
        picture = next
        return find(touched, within: .boundless).recheck
    }

    /// The same, as far as it costs no more than it may. Where it would, nothing holds any more of what stands here: it is for a copy that
    /// is then thrown away.
    public mutating func apply(
        _ changes: [Change], giving next: Picture, within allowance: Allowance
    ) throws(Allowance.Exceeded) -> Recheck {
        guard next.zone == picture.zone else {
            let recheck = askAfresh(next, at: now, since: open)
            if let exceeded = allowance.exceeded(by: recheck) { throw exceeded }
            return recheck
        }
        let touched = cells(touchedBy: changes, before: picture, after: next)
        picture = next
        let (recheck, exceeded) = find(touched, within: allowance)
        if let exceeded { throw exceeded }
        if let exceeded = allowance.exceeded(by: recheck) { throw exceeded }
        return recheck
    }

    /// How many answers these changes would ask again: all, where the ceremony moves to another zone.
    public func reach(of changes: [Change], giving next: Picture) -> Int {
        guard next.zone == picture.zone else {
            return rulebook.rules.reduce(0) { count, rule in count + (rule.slot.map { next[slot: $0].count } ?? 1) }
        }
        return cells(touchedBy: changes, before: picture, after: next).count
    }

    /// Moves the clock forward and finds again the answers that hold only until now. Backwards, everything is asked afresh.
    @discardableResult
    public mutating func advance(to moment: Instant) -> Recheck {
        guard moment >= now else { return askAfresh(picture, at: moment, since: OpenSlips()) }
        now = moment
        // Before every act the clock moves by a moment, and hardly ever does that wake anybody: thousands sleep.
        guard wakes <= moment else { return .none }
        var touched: Set<Cell> = []
        for wakes in sleepers.keys where wakes <= moment { touched.formUnion(sleepers[wakes] ?? []) }
        return find(touched, within: .boundless).recheck
    }

    private mutating func askAfresh(_ next: Picture, at moment: Instant, since standing: OpenSlips) -> Recheck {
        let before = open
        self = RuleAnswers(rulebook, of: next, at: moment, since: standing)
        return Recheck(
            asked: [], appeared: slips.filter { before[$0.identity] == nil }, gone: before.all.filter { open[$0.identity] == nil })
    }

    /// What the rules that stop an act would say of a draft, about everything that these changes touch; nothing is kept. Other
    /// rules are not asked: what they say stops nobody.
    public func judge(_ changes: [Change], giving draft: Picture, for act: ActName) -> Verdict {
        let see = See(draft, at: now)
        let touched = cells(touchedBy: changes, before: picture, after: draft).filter { rulebook.rules[Int($0.rule)].stops.contains(act) }
        var told = OpenSlips()
        var answered: Set<Slip.Identity> = []
        for cell in touched {
            for slip in answers[cell]?.slips ?? [] where touched.isSuperset(of: open.tellers(of: slip.identity)) {
                answered.insert(slip.identity)
            }
            for slip in ask(Int(cell.rule), row(of: cell, in: draft), see)?.slips ?? [] { told.add(slip, by: cell) }
        }
        return Verdict(slips: told.all, answered: answered)
    }

    /// What the rules say of a draft.
    public struct Verdict: Sendable {
        public let slips: [Slip]
        /// The open slips of which every teller was asked anew.
        let answered: Set<Slip.Identity>

        /// Whether the verdict answers anew the questions that found this slip, so that the slip itself is out of date.
        public func replaces(_ slip: Slip) -> Bool { answered.contains(slip.identity) }
    }

    /// Which slips would come and go with these changes; nothing is kept.
    ///
    /// - Throws: where to find out costs more than it may.
    public func preview(
        _ changes: [Change], giving draft: Picture, within allowance: Allowance = .boundless
    ) throws(Allowance.Exceeded) -> (appeared: [Slip], gone: [Slip]) {
        let see = See(draft, at: now)
        let touched = cells(touchedBy: changes, before: picture, after: draft)
        var told = OpenSlips()
        var before: Set<Slip.Identity> = []
        var spent = Spending(allowance)
        for cell in touched {
            if let exceeded = spent.exceeded(told.count - before.count, of: rulebook) { throw exceeded }
            defer { spent.note(see.looks, by: Int(cell.rule)) }
            before.formUnion(answers[cell]?.slips.map(\.identity) ?? [])
            for slip in ask(Int(cell.rule), row(of: cell, in: draft), see)?.slips ?? [] { told.add(slip, by: cell) }
        }
        let gone = before.sorted().filter { told[$0] == nil && touched.isSuperset(of: open.tellers(of: $0)) }
        let appeared = told.all.filter { open[$0.identity] == nil }
        if let first = appeared.first, appeared.count > allowance.slips {
            throw .slips(count: appeared.count, most: allowance.slips, rule: first.rule)
        }
        return (appeared, gone.compactMap { open[$0] })
    }

    private func asked(_ cell: Cell) -> Asked {
        let rule = rulebook.rules[Int(cell.rule)]
        return Asked(rule: rule.id, subject: rule.slot.map { Reference(slot: $0, number: cell.subject) })
    }

    private func row(of cell: Cell, in picture: Picture) -> (any AnyRow)? {
        rulebook.rules[Int(cell.rule)].slot.flatMap { picture[slot: $0][cell.subject] }
    }

    private func ask(_ place: Int, _ row: (any AnyRow)?, _ see: See) -> Answer? {
        let rule = rulebook.rules[place]
        guard rule.slot == nil || row != nil else { return nil }
        see.take(rule)
        return answer(rule, row, see)
    }

    private func answer(_ rule: Rule, _ row: (any AnyRow)?, _ see: See) -> Answer {
        see.begin()
        rule.evaluate(row, see)
        see.end()
        let own = row.map { ReadKey.row($0.slot, $0.number) }
        return Answer(reads: see.reads.distinct(without: own), slips: see.slips, wakes: see.wakes)
    }

    /// - Returns: what was found, or by what it would cost too much: then some was not asked.
    private mutating func find(_ touched: Set<Cell>, within allowance: Allowance) -> (recheck: Recheck, exceeded: Allowance.Exceeded?) {
        guard !touched.isEmpty else { return (.none, nil) }
        let see = See(picture, at: now)
        let before = open
        var asked: [Asked] = []
        var told: Set<Slip.Identity> = []
        var spent = Spending(allowance)
        for cell in touched.sorted() {
            if let exceeded = spent.exceeded(open.count - before.count, of: rulebook) { return (.none, exceeded) }
            defer { spent.note(see.looks, by: Int(cell.rule)) }
            told.formUnion(answers[cell]?.slips.map(\.identity) ?? [])
            let answer = ask(Int(cell.rule), row(of: cell, in: picture), see)
            if answer != nil { asked.append(self.asked(cell)) }
            keep(answer, for: cell, since: before)
            told.formUnion(answers[cell]?.slips.map(\.identity) ?? [])
        }
        let ordered = told.sorted()
        let recheck = Recheck(
            asked: asked, appeared: ordered.compactMap { before[$0] == nil ? open[$0] : nil },
            gone: ordered.compactMap { open[$0] == nil ? before[$0] : nil })
        return (recheck, nil)
    }

    /// - Parameter standing: the slips that were open before; one that is told again, by whomever, has lasted since then.
    private mutating func keep(_ answer: Answer?, for cell: Cell, since standing: OpenSlips) {
        let before = answers[cell]
        if before == nil, answer?.isBare ?? true { return }
        var answer = answer
        for (place, slip) in (answer?.slips ?? []).enumerated() {
            if let since = standing[slip.identity]?.since { answer?.slips[place] = slip.lasting(since: since) }
        }
        for slip in before?.slips ?? [] { open.remove(slip.identity, by: cell) }
        for slip in answer?.slips ?? [] { open.add(slip, by: cell) }
        let (old, new) = (before?.reads ?? [], answer?.reads ?? [])
        for read in old.missing(from: new) { forget(cell, of: read) }
        for read in new.missing(from: old) { readers[read, default: []].append(cell) }
        if let before, before.wakes != .distantFuture, before.wakes != answer?.wakes {
            sleepers[before.wakes]?.remove(cell)
            if sleepers[before.wakes]?.isEmpty == true { sleepers[before.wakes] = nil }
            // Only where the first of all sleepers is gone is the next looked for.
            if before.wakes == wakes, sleepers[wakes] == nil { wakes = sleepers.keys.min() ?? .distantFuture }
        }
        if let answer, answer.wakes != .distantFuture {
            sleepers[answer.wakes, default: []].insert(cell)
            wakes = min(wakes, answer.wakes)
        }
        answers[cell] = answer?.isBare == true ? nil : answer
    }

    private mutating func forget(_ cell: Cell, of read: ReadKey) {
        guard var cells = readers.removeValue(forKey: read) else { return }
        if let place = cells.firstIndex(of: cell) {
            cells.swapAt(place, cells.count - 1)
            cells.removeLast()
        }
        if !cells.isEmpty { readers[read] = cells }
    }

    private func cells(touchedBy changes: [Change], before: Picture, after: Picture) -> Set<Cell> {
        var touched: Set<Cell> = []
        func touch(_ key: ReadKey) {
            if let cells = readers[key] { touched.formUnion(cells) }
        }
        for change in changes {
            let slot = change.reference.slot
            let old = before[change.reference]
            let new = after[change.reference]
            for rule in rulebook.rulesBySlot[slot] ?? [] {
                touched.insert(Cell(rule: Int32(rule), subject: change.reference.number))
            }
            touch(.row(slot, change.reference.number))
            if (old == nil) != (new == nil) { touch(.membership(slot)) }
            if old?.code != new?.code {
                for code in [old?.code, new?.code] { if let code { touch(.code(slot, code.indexBits)) } }
            }
            for index in 0..<(before.register.kind(slot: slot)?.indexCount ?? 0) {
                let left = old?.keys(of: index) ?? []
                let joined = new?.keys(of: index) ?? []
                for key in left where !joined.contains(key) { touch(.bucket(slot, index, key)) }
                for key in joined where !left.contains(key) { touch(.bucket(slot, index, key)) }
            }
        }
        return touched
    }
}

extension Slip {
    /// The same slip, found again: it has lasted since it was first found.
    func lasting(since start: Instant) -> Slip {
        Slip(
            rule: rule, variant: variant, subjects: subjects, severity: severity, desk: desk, stops: stops, facts: facts,
            since: min(since, start), mend: mend)
    }
}

extension [ReadKey] {
    /// Each key once and ascending, in an array no larger than it need be: there are hundreds of thousands of them.
    fileprivate func distinct(without own: ReadKey?) -> [ReadKey] {
        var distinct: [ReadKey] = []
        distinct.reserveCapacity(count)
        for key in sorted() where key != own && key != distinct.last { distinct.append(key) }
        return distinct
    }

    /// The keys that another array lacks; both are ascending.
    fileprivate func missing(from other: [ReadKey]) -> [ReadKey] {
        guard !other.isEmpty else { return self }
        var rest = other[...]
        return filter { key in
            while let first = rest.first, first < key { rest.removeFirst() }
            return rest.first != key
        }
    }
}
