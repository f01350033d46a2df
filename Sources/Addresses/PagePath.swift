public import Ledger

/// The address of a page that a room mounts. Its room says how it is spelled; nobody else has a list of such addresses.
public protocol PagePath: Hashable, Sendable {
    /// The first word of the address: `delegations`; empty for the page on which the house opens. No two pages have the same.
    static var word: String { get }
    /// What stands after the word, and what the query says. The past day at which a page is looked at is told by ``PageAddress`` for all.
    var rest: Spelling { get }
    /// Nil where that means nothing.
    init?(_ rest: Spelling)
    /// Some addresses of the page, one of each shape: whoever tries every page of the house goes there.
    static var samples: [Self] { get }
}

/// A page of which there is one: nothing stands after its word.
public protocol SinglePath: PagePath {
    init()
}

extension SinglePath {
    public var rest: Spelling { Spelling([]) }
    public init?(_ rest: Spelling) {
        guard rest.path.isEmpty else { return nil }
        self.init()
    }
    public static var samples: [Self] { [Self()] }
}

/// The address of a page of some room, as far as it can be told without the room: which page it is, which part of it, of which past day, and the
/// rest.
public struct PageAddress: Hashable, Sendable {
    public let word: String
    public let rest: Spelling
    /// As of the end of that day; nil for now.
    public var asOf: Day?
    /// The name of a part of the page, which is asked for without the rest; empty for the whole page.
    public var part: String

    public init(_ path: some PagePath, asOf: Day? = nil, part: String = "") {
        word = type(of: path).word
        rest = path.rest
        self.asOf = asOf
        self.part = part
    }

    /// Nil where the day is none.
    init?(_ spelling: Spelling) {
        word = spelling.path.first ?? ""
        var day: Day?
        if let text = spelling[Self.asOfDay], !text.isEmpty {
            guard let named = Day(text) else { return nil }
            day = named
        }
        asOf = day
        part = spelling[Self.partName] ?? ""
        let own = [Self.asOfDay, Self.partName]
        rest = Spelling(Array(spelling.path.dropFirst()), query: spelling.query.filter { !own.contains($0.name) && !$0.value.isEmpty })
    }

    var spelling: Spelling {
        let day = asOf.map { [Spelling.Item(Self.asOfDay, $0.description)] } ?? []
        let named = part.isEmpty ? [] : [Spelling.Item(Self.partName, part)]
        return Spelling((word.isEmpty ? [] : [word]) + rest.path, query: rest.query + day + named)
    }

    private static let asOfDay = "as-of"
    private static let partName = "part"
}

extension Address {
    /// The address of a room's page.
    public init(_ path: some PagePath, asOf: Day? = nil, part: String = "") { self = .page(PageAddress(path, asOf: asOf, part: part)) }
}
