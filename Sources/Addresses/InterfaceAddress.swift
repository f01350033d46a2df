/// A place for programs.
public enum InterfaceAddress: Hashable, Sendable {
    /// What can be asked, in OpenAPI.
    case description
    case list(ListQuery)
    /// What an export gives of a list: the sensitive columns too.
    case export(ListQuery, code: String)
    case record(RecordAddress)
    /// The file that a record's field holds.
    case attachment(AttachmentAddress)
    /// What is wrong, from the worst on; and one of the pages after the first.
    case slips, slipsPage(Int)
    /// Where acts are performed.
    case acts
    /// Where it is told what an act would do.
    case preview
    /// Which records have changed after an entry of the journal.
    case changes(after: Int)
    /// Where a pack is taken in, or only looked at.
    case packs(isPreview: Bool)
    /// Under the interface's name, but no place.
    case nowhere
}

extension InterfaceAddress {
    private static let start = "api"
    private static let exportMark = "export"

    public var text: String {
        switch self {
        case .description: Spelling([InterfaceAddress.start, "openapi.json"]).text
        case .list(let query): Spelling([InterfaceAddress.start, "records", query.file], query: query.query).text
        case .export(let query, let code):
            Spelling([InterfaceAddress.start, "records", query.file], query: query.query + [.init(InterfaceAddress.exportMark, code)]).text
        case .record(let record): Spelling([InterfaceAddress.start, "records", record.file, record.code]).text
        case .attachment(let place): Spelling([InterfaceAddress.start, "attachment"] + place.path).text
        case .slips: Spelling([InterfaceAddress.start, "slips"]).text
        case .slipsPage(let page): Spelling([InterfaceAddress.start, "slips"], query: [.init("page", String(page))]).text
        case .acts: Spelling([InterfaceAddress.start, "acts"]).text
        case .preview: Spelling([InterfaceAddress.start, "preview"]).text
        case .changes(let entry): Spelling([InterfaceAddress.start, "changes"], query: [.init("after", String(entry))]).text
        case .packs(let isPreview): Spelling([InterfaceAddress.start, "packs"], query: isPreview ? [.init("preview", "1")] : []).text
        case .nowhere: Spelling([InterfaceAddress.start]).text
        }
    }

    /// Nil where the text is no place for programs at all: then it is one for people, or none.
    public init?(_ text: String) {
        guard text.hasPrefix("/\(InterfaceAddress.start)/") || text == "/\(InterfaceAddress.start)" else { return nil }
        guard let spelling = Spelling(text) else {
            self = .nowhere
            return
        }
        let path = Array(spelling.path.dropFirst())
        switch (path.first, path.count) {
        case ("openapi.json", 1): self = .description
        case ("slips", 1): self = InterfaceAddress.slips(spelling["page"])
        case ("acts", 1): self = .acts
        case ("preview", 1): self = .preview
        case ("changes", 1): self = spelling["after"].flatMap { Int($0) }.flatMap { $0 >= 0 ? .changes(after: $0) : nil } ?? .nowhere
        case ("packs", 1): self = .packs(isPreview: !["", "0"].contains(spelling["preview"] ?? ""))
        case ("records", 2): self = InterfaceAddress.list(path[1], spelling)
        case ("attachment", 4): self = .attachment(AttachmentAddress(RecordAddress(path[1], path[2]), path[3]))
        case ("records", 3): self = .record(RecordAddress(path[1], path[2]))
        default: self = .nowhere
        }
    }

    private static func list(_ file: String, _ spelling: Spelling) -> InterfaceAddress {
        guard let query = ListQuery(file, spelling.query.filter { $0.name != exportMark }) else { return .nowhere }
        return spelling[exportMark].map { .export(query, code: $0) } ?? .list(query)
    }

    private static func slips(_ page: String?) -> InterfaceAddress {
        guard let page else { return .slips }
        guard let number = Int(page), (1...1_000_000).contains(number) else { return .nowhere }
        return number == 1 ? .slips : .slipsPage(number)
    }
}
