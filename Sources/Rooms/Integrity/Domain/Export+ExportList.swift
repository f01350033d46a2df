import Committee
package import Ledger
import Parties
package import Rulebook

extension ActName {
    /// A list of the house leaves it with sensitive columns.
    package static let exportList = ActName("export_list")
}

/// The house itself counts whom a list is about, finds whether numbers of documents are in it, and adds what the same person took in the
/// days before: many small lists are one large one. What is much takes another officer, at the desk that looks after exports or at one of
/// those that see people's data; it is made when that officer lets it be made.
package let exportingList = Act(
    .exportList, makes: Export.self, reaches: { $0.isOfHouse ? [Person.self] : [] }, twoOfficersWhere: { $0.isMuch },
    isForReaders: true, discloses: { $0.disclosure },
    asks: [
        .must(\.listOf), .may(\.listColumns), .may(\.listNumbers), .may(\.narrowedTo), .must(\.purpose), .must(\.recipient),
        .must(\.expiresOn),
    ],
    fills: [.field(\.listOf), .field(\.hasDocumentNumbers), .field(\.peopleLately), .field(\.made), .field(\.aboutPerson)],
    seconded: { export, doing in
        export.approvedBy = doing.officer(Officer.self)
        export.made = doing.moment
    }
) { export, doing throws(Refusal) in
    let records = NumberRanges.count(in: export.listNumbers)
    guard records <= NumberRanges.most else {
        throw Refusal(IntegrityRefusal.listTooLong, [Fact("count", records), Fact("most", NumberRanges.most)])
    }
    guard let disclosure = export.disclosure, let kind = doing.picture.register.kind(disclosure.kind) else {
        let isKind = doing.picture.register.kind(export.listOf) != nil
        throw Refusal(IntegrityRefusal.noSuchList, [Fact("kind", isKind ? .word(export.listOf) : .text(export.listOf))])
    }
    let columns = disclosure.columns.compactMap { name in kind.columns.first { $0.name == name && $0.isSealed } }
    guard columns.count == disclosure.columns.count, Set(disclosure.columns).count == columns.count, !columns.isEmpty else {
        throw Refusal(IntegrityRefusal.columnsNotSensitive, [Fact("kind", .word(kind.code))])
    }
    let rows = disclosure.numbers.compactMap { doing.picture[Reference(slot: kind.slot, number: $0)] }
    try export.refuseNarrowing(of: rows, kind, in: doing.picture)
    export.holds = .listOfPeople
    export.people = Export.people(in: rows)
    let subjects = Set(rows.map { $0.dataSubject ?? 0 })
    export.aboutPerson = subjects.count == 1 ? Int(subjects.first ?? 0) : 0
    export.heading.classification = rows.map(\.classification).reduce(export.heading.classification) { $0.grade >= $1.grade ? $0 : $1 }
    export.hasDocumentNumbers = columns.contains { $0.isDocumentNumber }
    export.askedBy = doing.officer(Officer.self)
    export.peopleLately = export.people + Export.peopleLately(of: export, doing)
    try export.refuseExpiry(on: doing.day)
    // What is much is made when another officer says so.
    export.made = export.isMuch ? nil : doing.moment
}

extension Export {
    /// People above which an export takes two officers, in one or in several within ``daysTogether``.
    package static let peopleForOne = 25
    /// Days over which what one person asks for is counted together.
    package static let daysTogether = 7
    /// The last day on which it may be had, counted from the one on which it is asked for: of little, and of what takes two.
    package static let (longest, longestOfMuch) = (7, 1)

    /// Whether the house made it of one of its lists.
    package var isOfHouse: Bool { !listOf.isEmpty }

    /// Whether it takes two officers.
    package var isMuch: Bool { isOfHouse && (hasDocumentNumbers || max(people, peopleLately) > Export.peopleForOne) }

    /// What it gives; nil where it is not of a list, or what it says of it means nothing.
    package var disclosure: Disclosure? {
        guard isOfHouse, let ranges = NumberRanges(listNumbers) else { return nil }
        return Disclosure(kind: listOf, columns: listColumns, numbers: ranges.numbers)
    }

    /// Stands for words that were looked for: what they were is not kept.
    package static let soughtWords = "?"

    /// The house holds what is said of the narrowing against the records themselves: all of them have what the list was narrowed to.
    fileprivate func refuseNarrowing(of rows: [any AnyRow], _ kind: Kind, in picture: Picture) throws(Refusal) {
        for narrowing in narrowedTo where narrowing != Export.soughtWords {
            let parts = narrowing.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let place = parts.first.flatMap { kind.place(of: $0) }
            let isTrue =
                place.map { place in
                    let column = kind.columns[place]
                    guard !column.isSealed, parts.count == 2 else { return column.isSealed && parts.count == 1 }
                    return rows.allSatisfy { picture.holds($0.value(place), parts[1], of: column.shape) }
                } ?? false
            guard isTrue else { throw Refusal(IntegrityRefusal.narrowedOtherwise, [Fact("kind", .word(kind.code))]) }
        }
    }

    /// How many persons the records are about; one that names nobody is about somebody all the same.
    package static func people(in rows: [any AnyRow]) -> Int {
        let subjects = rows.map(\.dataSubject)
        return Set(subjects.compactMap { $0 }).count + subjects.filter { $0 == nil }.count
    }

    /// The people of whom the same person has had lists in the last days: in whatever office they asked.
    fileprivate static func peopleLately(of export: Export, _ doing: Doing<Export>) -> Int {
        guard let officer = export.askedBy.flatMap({ doing.picture[$0] }) else { return 0 }
        let start = doing.happened.adding(minutes: -daysTogether * 24 * 60)
        var people = 0
        for other in doing.picture.all(Export.self) {
            guard other.isOfHouse, let made = other.made, made.instant > start, let asking = other.askedBy.flatMap({ doing.picture[$0] })
            else { continue }
            if asking.id == officer.id || officer.person != .blank && asking.person == officer.person { people += other.people }
        }
        return people
    }

    fileprivate func refuseExpiry(on day: Day) throws(Refusal) {
        let last = day.adding(days: isMuch ? Export.longestOfMuch : Export.longest)
        guard let expiresOn, expiresOn >= day, expiresOn <= last else {
            throw Refusal(IntegrityRefusal.exportExpiry, [Fact("field", "expires_on"), Fact("first", day), Fact("last", last)])
        }
    }
}
