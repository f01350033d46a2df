import GRDB
import Ledger

/// The tables of the journal's file, and a view for each kind for people with SQL tools.
enum Schema {
    static let version = 4

    static let tables = """
        CREATE TABLE IF NOT EXISTS entry(
          sequence INTEGER PRIMARY KEY, happened INTEGER NOT NULL, recorded INTEGER NOT NULL, actor TEXT NOT NULL, act TEXT NOT NULL,
          reason TEXT NOT NULL, idempotency_key TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL,
          account TEXT NOT NULL DEFAULT '', way TEXT NOT NULL DEFAULT '', proposer TEXT NOT NULL DEFAULT '',
          override TEXT NOT NULL DEFAULT '', sealed TEXT, erases TEXT NOT NULL DEFAULT '') STRICT;
        CREATE UNIQUE INDEX IF NOT EXISTS entry_key ON entry(idempotency_key) WHERE idempotency_key <> '';
        CREATE INDEX IF NOT EXISTS entry_erases ON entry(sequence) WHERE erases <> '';
        CREATE TABLE IF NOT EXISTS change(
          sequence INTEGER NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL, happened INTEGER NOT NULL,
          body TEXT, sealed TEXT, subject INTEGER, key TEXT, PRIMARY KEY(sequence, place)) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS change_record ON change(kind, number, happened, sequence);
        CREATE TABLE IF NOT EXISTS current(
          kind TEXT NOT NULL, number INTEGER NOT NULL, sequence INTEGER NOT NULL, place INTEGER NOT NULL, happened INTEGER NOT NULL,
          body TEXT, sealed TEXT, subject INTEGER, key TEXT, PRIMARY KEY(kind, number)) STRICT, WITHOUT ROWID;
        \(attachments)
        """

    /// Files that records name. Neither the hash nor anything else of their content stands in the open.
    private static let attachments = """
        CREATE TABLE IF NOT EXISTS attachment(
          kind TEXT NOT NULL, number INTEGER NOT NULL, key TEXT NOT NULL, name BLOB NOT NULL, sealed BLOB NOT NULL,
          PRIMARY KEY(kind, number, key, name)) STRICT;
        CREATE INDEX IF NOT EXISTS attachment_key ON attachment(key);
        """

    /// What makes the first format the second: what it did not know to say is blank.
    static let second = """
        ALTER TABLE entry ADD COLUMN account TEXT NOT NULL DEFAULT '';
        ALTER TABLE entry ADD COLUMN way TEXT NOT NULL DEFAULT '';
        ALTER TABLE entry ADD COLUMN proposer TEXT NOT NULL DEFAULT '';
        ALTER TABLE entry ADD COLUMN override TEXT NOT NULL DEFAULT '';
        ALTER TABLE entry ADD COLUMN sealed TEXT;
        ALTER TABLE change ADD COLUMN key TEXT;
        ALTER TABLE current ADD COLUMN key TEXT;
        """

    /// What makes the second the third.
    static let third = """
        ALTER TABLE entry ADD COLUMN erases TEXT NOT NULL DEFAULT '';
        CREATE INDEX IF NOT EXISTS entry_erases ON entry(sequence) WHERE erases <> '';
        """

    /// What makes the third the fourth.
    static let fourth = attachments

    /// The current state of each kind with its open fields as columns; references show codes, sealed fields do not appear.
    static func views(_ register: Register) -> [(name: String, sql: String)] {
        register.kinds.map { kind in
            let columns = kind.columns.filter { !$0.isSealed }.map { column in
                "\(value(of: column)) AS \(quoted(column.name))"
            }
            return (
                kind.file,
                """
                CREATE VIEW \(quoted(kind.file)) AS SELECT \(columns.joined(separator: ", ")),
                datetime(happened / 1000, 'unixepoch') AS happened_utc, sequence AS entry
                FROM current AS record WHERE kind = '\(kind.code)' AND body IS NOT NULL
                """
            )
        }
    }

    private static func value(of column: Kind.Column) -> String {
        let content = "json_extract(record.body, '$.\(column.name)')"
        guard case .reference(let kind) = column.shape else { return content }
        return
            "(SELECT json_extract(other.body, '$.code') FROM current AS other WHERE other.kind = '\(kind)' AND other.number = \(content))"
    }

    private static func quoted(_ name: String) -> String { "\"\(name)\"" }
}

/// A row of SQL, where `Row` would be the ledger's.
typealias SQLRow = GRDB.Row
