import Crypto
import Foundation
import GRDB
import Ledger
import Synchronization

/// The keys of what is sealed, in a file of their own outside the chain, each wrapped under the master of ``MasterBlock``.
///
/// It is written by the one process that writes into the journal, an exchange of the master after another. Others read beside it.
final class KeyFile: Sendable {
    private let queue: DatabaseQueue
    private let block: MasterBlock
    private let dice: Dice
    /// What was read once, and how often it has been written since the file was opened: what was read before a change is not kept after it.
    private let kept = Mutex<(ring: KeyRing?, changes: Int)>((nil, 0))

    static let name = "keys.sqlite"

    /// - Parameter needed: how many records of the journal beside it lie sealed: where any does, no empty file is made in place of one
    ///   that is missing.
    /// - Throws: ``JournalFailure/keysMissing(_:)`` where the file or the master is not there and texts are sealed under them.
    init(folder: String, _ dice: Dice, needed: () throws -> Int) throws {
        self.dice = dice
        let path = folder + "/" + KeyFile.name
        let hasMaster = MasterBlock.exists(in: folder)
        let hasKeys = FileManager.default.fileExists(atPath: path)
        if !hasKeys, case let needed = try needed(), needed > 0 { throw JournalFailure.keysMissing(needed) }
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.label = "keys"
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        queue = try DatabaseQueue(path: path, configuration: configuration)
        let isOfOld = try queue.read { try $0.tableExists("person_key") }
        if hasKeys, !hasMaster, !isOfOld, case let needed = try needed(), needed > 0 { throw JournalFailure.keysMissing(needed) }
        block = try MasterBlock(folder: folder, makingIt: !hasMaster, dice)
        if isOfOld { try takeOver() }
        // Its log is held open as the file is, so that a new key needs no descriptor; what is left in it opens nothing without the master.
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        }
        try queue.write { try KeyFile.makeTable($0) }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    private static func makeTable(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS sealing_key(
                  generation INTEGER NOT NULL, identity INTEGER NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL,
                  subject INTEGER NOT NULL, wrapped BLOB NOT NULL, PRIMARY KEY(generation, identity)) STRICT, WITHOUT ROWID
                """)
    }

    /// Wraps the keys of an earlier release, which lay in the open, and overwrites them.
    private func takeOver() throws {
        try queue.write { database in
            // Of two who open it at once one takes it over.
            guard try database.tableExists("person_key") else { return }
            try KeyFile.makeTable(database)
            let master = try chosen(database)
            let old = try SQLRow.fetchAll(database, sql: "SELECT subject, key FROM person_key").compactMap { row in
                SealingKey(of: KeyOwner(allOf: UInt32(clamping: row[0] as Int64)), bytes: [UInt8](row[1] as Data))
            }
            try KeyFile.insert(old, under: master, database)
            try database.execute(sql: "DROP TABLE person_key")
        }
        try queue.vacuum()
    }

    /// Adds keys that the entries to be written are the first to need: durably, before them.
    func add(_ keys: [SealingKey]) throws {
        guard !keys.isEmpty else { return }
        try queue.write { try KeyFile.insert(keys, under: try chosen($0), $0) }
        kept.withLock { kept in
            kept.changes += 1
            for key in keys { kept.ring?.insert(key) }
        }
    }

    /// Takes in the keys of a copy.
    func takeIn(_ keys: [SealingKey]) throws {
        try add(keys)
        try queue.close()
    }

    /// All keys that open, as this process last knew them: for who writes, and for a moment.
    func all() throws -> KeyRing {
        let (known, changes) = kept.withLock { ($0.ring, $0.changes) }
        if let known { return known }
        let ring = try fresh()
        kept.withLock { if $0.changes == changes { $0.ring = ring } }
        return ring
    }

    /// All keys that open, as they lie now: another process may have written since.
    func fresh() throws -> KeyRing { KeyRing(try read().keys) }

    /// - Returns: the master, the keys that open under it, and how many of its rows do not.
    private func read() throws -> (master: MasterBlock.Master, keys: [SealingKey], shut: Int) {
        try queue.read { database in
            let master = try chosen(database)
            let rows = try SQLRow.fetchAll(
                database, sql: "SELECT identity, kind, number, subject, wrapped FROM sealing_key WHERE generation = ? AND identity <> 0",
                arguments: [master.generation])
            let keys = rows.compactMap { KeyFile.unwrapped($0, under: master) }
            return (master, keys, rows.count - keys.count)
        }
    }

    /// The master under which the keys lie. Of two the older, for the exchange may come to nothing; or the one that wraps any. The block is
    /// asked after the file, so that a master which another process is just wiping is not looked for in rows that are gone.
    ///
    /// - Throws: ``JournalFailure/keysMissing(_:)`` where keys lie under none of them: the block is of another day, and nothing is touched.
    private func chosen(_ database: Database) throws -> MasterBlock.Master {
        let rows = try SQLRow.fetchAll(
            database, sql: "SELECT generation, count(nullif(identity, 0)) FROM sealing_key GROUP BY generation")
        let counts = Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int64, $0[1] as Int) })
        let masters = try block.masters().map(\.master).sorted { $0.generation < $1.generation }
        guard let oldest = masters.first else { throw JournalFailure.unfit(MasterBlock.name) }
        if let wrapping = masters.first(where: { counts[$0.generation] != nil }) { return wrapping }
        guard counts.isEmpty else { throw JournalFailure.keysMissing(max(1, counts.values.max() ?? 0)) }
        return oldest
    }

    private func place(of master: MasterBlock.Master) throws -> Int {
        guard let found = try block.masters().first(where: { $0.master == master }) else { throw JournalFailure.unfit(MasterBlock.name) }
        return found.place
    }

    /// Makes an erasure ready: all other keys, wrapped under a new master, beside those that there are. It may fail, and nothing has become
    /// of it; from here on what is left to do needs neither space nor descriptors.
    ///
    /// - Throws: ``JournalFailure/keysMissing(_:)`` where some key does not open: it would be lost for good.
    func prepareErasure(of identities: Set<KeyIdentity>) throws {
        let (master, keys, shut) = try read()
        guard shut == 0 else { throw JournalFailure.keysMissing(shut) }
        let place = try place(of: master)
        try keep(master, at: place)
        let next = MasterBlock.Master(generation: master.generation + 1, key: MasterBlock.drawn(dice))
        try block.write(next, at: 1 - place)
        try queue.write { database in
            // Of a master that wraps nothing the file says so too: where the last key is erased, the block is not taken for another's.
            try database.execute(sql: "INSERT INTO sealing_key VALUES (?, 0, '', 0, 0, x'')", arguments: [next.generation])
            try KeyFile.insert(keys.filter { !identities.contains($0.identity) }, under: next, database)
        }
    }

    /// Overwrites the old master: what was not wrapped anew opens no more.
    func finishErasure() throws {
        let masters = try block.masters().sorted { $0.master.generation < $1.master.generation }
        guard masters.count == 2, let next = masters.last else { throw JournalFailure.broken(MasterBlock.name) }
        try block.wipe(allBut: next.place)
        kept.withLock { kept in
            kept.changes += 1
            kept.ring = nil
        }
        // What is left of the old rows opens nothing, and goes at the next opening at the latest.
        try? sweep(allBut: next.master.generation)
    }

    /// Leaves one master and what is wrapped under it.
    private func keep(_ master: MasterBlock.Master, at place: Int) throws {
        try block.wipe(allBut: place)
        try sweep(allBut: master.generation)
    }

    private func sweep(allBut generation: Int64) throws {
        try queue.write { try $0.execute(sql: "DELETE FROM sealing_key WHERE generation <> ?", arguments: [generation]) }
    }

    /// Ends what a kill has left half done: to be called by who writes, before anything else. Where file and block do not belong together
    /// it touches nothing.
    ///
    /// - Parameter erased: the keys that must be gone.
    func settle(erased: Set<KeyIdentity>) throws {
        let (master, keys, _) = try read()
        if keys.contains(where: { erased.contains($0.identity) }) {
            try prepareErasure(of: erased)
            try finishErasure()
        } else {
            try keep(master, at: try place(of: master))
        }
    }

    private static func insert(_ keys: [SealingKey], under master: MasterBlock.Master, _ database: Database) throws {
        let statement = try database.cachedStatement(sql: "INSERT OR REPLACE INTO sealing_key VALUES (?, ?, ?, ?, ?, ?)")
        for key in keys {
            try statement.execute(arguments: [
                master.generation, key.identity.signed, key.owner.name, Int64(key.owner.number), Int64(key.owner.dataSubject),
                try wrapped(key, under: master),
            ])
        }
    }

    /// The nonce is the key's identity: no two keys under one master have the same.
    private static func wrapped(_ key: SealingKey, under master: MasterBlock.Master) throws -> Data {
        var nonce = withUnsafeBytes(of: key.identity.signed.bigEndian) { Array($0) }
        nonce += [0, 0, 0, 0]
        return try AES.GCM.seal(
            key.bytes, using: SymmetricKey(data: master.key), nonce: AES.GCM.Nonce(data: nonce),
            authenticating: bound(key.owner, master.generation)
        ).combined ?? Data()
    }

    /// Bound to what it seals, so that none can be taken for another.
    private static func bound(_ owner: KeyOwner, _ generation: Int64) -> Data {
        Data("\(generation)|\(owner.name)|\(owner.number)|\(owner.dataSubject)".utf8)
    }

    /// Nil for one that is not what it says: it seals nothing then, and what lay under it is told by the proof of the whole.
    private static func unwrapped(_ row: SQLRow, under master: MasterBlock.Master) -> SealingKey? {
        let owner = KeyOwner(name: row[1], number: UInt32(clamping: row[2] as Int64), dataSubject: UInt32(clamping: row[3] as Int64))
        guard let box = try? AES.GCM.SealedBox(combined: row[4] as Data),
            let bytes = try? AES.GCM.open(
                box, using: SymmetricKey(data: master.key), authenticating: bound(owner, master.generation)),
            let key = SealingKey(of: owner, bytes: bytes), key.identity == KeyIdentity(signed: row[0])
        else { return nil }
        return key
    }

    /// What is in the file that the house does not make.
    func strangers() throws -> [String] {
        try queue.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema WHERE name <> 'sealing_key'") }
    }

    func close() throws { try queue.close() }
}
