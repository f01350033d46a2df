import Ledger

extension Address {
    /// The address as a link spells it.
    public var text: String { spelling.text }

    private var spelling: Spelling {
        switch self {
        case .page(let page): page.spelling
        case .list(let query): Spelling(["records", query.file], query: query.query)
        case .record(let record): Spelling(["records", record.file, record.code], query: asOf(record.asOf) + written(record.written))
        case .edit(let record): Spelling(["edit", record.file, record.code])
        case .new(let file): Spelling(["new", file])
        case .attachment(let place): Spelling(["attachment"] + place.path)
        case .attach(let place): Spelling(["attach"] + place.path)
        case .act(let act): Spelling(["do", act.name] + (act.about.map { [$0.file, $0.code] } ?? []))
        case .bulk(let file): Spelling(["bulk", file])
        case .undo(let entry): Spelling(["undo", String(entry)])
        case .sheet(let query, let format): Spelling(["sheets", format, query.file], query: query.query)
        case .askExport(let query): Spelling(["export", query.file], query: query.query)
        case .exports(let query): Spelling(["exports"], query: query.items)
        case .export(let code): Spelling(["exports", code])
        case .take(let file): Spelling(["take", file])
        case .packs: Spelling(["packs"])
        case .views: Spelling(["views"])
        case .credentials: Spelling(["credentials"])
        case .confirm(let back): Spelling(["confirm"], query: [.init("back", back)])
        case .administration: Spelling(["administration"])
        case .hooks: Spelling(["hooks"])
        case .invite(let account): Spelling(["invite", account])
        case .endSessions(let account): Spelling(["end-sessions", account])
        case .readings(let query): Spelling(["readings"], query: query.items)
        case .signIns(let query): Spelling(["sign-ins"], query: query.items)
        case .keys: Spelling(["keys"])
        case .proof: Spelling(["proof"])
        case .search(let words): Spelling(["search"], query: words.isEmpty ? [] : [.init("q", words)])
        case .signIn: Spelling(["sign-in"])
        case .signOut: Spelling(["sign-out"])
        case .language: Spelling(["language"])
        case .asset(let name): Spelling(["assets", name])
        case .feed(let entry): Spelling(["feed"], query: [.init("after", String(entry))])
        }
    }

    private func written(_ entry: Int?) -> [Spelling.Item] { entry.map { [.init("written", String($0))] } ?? [] }

    private func asOf(_ day: Day?) -> [Spelling.Item] { day.map { [.init("as-of", $0.description)] } ?? [] }

    /// The address that is spelled so; nil where there is none.
    public init?(_ text: String) {
        guard let spelling = Spelling(text) else { return nil }
        self.init(spelling)
    }

    private init?(_ spelling: Spelling) {
        let found =
            Address.fixed(spelling) ?? Address.asked(spelling) ?? Address.recordsPlace(spelling) ?? Address.place(spelling)
            ?? Address.mounted(spelling)
        guard let found else { return nil }
        self = found
    }

    /// What begins with none of the house's own words may be a room's page.
    private static func mounted(_ spelling: Spelling) -> Address? {
        guard !ownWords.contains(spelling.path.first ?? "") else { return nil }
        return PageAddress(spelling).map { .page($0) }
    }

    /// The first words of the places that are everybody's: no room mounts a page under one.
    public static let ownWords: Set<String> = [
        "records", "edit", "new", "attachment", "attach", "do", "bulk", "undo", "sheets", "export", "exports", "take", "packs", "views",
        "credentials", "confirm", "administration", "hooks", "invite", "end-sessions", "readings", "sign-ins", "keys",
        "proof",
        "search", "sign-in", "sign-out", "language", "assets", "feed", "api",
    ]

    /// Places whose address is one word and nothing else.
    private static func fixed(_ spelling: Spelling) -> Address? {
        guard spelling.path.count == 1 else { return nil }
        switch spelling.path.first {
        case "proof": return .proof
        case "sign-in": return .signIn
        case "sign-out": return .signOut
        case "language": return .language
        case "views": return .views
        case "credentials": return .credentials
        case "administration": return .administration
        case "packs": return .packs
        case "hooks": return .hooks
        case "keys": return .keys
        default: return nil
        }
    }

    /// Places that a query says more of.
    private static func asked(_ spelling: Spelling) -> Address? {
        guard spelling.path.count == 1 else { return nil }
        switch spelling.path[0] {
        case "readings": return LogQuery(spelling).map { .readings($0) }
        case "exports": return LogQuery(spelling).map { .exports($0) }
        case "sign-ins": return LogQuery(spelling).map { .signIns($0) }
        case "search": return .search(spelling["q"] ?? "")
        case "confirm": return .confirm(back: spelling["back"] ?? "")
        case "feed": return spelling["after"].flatMap { count($0) }.map { .feed(after: $0) }
        default: return nil
        }
    }

    private static func recordsPlace(_ spelling: Spelling) -> Address? {
        let path = spelling.path
        switch (path.first, path.count) {
        case ("records", 2): return ListQuery(path[1], spelling.query).map { .list($0) }
        case ("records", 3):
            guard let days = spelling.days else { return nil }
            return .record(RecordAddress(path[1], path[2], asOf: days.asOf, written: spelling["written"].flatMap { count($0) }))
        case ("sheets", 3): return ListQuery(path[2], spelling.query).map { .sheet($0, format: path[1]) }
        case ("do", 2): return .act(ActAddress(path[1]))
        case ("do", 4): return .act(ActAddress(path[1], about: RecordAddress(path[2], path[3])))
        case ("attachment", 4): return .attachment(AttachmentAddress(RecordAddress(path[1], path[2]), path[3]))
        case ("attach", 4): return .attach(AttachmentAddress(RecordAddress(path[1], path[2]), path[3]))
        case ("edit", 3): return .edit(RecordAddress(path[1], path[2]))
        default: return nil
        }
    }

    private static func place(_ spelling: Spelling) -> Address? {
        guard spelling.path.count == 2 else { return nil }
        let name = spelling.path[1]
        switch spelling.path[0] {
        case "new": return .new(file: name)
        case "bulk": return .bulk(file: name)
        case "export": return ListQuery(name, spelling.query).map { .askExport($0) }
        case "exports": return .export(name)
        case "take": return .take(file: name)
        case "undo": return count(name).map { .undo(entry: $0) }
        case "invite": return .invite(account: name)
        case "end-sessions": return .endSessions(account: name)
        case "assets": return .asset(name)
        default: return nil
        }
    }

    private static func count(_ text: String) -> Int? { Int(text).flatMap { $0 >= 0 ? $0 : nil } }
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

extension LogQuery {
    fileprivate var items: [Spelling.Item] {
        var items: [Spelling.Item] = []
        if !account.isEmpty { items.append(.init("account", account)) }
        if let day { items.append(.init("day", day.description)) }
        if page > 1 { items.append(.init("page", String(page))) }
        return items
    }

    fileprivate init?(_ spelling: Spelling) {
        guard let days = spelling.days else { return nil }
        // Nobody turns to a page beyond those that a record of this size could have.
        let page = spelling["page"].flatMap { Int($0) } ?? 1
        self.init(account: spelling["account"] ?? "", day: days.day, page: min(max(1, page), 1_000_000))
    }
}
