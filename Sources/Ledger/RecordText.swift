/// A record as JSON in the journal: its fields by name in their order, blanks left out, other records by their numbers.
/// Fields that are sealed stand apart.
public struct RecordText: Hashable, Sendable {
    public var open: JSON
    /// What is sealed; nil where nothing is.
    public var personal: JSON?

    public init(open: JSON, personal: JSON?) {
        self.open = open
        self.personal = personal
    }
}

extension Kind {
    /// The record's text for the journal.
    public func text(of row: any AnyRow) -> RecordText {
        var open: [JSON.Member] = []
        var personal: [JSON.Member] = []
        for (place, (column, value)) in zip(columns, row.values).enumerated() where value != .absent {
            // What says nothing of anybody needs no key, and stands under none once the rest is erased.
            if column.isSealed, value == blanks[place] { continue }
            let member = JSON.Member(column.name, JSON(value))
            if column.isSealed { personal.append(member) } else { open.append(member) }
        }
        return RecordText(open: .object(open), personal: personal.isEmpty ? nil : .object(personal))
    }

    /// What in a record's text cannot be read back.
    public struct TextMismatch: Error, Hashable, Sendable {
        public let kind: String
        public let member: String
    }

    /// The record of that text. Members that the kind does not know are refused: a journal is never guessed at.
    public func row(
        _ number: UInt32, _ text: RecordText, happened: Instant, sequence: Int
    ) throws(TextMismatch) -> any AnyRow {
        var values: [(place: Int, value: Value)] = []
        for part in [text.open, text.personal ?? .object([])] {
            guard case .object(let members) = part else { throw TextMismatch(kind: code, member: "") }
            for member in members {
                guard let place = places[member.name], let value = Value(member.value, as: columns[place].shape) else {
                    throw TextMismatch(kind: code, member: member.name)
                }
                values.append((place, value))
            }
        }
        do { return try row(number, values, happened: happened, sequence: sequence) } catch {
            throw TextMismatch(kind: code, member: columns[error.column].name)
        }
    }
}

extension JSON {
    /// A value as the journal spells it.
    public init(_ value: Value) {
        switch value {
        case .absent: self = .null
        case .flag(let flag): self = .flag(flag)
        case .integer(let number): self = .integer(number)
        case .text(let text): self = .text(text)
        case .day(let day): self = .text(day.description)
        case .moment(let moment): self = .text(moment.description)
        case .reference(let number): self = .integer(Int64(number))
        case .list(let items): self = .list(items.map { JSON($0) })
        }
    }
}

extension Value {
    /// The value that the journal spelled so, for a field of that shape.
    public init?(_ json: JSON, as shape: Shape) {
        switch (json, shape) {
        case (.null, _): self = .absent
        case (.flag(let flag), .flag): self = .flag(flag)
        case (.integer(let number), .integer): self = .integer(number)
        case (.integer(let number), .reference):
            guard let number = UInt32(exactly: number) else { return nil }
            self = .reference(number)
        case (.text(let text), .text), (.text(let text), .choice): self = .text(text)
        case (.text(let text), .attachment):
            guard Attachment(text) != nil else { return nil }
            self = .text(text)
        case (.text(let text), .day):
            guard let day = Day(text) else { return nil }
            self = .day(day)
        case (.text(let text), .moment):
            guard let moment = Moment(text) else { return nil }
            self = moment.value
        case (.list(let items), .list(let shape)):
            var values: [Value] = []
            for item in items {
                guard let value = Value(item, as: shape) else { return nil }
                values.append(value)
            }
            self = .list(values)
        default: return nil
        }
    }
}
