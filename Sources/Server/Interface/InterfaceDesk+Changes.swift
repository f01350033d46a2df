import Furniture
import Ledger
import Rulebook

/// What has changed since a page or a program looked last.
extension InterfaceDesk {
    /// The records that were changed after an entry and that the bearer may know of, each once, as it is now: its code, and the entry that it
    /// stands in. Of a record that is gone it is told only that something of its kind is: what it was nobody can be asked any more.
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
        let isWhole = isKnown && changed.count <= ServerBounds.changes && !reader.sight.isLimited
        return fine([
            .init("entry", .integer(Int64(reader.sequence))), .init("everything", .flag(!isWhole && entry < reader.sequence)),
            .init("kinds", .list(kinds.map { .text($0.code) })), .init("changed", .list(isWhole ? changed : [])),
        ])
    }
}
