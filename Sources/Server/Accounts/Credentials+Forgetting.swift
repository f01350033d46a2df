import Addresses
import Engine
import Foundation
import GRDB

/// Whoever is erased stands in nobody's kept lists any more.
extension Credentials {
    /// Letters of a word from which on the beginning of a name is taken for the name.
    private static let shortestBeginning = 3

    /// Takes away every kept list that holds one of these words, and whatever is left of what was taken away before.
    ///
    /// - Parameters:
    ///   - words: as ``Swift/String/soughtWords`` has them.
    ///   - folder: where the journal lies; nothing is done where nobody has ever proved themselves there.
    package static func forget(_ words: Set<String>, in folder: String) throws {
        let path = Credentials.path(in: folder)
        guard FileManager.default.fileExists(atPath: path) else { return }
        let file = try DatabaseQueue(path: path, configuration: Credentials.configuration)
        try file.write { database in
            guard try database.tableExists("view") else { return }
            let views = try Row.fetchAll(database, sql: "SELECT account, name, address FROM view")
            for view in views where holds(view["name"], view["address"], any: words) {
                try database.execute(
                    sql: "DELETE FROM view WHERE account = ? AND name = ?", arguments: [view["account"] as String, view["name"] as String])
            }
        }
        // What was taken away is not in free pages, nor in the log.
        try file.writeWithoutTransaction { database in
            try database.execute(sql: "VACUUM")
            let busy = try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            guard busy == 0 else { throw DatabaseError(resultCode: .SQLITE_BUSY) }
        }
        try file.close()
    }

    private static func holds(_ name: String, _ address: String, any words: Set<String>) -> Bool {
        var sought = name.soughtWords
        if case .list(let query)? = Address(address) {
            for text in [query.words] + query.filters.map(\.value) { sought.formUnion(text.soughtWords) }
        } else {
            sought.formUnion((address.removingPercentEncoding ?? address).soughtWords)
        }
        return sought.contains { word in
            words.contains(word) || word.count >= shortestBeginning && words.contains { $0.hasPrefix(word) }
        }
    }
}
