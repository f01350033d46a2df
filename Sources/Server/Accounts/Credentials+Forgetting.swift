import Addresses
package import Engine
import Foundation
import GRDB

/// Whoever is erased stands in nobody's kept lists any more.
extension Credentials {
    /// Takes away every kept list that tells of whom these words are, and whatever is left of what was taken away before.
    ///
    /// - Parameters:
    ///   - words: by which they are told from others.
    ///   - folder: where the journal lies; nothing is done where nobody has ever proved themselves there.
    package static func forget(_ words: ErasedWords, in folder: String) throws {
        let path = Credentials.path(in: folder)
        guard FileManager.default.fileExists(atPath: path) else { return }
        let file = try DatabaseQueue(path: path, configuration: Credentials.configuration)
        try file.write { database in
            guard try database.tableExists("view") else { return }
            let views = try Row.fetchAll(database, sql: "SELECT account, name, address FROM view")
            for view in views where words.areTold(by: sought(view["name"], view["address"])) {
                try database.execute(
                    sql: "DELETE FROM view WHERE account = ? AND name = ?", arguments: [view["account"] as String, view["name"] as String])
            }
        }
        // What was taken away is not in free pages, nor in the log.
        try file.writeWithoutTransaction { database in
            try database.execute(sql: "VACUUM")
            guard try emptyLog(database) else { throw DatabaseError(resultCode: .SQLITE_BUSY) }
        }
        try file.close()
    }

    /// Empties the log, in which a page stands as it was before something was taken from it.
    ///
    /// - Returns: whether nobody was reading it just then.
    private static func emptyLog(_ database: Database) throws -> Bool {
        try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0
    }

    /// Takes something away so that no byte of it is left: in the file it is written over, and the log is emptied. Where somebody reads the log
    /// just then it is emptied with the next one.
    func take(_ change: (Database) throws -> Void) throws {
        try file.write(change)
        _ = try file.writeWithoutTransaction { try Credentials.emptyLog($0) }
    }

    /// The words for which a kept list looks, and by which it is called.
    private static func sought(_ name: String, _ address: String) -> Set<String> {
        var sought = name.soughtWords
        if case .list(let query)? = Address(address) {
            for text in [query.words] + query.filters.map(\.value) { sought.formUnion(text.soughtWords) }
        } else {
            sought.formUnion((address.removingPercentEncoding ?? address).soughtWords)
        }
        return sought
    }
}
