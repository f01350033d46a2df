/// A way to find records of a kind by something they hold: buckets of identities under a key.
///
/// A kind lists its indexes with consecutive slots from 0; a rule that reads a bucket is rechecked when the bucket changes.
public struct Index<Record: Entity>: Sendable {
    public let slot: Int
    @usableFromInline let keys: @Sendable (Record) -> [UInt64]

    /// Records by one thing each of them may hold.
    @inlinable
    public init<Key: IndexKey>(_ slot: Int, _ key: @escaping @Sendable (Record) -> Key?) {
        self.slot = slot
        keys = { record in key(record).map { [$0.indexBits] } ?? [] }
    }

    /// Records by each of several things they hold.
    @inlinable
    public init<Key: IndexKey>(_ slot: Int, each key: @escaping @Sendable (Record) -> [Key]) {
        self.slot = slot
        keys = { record in Array(Set(key(record).map(\.indexBits))) }
    }
}

/// What a record can be found by. Two keys may share their bits: who reads a bucket compares what it finds.
public protocol IndexKey: SendableMetatype {
    var indexBits: UInt64 { get }
}

extension ID: IndexKey {
    @inlinable public var indexBits: UInt64 { UInt64(number) }
}

extension Day: IndexKey {
    @inlinable public var indexBits: UInt64 { UInt64(bitPattern: Int64(number)) }
}

extension Bool: IndexKey {
    @inlinable public var indexBits: UInt64 { self ? 1 : 0 }
}

extension Int: IndexKey {
    @inlinable public var indexBits: UInt64 { UInt64(bitPattern: Int64(self)) }
}

extension Reference: IndexKey {
    @inlinable public var indexBits: UInt64 { UInt64(slot) << 32 | UInt64(number) }
}

extension String: IndexKey {
    /// FNV-1a, which needs no seed: equal in every process.
    @inlinable public var indexBits: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return hash
    }
}

extension IndexKey where Self: Choice {
    @inlinable public var indexBits: UInt64 { rawValue.indexBits }
}
