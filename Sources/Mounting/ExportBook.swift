package import Ledger
package import Rulebook

/// What leaves the house with people's data, as the house keeps it among its records: the server gives what stands here, and nothing else.
package protocol ExportBook: Sendable {
    /// The kind of the records of exports, and of those who may receive one.
    var kind: Kind { get }
    var recipients: Kind { get }
    /// The act that asks for one, and the name of the one that ends one before its last day.
    var asking: Act { get }
    var ending: ActName { get }
    var bounds: ExportBounds { get }
    /// Stands in ``KnownExport/narrowedTo`` for words that were looked for: what they were is not kept.
    var soughtWords: String { get }

    /// The export that a record is; nil where it is none.
    func export(_ row: any AnyRow, in picture: Picture) -> KnownExport?

    /// Who may receive one on a day.
    func recipients(in picture: Picture, on day: Day) -> [Reference]

    /// What somebody wishes, as the inputs of the act that asks for it.
    func inputs(of wish: WishedExport) -> [(column: String, value: Value)]

    /// How many persons records are about.
    func people(in rows: [any AnyRow]) -> Int
}

extension ExportBook {
    /// The export of that code; nil where there is none.
    package func export(_ code: String, in picture: Picture) -> KnownExport? {
        let table = picture[slot: kind.slot]
        return table.number(of: code).flatMap { table[$0] }.flatMap { export($0, in: picture) }
    }

    /// Every export, in the order in which they came.
    package func all(in picture: Picture) -> [KnownExport] {
        var exports: [KnownExport] = []
        picture[slot: kind.slot].forEach { row in
            if let export = export(row, in: picture) { exports.append(export) }
        }
        return exports
    }
}

/// What somebody wishes to take out of the house.
package struct WishedExport: Sendable {
    /// The kind of the list, by its code; its sensitive columns; of which records, by their numbers; and what it was narrowed to.
    package let list: String
    package let columns: [String]
    package let numbers: [UInt32]
    package let narrowedTo: [String]
    package let purpose: String
    package let recipient: Reference
    /// The last day on which it may be had.
    package let expiresOn: Day

    package init(
        list: String, columns: [String], numbers: [UInt32], narrowedTo: [String], purpose: String, recipient: Reference, expiresOn: Day
    ) {
        self.list = list
        self.columns = columns
        self.numbers = numbers
        self.narrowedTo = narrowedTo
        self.purpose = purpose
        self.recipient = recipient
        self.expiresOn = expiresOn
    }
}

/// How much leaves by one officer, and for how long.
package struct ExportBounds: Sendable {
    /// People above which it takes two officers, in one export or in several within ``daysTogether``.
    package let peopleForOne: Int
    package let daysTogether: Int
    /// Days from the one on which it is asked for until its last: of little, and of what takes two.
    package let longest: Int
    package let longestOfMuch: Int
    /// Records that one export gives at most.
    package let records: Int

    package init(peopleForOne: Int, daysTogether: Int, longest: Int, longestOfMuch: Int, records: Int) {
        self.records = records
        self.peopleForOne = peopleForOne
        self.daysTogether = daysTogether
        self.longest = longest
        self.longestOfMuch = longestOfMuch
    }
}

/// An export as far as it matters to whoever gives it.
package struct KnownExport: Sendable {
    package let code: String
    package let reference: Reference
    /// Whether the house made it of one of its lists.
    package let isOfHouse: Bool
    /// What it gives; nil where it is not of a list, or what it says of it means nothing.
    package let disclosure: Disclosure?
    package let people: Int
    package let purpose: String
    package let recipient: Reference?
    package let askedBy: Reference?
    package let approvedBy: Reference?
    package let made: Moment?
    package let ended: Moment?
    /// The last day on which it may be had.
    package let expiresOn: Day?
    /// The kind of the list, by its code; its sensitive columns; and what it was narrowed to.
    package let listOf: String
    package let listColumns: [String]
    package let narrowedTo: [String]

    package init(
        code: String, reference: Reference, isOfHouse: Bool, disclosure: Disclosure?, people: Int, purpose: String, recipient: Reference?,
        askedBy: Reference?, approvedBy: Reference?, made: Moment?, ended: Moment?, expiresOn: Day?, listOf: String, listColumns: [String],
        narrowedTo: [String]
    ) {
        self.code = code
        self.reference = reference
        self.isOfHouse = isOfHouse
        self.disclosure = disclosure
        self.people = people
        self.purpose = purpose
        self.recipient = recipient
        self.askedBy = askedBy
        self.approvedBy = approvedBy
        self.made = made
        self.ended = ended
        self.expiresOn = expiresOn
        self.listOf = listOf
        self.listColumns = listColumns
        self.narrowedTo = narrowedTo
    }
}
