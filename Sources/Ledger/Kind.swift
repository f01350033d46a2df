/// A kind seen from outside its type: its names, its fields, and how to make a record of it from values.
public struct Kind: Sendable {
    public struct Column: Sendable, Hashable {
        public let name: String
        public let shape: Shape
        public let isRequired: Bool
        /// Whether the house alone reads it.
        public let isInner: Bool
        /// What it means, as ``Field/meaning`` says.
        public let meaning: Meaning?
        public let processing: Processing?
        public var isPersonal: Bool { processing != nil }
        /// Whether the journal seals it, as ``Field/isSealed`` says.
        public let isSealed: Bool
        /// Whether it holds the numbers of people's documents.
        public var isDocumentNumber: Bool { processing?.isDocumentNumber ?? false }

        /// The word of a choice that says nothing, `none`: where something must be said it is no answer. Nil where every word says something.
        public var emptyWord: String? {
            if case .choice(let words) = shape, words.first == "none" { "none" } else { nil }
        }

        @inlinable
        init<Record: Entity>(_ field: Field<Record>) {
            name = field.name
            shape = field.shape
            isRequired = field.isRequired
            isInner = field.isInner
            meaning = field.meaning
            processing = field.processing
            isSealed = field.isSealed
        }
    }

    public let slot: Int
    public let code: String
    public let file: String
    public let columns: [Column]
    public let indexCount: Int
    /// The places of the columns that name records.
    @usableFromInline let links: [Int]
    @usableFromInline let places: [String: Int]
    @usableFromInline let meanings: [Meaning: Int]
    @usableFromInline let terms: Terms
    /// Between which of its fields something lasts.
    public let periods: [Period]
    /// What each column holds where nobody has said anything: of a choice a word.
    public let blanks: [Value]
    @usableFromInline
    let make: @Sendable (_ number: UInt32, _ values: [(place: Int, value: Value)], Instant, Int) -> Result<any AnyRow, FieldMismatch>

    /// The value given for the column at that place is not of its shape.
    public struct FieldMismatch: Error, Hashable, Sendable {
        public let column: Int
        @usableFromInline init(column: Int) { self.column = column }
    }

    @inlinable
    public init<Record: Entity>(_ type: Record.Type) {
        let fields = Record.fields.all
        let columns = fields.map { Column($0) }
        self.columns = columns
        links = columns.indices.filter { columns[$0].shape.target != nil }
        slot = Record.slot
        code = Record.code
        file = Record.file
        indexCount = Record.indexes.count
        places = Record.fields.places
        meanings = Kind.meanings(columns)
        terms = Terms(columns)
        periods = Period.all(columns)
        blanks = Record.values(of: Record())
        make = { number, values, happened, sequence in
            var record = Record()
            for (place, value) in values where !fields[place].write(&record, value) {
                return .failure(FieldMismatch(column: place))
            }
            record.heading.id = ID(number)
            return .success(Row(record, happened: happened, sequence: sequence))
        }
    }

    /// Whether anything of its records is sealed.
    public var seals: Bool { columns.contains(where: \.isSealed) }

    /// The record with nothing in it that the journal seals.
    public func withoutSealedFields(_ row: any AnyRow) -> (any AnyRow)? {
        let values = columns.enumerated().map { place, column in
            (place: place, value: column.isSealed ? Value.absent : row.value(place))
        }
        return try? self.row(row.number, values, happened: row.happened)
    }

    /// The place of a column by its name.
    public func place(of column: String) -> Int? { places[column] }

    /// A record with these contents; columns that are not named are blank.
    public func row(
        _ number: UInt32, _ values: [(place: Int, value: Value)], happened: Instant = .distantPast, sequence: Int = 0
    ) throws(FieldMismatch) -> any AnyRow {
        try make(number, values, happened, sequence).get()
    }
}

/// All kinds of a house, by slot, by code and by file.
public struct Register: Sendable {
    public let kinds: [Kind]
    private let slots: [Int: Int]
    private let codes: [String: Int]
    private let files: [String: Int]
    /// Which record says in which zone the days begin; nil where none does.
    public let zoneKeeper: ZoneKeeper?
    /// The kind of those whom data is about; nil where the house knows nobody.
    public let people: Kind?
    /// The kind whose records people hold, and are called by; nil where nobody holds anything.
    public let offices: Kind?
    /// The columns in which the records of a kind may be named, by the kind's slot.
    private let naming: [Int: [NamingColumn]]

    /// Two kinds that share a slot, a code or a file name are a mistake of the programmer.
    ///
    /// - Parameter people: the code of the kind of those whom data is about.
    public init(_ kinds: [Kind], zoneKeeper: ZoneKeeper? = nil, people: String? = nil) {
        let clashes = Register.clashes(kinds)
        precondition(clashes.isEmpty, clashes.joined(separator: "; "))
        self.people = kinds.first { $0.code == people }
        offices = kinds.first { $0.place(of: .holder) != nil }
        self.zoneKeeper = zoneKeeper
        self.kinds = kinds.sorted { $0.slot < $1.slot }
        slots = Dictionary(uniqueKeysWithValues: self.kinds.enumerated().map { ($1.slot, $0) })
        codes = Dictionary(uniqueKeysWithValues: self.kinds.enumerated().map { ($1.code, $0) })
        files = Dictionary(uniqueKeysWithValues: self.kinds.enumerated().map { ($1.file, $0) })
        naming = self.kinds.reduce(into: [:]) { [kinds = self.kinds, codes] naming, kind in
            for (link, place) in kind.links.enumerated() {
                guard let target = kind.columns[place].shape.target.flatMap({ codes[$0] }) else { continue }
                naming[kinds[target].slot, default: []].append(NamingColumn(slot: kind.slot, place: place, link: link))
            }
        }
    }

    /// The columns in which the records of a kind may be named, by the slots of the kinds that have them.
    public func columns(naming slot: Int) -> [NamingColumn] { naming[slot] ?? [] }

    public func kind(slot: Int) -> Kind? { slots[slot].map { kinds[$0] } }
    public func kind(_ code: String) -> Kind? { codes[code].map { kinds[$0] } }
    public func kind(file: String) -> Kind? { files[file].map { kinds[$0] } }
    public var slotCount: Int { (kinds.last?.slot ?? -1) + 1 }
}
