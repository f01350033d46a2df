import Ledger
import Rulebook

extension Act {
    /// The code with which the act refuses to write a record; nil where it does not.
    func refuses<Record: Entity>(_ after: Record, before: Record? = nil, in picture: Picture) -> String? {
        func row(_ record: Record) -> Row<Record> { Row(record, happened: .distantPast, sequence: 0) }
        return refusal(before.map(row), row(after), picture)?.code
    }
}
