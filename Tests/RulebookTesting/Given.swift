import Foundation
public import Ledger
public import Rulebook

/// Facts for a rule's case. A test reads as a sentence: given these records, at that time, the rule finds exactly that.
///
/// ```swift
/// var given = Given(Place.self, Session.self)
/// let hall = given.add(Place("MAIN"))
/// given.add(Session("A") { $0.place = hall })
/// #expect(given.finds(twoSessionsInOnePlace) == ["PRG-01 A B"])
/// ```
public struct Given {
    public private(set) var picture: Picture
    public var now: Instant
    private let register: Register

    public init(at now: String = "2025-10-14T00:00:00Z", zone: String = "Asia/Ho_Chi_Minh", kinds: [Kind]) {
        let hasWaivers = kinds.contains { $0.slot == Waiver.slot }
        register = Register(hasWaivers ? kinds : kinds + [Kind(Waiver.self)])
        picture = Picture(register, zone: TimeZone(identifier: zone)!)
        self.now = Instant(now)!
    }

    /// Adds a record and gives its identity.
    @discardableResult
    public mutating func add<Record: Entity>(_ record: Record) -> ID<Record> {
        var record = record
        record.heading.id = ID(picture.nextNumber(slot: Record.slot))
        picture.apply([Change(record)])
        return record.id
    }

    /// Changes a record in place.
    public mutating func change<Record: Entity>(_ id: ID<Record>, _ change: (inout Record) -> Void) {
        var record = picture[id]!
        change(&record)
        picture.apply([Change(record)])
    }

    /// What a rule finds: `PRG-01 A B`, and the variant after a colon where there is one (`SGN-02:title FRA`); after each what a reader would
    /// stumble over in its words.
    public func finds(_ rule: Rule) -> [String] {
        slips(rule).map { slip in ([text(slip)] + Reading.faults(of: slip, in: picture)).joined(separator: " | ") }
    }

    /// The slips themselves, to look at their facts. Nothing is found that the rule does not list.
    public func slips(_ rule: Rule) -> [Slip] {
        let listed = rule.variants.isEmpty ? [""] : rule.variants
        let slips = Rulebook([rule]).check(picture, at: now)
        for slip in slips { precondition(listed.contains(slip.variant), "\(rule.id) finds \(slip.variant), which it does not list") }
        return slips
    }

    /// What the rule was asked again about after the change, and so what exactly its answers rest on: `PRG-01 A`.
    public func asksAgain<Record: Entity>(_ rule: Rule, after id: ID<Record>, _ change: (inout Record) -> Void) -> [String] {
        var findings = RuleAnswers(Rulebook([rule]), of: picture, at: now)
        var next = self
        next.change(id, change)
        let recheck = findings.apply([Change(next.picture[id]!)], giving: next.picture)
        return recheck.asked.map { asked in
            asked.subject.map { "\(asked.rule) \(next.picture.code(of: $0) ?? "?")" } ?? asked.rule
        }.sorted()
    }

    private func text(_ slip: Slip) -> String {
        let rule = slip.variant.isEmpty ? slip.rule : "\(slip.rule):\(slip.variant)"
        return ([rule] + slip.subjects.map { picture.code(of: $0) ?? "?" }).joined(separator: " ")
    }
}

/// A moment in Ha Noi: `hanoi("2025-10-25T10:00")`.
public func hanoi(_ text: String) -> Moment { Moment("\(text)[Asia/Ho_Chi_Minh]")! }

/// A day: `day("2025-10-25")`.
public func day(_ text: String) -> Day { Day(text)! }
