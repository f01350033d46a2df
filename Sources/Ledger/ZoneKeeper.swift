public import Foundation

/// Which record says in which zone the days of a ceremony begin and end, and how: the first of its kind.
public struct ZoneKeeper: Sendable {
    public let slot: Int
    /// The code of its kind.
    public let kind: String
    private let read: @Sendable (any AnyRow) -> TimeZone?

    public init<Record: Entity>(_ type: Record.Type, _ zone: @escaping @Sendable (Record) -> TimeZone?) {
        slot = Record.slot
        kind = Record.code
        read = { ($0 as? Row<Record>).flatMap { zone($0.record) } }
    }

    /// What the first of these records says that is of the kind; GMT where none does.
    public func zone(of rows: some Sequence<any AnyRow>) -> TimeZone { rows.first { $0.slot == slot }.flatMap(read) ?? .gmt }

    /// What a picture's own record says.
    func zone(in picture: Picture) -> TimeZone {
        var zone: TimeZone?
        picture[slot: slot].forEach { if zone == nil { zone = read($0) ?? .gmt } }
        return zone ?? .gmt
    }
}
