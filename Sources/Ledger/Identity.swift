/// The identity of one record of a kind: a number given once by the journal and never reused.
///
/// People see a record's *code* (`VNM`, `P-SIGN`); the house compares numbers. Number 0 is nobody.
@frozen
public struct ID<Kind>: Hashable, Comparable, Sendable, BitwiseCopyable {
    public let number: UInt32

    @inlinable public init(_ number: UInt32) { self.number = number }

    @inlinable public static func < (left: ID, right: ID) -> Bool { left.number < right.number }
}

extension ID: CustomStringConvertible {
    public var description: String { "#\(number)" }
}

/// A record of any kind, named without its type: what slips, histories and acts point at.
public struct Reference: Hashable, Comparable, Sendable {
    /// The kind's place in the register.
    public let slot: Int
    public let number: UInt32

    public init(slot: Int, number: UInt32) {
        self.slot = slot
        self.number = number
    }

    public init<Kind: Entity>(_ id: ID<Kind>) { self.init(slot: Kind.slot, number: id.number) }

    public static func < (left: Reference, right: Reference) -> Bool {
        (left.slot, left.number) < (right.slot, right.number)
    }
}
