import Crypto
import Foundation
import Ledger

/// The key under which all other keys lie, in one block of the disk that is written in place: to erase somebody, the others are wrapped
/// under a new one, and the old one is overwritten. What else of the wrapped keys is left on the disk then - in free pages, in a log, in
/// what was deleted - opens nothing.
///
/// The block has two places, so that at every moment of an exchange at least one of them holds a key that is whole.
final class MasterBlock: Sendable {
    /// A master key and the number of the exchange that brought it.
    struct Master: Hashable, Sendable {
        let generation: Int64
        let key: [UInt8]
    }

    static let name = "master.key"
    /// What is written at once: a disk writes it whole or not at all.
    private static let placeSize = 512
    private static let size = 4096
    private static let mark = Array("chancery-master1".utf8)

    /// Held open: what overwrites a key needs no descriptor that others could have used up.
    private let descriptor: Int32

    /// - Throws: ``JournalFailure/unfit(_:)`` where it cannot be opened.
    init(folder: String, makingIt: Bool, _ dice: Dice) throws {
        let path = folder + "/" + MasterBlock.name
        if makingIt { try MasterBlock.make(path, in: folder, dice) }
        descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw JournalFailure.unfit("\(MasterBlock.name): \(String(cString: strerror(errno)))") }
    }

    deinit { close(descriptor) }

    static func exists(in folder: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + name) }

    /// Written beside and linked, so that there never is half a block, and of two who make one at once both take the same.
    private static func make(_ path: String, in folder: String, _ dice: Dice) throws {
        let beside = "\(path).\(UUID().uuidString)"
        let file = open(beside, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw JournalFailure.unfit("\(name): \(String(cString: strerror(errno)))") }
        defer {
            close(file)
            unlink(beside)
        }
        var block = written(Master(generation: 1, key: drawn(dice)))
        block += Array(repeating: 0, count: size - block.count)
        guard pwrite(file, block, block.count, 0) == block.count, fsync(file) == 0, link(beside, path) == 0 || errno == EEXIST else {
            throw JournalFailure.unfit("\(name): \(String(cString: strerror(errno)))")
        }
        try Folder.flush(folder)
    }

    static func drawn(_ dice: Dice) -> [UInt8] {
        var dice = dice
        return (0..<4).flatMap { _ in withUnsafeBytes(of: dice.next()) { Array($0) } }
    }

    /// The masters that are whole, each with its place.
    func masters() throws -> [(place: Int, master: Master)] {
        var block = [UInt8](repeating: 0, count: MasterBlock.size)
        guard pread(descriptor, &block, block.count, 0) == block.count else { throw JournalFailure.unfit(MasterBlock.name) }
        return (0..<2).compactMap { place in
            MasterBlock.read(block[(place * MasterBlock.placeSize)..<((place + 1) * MasterBlock.placeSize)]).map { (place, $0) }
        }
    }

    /// Puts a further master at a place that is free: where that fails, nothing has become of it.
    func write(_ master: Master, at place: Int) throws {
        do { try overwrite(place, MasterBlock.written(master)) } catch { throw JournalFailure.notWritten("\(error)") }
    }

    /// Overwrites what lies at the other place, where it lies: also where nothing seems to, for what was wiped may not have reached the disk.
    func wipe(allBut place: Int) throws { try overwrite(1 - place, Array(repeating: 0, count: MasterBlock.placeSize)) }

    private func overwrite(_ place: Int, _ bytes: [UInt8]) throws {
        guard pwrite(descriptor, bytes, bytes.count, off_t(place * MasterBlock.placeSize)) == bytes.count, fsync(descriptor) == 0 else {
            throw MasterBlock.broken()
        }
    }

    private static func broken() -> JournalFailure { .broken("\(name): \(String(cString: strerror(errno)))") }

    private static func written(_ master: Master) -> [UInt8] {
        var bytes = mark
        withUnsafeBytes(of: master.generation.littleEndian) { bytes += $0 }
        bytes += master.key
        bytes += Array(SHA256.hash(data: bytes)).prefix(8)
        return bytes + Array(repeating: 0, count: placeSize - bytes.count)
    }

    private static func read(_ place: ArraySlice<UInt8>) -> Master? {
        let bytes = Array(place)
        let length = mark.count + 8 + 32
        guard bytes.starts(with: mark), Array(SHA256.hash(data: bytes[..<length])).prefix(8) == bytes[length..<(length + 8)] else {
            return nil
        }
        let generation = bytes[mark.count..<(mark.count + 8)].reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) }
        return Master(generation: generation, key: Array(bytes[(mark.count + 8)..<length]))
    }
}

/// What the names in a folder need to survive a loss of power.
enum Folder {
    static func flush(_ path: String) throws {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw JournalFailure.unfit("\(path): \(String(cString: strerror(errno)))") }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw JournalFailure.broken("\(path): \(String(cString: strerror(errno)))") }
    }
}
