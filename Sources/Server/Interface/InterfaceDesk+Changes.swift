import Furniture
import Ledger
import Rulebook

/// What has changed since a page or a program looked last.
extension InterfaceDesk {
    /// The records that were changed after an entry and that the bearer may know of, each once, as it is now: its code, and the entry that it
    /// stands in. Of a record that is gone it is told only that something of its kind is: what it was nobody can be asked any more. A kind of
    /// which there is something above the reader is not named (`*`), nor is any to who is limited to a part: it would tell that others' change.
    ///
    /// What happened before the house was opened is not remembered kind by kind, and what is much is not told record by record: then it is
    /// said that everything is to be read again.
    func changes(after entry: Int, _ reader: Reader) -> Answer {
        let register = reader.picture.register
        let kinds = register.kinds.filter { (reader.lastChanges[$0.slot] ?? 0) > entry && reader.sight.sees($0) }
        let isKnown = entry >= desk.feed.opened
        var changed: [JSON] = []
        for kind in kinds where isKnown {
            reader.picture[slot: kind.slot].forEach { row in
                guard row.sequence > entry, changed.count <= ServerBounds.changes, reader.sight.sees(row, of: kind) else { return }
                changed.append(
                    .object([
                        .init("kind", .text(kind.code)), .init("code", .text(row.code)), .init("entry", .integer(Int64(row.sequence))),
                    ]))
            }
        }
        let named = reader.sight.isLimited ? [] : kinds.filter { reader.sight.seesAll(of: reader.picture[slot: $0.slot]) }
        let isNamed = named.count == kinds.count
        let isWhole = isKnown && changed.count <= ServerBounds.changes && !reader.sight.isLimited
        return fine([
            .init("entry", .integer(Int64(reader.sequence))), .init("everything", .flag(!isWhole && entry < reader.sequence)),
            .init("kinds", .list(named.map { .text($0.code) } + (isNamed ? [] : [.text(Feed.anything)]))),
            .init("changed", .list(isWhole ? changed : [])),
        ])
    }
}
