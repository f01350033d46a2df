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
    /// What was read once. Whoever writes is the only one who does, so it holds; forgotten with each erasure.
    private let kept = Mutex<KeyRing?>(nil)

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
        let master = try newest()
        try queue.write { database in
            try KeyFile.makeTable(database)
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
        let master = try newest()
        try queue.write { try KeyFile.insert(keys, under: master, $0) }
        kept.withLock { ring in for key in keys { ring?.insert(key) } }
    }

    /// Takes in the keys of a copy.
    func takeIn(_ keys: [SealingKey]) throws {
        try add(keys)
        try queue.close()
    }

    /// All keys that open.
    func all() throws -> KeyRing {
        if let ring = kept.withLock({ $0 }) { return ring }
        let ring = KeyRing(try read().keys)
        kept.withLock { $0 = ring }
        return ring
    }

    /// Whether an erasure is under way, or was cut off.
    func isExchanging() throws -> Bool { try block.masters().count == 2 }

    private func read() throws -> (master: MasterBlock.Master, keys: [SealingKey]) {
        // Another process may exchange the master between the two questions: then they are asked again.
        for _ in 0..<3 {
            let master = try newest()
            let rows = try queue.read { database in
                try SQLRow.fetchAll(
                    database, sql: "SELECT identity, kind, number, subject, wrapped FROM sealing_key WHERE generation = ?",
                    arguments: [master.generation])
            }
            guard try newest() == master else { continue }
            return (master, rows.compactMap { KeyFile.unwrapped($0, under: master) })
        }
        throw JournalFailure.notWritten(KeyFile.name)
    }

    /// The oldest master there is: a younger one beside it is of an exchange that is not finished, and may come to nothing.
    private func newest() throws -> MasterBlock.Master {
        guard let master = try block.masters().map(\.master).min(by: { $0.generation < $1.generation }) else {
            throw JournalFailure.unfit(MasterBlock.name)
        }
        return master
    }

    /// Makes an erasure ready: all other keys, wrapped under a new master, beside those that there are. It may fail, and nothing has become
    /// of it; from here on what is left to do needs neither space nor descriptors.
    func prepareErasure(of identities: Set<KeyIdentity>) throws {
        try abandonErasure()
        let (master, keys) = try read()
        let next = MasterBlock.Master(generation: master.generation + 1, key: MasterBlock.drawn(dice))
        try block.write(next, at: try freePlace())
        try queue.write { database in
            try KeyFile.insert(keys.filter { !identities.contains($0.identity) }, under: next, database)
        }
    }

    private func freePlace() throws -> Int { try block.masters().first?.place == 0 ? 1 : 0 }

    /// Overwrites the old master: what was not wrapped anew opens no more.
    func finishErasure() throws {
        let masters = try block.masters().sorted { $0.master.generation < $1.master.generation }
        guard masters.count == 2, let old = masters.first else { throw JournalFailure.broken(MasterBlock.name) }
        try block.wipe(old.place)
        kept.withLock { $0 = nil }
        try? sweep()
    }

    /// Takes back what was made ready.
    private func abandonErasure() throws {
        let masters = try block.masters().sorted { $0.master.generation < $1.master.generation }
        if masters.count == 2, let next = masters.last { try block.wipe(next.place) }
        try sweep()
    }

    /// Forgets what is wrapped under masters that are gone: it opens nothing any more, and only takes up space.
    private func sweep() throws {
        let generation = try newest().generation
        try queue.write { try $0.execute(sql: "DELETE FROM sealing_key WHERE generation <> ?", arguments: [generation]) }
    }

    /// Ends what a kill has left half done: to be called by who writes, before anything else.
    ///
    /// - Parameter erased: the keys that must be gone.
    func settle(erased: Set<KeyIdentity>) throws {
        let remaining = try read().keys.map(\.identity).filter(erased.contains)
        guard !remaining.isEmpty else { return try abandonErasure() }
        try prepareErasure(of: erased)
        try finishErasure()
    }

    private static func insert(_ keys: [SealingKey], under master: MasterBlock.Master, _ database: Database) throws {
        let statement = try database.cachedStatement(sql: "INSERT OR REPLACE INTO sealing_key VALUES (?, ?, ?, ?, ?, ?)")
        for key in keys {
            try statement.execute(arguments: [
                master.generation, key.identity.signed, key.owner.kind, Int64(key.owner.number), Int64(key.owner.dataSubject),
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
        Data("\(generation)|\(owner.kind)|\(owner.number)|\(owner.dataSubject)".utf8)
    }

    /// Nil for one that is not what it says: it seals nothing then, and what lay under it is told by the proof of the whole.
    private static func unwrapped(_ row: SQLRow, under master: MasterBlock.Master) -> SealingKey? {
        let owner = KeyOwner(kind: row[1], number: UInt32(clamping: row[2] as Int64), dataSubject: UInt32(clamping: row[3] as Int64))
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
