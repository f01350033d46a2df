package import Foundation
import GRDB
import Ledger

/// What left goes with a copy of the house: it is no secret by which anybody proves themselves, and without it nobody could be asked where a list
/// went after the house was lost.
extension Credentials {
    /// Under which name it lies in a copy, and beside a journal that was laid out until the house is opened.
    package static let copiesName = "copies.json"

    /// The record of what left in a folder, which may be in use, as a copy of the house holds it; none where nothing left.
    package static func copies(in folder: String) throws -> Data? {
        let lines = try reading(folder) { database -> [JSON] in
            guard try database.tableExists("copy"), try database.columns(in: "copy").contains(where: { $0.name == "hash" }) else {
                return []
            }
            return try Chain.copies.lines(database)
        }
        guard let lines, !lines.isEmpty else { return nil }
        return Data(JSON.list(lines).written.utf8)
    }

    /// Takes in what a copy of the house brought back. What stands here already stays: it is of this house's own.
    static func takeBack(_ file: DatabaseQueue, in folder: String) throws {
        let path = folder + "/" + copiesName
        guard FileManager.default.fileExists(atPath: path) else { return }
        let lines = try JSON(parsing: Array(try Data(contentsOf: URL(filePath: path)))).list ?? []
        try file.write { database in
            guard try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM copy") == 0 else { return }
            try Chain.copies.take(lines, into: database)
        }
        try FileManager.default.removeItem(atPath: path)
    }
}
