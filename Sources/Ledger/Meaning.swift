/// What a field means beyond what it may hold: what a record is called, what is money, when something begins and ends.
///
/// Whoever shows, searches or judges records of any kind asks this. What a field is called is for people and files, and says nothing.
public enum Meaning: Hashable, Sendable {
    /// What every record carries: its code, who answers for it, who may know of it, and what of it is assumed.
    case code, owner, classification, assumption
    /// What the record is called in a language, by the language's code of ISO 639-1.
    case title(in: String)
    /// What it is called where there is little room.
    case shortTitle(in: String)
    /// A text in a language; the fields beside it say the same in others.
    case wording(in: String)
    /// A remark for whoever works with the record: no list shows it.
    case note
    /// An amount in the host's currency.
    case money
    /// A language, or several, by their codes.
    case language
    /// When something begins. What ends is the next field that means ``ends``.
    case starts
    /// The last day or the last moment of what began.
    case ends
    /// The party that the record is about: it is looked for and called by it.
    case party
    /// Which of several things the record is that its kind holds: a flag, an anthem, a name plate.
    case sort
    /// The person who holds the office that the record is, by which they are called. The kind's first index finds what somebody holds.
    case holder
    /// An act, or several kinds of records, by their codes.
    case act, kinds
    /// A list that the record is made of, by the code of its kind, and fields of that list by their names.
    case list, listFields
    /// Kinds, or single fields of them as `person.document`.
    case parts
    /// Whoever acted in an office, by the code of officer or account.
    case actor
    /// What a person is called in daily life, a part of it in each field.
    case personalName

    /// In which language it says something; nil where it says it in none.
    public var language: String? {
        switch self {
        case .title(let language), .shortTitle(let language), .wording(let language): language
        default: nil
        }
    }

    /// The same in another language.
    public func said(in language: String) -> Meaning {
        switch self {
        case .title: .title(in: language)
        case .shortTitle: .shortTitle(in: language)
        case .wording: .wording(in: language)
        default: self
        }
    }
}

/// Two fields of a kind between which something lasts, by their places.
public struct Period: Hashable, Sendable {
    public let start: Int
    public let end: Int

    /// The periods of these fields: each end closes the last beginning before it that is still open.
    @usableFromInline
    static func all(_ columns: [Kind.Column]) -> [Period] {
        var begun: [Int] = []
        var periods: [Period] = []
        for (place, column) in columns.enumerated() {
            if column.meaning == .starts { begun.append(place) }
            if column.meaning == .ends, let start = begun.popLast() { periods.append(Period(start: start, end: place)) }
        }
        return periods
    }
}

extension Kind {
    /// The place of the first field with that meaning; nil where none has it.
    public func place(of meaning: Meaning) -> Int? { meanings[meaning] }

    @usableFromInline
    static func meanings(_ columns: [Column]) -> [Meaning: Int] {
        let named = columns.enumerated().compactMap { place, column in column.meaning.map { ($0, place) } }
        return Dictionary(named, uniquingKeysWith: { first, _ in first })
    }
}

extension Kind.Column {
    /// Whether every record has it beside its code, whatever its kind.
    public var isCommon: Bool { meaning == .owner || meaning == .classification || meaning == .assumption }
    /// Whether it is the record's code.
    public var isCode: Bool { meaning == .code }
}
