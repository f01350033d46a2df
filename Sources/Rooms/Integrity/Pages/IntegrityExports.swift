import Committee
import Integrity
package import Ledger
package import Mounting
package import Rulebook

/// What leaves the house, read from the records of exports.
package struct IntegrityExports: ExportBook {
    package let kind = Kind(Export.self)
    package let recipients = Kind(Body.self)
    package let asking = exportingList
    package let ending = ActName.endExport
    package let bounds = ExportBounds(
        peopleForOne: Export.peopleForOne, daysTogether: Export.daysTogether, longest: Export.longest,
        longestOfMuch: Export.longestOfMuch, records: NumberRanges.most)
    package let soughtWords = Export.soughtWords

    package init() {}

    package func export(_ row: any AnyRow, in picture: Picture) -> KnownExport? {
        (row as? Row<Export>)?.record.known
    }

    package func recipients(in picture: Picture, on day: Day) -> [Reference] {
        picture.all(Body.self).filter { $0.exists(on: day) }.map(\.reference)
    }

    package func inputs(of wish: WishedExport) -> [(column: String, value: Value)] {
        func texts(_ words: [String]) -> Value { words.isEmpty ? .absent : .list(words.map { .text($0) }) }
        return [
            ("list_of", .text(wish.list)), ("list_columns", texts(wish.columns)), ("list_numbers", .text(NumberRanges(wish.numbers).text)),
            ("narrowed_to", texts(wish.narrowedTo)), ("purpose", .text(wish.purpose)), ("recipient", .reference(wish.recipient.number)),
            ("expires_on", .day(wish.expiresOn)),
        ]
    }

    package func people(in rows: [any AnyRow]) -> Int { Export.people(in: rows) }
}

extension Export {
    fileprivate var known: KnownExport {
        KnownExport(
            code: code, reference: reference, isOfHouse: isOfHouse, disclosure: disclosure, people: people, purpose: purpose,
            recipient: recipient.map { Reference($0) }, askedBy: askedBy.map { Reference($0) },
            approvedBy: approvedBy.map { Reference($0) }, made: made, ended: ended, expiresOn: expiresOn, listOf: listOf,
            listColumns: listColumns, narrowedTo: narrowedTo)
    }
}
