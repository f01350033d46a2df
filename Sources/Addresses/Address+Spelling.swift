import Ledger

extension Address {
    /// The address as a link spells it.
    public var text: String { spelling.text }

    private var spelling: Spelling {
        switch self {
        case .readiness: Spelling([])
        case .wall: Spelling(["wall"])
        case .slips(let query): Spelling(["slips"], query: query.items)
        case .list(let query): Spelling(["records", query.file], query: query.query)
        case .record(let record): Spelling(["records", record.file, record.code], query: asOf(record.asOf))
        case .delegations(let day): Spelling(["delegations"], query: asOf(day))
        case .programme(let day): Spelling(["programme"], query: day.map { [.init("day", $0.description)] } ?? [])
        case .committee(let day): Spelling(["committee"], query: asOf(day))
        case .proof: Spelling(["proof"])
        case .search(let words): Spelling(["search"], query: words.isEmpty ? [] : [.init("q", words)])
        case .signIn: Spelling(["sign-in"])
        case .signOut: Spelling(["sign-out"])
        case .language: Spelling(["language"])
        case .asset(let name): Spelling(["assets", name])
        }
    }

    private func asOf(_ day: Day?) -> [Spelling.Item] { day.map { [.init("as-of", $0.description)] } ?? [] }

    /// The address that is spelled so; nil where there is none.
    public init?(_ text: String) {
        guard let spelling = Spelling(text) else { return nil }
        self.init(spelling)
    }

    private init?(_ spelling: Spelling) {
        let days = spelling.days
        switch (spelling.path.first, spelling.path.count) {
        case (nil, _): self = .readiness
        case ("wall", 1): self = .wall
        case ("slips", 1):
            guard let query = SlipsQuery(spelling) else { return nil }
            self = .slips(query)
        case ("records", 2):
            guard let query = ListQuery(spelling.path[1], spelling.query) else { return nil }
            self = .list(query)
        case ("records", 3):
            guard let days else { return nil }
            self = .record(RecordAddress(spelling.path[1], spelling.path[2], asOf: days.asOf))
        case ("delegations", 1):
            guard let days else { return nil }
            self = .delegations(asOf: days.asOf)
        case ("programme", 1):
            guard let days else { return nil }
            self = .programme(day: days.day)
        case ("committee", 1):
            guard let days else { return nil }
            self = .committee(asOf: days.asOf)
        case ("proof", 1): self = .proof
        case ("search", 1): self = .search(spelling["q"] ?? "")
        case ("sign-in", 1): self = .signIn
        case ("sign-out", 1): self = .signOut
        case ("language", 1): self = .language
        case ("assets", 2): self = .asset(spelling.path[1])
        default: return nil
        }
    }
}

extension Spelling {
    /// The days that the query names; nil where one of them is no day.
    fileprivate var days: (asOf: Day?, day: Day?)? {
        func day(_ name: String) -> Day?? {
            guard let text = self[name], !text.isEmpty else { return .some(nil) }
            return Day(text).map { .some($0) }
        }
        guard let asOf = day("as-of"), let day = day("day") else { return nil }
        return (asOf, day)
    }
}

extension SlipsQuery {
    fileprivate var items: [Spelling.Item] {
        var items: [Spelling.Item] = []
        if grouping != .desk { items.append(.init("by", grouping.rawValue)) }
        if !desk.isEmpty { items.append(.init("desk", desk)) }
        if !rule.isEmpty { items.append(.init("rule", rule)) }
        if withWaived { items.append(.init("waived", "yes")) }
        return items
    }

    fileprivate init?(_ spelling: Spelling) {
        guard let grouping = Grouping(rawValue: spelling["by"] ?? Grouping.desk.rawValue) else { return nil }
        self.init(
            grouping: grouping, desk: spelling["desk"] ?? "", rule: spelling["rule"] ?? "", withWaived: spelling["waived"] == "yes")
    }
}
